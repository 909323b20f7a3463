//! A report for people and for programs.

use super::counts::Counts;
use super::reliability::{BINS, Bin};
use super::report::Report;
use std::fmt::Write;

/// The report as a table of aligned columns.
pub fn to_table(report: &Report) -> String {
    let mut rows: Vec<Vec<String>> = vec![header(["field", "precision", "recall", "F1", "gold", "found", "right"])];
    for (field, counts) in report.fields.iter() {
        // What is nowhere printed and nowhere found says nothing.
        if counts.gold + counts.found > 0 {
            rows.push(row(field, counts));
        }
    }
    let mut out = format!("{} documents, {} pages\n", report.cases, report.text.pages);
    if !report.missing.is_empty() {
        let _ = writeln!(out, "without output: {}", report.missing.join(", "));
    }
    out.push('\n');
    out.push_str(&aligned(&rows));

    if report.text.pages > 0 {
        let text = &report.text;
        let ((cer_before, cer), (wer_before, wer)) = (text.cer(), text.wer());
        let percent = |value: f64| format!("{value:.2} %");
        let f1 = |counts: Counts| format!("{:.3}", counts.f1());
        out.push('\n');
        out.push_str(&aligned(&[
            header(["text", "as read", "corrected"]),
            header(["character error rate", &percent(cer_before), &percent(cer)]),
            header(["word error rate", &percent(wer_before), &percent(wer)]),
            header(["words found, F1", &f1(text.words_found_before), &f1(text.words_found)]),
            header([
                "wrong words",
                &text.correction.wrong_before.to_string(),
                &text.correction.wrong_after.to_string(),
            ]),
        ]));
        let fixed = &text.correction;
        let _ = writeln!(
            out,
            "\n{} of {} wrong words repaired ({:.1} %), {} of {} right words spoiled ({:.3} %)",
            fixed.repaired,
            fixed.wrong_before,
            fixed.repaired_percent(),
            fixed.spoiled,
            fixed.words - fixed.wrong_before.min(fixed.words),
            fixed.spoiled_percent()
        );
        for (printed, now) in fixed.spoiled_words.iter().take(20) {
            let _ = writeln!(out, "  spoiled: {printed} -> {now}");
        }
        let _ = writeln!(
            out,
            "{} of {} changed words were wrong and became others that are wrong ({:.1} %)",
            fixed.miscorrected,
            fixed.changed,
            fixed.miscorrected_percent()
        );
        for (printed, read, now) in fixed.miscorrected_words.iter().take(20) {
            let _ = writeln!(out, "  miscorrected: {printed}, read {read} -> {now}");
        }
    }

    if !report.invented_persons.is_empty() {
        let _ = writeln!(out, "\n{} invented persons:", report.invented_persons.len());
        for name in report.invented_persons.iter().take(20) {
            let _ = writeln!(out, "  {name}");
        }
    }

    if report.by_case.len() > 1 {
        let columns = ["attendee", "signature", "item", "title"];
        let mut rows = vec![header(["document", "words found", "date", "attendee", "signature", "item", "title"])];
        for case in &report.by_case {
            let of = |field: &str| {
                let counts = case.fields.get(field).unwrap_or_default();
                if counts.gold + counts.found > 0 { format!("{:.3}", counts.f1()) } else { "-".to_owned() }
            };
            let found = case.text.words_found;
            let words = if case.text.pages > 0 { format!("{:.3}", found.f1()) } else { "-".to_owned() };
            rows.push([case.case.clone(), words, of("date")].into_iter().chain(columns.map(of)).collect());
        }
        out.push('\n');
        out.push_str(&aligned(&rows));
    }
    out
}

/// Of the values stated with a confidence, by field and bin, how many are right.
pub fn reliability_table(report: &Report) -> String {
    let bounds = BINS.iter().zip(BINS[1..].iter().chain([&1.0]));
    let titles =
        bounds.map(|(from, to)| if *from > 0.0 { format!("{from:.1}-{to:.1}") } else { format!("under {to:.1}") });
    let mut rows = vec![
        ["right of stated".to_owned()].into_iter().chain(titles).chain(["all".to_owned()]).collect::<Vec<String>>(),
    ];
    let sum = |bins: &[Bin]| {
        let mut sum = Bin::default();
        bins.iter().for_each(|bin| sum.add(*bin));
        sum
    };
    let mut push = |name: &str, bins: &[Bin], cell: &dyn Fn(Bin) -> String| {
        let cells = bins.iter().copied().chain([sum(bins)]);
        rows.push(
            [name.to_owned()]
                .into_iter()
                .chain(cells.map(|bin| if bin.values > 0 { cell(bin) } else { "-".to_owned() }))
                .collect(),
        );
    };
    let of = |bin: Bin| format!("{}/{}", bin.right, bin.values);
    for (field, bins) in report.reliability.iter() {
        push(field, &bins, &of);
    }
    let total = report.reliability.total();
    let share = |value: Option<f64>| format!("{:.3}", value.unwrap_or_default());
    push("all", &total, &of);
    push("share right", &total, &|bin| share(bin.share_right()));
    push("stated, mean", &total, &|bin| share(bin.mean_stated()));
    aligned(&rows)
}

/// The report as JSON, indented.
pub fn to_json(report: &Report) -> String {
    let mut json = serde_json::to_string_pretty(report).expect("every key of a report is a string");
    json.push('\n');
    json
}

fn header<const N: usize>(cells: [&str; N]) -> Vec<String> {
    cells.map(str::to_owned).to_vec()
}

fn row(field: &str, counts: Counts) -> Vec<String> {
    let share = |value: f64| format!("{value:.3}");
    vec![
        field.to_owned(),
        share(counts.precision()),
        share(counts.recall()),
        share(counts.f1()),
        counts.gold.to_string(),
        counts.found.to_string(),
        counts.right.to_string(),
    ]
}

/// The first column to the left, the others to the right.
fn aligned(rows: &[Vec<String>]) -> String {
    let n_columns = rows.iter().map(Vec::len).max().unwrap_or(0);
    let width = |column: usize| rows.iter().filter_map(|row| row.get(column)).map(|cell| cell.chars().count()).max();
    let widths: Vec<usize> = (0..n_columns).map(|column| width(column).unwrap_or(0)).collect();
    let mut out = String::new();
    for row in rows {
        for (column, cell) in row.iter().enumerate() {
            let width = widths[column];
            let _ = match column {
                0 => write!(out, "{cell:width$}"),
                _ => write!(out, "  {cell:>width$}"),
            };
        }
        out.truncate(out.trim_end_matches(' ').len());
        out.push('\n');
    }
    out
}
