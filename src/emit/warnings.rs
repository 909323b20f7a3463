//! What is warned of, each cause once.

use crate::error::{Warning, WarningCode};

/// What was said of several pages in the same words is said once, of the first, with how many others it holds for. A page
/// that was lost is told of each.
pub fn said_once<'w>(warnings: impl Iterator<Item = &'w Warning>) -> Vec<Warning> {
    let mut out: Vec<(Warning, usize)> = Vec::new();
    for warning in warnings {
        let is_same = |one: &Warning| one.code == warning.code && one.message == warning.message;
        match out.iter_mut().find(|(one, _)| is_same(one) && warning.code != WarningCode::PageLost) {
            Some((_, n_others)) => *n_others += 1,
            None => out.push((warning.clone(), 0)),
        }
    }
    let told = |(warning, n_others): (Warning, usize)| match n_others {
        0 => warning,
        1 => Warning { message: format!("{} (and one page more)", warning.message), ..warning },
        n => Warning { message: format!("{} (and {n} pages more)", warning.message), ..warning },
    };
    out.into_iter().map(told).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_holds_for_several_pages_is_said_once() {
        let warning = |code, message: &str, page| Warning { code, message: message.to_owned(), page, bbox: None };
        let layer = |page| warning(WarningCode::TextLayerRejected, "the layer cannot be used", Some(page));
        let lost = |page| warning(WarningCode::PageLost, "the page was lost", Some(page));
        let all = [layer(1), lost(2), layer(3), lost(4), layer(5)];
        let said: Vec<String> = said_once(all.iter()).into_iter().map(|warning| warning.message).collect();
        assert_eq!(said, ["the layer cannot be used (and 2 pages more)", "the page was lost", "the page was lost"]);
    }
}
