#!/usr/bin/env python3
"""Learns what the statements about a run of numbers weigh: models/outline.tsv.

usage: learn_outline.py TERMS.jsonl GOLD_FOLDER... [--write models/outline.tsv]

TERMS.jsonl is what `cargo run --example outline_terms -- FOLDER...` prints. A gold folder holds <case>.json, or
<case>/gold.json or <case>/expected.json, each with `items` of `number` and `page_first` (or `page`). The weights are those
under which the right run of each document is the likeliest (softmax over the runs of a document, a run being the
righter the more of the gold's numbers stand on their pages). Printed is also how it does on documents of sources that it
has not learned from; a source is a case's name up to its first digit or dash.
"""
import argparse, json, pathlib, re
from collections import Counter
import numpy as np

def gold_items(folders, case):
    for folder in folders:
        for path in (folder / f"{case}.json", folder / case / "gold.json", folder / case / "expected.json"):
            if path.exists():
                gold = json.loads(path.read_text(encoding="utf-8"))
                items = gold.get("items") or []
                return Counter((item.get("number") or 0, item.get("page_first") or item.get("page")) for item in items)
    return None

def f1(run, gold):
    found = Counter((number, page) for number, page, _ in run["headings"])
    return 2 * sum((found & gold).values()) / (sum(found.values()) + sum(gold.values()))

# What one would guess from minutes in general: the gold moves the weights from here, as far as it has something to say.
# A statement that is guessed to speak for a run never speaks against it, nor the other way round; 0 may do either.
GUESS = {
    "rises_best": 0.5, "length": 4, "share_of_text": 2.5, "told_within": 4, "orders_within": -4, "text_behind": 1.5,
    "nothing_behind": -1.5, "range_covered": 3, "range_first": 1, "range_last": 1, "range_outside": -2,
    "no_range_begins_at_one": 0.8, "no_range_other_begins_later": -0.6, "ragged": -1, "white_above": 0.6, "set_apart": 0.8,
    "in_contents": -1.5, "like_contents": -2, "titles_before": 0.8, "titles_after": -0.8, "holes": -1, "leap": -1, "matters": 1.5,
    "first_is_opening": 0.7, "last_is_closing": 0.5, "within_a_step": -1.5, "page_tops": 0.5, "decision_headings": 0.8,
    "after_signatures": -3, "weight": 0.5, "sign": 2, "word": 1.5, "dotted": 0.2, "slash": 0.5, "bracket": -0.8,
    "decimal": -0.5, "bare": -0.5, "headed": -3, "mixed": -0.8, "single": -1,
    "repeated": -2, "cited": -3,
}
FORMS = {"sign", "word", "dotted", "slash", "bracket", "decimal", "prefix", "bare", "headed", "mixed"}

def learn(documents, names, rounds, rate=0.05, keep_near=0.3):
    """Adam on the softmax loss of all documents at once; weights keep near the guess where the gold is silent."""
    terms = np.concatenate([terms for terms, _, _ in documents])
    starts = np.cumsum([0] + [len(quality) for _, quality, _ in documents[:-1]])
    sizes = [len(quality) for _, quality, _ in documents]
    counts = np.repeat([count for _, _, count in documents], sizes)
    # Runs nearly as right as the best share its place.
    target = np.concatenate([np.exp((quality - quality.max()) / 0.03) for _, quality, _ in documents])
    target /= np.repeat(np.add.reduceat(target, starts), sizes)
    guess = np.array([GUESS.get(name, 0.0) for name in names])
    free = np.array([name in FORMS or name not in GUESS for name in names])
    low = np.where(free | (guess < 0), -np.inf, 0.0)
    high = np.where(free | (guess > 0), np.inf, 0.0)
    weights, m, v = guess.copy(), np.zeros(len(names)), np.zeros(len(names))
    total = sum(count for _, _, count in documents)
    for step in range(1, rounds + 1):
        scores = terms @ weights
        chances = np.exp(scores - np.repeat(np.maximum.reduceat(scores, starts), sizes))
        chances /= np.repeat(np.add.reduceat(chances, starts), sizes)
        gradient = terms.T @ (counts * (chances - target)) / total + keep_near * (weights - guess)
        m = 0.9 * m + 0.1 * gradient; v = 0.999 * v + 0.001 * gradient ** 2
        weights = np.clip(weights - rate * (m / (1 - 0.9 ** step)) / (np.sqrt(v / (1 - 0.999 ** step)) + 1e-8), low, high)
    return weights

def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("terms", type=pathlib.Path)
    parser.add_argument("gold", type=pathlib.Path, nargs="+")
    parser.add_argument("--write", type=pathlib.Path)
    parser.add_argument("--show", action="store_true", help="name the documents that a run of another source is taken for")
    options = parser.parse_args()
    documents, names, sources = [], None, []
    for line in options.terms.read_text(encoding="utf-8").splitlines():
        document = json.loads(line)
        gold = gold_items(options.gold, document["case"])
        if not gold or not document["runs"]:
            continue
        names = names or list(document["runs"][0]["terms"])
        terms = np.array([[run["terms"][name] for name in names] for run in document["runs"]])
        quality = np.array([f1(run, gold) for run in document["runs"]])
        sources.append(re.split(r"[\d-]", document["case"])[0] or document["case"])
        documents.append((terms, quality, 1.0, document["case"], sum(gold.values())))
    counts = {source: sources.count(source) for source in sources}
    # Many documents of one source tell hardly more than a few.
    data = [(terms, quality, counts[source] ** -0.5) for (terms, quality, _, _, _), source in zip(documents, sources)]
    # Sources with two documents or more are left out one by one, all others in eight parts.
    groups = [source if counts[source] > 1 else f"part {sum(map(ord, source)) % 8}" for source in sources]
    got, best, lost = 0.0, 0.0, []
    for source in sorted(set(groups)):
        weights = learn([one for one, own in zip(data, groups) if own != source], names, rounds=600)
        for (terms, quality, _, case, n), own in zip(documents, groups):
            if own == source:
                chosen = quality[np.argmax(terms @ weights)]
                got += chosen * n; best += quality.max() * n
                if chosen < quality.max() - 0.005:
                    lost.append(f"{case}: {chosen:.2f} where {quality.max():.2f} could be")
    total = sum(n for *_, n in documents)
    print(f"{len(documents)} documents of {len(counts)} sources: {got / total:.4f} of other sources' weights, {best / total:.4f} could be")
    if options.show:
        print("\n".join(lost))
    weights = learn(data, names, rounds=1500)
    own = sum(quality[np.argmax(terms @ weights)] * n for terms, quality, _, _, n in documents)
    print(f"{own / total:.4f} of their own")
    rows = "".join(f"{name}\t{weight:.3f}\n" for name, weight in zip(names, weights))
    if options.write:
        options.write.write_text("# term of a run of numbers, its weight; learned by scripts/learn_outline.py\n" + rows, encoding="utf-8")
    else:
        print(rows, end="")

if __name__ == "__main__":
    main()
