#!/usr/bin/env python3
"""Learns how likely a value is right by what is said of it: models/confidence.tsv.

usage: learn_confidence.py TERMS.jsonl:GOLD_FOLDER... [--more TERMS.jsonl:GOLD_FOLDER...] [--write models/confidence.tsv]

TERMS.jsonl is what `cargo run --example confidence_terms -- FOLDER...` prints. A gold folder holds <case>.json, or
<case>/gold.json or <case>/expected.json. Learned is a logistic regression for each kind of value. Printed is, for each
pair, how many of the wrong values are less likely right than --doubtful, how many of all are, and how many of the values
that are stated surely are right: with weights learned from other sources. A source is a case's name up to its first
digit, dash or underscore, or with many cases of drawn documents an eighth of them. The cases of --more, such as those of
a program that knows fewer words, are learned from with less weight and not told of.

`odd.` before a statement's name says that it speaks against a value until gold says otherwise.
"""
import argparse, collections, json, pathlib, re, unicodedata
import numpy as np

LEAST_SEEN = 4
LEAST_WEIGHT = 0.02
ODD = -3

def fold(text):
    text = re.sub(r"\s+", " ", unicodedata.normalize("NFC", str(text or ""))).strip().rstrip(".:")
    return text.replace("’", "'").replace("–", "-").replace("—", "-").lower()

class Gold:
    def __init__(self, gold):
        pairs = lambda part, at: [x[at] if isinstance(x, list) else x for x in gold.get(part) or []]
        name = lambda x: fold(x.get("name") if isinstance(x, dict) else x)
        meeting = gold.get("meeting") or gold
        self.is_short = any(isinstance(x, list) for part in ("signatures", "items", "attendees") for x in gold.get(part) or [])
        self.parts = {
            "attendees": None if gold.get("attendees") is None or self.is_short and not gold["attendees"] else {name(x) for x in pairs("attendees", 0)},
            "absent": {name(x) for x in pairs("absent", 0)} if "absent" in gold else None,
            "signatures": {name(x) for x in pairs("signatures", 1)} if "signatures" in gold else None,
        }
        rows = [dict(number=x[0], title=x[1]) if isinstance(x, list) else x for x in gold.get("items") or []]
        self.titles = {(x.get("number"), fold(x["title"])) for x in rows if x.get("title")}
        if self.is_short and not self.titles:
            self.titles = None
        self.replaces = None if self.is_short else {fold(x.get("replaces")) for x in gold.get("attendees") or [] if x.get("replaces")}
        self.meeting = {part: fold(meeting[part]) for part in ("body", "date", "place", "municipality") if part in meeting and not (self.is_short and part in ("place", "municipality"))}

    def judge(self, field, value, items):
        """Whether a value is right; None where the gold does not tell."""
        parts = field.split("/")[1:]
        if parts[0] == "meeting":
            wanted = self.meeting.get(parts[1])
            return None if wanted is None or parts[1] == "body" and not wanted else self.same(parts[1], fold(value), wanted)
        if parts[0] == "items":
            number = items[int(parts[1])]
            return None if self.titles is None else (number, fold(value)) in self.titles
        if parts[2] == "replaces":
            return None if self.replaces is None else fold(value) in self.replaces
        wanted = self.parts[parts[0]]
        return None if wanted is None else fold(value) in wanted

    def same(self, part, value, wanted):
        if part in ("body", "date") or not wanted:
            return value == wanted
        letters = lambda text: re.sub(r"[^\wåäö]+", " ", text).strip()
        return letters(value) in letters(wanted) or letters(wanted) in letters(value)

class Value:
    def __init__(self, group, case, source, weight, field, kind, value, said, is_right):
        self.group, self.case, self.source, self.weight, self.field = group, case, source, weight, field
        self.kind, self.value, self.said, self.is_right = kind, value, dict(said), is_right

def load(pair, weight):
    terms, folder = map(pathlib.Path, pair.split(":")) if pair.count(":") == 1 else (pathlib.Path(pair.rsplit(":", 1)[0]), pathlib.Path(pair.rsplit(":", 1)[1]))
    documents = [json.loads(line) for line in terms.read_text(encoding="utf-8").splitlines()]
    out = []
    for document in documents:
        case = document["case"]
        paths = [folder / f"{case}.json", folder / case / "gold.json", folder / case / "expected.json"]
        path = next((path for path in paths if path.exists()), None)
        if not path:
            continue
        gold = Gold(json.loads(path.read_text(encoding="utf-8")))
        name = re.split(r"[\d_-]", case)[0] or case
        source = f"{folder} {sum(map(ord, case)) % 4}" if path.parent != folder or len(name) < 2 else f"{folder} {name}"
        for one in document["values"]:
            is_right = gold.judge(one["field"], one["value"], document["items"])
            if is_right is not None:
                out.append(Value(str(folder), case, source, weight, one["field"], one["kind"], one["value"], one["said"], is_right))
    return out

