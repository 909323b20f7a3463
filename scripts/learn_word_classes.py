#!/usr/bin/env python3
"""Learns classes of words by their endings, from Hunspell's Swedish inflections: dictionaries/word-classes.tsv.

usage: learn_word_classes.py [--packages DIR] [--cost COST]

DIR is where build_dictionaries.py keeps the packages it fetches. Each stem's suffixes tell which class each of its
forms has (Hunspell has no names for classes: what an *r* behind a stem in *a* makes is a present tense). The forms are
spelt backwards into a tree, and an ending is listed where that costs less than the words that would have a wrong class,
common words counting more. A whole word is listed as an ending that begins with `^`. Words of function-words.tsv, whose
classes are written by hand, are left out.
"""
import argparse, math, pathlib, sys

from build_dictionaries import Hunspell, WORD, fetch

DICTIONARIES = pathlib.Path(__file__).resolve().parent.parent / "dictionaries"
CLASSES = "FBfSWMmINDPA"
UNKNOWN = len(CLASSES)
NOTICE = """\
# ending, class; ^ begins a whole word
# LGPL-3.0; learned by scripts/learn_word_classes.py from the Swedish Hunspell dictionary DSSO, (c) Göran Andersson and
# others. F finite verb, B preterite or participle, f finite verb or noun, S supine, I infinitive, M imperative, W
# infinitive or imperative, m imperative or noun, N noun, D definite noun, P plural noun, A adjective.
"""


class Forms(Hunspell):
    """The classes that each form may have, by the suffixes that its stem takes."""

    def __init__(self, folder):
        self.classes = {}
        super().__init__(folder)

    def put(self, form, classes):
        if form.islower() and WORD.fullmatch(form):
            self.classes.setdefault(form, set()).update(classes)

    def add(self, stem, flags):
        if stem.endswith("-"):
            return
        has = lambda letters: not set(letters).isdisjoint(flags)
        in_a = stem[-1] == "a"
        vowel = stem[-1] in "aeioåäöuy"
        is_verb = in_a and (has("mKJLP") or has("R") and not has("G")) or vowel and has("m") and has("MN")
        is_noun = has("EGC") if in_a else has("BCDEFGHI")
        if not has("Z¤"):
            if is_verb:
                self.put(stem, "IM" if has("m") else "I")
            if is_noun and (not is_verb or has("EGHI")):
                self.put(stem, "N")
            if not is_verb and not is_noun and has("OPKLMNQ"):
                self.put(stem, "A")
        if has("Z"):
            return
        for flag in flags:
            for strip, add, more, condition in self.rules.get(flag, ()):
                if stem.endswith(strip) and condition.search(stem) and "W" not in more and not add.endswith("-"):
                    form = stem[:len(stem) - len(strip)] + add
                    of = of_verb if is_verb else of_noun if is_noun else of_other
                    self.put(form, of(flag, strip, add, stem, flags))


def of_verb(flag, strip, add, stem, flags):
    in_a = stem[-1] == "a"
    if flag == "A":
        return "FI" if in_a and "m" in flags else "I"
    if flag == "K":
        return "A" if add in ("dd", "dda") else "S" if add in ("t", "it", "tt", "ummit", "upit", "utit") else "F"
    if flag == "L":
        return "S" if add.endswith("ts") and add not in ("äts", "ets", "öts") else "F"
    if flag in "MN":
        return "S" if add in ("t", "tt", "vit", "agit", "ts", "tts", "agits", "its") else "F"
    if flag == "J":
        return "M" if strip in ("a", "ma") else "P"
    if flag == "P":
        return {"de": "FA", "t": "SA"}.get(add, "A")
    if flag in "BDF":
        return "D" if add in ("ndet", "ndets", "ndena", "ndenas") else "A"
    if flag in "GHI":
        return "D" if add.rstrip("s").endswith("na") else "P"
    return {"m": "F", "R": "F", "O": "A", "E": "D", "T": "D" if add.startswith(("rna", "ren")) else "N"}.get(flag, "")


def of_noun(flag, strip, add, stem, flags):
    if flag in "BCDEF":
        return "A" if add.startswith("nde") else "D"
    if flag in "GHIJT":
        return "D" if add.rstrip("s").endswith("na") else "P"
    return "A" if flag in "OPKLMNQ" else "N" if flag == "A" else ""


def of_other(flag, strip, add, stem, flags):
    return "A" if flag in "OPKLMNQRT" else ""


def letter(classes):
    """One letter for all that a form may be."""
    if "F" in classes:
        return "B" if classes == {"F", "A"} else "F" if classes <= {"F", "I", "M"} else "f"
    if "S" in classes:
        return "S"
    if "M" in classes:
        return "W" if "I" in classes else "M" if classes == {"M"} else "m"
    return next(c for c in "INDPA" if c in classes)


def rows(path):
    lines = path.read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if line and not line.startswith("#")]


def weighed(forms):
    """Form -> class, and what it costs to be wrong about it."""
    by_hand = {row[0].removeprefix("^") for row in rows(DICTIONARIES / "function-words.tsv")}
    words = {}
    for word, per_billion, _ in rows(DICTIONARIES / "words.tsv"):
        if forms.get(word) and word not in by_hand and len(word) > 1:
            words[word] = (letter(forms[word]), math.sqrt(float(per_billion) / 300))
    for form, classes in forms.items():
        if classes and form not in words and form not in by_hand and len(form) <= 16 and letter(classes) in "FSBIWM":
            words[form] = (letter(classes), 0.3)
    return words


class Tree:
    def __init__(self):
        self.under, self.leaf = {}, None

    def put(self, word, leaf):
        node = self
        for c in reversed("^" + word):
            node = node.under.setdefault(c, Tree())
        node.leaf = leaf

    def costs(self, cost):
        """What all below costs, for each class that a shorter ending may have given it."""
        sums = [0.0] * (UNKNOWN + 1)
        if self.leaf:
            at, weight = CLASSES.index(self.leaf[0]), self.leaf[1]
            sums = [0.0 if at == i else weight for i in range(UNKNOWN + 1)]
        for node in self.under.values():
            sums = [a + b for a, b in zip(sums, node.costs(cost))]
        self.best = min(range(UNKNOWN), key=sums.__getitem__)
        self.is_listed = [sums[self.best] + cost < own for own in sums]
        return [min(own, sums[self.best] + cost) for own in sums]

    def endings(self, ending="", given=UNKNOWN):
        for c, node in self.under.items():
            if node.is_listed[given]:
                yield c + ending, CLASSES[node.best]
            yield from node.endings(c + ending, node.best if node.is_listed[given] else given)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--packages", type=pathlib.Path, default=pathlib.Path("target/packages"))
    parser.add_argument("--cost", type=float, default=1.0)
    arguments = parser.parse_args()
    fetch(arguments.packages)
    tree = Tree()
    for word, leaf in weighed(Forms(arguments.packages).classes).items():
        tree.put(word, leaf)
    tree.costs(arguments.cost)
    endings = sorted(tree.endings())
    text = NOTICE + "".join(f"{ending}\t{letter}\n" for ending, letter in endings)
    (DICTIONARIES / "word-classes.tsv").write_text(text, encoding="utf-8")
    print(f"{len(endings)} endings")


if __name__ == "__main__":
    sys.setrecursionlimit(10_000)
    main()
