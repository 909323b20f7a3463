//! A document as JSON that keeps the order of its keys, so that changes come in the order of the file.

use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};
use serde_json::Value;
use std::fmt;

#[derive(Clone, PartialEq, Debug)]
pub enum Tree {
    /// Null, a number, a text, true or false.
    Leaf(Value),
    List(Vec<Tree>),
    Object(Vec<(String, Tree)>),
}

impl Tree {
    pub fn get(&self, key: &str) -> Option<&Tree> {
        match self {
            Tree::Object(entries) => entries.iter().find(|(name, _)| name == key).map(|(_, value)| value),
            _ => None,
        }
    }

    /// The entries of the list under a key; none where there is no list.
    pub fn list(&self, key: &str) -> &[Tree] {
        match self.get(key) {
            Some(Tree::List(entries)) => entries,
            _ => &[],
        }
    }

    /// What a key holds, as a text; empty where that is null or no leaf.
    pub fn word(&self, key: &str) -> String {
        self.get(key).map(Tree::as_word).unwrap_or_default()
    }

    /// A leaf as a text.
    pub fn as_word(&self) -> String {
        match self {
            Tree::Leaf(Value::String(text)) => text.clone(),
            Tree::Leaf(Value::Null) | Tree::List(_) | Tree::Object(_) => String::new(),
            Tree::Leaf(value) => value.to_string(),
        }
    }

    pub fn to_value(&self) -> Value {
        match self {
            Tree::Leaf(value) => value.clone(),
            Tree::List(entries) => Value::Array(entries.iter().map(Tree::to_value).collect()),
            Tree::Object(entries) => {
                Value::Object(entries.iter().map(|(key, value)| (key.clone(), value.to_value())).collect())
            }
        }
    }
}

impl<'de> Deserialize<'de> for Tree {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Tree, D::Error> {
        deserializer.deserialize_any(Trees)
    }
}

struct Trees;

impl<'de> Visitor<'de> for Trees {
    type Value = Tree;

    fn expecting(&self, out: &mut fmt::Formatter) -> fmt::Result {
        out.write_str("JSON")
    }

    fn visit_unit<E>(self) -> Result<Tree, E> {
        Ok(Tree::Leaf(Value::Null))
    }

    fn visit_bool<E>(self, value: bool) -> Result<Tree, E> {
        Ok(Tree::Leaf(value.into()))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Tree, E> {
        Ok(Tree::Leaf(value.into()))
    }

    fn visit_u64<E>(self, value: u64) -> Result<Tree, E> {
        Ok(Tree::Leaf(value.into()))
    }

    fn visit_f64<E>(self, value: f64) -> Result<Tree, E> {
        Ok(Tree::Leaf(value.into()))
    }

    fn visit_str<E>(self, value: &str) -> Result<Tree, E> {
        Ok(Tree::Leaf(value.into()))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Tree, A::Error> {
        let mut entries = Vec::new();
        while let Some(entry) = seq.next_element()? {
            entries.push(entry);
        }
        Ok(Tree::List(entries))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Tree, A::Error> {
        let mut entries = Vec::new();
        while let Some(entry) = map.next_entry()? {
            entries.push(entry);
        }
        Ok(Tree::Object(entries))
    }
}
