//! What the entries of each list are called and known by.

use super::align::{self, Identity, Pair, folded};
use super::tree::Tree;
use std::collections::{BTreeMap, BTreeSet};

/// The entries of a list in both documents, with a name that no two share.
pub(super) struct Entry {
    pub old: Option<usize>,
    pub new: Option<usize>,
    pub name: String,
}

/// Which entries of a list are the same; `list` is its key.
pub(super) fn entries(list: &str, old: &[Tree], new: &[Tree]) -> Vec<Entry> {
    let identities = |entries: &[Tree]| entries.iter().map(|entry| identity(list, entry)).collect::<Vec<_>>();
    let (old, new) = (identities(old), identities(new));
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    let named = |(one, other): Pair| {
        let of = |at: Option<usize>, entries: &[Identity]| at.map(|at| entries[at].name.clone()).unwrap_or_default();
        let name = Some(of(one, &old)).filter(|name| !name.is_empty()).unwrap_or_else(|| of(other, &new));
        let place = one.or(other).map_or(0, |at| at + 1);
        let name = if name.is_empty() { format!("#{place}") } else { name };
        let n_times = seen.entry(name.clone()).or_default();
        *n_times += 1;
        let name = if *n_times > 1 { format!("{name} ({n_times})") } else { name };
        Entry { old: one, new: other, name }
    };
    align::pairs(&old, &new).into_iter().map(named).collect()
}

fn identity(list: &str, entry: &Tree) -> Identity {
    let word = |key: &str| entry.word(key);
    let person = || {
        let (name, party) = (word("name"), word("party"));
        let own = folded(&name);
        let keys = vec![joined(&[&own, &party]), own.clone()];
        Identity { name, keys, words: own, ..Identity::default() }
    };
    let by_keys = |name: String, keys: Vec<String>| Identity { name, keys, ..Identity::default() };
    match list {
        "attendees" | "absent" | "ballots" | "reservations" => person(),
        "signatures" => {
            let (person, role) = (person(), word("role"));
            let name = if person.name.is_empty() { role.clone() } else { person.name };
            let keys = vec![joined(&[&person.words, &role]), person.words.clone()];
            Identity { name, keys, words: person.words, kind: role, by_place: true }
        }
        "items" | "contents" => matter(entry),
        "sections" => {
            let (kind, heading) = (word("kind"), word("heading"));
            let name = if heading.is_empty() { kind.clone() } else { short(&heading) };
            let keys = vec![joined(&[&kind, "heading", &folded(&heading)]), joined(&[&kind])];
            Identity { name, keys, words: folded(&heading), kind, by_place: true }
        }
        "proposals" => {
            let by = entry.list("by").iter().map(Tree::as_word).collect::<Vec<_>>().join(", ");
            let text = folded(&word("text"));
            let keys = vec![joined(&[&folded(&by), &text]), folded(&by)];
            Identity { name: short(&by), keys, words: cut(&text), by_place: true, ..Identity::default() }
        }
        "earlier_numbers" => {
            let (body, number) = (word("body"), word("number"));
            let keys = vec![joined(&[&folded(&body), &number]), folded(&body)];
            Identity { name: format!("{body} § {number}"), keys, by_place: true, ..Identity::default() }
        }
        "pages" => by_keys(word("number"), vec![word("number")]),
        "corrections" => {
            let place = entry.get("original_span").map(|span| span.to_value().to_string()).unwrap_or_default();
            by_keys(short(&word("original")), vec![joined(&[&place, &word("original")]), place])
        }
        "warnings" => {
            let (code, page) = (word("code"), word("page"));
            let keys = vec![joined(&[&code, &page, &word("message")]), joined(&[&code, &page]), code.clone()];
            by_keys(on_page(&code, &page), keys)
        }
        "review" => by_keys(word("field"), vec![joined(&[&word("field"), &word("reason")]), word("field")]),
        "sensitive" => {
            let (kind, page) = (word("kind"), word("page"));
            by_keys(on_page(&kind, &page), vec![joined(&[&kind, &page])])
        }
        "overrides" => {
            let (field, page) = (word("field"), word("page"));
            let span = entry.get("span").map(|span| span.to_value().to_string()).unwrap_or_default();
            let name = if field.is_empty() { on_page("text", &page) } else { field.clone() };
            by_keys(name, vec![joined(&[&field, &page, &span, &word("at")]), joined(&[&field, &page, &span])])
        }
        "parts" => by_keys(word("file"), vec![word("file")]),
        "models" => by_keys(word("name"), vec![word("name")]),
        _ => {
            let text = entry.as_word();
            let words = folded(&text);
            Identity {
                name: short(&text),
                keys: vec![text, words.clone()],
                words: cut(&words),
                by_place: true,
                kind: String::new(),
            }
        }
    }
}

