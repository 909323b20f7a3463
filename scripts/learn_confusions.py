#!/usr/bin/env python3
"""Learns how engines misread Swedish print: renders text, reads it with Tesseract, aligns the two, counts.

usage: learn_confusions.py render TEXT WORK --fonts DIR [--pages N] [--damage]
       learn_confusions.py read WORK --engine NAME [--model MODEL] [--tessdata DIR]
       learn_confusions.py learn OUT WORK... --engine NAME [--engine NAME ...]

`render` sets the lines of TEXT (any Swedish prose that no dictionary was made for; headings, names, numbers
and paragraph signs are mixed in from dictionaries/) in the fonts of DIR, a page image each, with its lines beside it.
`read` runs Tesseract on the pages. `learn` writes OUT (dictionaries/confusions.tsv): engine, what was read, what
was printed, and the cost, -100 log10 of how often print is read so. Rendering needs Pillow, learning rapidfuzz.
"""

import argparse
import collections
import math
import os
import pathlib
import random
import re
import subprocess
import unicodedata

LETTERS = "åäöÅÄÖ"
MAX_SIDE = 3


def lists(name, n):
    path = pathlib.Path(__file__).resolve().parent.parent / "dictionaries" / name
    rows = [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    rows.sort(key=lambda row: -int(row[1]))
    return [row[0] for row in rows[:n]]


# --- render -------------------------------------------------------------------------------------------------------

def lines_of(text, width, rng, names):
    """Prose broken at `width` characters, with the other lines that minutes hold."""
    given, surnames, places, words = names
    for paragraph in text:
        line = ""
        for word in paragraph.split():
            if len(line) + len(word) + 1 > width:
                yield line
                line = word
            else:
                line = f"{line} {word}".strip()
        yield line
        kind = rng.random()
        if kind < 0.25:
            yield f"{rng.choice(given)} {rng.choice(surnames)} ({rng.choice('SMCLVsmc')}), {rng.choice(words)}"
        elif kind < 0.35:
            yield f"{rng.choice(places)}s kommun".upper() if rng.random() < 0.5 else f"{rng.choice(places)} {rng.choice(places)}"
        elif kind < 0.45:
            yield " ".join(rng.choice(words) for _ in range(rng.randint(1, 3))).upper()
        elif kind < 0.60:
            n = rng.randint(1, 400)
            yield rng.choice([f"§ {n} {rng.choice(words).capitalize()}", f"§§ {n}-{n + rng.randint(1, 20)}", f"KS § {n}",
                              f"{rng.randint(1, 99)} % av {rng.choice(words)}", f"kl. {rng.randint(8, 20):02}.{rng.choice(['00', '15', '30'])}–{rng.randint(8, 20):02}.00"])


def render(options):
    from PIL import Image, ImageDraw, ImageFilter, ImageFont
    rng = random.Random(options.seed)
    paragraphs = [p for p in options.text.read_text(encoding="utf-8").split("\n") if p.strip()]
    rng.shuffle(paragraphs)
    names = (lists("given-names.tsv", 3000), lists("surnames.tsv", 2500), lists("places.tsv", 1500), lists("words.tsv", 30000))
    fonts = sorted(p for p in options.fonts.rglob("*") if p.suffix in (".ttf", ".otf")
                   and re.search("regular|roman|-reg|sans\\.|serif\\.|mono\\.|bold\\.", p.name.lower())
                   and not re.search("italic|oblique|math|symbol|condensed|light|thin|chorus|adventor", p.name.lower()))
    lines = lines_of(paragraphs, 78, rng, names)
    options.work.mkdir(parents=True, exist_ok=True)
    for page in range(options.pages):
        size = rng.choice([42, 46, 46, 50, 54])
        font = ImageFont.truetype(str(fonts[page % len(fonts)]), size)
        image = Image.new("L", (2480, 3508), 255)
        draw = ImageDraw.Draw(image)
        y, kept = 200, []
        while y < 3250:
            line = next(lines, None)
            if line is None:
                break
            if not line.strip():
                continue
            line = unicodedata.normalize("NFC", line)
            if draw.textlength(line, font=font) > 2200:
                while draw.textlength(line, font=font) > 2200 and " " in line:
                    line = line.rsplit(" ", 1)[0]
            draw.text((160, y), line, font=font, fill=rng.randint(0, 50))
            kept.append(line)
            y += int(size * 1.5)
        if not kept:
            break
        if options.damage:
            image = image.filter(ImageFilter.GaussianBlur(rng.choice([0.6, 1.0, 1.6])))
            noise = Image.effect_noise(image.size, rng.choice([10, 30, 50]))
            image = Image.blend(image, noise, rng.choice([0.08, 0.15, 0.25])).rotate(rng.uniform(-0.5, 0.5), fillcolor=230)
        image.save(options.work / f"{page:03}.png")
        (options.work / f"{page:03}.gold.txt").write_text("\n".join(kept) + "\n", encoding="utf-8")


def read(options):
    for image in sorted(options.work.glob("*.png")):
        out = image.with_suffix(f".{options.engine}.txt")
        if out.exists():
            continue
        command = ["tesseract", str(image), "-", "-l", options.model or options.engine]
        if options.tessdata:
            command += ["--tessdata-dir", str(options.tessdata)]
        done = subprocess.run(command, capture_output=True, env={**os.environ, "OMP_THREAD_LIMIT": "1"})
        out.write_bytes(done.stdout)


# --- learn ------------------------------------------------------------------------------------------------------------

def aligned_lines(gold, seen):
    """Printed lines and what was read of them; lines that were not found are left out."""
    from rapidfuzz import fuzz
    at = 0
    for line in gold:
        best, where = 0, None
        for i in range(at, min(at + 6, len(seen))):
            score = fuzz.ratio(line, seen[i])
            if score > best:
                best, where = score, i
        if best >= 60:
            at = where + 1
            yield line, seen[where]


def segments(printed, read):
    """(printed, read) of the places where the two differ, and of each letter that was read right."""
    from rapidfuzz.distance import Levenshtein
    blocks = []
    for op in Levenshtein.opcodes(printed, read):
        a, b = printed[op.src_start:op.src_end], read[op.dest_start:op.dest_end]
        if op.tag == "equal":
            blocks += [(x, x) for x in a]
            blocks.append(None)
            continue
        if blocks and blocks[-1] is not None and blocks[-1][0] != blocks[-1][1]:
            blocks[-1] = (blocks[-1][0] + a, blocks[-1][1] + b)
        else:
            if blocks and blocks[-1] is None:
                blocks.pop()
            blocks.append((a, b))
    blocks = [b for b in blocks if b]
    merged = []
    for i, (a, b) in enumerate(blocks):
        # `éa` for `ä` comes out of the aligner as an insertion beside a replacement: take them as one.
        if a == "" and merged and merged[-1][0] != merged[-1][1]:
            merged[-1] = (merged[-1][0], merged[-1][1] + b)
        elif a == "" and i + 1 < len(blocks) and blocks[i + 1][0] == blocks[i + 1][1] and len(blocks[i + 1][0]) == 1:
            blocks[i + 1] = (blocks[i + 1][0], b + blocks[i + 1][1])
        elif a == "" and merged:
            merged[-1] = (merged[-1][0], merged[-1][1] + b)
        elif b == "" and merged:
            merged[-1] = (merged[-1][0] + a, merged[-1][1])
        else:
            merged.append((a, b))
    for a, b in merged:
        if len(a) == len(b) > 1:
            yield from zip(a, b)
        else:
            yield a, b


def doublings(rows):
    """A letter read as two of its misreadings side by side, as engines do with letters that they lack.

    The pairs are too many to see each; their cost is that of the two and of the doublings that were seen.
    """
    known = {(engine, read, printed): cost for engine, read, printed, cost in rows}
    single = [row for row in rows if len(row[1]) == 1 and len(row[2]) == 1 and row[2] in LETTERS]
    seen, expected = 0.0, 0.0
    unseen = {}
    for engine, a, printed, x in single:
        for other, b, same, y in single:
            if engine == other and printed == same and a != b:
                both = known.get((engine, a + b, printed))
                expected += 10 ** (-(x + y) / 100)
                seen += 10 ** (-both / 100) if both is not None else 0.0
                if both is None:
                    unseen[engine, a + b, printed] = x + y
    extra = 100 * math.log10(expected / seen) if seen else 100
    for (engine, read, printed), cost in unseen.items():
        yield engine, read, printed, round(cost + extra + 30)


def learn(options):
    rows = []
    for engine in options.engine:
        seen, printed_n = collections.Counter(), collections.Counter()
        for gold in sorted(path for work in options.work for path in work.glob("*.gold.txt")):
            path = gold.with_name(gold.name.replace(".gold.txt", f".{engine}.txt"))
            if not path.exists():
                continue
            read_lines = [l for l in unicodedata.normalize("NFC", path.read_text(encoding="utf-8")).split("\n") if l.strip()]
            for line, other in aligned_lines(gold.read_text(encoding="utf-8").splitlines(), read_lines):
                a, b = line.split(), other.split()
                if len(a) != len(b):
                    continue
                for word, got in zip(a, b):
                    if abs(len(word) - len(got)) > 3:
                        continue
                    for x, y in segments(word, got):
                        if 0 < len(x) <= MAX_SIDE and len(y) <= MAX_SIDE:
                            seen[x, y] += 1
                            printed_n[x] += 1
        for (x, y), n in seen.items():
            if x == y and (len(x) > 1 or x not in LETTERS):
                continue
            if x != y and n < 2 and printed_n[x] > 3:
                continue
            # Longer prints are rare as print: they are counted against their first letter.
            base = max(printed_n[x[:1]], printed_n[x], 1)
            if n < 2 or y == "":
                continue
            rows.append((engine, y, x, round(-100 * math.log10((n - 0.5) / (base + 10)))))
    rows += doublings(rows)
    rows = sorted(row for row in rows if row[3] < 500)
    with open(options.out, "w", encoding="utf-8", newline="\n") as out:
        out.write("# engine, what was read, what was printed, cost: -100 log10 of how often print is read so\n")
        out.write("# CC0 1.0; learned by scripts/learn_confusions.py from text rendered and read for the purpose\n")
        for row in rows:
            out.write("\t".join(map(str, row)) + "\n")
    print(len(rows), "confusions")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = parser.add_subparsers(dest="command", required=True)
    one = commands.add_parser("render")
    one.add_argument("text", type=pathlib.Path)
    one.add_argument("work", type=pathlib.Path)
    one.add_argument("--fonts", type=pathlib.Path, required=True)
    one.add_argument("--pages", type=int, default=40)
    one.add_argument("--seed", type=int, default=1)
    one.add_argument("--damage", action="store_true")
    one.set_defaults(run=render)
    two = commands.add_parser("read")
    two.add_argument("work", type=pathlib.Path)
    two.add_argument("--engine", required=True)
    two.add_argument("--model")
    two.add_argument("--tessdata", type=pathlib.Path)
    two.set_defaults(run=read)
    three = commands.add_parser("learn")
    three.add_argument("out", type=pathlib.Path)
    three.add_argument("work", type=pathlib.Path, nargs="+")
    three.add_argument("--engine", action="append", required=True)
    three.set_defaults(run=learn)
    options = parser.parse_args()
    options.run(options)


if __name__ == "__main__":
    main()
