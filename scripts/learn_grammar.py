#!/usr/bin/env python3
"""Learns what a sentence says of words that differ by dots alone: dictionaries/grammar.tsv.

usage: learn_grammar.py --prose TERMS.jsonl... --minutes TERMS.jsonl... [--leave-out TEXT] [--write FILE]

TERMS.jsonl is what `cargo run --release --example grammar_terms -- TEXT...` prints of printed texts: for each word that
has variants, which is right, how likely each is by its neighbours, and what stands around it. Learned is for each
plain spelling (*har*) a logistic regression: how far the neighbours are believed, and what each piece of evidence says
for each variant. Minutes count more than other prose, of which there is more. Printed is how many words are wrong by
their neighbours alone and with the evidence; with --leave-out, of the texts whose path holds TEXT, and these are not
learned from.
"""
import argparse, collections, json, math, pathlib, random

PLAIN = str.maketrans("åäöé", "aaoe")
# A variant that was seen less often is no word to learn of, evidence that was seen less often no evidence.
LEAST_SEEN, LEAST_EVIDENCE, LEAST_WEIGHT = 10, 4, 0.08
MINUTES, EPOCHS, RATE, DECAY = 6, 6, 0.15, 1e-4
# What stands anywhere on a side tells less than it seems to: words come in company.
HEAP_RATE, NEIGHBOURS_RATE, NEIGHBOURS_LEAST = 0.3, 0.003, 0.3


class Word:
    def __init__(self, row):
        self.variants = [word for word, _ in row["readings"]]
        self.logs = [math.log(max(p, 1e-9)) for _, p in row["readings"]]
        self.right = self.variants.index(row["right"])
        self.evidence = sorted(set(row["evidence"]))
        self.plain = row["right"].translate(PLAIN)
        self.file = row["file"]


def load(paths):
    rows = (json.loads(line) for path in paths for line in path.open(encoding="utf-8"))
    return [Word(row) for row in rows if row["right"] in {word for word, _ in row["readings"]}]


class Model:
    def __init__(self, words):
        seen = collections.Counter(word.variants[word.right] for word in words)
        often = collections.Counter(word.translate(PLAIN) for word, n in seen.items() if n >= LEAST_SEEN)
        self.believed = {plain: 1.0 for plain, n in often.items() if n > 1}
        words = [word for word in words if word.plain in self.believed]
        counts = collections.Counter((piece, word.plain) for word in words for piece in word.evidence)
        self.weights = {}
        squares = collections.defaultdict(float)
        for _ in range(EPOCHS):
            random.shuffle(words)
            for word in words:
                pieces = [piece for piece in word.evidence if counts[piece, word.plain] >= LEAST_EVIDENCE]
                p = self.probabilities(word, pieces)
                slope = 0.0
                for at, variant in enumerate(word.variants):
                    error = (at == word.right) - p[at]
                    if abs(error) < 1e-3:
                        continue
                    slope += error * word.logs[at]
                    for piece in pieces:
                        old = self.weights.get((piece, variant), 0.0)
                        gradient = error - DECAY * old
                        squares[piece, variant] += gradient * gradient
                        rate = RATE * (HEAP_RATE if piece[1] == " " else 1.0)
                        self.weights[piece, variant] = old + rate * gradient / math.sqrt(0.1 + squares[piece, variant])
                believed = self.believed[word.plain] + NEIGHBOURS_RATE * max(-3.0, min(3.0, slope))
                self.believed[word.plain] = max(NEIGHBOURS_LEAST, min(1.0, believed))
        self.weights = {key: weight for key, weight in self.weights.items() if abs(weight) >= LEAST_WEIGHT}

    def scores(self, word, pieces):
        believed = self.believed.get(word.plain, 1.0)
        of = lambda variant: sum(self.weights.get((piece, variant), 0.0) for piece in pieces)
        return [believed * log + of(variant) for variant, log in zip(word.variants, word.logs)]

    def probabilities(self, word, pieces):
        scores = self.scores(word, pieces)
        exponents = [math.exp(score - max(scores)) for score in scores]
        return [exponent / sum(exponents) for exponent in exponents]

    def is_wrong(self, word):
        scores = self.scores(word, word.evidence)
        return scores.index(max(scores)) != word.right

    def rows(self):
        for plain, believed in self.believed.items():
            yield "=", plain, believed
        for (piece, variant), weight in self.weights.items():
            yield piece, variant, weight


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--prose", nargs="*", type=pathlib.Path, default=[])
    parser.add_argument("--minutes", nargs="*", type=pathlib.Path, default=[])
    parser.add_argument("--leave-out", metavar="TEXT")
    parser.add_argument("--write", type=pathlib.Path)
    arguments = parser.parse_args()
    random.seed(1)
    prose, minutes = load(arguments.prose), load(arguments.minutes)
    is_out = lambda word: arguments.leave_out is not None and arguments.leave_out in word.file
    learned = [word for word in prose if not is_out(word)] + [word for word in minutes if not is_out(word)] * MINUTES
    model = Model(learned)
    told = [word for word in prose + minutes if is_out(word)] or minutes
    before = sum(word.logs.index(max(word.logs)) != word.right for word in told)
    after = sum(model.is_wrong(word) for word in told)
    print(f"{len(model.believed)} plain spellings, {len(model.weights)} weights")
    print(f"{len(told)} words with variants, {'left out' if arguments.leave_out else 'learned from'}: "
          f"{before} wrong by their neighbours, {after} with their sentences")
    if arguments.write:
        notice = "".join(line for line in arguments.write.open(encoding="utf-8") if line.startswith("#")) \
            if arguments.write.exists() else ""
        rows = sorted(f"{piece}\t{word}\t{weight:.2f}\n" for piece, word, weight in model.rows())
        arguments.write.write_text(notice + "".join(rows), encoding="utf-8")


if __name__ == "__main__":
    main()
