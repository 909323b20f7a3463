//! The table of figures that is checked in, and what it takes to depart from it.

use paragraf::eval::{Counts, FieldScores, Report, TextScores};
use std::fmt::Write;

/// A share may move so far without anyone being asked: one value of a small set is more.
const SLACK: f64 = 0.002;
/// Fields whose every find is a fault; they are counted, and no share of anything.
const FAULTS: [&str; 3] = [INVENTED, SPOILED, MISCORRECTED];
const INVENTED: &str = "invented persons";
const SPOILED: &str = "words spoiled";
/// Wrong words that became other wrong words.
const MISCORRECTED: &str = "words miscorrected";
/// The row of a whole set.
const WHOLE: &str = "*";
/// All sets together.
pub const ALL: &str = "all";
const HEAD: &str = "\
# What is found on the recorded pages, held by tests/quality and written by `make quality-table`. Document `*` is the
# whole set; of its documents those stand here that miss a value or have one too many.
set\tdocument\tfield\tgold\tfound\tright\tF1\twhat\n";

#[derive(Clone, PartialEq, Debug)]
pub struct Row {
    pub set: String,
    pub document: String,
    pub field: String,
    pub counts: Counts,
    /// The faults themselves, where each is one.
    pub what: String,
}

#[derive(Clone, PartialEq, Debug, Default)]
pub struct Table(Vec<Row>);

/// How a table departs from the one before it.
#[derive(Default, Debug)]
pub struct Verdict {
    /// What somebody has to look at: a fall, or a rise after which the older table would let as much be lost again.
    pub faults: Vec<String>,
    /// What is within the slack.
    pub notes: Vec<String>,
}

impl Table {
    /// Sets with their scores, and all of them together.
    pub fn new(sets: &[(&str, Report)]) -> Table {
        let mut all = Report::default();
        let (mut wholes, mut documents) = (Vec::new(), Vec::new());
        for (set, report) in sets {
            wholes.extend(rows(set, WHOLE, &report.fields, &report.text, &report.invented_persons));
            for case in &report.by_case {
                let of_case = rows(set, &case.case, &case.fields, &case.text, &case.invented_persons);
                let is_whole = |row: &Row| row.counts.right == row.counts.gold && row.counts.right == row.counts.found;
                documents.extend(of_case.into_iter().filter(|row| !is_whole(row)));
                all.add(case.clone());
            }
        }
        if sets.len() > 1 {
            wholes.extend(rows(ALL, WHOLE, &all.fields, &all.text, &all.invented_persons));
        }
        for row in wholes.iter_mut() {
            row.what.clear();
        }
        Table(wholes.into_iter().chain(documents).collect())
    }

    pub fn parse(text: &str) -> Option<Table> {
        let rows = text.strip_prefix(HEAD)?.lines().map(|line| {
            let mut cells = line.split('\t').map(str::to_owned);
            let (set, document, field) = (cells.next()?, cells.next()?, cells.next()?);
            let mut count = || cells.next()?.parse().ok();
            let (gold, found, right) = (count()?, count()?, count()?);
            let what = cells.nth(1).unwrap_or_default();
            Some(Row { set, document, field, counts: Counts { right, found, gold }, what })
        });
        rows.collect::<Option<Vec<Row>>>().map(Table)
    }

    pub fn to_text(&self) -> String {
        let mut out = HEAD.to_owned();
        for Row { set, document, field, counts, what } in &self.0 {
            let Counts { gold, found, right } = counts;
            let f1 = if is_fault(field) { "-".to_owned() } else { format!("{:.4}", counts.f1()) };
            let line = format!("{set}\t{document}\t{field}\t{gold}\t{found}\t{right}\t{f1}\t{what}");
            let _ = writeln!(out, "{}", line.trim_end());
        }
        out
    }

    fn find(&self, set: &str, document: &str, field: &str) -> Option<&Row> {
        self.0.iter().find(|row| row.set == set && row.document == document && row.field == field)
    }