/// An item, or a line of the contents.
fn matter(entry: &Tree) -> Identity {
    let word = |key: &str| entry.word(key);
    let (number, label, title) = (word("number"), word("label"), word("title"));
    let suffix = Some(word("suffix")).filter(|suffix| !suffix.is_empty()).map(|suffix| format!(" {suffix}"));
    let year = Some(word("year")).filter(|year| !year.is_empty()).map(|year| format!("/{year}"));
    let numbered = match number.as_str() {
        "" => label,
        _ => format!("§ {number}{}{}", suffix.unwrap_or_default(), year.unwrap_or_default()),
    };
    let words = if title.is_empty() { word("text") } else { title.clone() };
    let words = cut(&folded(&words));
    Identity {
        name: if numbered.is_empty() { short(&title) } else { numbered.clone() },
        keys: vec![
            if numbered.is_empty() { String::new() } else { joined(&[&numbered, &folded(&title)]) },
            numbered.clone(),
        ],
        words,
        kind: numbered,
        by_place: true,
    }
}

/// Nothing where the first word is none.
fn joined(words: &[&str]) -> String {
    if words[0].is_empty() { String::new() } else { words.join("\u{1f}") }
}

fn on_page(what: &str, page: &str) -> String {
    if page.is_empty() { what.to_owned() } else { format!("{what}, page {page}") }
}

/// Long enough to tell a thing, short enough for a path.
fn short(text: &str) -> String {
    const MOST: usize = 32;
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    match text.char_indices().nth(MOST) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text,
    }
}

/// What is compared of long texts.
fn cut(text: &str) -> String {
    text.chars().take(200).collect()
}

/// The lists whose entries other values point to.
const POINTED_TO: [&str; 3] = ["attendees", "absent", "items"];

/// Puts names for ids and pointers, which count the entries of their document: one more entry changes all behind it.
pub(super) fn name_references(old: &mut Tree, new: &mut Tree) {
    let (mut old_names, mut new_names) = (Names::default(), Names::default());
    let lists = |tree: &Tree| match tree {
        Tree::Object(entries) => entries.iter().map(|(key, _)| key.clone()).collect(),
        _ => BTreeSet::new(),
    };
    for list in &lists(old) | &lists(new) {
        // Pages are called by their number, which is no place in the list; reviews themselves are not pointed to.
        if ["review", "overrides"].contains(&list.as_str()) {
            continue;
        }
        for entry in entries(&list, old.list(&list), new.list(&list)) {
            for (names, tree, at) in [(&mut old_names, &*old, entry.old), (&mut new_names, &*new, entry.new)] {
                let Some(at) = at else { continue };
                if POINTED_TO.contains(&list.as_str()) {
                    names.by_id.insert(tree.list(&list)[at].word("id"), entry.name.clone());
                }
                names.by_place.insert((list.clone(), at), entry.name.clone());
            }
        }
    }
    old_names.put_into(old);
    new_names.put_into(new);
}

#[derive(Default)]
struct Names {
    by_id: BTreeMap<String, String>,
    by_place: BTreeMap<(String, usize), String>,
}

impl Names {
    fn put_into(&self, tree: &mut Tree) {
        match tree {
            Tree::List(entries) => entries.iter_mut().for_each(|entry| self.put_into(entry)),
            Tree::Object(entries) => {
                for (key, value) in entries {
                    match (key.as_str(), &mut *value) {
                        ("person_id" | "replaces_id" | "item_id", value) => self.name(value),
                        ("person_ids", Tree::List(ids)) => ids.iter_mut().for_each(|id| self.name(id)),
                        ("field", Tree::Leaf(serde_json::Value::String(pointer))) => *pointer = self.path(pointer),
                        (_, value) => self.put_into(value),
                    }
                }
            }
            Tree::Leaf(_) => {}
        }
    }

    fn name(&self, id: &mut Tree) {
        if let Some(name) = self.by_id.get(&id.as_word()) {
            *id = Tree::Leaf(name.as_str().into());
        }
    }

    /// A JSON Pointer as a path that a person understands: `/items/3/title` is `items[§ 12].title`.
    fn path(&self, pointer: &str) -> String {
        let mut path = String::new();
        let mut list = "";
        for (depth, part) in pointer.split('/').skip(1).enumerate() {
            let place: Option<usize> = part.parse().ok();
            let name = place.filter(|_| depth == 1).and_then(|at| self.by_place.get(&(list.to_owned(), at)));
            match (name, place) {
                (Some(name), _) => path += &format!("[{name}]"),
                (None, Some(at)) => path += &format!("[#{}]", at + 1),
                (None, None) if part == "-" => path += "[new]",
                (None, None) => {
                    path += if path.is_empty() { "" } else { "." };
                    path += part;
                }
            }
            list = part;
        }
        path
    }
}
