#!/usr/bin/env python3
"""Learns what speaks for a sentence's being the decision of its item: models/decisions.tsv.

usage: learn_decisions.py TERMS.jsonl GOLD_FOLDER... [--write models/decisions.tsv] [--show]

TERMS.jsonl is what `cargo run --example decision_terms -- FOLDER...` prints. A gold folder holds <case>.json, or
<case>/gold.json or <case>/expected.json, each with `items` of `number`, `suffix` and `decision`, or `sections` of the
kind `decision`. A sentence decides where the gold's decision holds it. Items with a heading over their decision are
passed over. Learned is a logistic regression with two weights for each kind of evidence: where the sentence before does
not decide, and where it does. Printed is how many decisions are at least 95 % alike on documents of sources that were
not learned from; a source is a case's name up to its first digit, dash or underscore, or with --drawn FOLDER an eighth
of that folder's cases.
"""
import argparse, collections, json, pathlib, re
import numpy as np
from rapidfuzz import fuzz

LEAST_SEEN = 3
LEAST_WEIGHT = 0.05

def letters(text):
    return re.sub(r"\W", "", (text or "").lower())

def alike(a, b):
    squeeze = lambda text: " ".join((text or "").split())
    return fuzz.ratio(squeeze(a), squeeze(b)) >= 95

def gold_decisions(folders, case):
    """Decision by number and suffix, and the folder."""
    for folder in folders:
        for path in (folder / f"{case}.json", folder / case / "gold.json", folder / case / "expected.json"):
            if path.exists():
                items = json.loads(path.read_text(encoding="utf-8")).get("items") or []
                out = {}
                for item in items:
                    parts = [part["text"] for part in item.get("sections") or [] if part["kind"] == "decision"]
                    out.setdefault((item.get("number"), item.get("suffix")), item.get("decision") or "\n".join(parts))
                return out, folder
    return None, None

def labels(sentences, decision):
    """Whether the gold's decision holds each sentence, a letter or two misread."""
    whole, out = letters(decision), []
    for text, _ in sentences:
        own = letters(text)
        if not whole or not own:
            out.append(0)
        elif len(own) < 4:
            out.append(int(own in whole and out[-1:] == [1]))
        elif own in whole:
            out.append(1)
        elif len(own) < 10:
            out.append(0)
        elif len(own) <= len(whole) + 5:
            out.append(int(fuzz.partial_ratio(own, whole) >= 88))
        else:
            out.append(int(fuzz.partial_ratio(whole, own) >= 95 and len(whole) > 0.6 * len(own)))
    return out

class Item:
    def __init__(self, case, source, drawn, sentences, decision):
        self.case, self.source, self.drawn, self.sentences, self.decision = case, source, drawn, sentences, decision
        self.labels = labels(sentences, decision)

def load(terms, folders, drawn):
    out = []
    for line in terms.read_text(encoding="utf-8").splitlines():
        document = json.loads(line)
        case = document["case"]
        gold, folder = gold_decisions(folders, case)
        for item in document["items"] if gold else []:
            decision = gold.pop((item["number"], item["suffix"]), None)
            if decision is None or item["headed"] or not item["sentences"]:
                continue
            is_drawn = folder in drawn
            source = f"drawn {sum(map(ord, case)) % 8}" if is_drawn else re.split(r"[\d_-]", case)[0] or case
            out.append(Item(case, source, is_drawn, item["sentences"], decision))
    return out

def matrix(items, names):
    at, rows, wanted = {name: n for n, name in enumerate(names)}, [], []
    for item in items:
        before = 0
        for (_, found), decides in zip(item.sentences, item.labels):
            row = np.zeros(2 * len(names))
            row[[at[name] + before * len(names) for name in found if name in at]] = 1
            rows.append(row); wanted.append(decides); before = decides
    return np.array(rows), np.array(wanted, dtype=float)

def learn(items, names, options):
    """Newton's method on the logistic loss with a ridge."""
    known, wanted = matrix(items, names)
    counts = np.array([1.0 if item.drawn else options.real for item in items for _ in item.sentences])
    weights = np.zeros(known.shape[1])
    for _ in range(15):
        chance = 1 / (1 + np.exp(-known @ weights))
        slope = known.T @ ((chance - wanted) * counts) + options.ridge * weights
        curve = (known * np.maximum(chance * (1 - chance) * counts, 1e-4)[:, None]).T @ known
        step = np.linalg.solve(curve + options.ridge * np.eye(len(weights)), slope)
        weights -= step
        if np.abs(step).max() < 1e-3:
            break
    return weights