    /// What became other than it was, set by set and field by field.
    pub fn since(&self, before: &Table) -> Verdict {
        let mut verdict = Verdict::default();
        let wholes = self.0.iter().filter(|row| row.document == WHOLE);
        for row in wholes.clone() {
            let Some(then) = before.find(&row.set, WHOLE, &row.field) else {
                verdict.faults.push(format!("{}: {} is not in the table; `make quality-table`", row.set, row.field));
                continue;
            };
            if is_fault(&row.field) && row.counts == then.counts {
                let others = self.documents(before, row);
                if !others.is_empty() {
                    verdict.notes.push(format!("{}: {}: as many, and others{others}", row.set, row.field));
                }
            }
            for change in changes(row, then, self, before) {
                let message = format!("{}: {}{}", row.set, change.message, self.documents(before, row));
                if change.matters { verdict.faults.push(message) } else { verdict.notes.push(message) }
            }
        }
        for then in before.0.iter().filter(|row| row.document == WHOLE) {
            let has_set = wholes.clone().any(|row| row.set == then.set);
            if has_set && self.find(&then.set, WHOLE, &then.field).is_none() {
                verdict.faults.push(format!("{}: {} is scored no longer", then.set, then.field));
            }
        }
        verdict
    }

    /// The documents in which a field became other than it was, a line each.
    fn documents(&self, before: &Table, whole: &Row) -> String {
        // Those of all sets are told with their own.
        let is_of = |row: &&Row| row.set == whole.set && row.field == whole.field && row.document != WHOLE;
        let mut out = String::new();
        let mut line = |name: &Row, then: Option<&Row>, now: Option<&Row>| {
            let told = |row: Option<&Row>| match row {
                Some(row) if is_fault(&row.field) => format!("{} ({})", row.counts.found, row.what),
                Some(row) => counted(row.counts),
                None if is_fault(&name.field) => "0".to_owned(),
                None => "all right".to_owned(),
            };
            let _ = write!(out, "\n    {}/{}: {}, was {}", name.set, name.document, told(now), told(then));
        };
        for now in self.0.iter().filter(is_of) {
            let then = before.find(&now.set, &now.document, &now.field);
            if then.is_none_or(|then| (then.counts, &then.what) != (now.counts, &now.what)) {
                line(now, then, Some(now));
            }
        }
        for then in before.0.iter().filter(is_of) {
            if self.find(&then.set, &then.document, &then.field).is_none() {
                line(then, Some(then), None);
            }
        }
        out
    }
}

fn rows(set: &str, document: &str, fields: &FieldScores, text: &TextScores, invented: &[String]) -> Vec<Row> {
    let row = |field: &str, counts, what| Row {
        set: set.to_owned(),
        document: document.to_owned(),
        field: field.to_owned(),
        counts,
        what,
    };
    let faults = |n| Counts { found: n, ..Counts::default() };
    let said = fields.iter().filter(|(_, counts)| counts.gold + counts.found > 0);
    let mut rows: Vec<Row> = said.map(|(field, counts)| row(field, counts, String::new())).collect();
    rows.push(row("words found", text.words_found, String::new()));
    let spoiled = text.correction.spoiled_words.iter().map(|(printed, now)| format!("{printed} > {now}"));
    rows.push(row(SPOILED, faults(text.correction.spoiled), spoiled.collect::<Vec<_>>().join(", ")));
    let words =
        text.correction.miscorrected_words.iter().map(|(printed, read, now)| format!("{printed} > {read} > {now}"));
    rows.push(row(MISCORRECTED, faults(text.correction.miscorrected), words.collect::<Vec<_>>().join(", ")));
    rows.push(row(INVENTED, faults(invented.len()), invented.join(", ")));
    rows
}

struct Change {
    message: String,
    matters: bool,
}

fn is_fault(field: &str) -> bool {
    FAULTS.contains(&field)
}

/// How a field of a set changed, if it did. `review` is two things: how many wrong values it names, and how much
/// it asks people to look at.
fn changes(row: &Row, then: &Row, now: &Table, before: &Table) -> Vec<Change> {
    if is_fault(&row.field) {
        let (now, then) = (row.counts.found, then.counts.found);
        let how = if now > then { "more than before" } else { "fewer: `make quality-table` keeps it so" };
        let message = format!("{}: {now}, were {then}: {how}", row.field);
        return if now == then { Vec::new() } else { vec![Change { message, matters: true }] };
    }
    let tell = |what: &str, (share_now, share_then): (f64, f64), is_better: bool| {
        let how = if is_better { "better: `make quality-table` keeps it so" } else { "worse than before" };
        let [counts_now, counts_then] = [row.counts, then.counts].map(counted);
        let message = format!("{what} {share_now:.4}, was {share_then:.4}: {how} ({counts_now}; were {counts_then})");
        Change { message, matters: (share_now - share_then).abs() > SLACK }
    };
    if row.counts == then.counts {
        return Vec::new();
    }
    if row.field != "review" {
        let shares = (row.counts.f1(), then.counts.f1());
        return vec![tell(&format!("{} F1", row.field), shares, shares.0 >= shares.1)];
    }
    let share = |table: &Table, row: &Row| {
        let values = table.find(&row.set, WHOLE, "values").map_or(0, |row| row.counts.found);
        row.counts.found as f64 / values.max(1) as f64
    };
    let recalls = (row.counts.recall(), then.counts.recall());
    let shares = (share(now, row), share(before, then));
    vec![
        tell("review, wrong values named", recalls, recalls.0 >= recalls.1),
        tell("review, share of all values", shares, shares.0 <= shares.1),
    ]
}