def matrix(values, names):
    at = {name: n for n, name in enumerate(names)}
    known = np.zeros((len(values), len(names)))
    for row, value in enumerate(values):
        for name, strength in value.said.items():
            if name in at:
                known[row, at[name]] = strength
    return known

def learn(values, names, ridge):
    """Newton's method on the logistic loss with a ridge around what is believed beforehand."""
    known, wanted = matrix(values, names), np.array([float(value.is_right) for value in values])
    counts = np.array([value.weight for value in values])
    before = np.array([ODD if name.startswith("odd.") else 3.0 if name == "any" else 0.0 for name in names])
    pull = np.array([0.05 if name == "any" else ridge for name in names])
    weights = before.copy()
    for _ in range(30):
        chance = 1 / (1 + np.exp(-known @ weights))
        slope = known.T @ ((chance - wanted) * counts) + pull * (weights - before)
        curve = (known * np.maximum(chance * (1 - chance) * counts, 1e-6)[:, None]).T @ known + np.diag(pull)
        step = np.linalg.solve(curve, slope)
        step *= min(1.0, 2.0 / max(np.abs(step).max(), 1e-9))
        weights -= step
        if np.abs(step).max() < 1e-3:
            break
    return weights

def chances(values, names, weights):
    return 1 / (1 + np.exp(-matrix(values, names) @ weights))

def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pairs", nargs="+")
    parser.add_argument("--more", nargs="*", default=[])
    parser.add_argument("--less", type=float, default=0.1, help="how much a value of --more counts")
    parser.add_argument("--ridge", type=float, default=2.0)
    parser.add_argument("--doubtful", type=float, default=0.95)
    parser.add_argument("--write", type=pathlib.Path)
    parser.add_argument("--show", action="store_true", help="wrong values with their chances")
    options = parser.parse_args()
    told = [value for pair in options.pairs for value in load(pair, 1.0)]
    more = [value for pair in options.more for value in load(pair, options.less)]
    kinds = sorted({value.kind for value in told})
    seen = collections.Counter((value.kind, name) for value in told + more for name in value.said)
    known = {(value.kind, name) for value in told for name in value.said}
    names = {kind: sorted(name for k, name in seen if k == kind and (k, name) in known and seen[k, name] >= LEAST_SEEN) for kind in kinds}
    chance, rows = {}, []
    for kind in kinds:
        own, other = ([value for value in values if value.kind == kind] for values in (told, more))
        for source in sorted({value.source for value in own}):
            left = [value for value in own if value.source == source]
            weights = learn([value for value in own + other if value.source != source], names[kind], options.ridge)
            chance.update(zip(left, chances(left, names[kind], weights)))
        weights = learn(own + other, names[kind], options.ridge)
        rows += [(kind, name, weight) for name, weight in zip(names[kind], weights) if abs(weight) >= LEAST_WEIGHT]
    for group in list(dict.fromkeys(value.group for value in told)) + [""]:
        for part in (("", "name", "title", "body", "place", "date") if not group else ("",)):
            judged = lambda value: value.kind in ("name", "title", "body", "date") and not value.field.endswith("replaces") and not value.field.startswith("/absent")
            own = [value for value in told if (not group or value.group == group) and (value.kind == part or not part and judged(value))]
            wrong = [value for value in own if not value.is_right]
            named = [value for value in own if chance[value] < options.doubtful]
            sure = [value for value in own if chance[value] >= 0.9]
            n_told = sum(not value.is_right for value in named)
            print(f"{(group or 'all')[-30:]:30} {part:6} wrong named {n_told:3} of {len(wrong):3} ({n_told / max(1, len(wrong)):.2f})   "
                  f"of all {len(named):4} of {len(own):5} ({100 * len(named) / max(1, len(own)):.1f} %)   "
                  f"sure {len(sure):5}, right {sum(value.is_right for value in sure) / max(1, len(sure)):.4f}")
    if options.show:
        for value in told:
            if not value.is_right or chance[value] < options.doubtful:
                print(f"{'right' if value.is_right else 'WRONG'} {'named' if chance[value] < options.doubtful else '     '} {chance[value]:.3f} {value.group[-8:]} {value.case[:24]:24} {value.field:22} {str(value.value)[:80]!r} "
                      + " ".join(f"{name}:{strength:.1f}" for name, strength in value.said.items() if name not in ("any", "given")))
    if options.write:
        head = "# kind of value, statement about it, its weight; learned by scripts/learn_confidence.py\n"
        text = "".join(f"{kind}\t{name}\t{weight:.2f}\n" for kind, name, weight in rows)
        options.write.write_text(head + text, encoding="utf-8")

if __name__ == "__main__":
    main()