def decide(item, names, weights):
    at, before, out = {name: n for n, name in enumerate(names)}, 0, []
    for _, found in item.sentences:
        before = int(sum(weights[at[name] + before * len(names)] for name in found if name in at) > 0)
        out.append(before)
    return out

def score(items, chosen):
    """Right, found, wanted, and the items that are wrong."""
    right, found, wanted, wrong = 0, 0, 0, []
    for item, which in zip(items, chosen):
        text = " ".join(text for (text, _), is_chosen in zip(item.sentences, which) if is_chosen)
        is_right = bool(text and item.decision and alike(text, item.decision))
        right += is_right; found += bool(text); wanted += bool(item.decision)
        if not is_right and (text or item.decision):
            wrong.append((item, which))
    return right, found, wanted, wrong

def told(counts):
    right, found, wanted = counts[:3]
    return f"F1 {2 * right / max(found + wanted, 1):.3f} ({right} right, {found} found, {wanted} wanted)"

def show(item, which, names, weights):
    at, before = {name: n for n, name in enumerate(names)}, 0
    print(f"  ## {item.case} | {item.decision[:120]!r}")
    for (text, found), is_chosen, label in zip(item.sentences, which, item.labels):
        own = sorted(((weights[at[name] + before * len(names)], name) for name in found if name in at), key=lambda one: -abs(one[0]))
        why = "" if is_chosen == label else " ".join(f"{name}{weight:+.1f}" for weight, name in own[:8])
        print(f"    {'+' if is_chosen else ' '}{'*' if label else ' '} {sum(weight for weight, _ in own):5.1f} {text[:100]}  {why}")
        before = is_chosen

def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("terms", type=pathlib.Path)
    parser.add_argument("gold", type=pathlib.Path, nargs="+")
    parser.add_argument("--drawn", type=pathlib.Path, action="append", default=[], help="a gold folder of invented documents")
    parser.add_argument("--real", type=float, default=1.0, help="how much more a sentence of another folder counts")
    parser.add_argument("--ridge", type=float, default=0.5)
    parser.add_argument("--write", type=pathlib.Path)
    parser.add_argument("--show", action="append", default=[], help="a source whose wrong decisions are printed")
    options = parser.parse_args()
    items = load(options.terms, options.drawn + options.gold, options.drawn)
    seen = collections.Counter(name for item in items for _, found in item.sentences for name in set(found))
    names = sorted(name for name, n in seen.items() if n >= LEAST_SEEN)
    totals = {True: [0, 0, 0], False: [0, 0, 0]}
    for source in sorted({item.source for item in items}):
        own = [item for item in items if item.source == source]
        weights = learn([item for item in items if item.source != source], names, options)
        counts = score(own, [decide(item, names, weights) for item in own])
        totals[own[0].drawn] = [a + b for a, b in zip(totals[own[0].drawn], counts)]
        if not own[0].drawn:
            print(f"{source:16} {told(counts)}")
        if source in options.show or own[0].drawn and "drawn" in options.show:
            for item, which in counts[3]:
                show(item, which, names, weights)
    print(f"other sources    {told(totals[False])}\ndrawn            {told(totals[True])}")
    weights = learn(items, names, options)
    for drawn in (False, True):
        own = [item for item in items if item.drawn == drawn]
        print(f"{'drawn' if drawn else 'others'}, all learned {told(score(own, [decide(item, names, weights) for item in own]))}")
    rows = [(name, weights[n], weights[n + len(names)]) for n, name in enumerate(names)]
    rows = "".join(f"{name}\t{a:.2f}\t{b:.2f}\n" for name, a, b in rows if max(abs(a), abs(b)) >= LEAST_WEIGHT)
    if options.write:
        head = "# evidence of a sentence, its weight where the one before does not decide, where it does; learned by scripts/learn_decisions.py\n"
        options.write.write_text(head + rows, encoding="utf-8")

if __name__ == "__main__":
    main()