fn counted(Counts { right, found, gold }: Counts) -> String {
    format!("{right} right of {gold}, {found} found")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(document: &str, field: &str, [gold, found, right]: [usize; 3], what: &str) -> Row {
        let counts = Counts { right, found, gold };
        Row { set: "boxes".into(), document: document.into(), field: field.into(), counts, what: what.into() }
    }

    fn table(attendee: [usize; 3], invented: [usize; 3], review: [usize; 3]) -> Table {
        Table(vec![
            row(WHOLE, "attendee", attendee, ""),
            row(WHOLE, "review", review, ""),
            row(WHOLE, "values", [1000, 1000, 990], ""),
            row(WHOLE, INVENTED, invented, ""),
            row("kyrkoråd", "attendee", attendee, ""),
            row("kyrkoråd", INVENTED, invented, "Bo Eek"),
        ])
    }

    #[test]
    fn a_table_is_read_as_it_was_written() {
        let table = table([700, 701, 690], [0, 1, 0], [10, 40, 6]);
        assert_eq!(Table::parse(&table.to_text()), Some(table));
        assert_eq!(Table::parse("set\tfield\n"), None);
    }

    #[test]
    fn what_falls_and_what_rises_is_told_beyond_the_slack() {
        let before = table([700, 700, 690], [0, 1, 0], [10, 40, 6]);
        let told = |now: &Table| {
            let verdict = now.since(&before);
            (verdict.faults, verdict.notes)
        };
        assert_eq!(told(&before), (vec![], vec![]));
        let (faults, notes) = told(&table([700, 700, 689], [0, 1, 0], [10, 40, 6]));
        assert!(faults.is_empty() && notes.len() == 1, "{faults:?} {notes:?}");
        let (faults, _) = told(&table([700, 700, 680], [0, 1, 0], [10, 40, 6]));
        assert!(faults[0].starts_with("boxes: attendee F1 0.9714, was 0.9857: worse"), "{faults:?}");
        assert!(faults[0].contains("boxes/kyrkoråd: 680 right of 700, 700 found, was 690 right"), "{faults:?}");
        let (faults, _) = told(&table([700, 700, 700], [0, 1, 0], [10, 40, 6]));
        assert!(faults[0].contains("better: `make quality-table`"), "{faults:?}");
    }

    #[test]
    fn one_more_invented_person_is_enough() {
        let before = table([700, 700, 690], [0, 1, 0], [10, 40, 6]);
        let faults = table([700, 700, 690], [0, 2, 0], [10, 40, 6]).since(&before).faults;
        assert!(faults[0].starts_with("boxes: invented persons: 2, were 1: more"), "{faults:?}");
        let faults = table([700, 700, 690], [0, 0, 0], [10, 40, 6]).since(&before).faults;
        assert!(faults[0].contains("fewer"), "{faults:?}");
        // As many, and another one.
        let mut other = before.clone();
        other.0.last_mut().unwrap().what = "Bo Ekk".into();
        let Verdict { faults, notes } = other.since(&before);
        assert!(faults.is_empty() && notes[0].contains("kyrkoråd: 1 (Bo Ekk), was 1 (Bo Eek)"), "{faults:?} {notes:?}");
    }

    #[test]
    fn review_must_neither_name_less_nor_ask_for_more() {
        let before = table([700, 700, 690], [0, 1, 0], [10, 40, 6]);
        let faults = table([700, 700, 690], [0, 1, 0], [10, 40, 5]).since(&before).faults;
        assert!(faults.len() == 1 && faults[0].contains("wrong values named 0.5000, was 0.6000: worse"), "{faults:?}");
        let faults = table([700, 700, 690], [0, 1, 0], [10, 50, 6]).since(&before).faults;
        assert!(faults.len() == 1 && faults[0].contains("share of all values 0.0500, was 0.0400: worse"), "{faults:?}");
    }
}
