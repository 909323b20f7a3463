#!/usr/bin/env python3
"""Prints, spoils and has read the old prose of fixtures/oldprose/gold, and writes it as an English model reads it.

usage: scripts/make_old_prose.py [--recorder PROGRAM]        both: make old-prose

Writes fixtures/oldprose/read/*.txt, the same bytes each time. With the example `recorded_pages` it also sets the texts
as pages of a book, scans them, each badly in its own way, and records in fixtures/recorded/oldprose what this program
reads; the scans are not kept. Needs Pillow, numpy and the fonts that `scripts/install.sh fixtures` installs.
"""

import argparse
import random
import subprocess
import tempfile
import zlib
from pathlib import Path

from fixturekit.cases.folkhalsorad import LOST, pick
from fixturekit.paper import POINT, Sheet, Style
from fixturekit.scan import Scanner, scan

FOLDER = Path(__file__).resolve().parent.parent / "fixtures"
GOLD, READ, RECORDED = FOLDER / "oldprose/gold", FOLDER / "oldprose/read", FOLDER / "recorded/oldprose"

# Typeface and scanner of each text: three book faces, so spoilt that one to eleven words in a hundred are misread.
PRINTS = {
    "riksdagen-1867": (
        Style("libertine", 11), Scanner(dpi=150, skew=0.4, blur=0.9, noise=16, paper=214, ink=0.7, bleed=0.07)),
    "familjebok-1878": (
        Style("serif", 9), Scanner(dpi=150, skew=-0.3, blur=0.75, noise=13, paper=228, ink=0.78)),
    "riksdagen-1885": (
        Style("caladea", 10), Scanner(dpi=150, skew=-0.5, blur=0.7, noise=25, ink=0.9, black_and_white=True)),
    "riksdagen-1890": (
        Style("libertine", 11), Scanner(dpi=200, skew=0.3, blur=0.8, noise=16, paper=222, ink=0.8)),
    "familjebok-1894": (
        Style("libertine", 9), Scanner(dpi=115, skew=0.2, blur=0.5, noise=8, paper=232, ink=0.85, quality=40)),
    "riksdagen-1905": (
        Style("serif", 10), Scanner(dpi=150, skew=0.6, blur=0.9, noise=12, paper=222, ink=0.7, bleed=0.04)),
    "nordiska-folken-1909": (
        Style("caladea", 10), Scanner(dpi=120, skew=0.3, blur=0.6, noise=12, paper=236, quality=22)),
}
LEFT, TOP, BOTTOM, INDENT = 40.0, 38.0, 262.0, 4.0

# Misreadings of worn and closely set print, found in minutes of these years as they were recognised before the texts
# here were put right: printed, read, and how many letters in a thousand become it.
WORN = {"f": ("t", 12), "n": ("m", 3), "i": ("1", 3), "d": ("l", 2), "e": ("c", 3), "h": ("b", 3), "t": ("f", 2),
        "l": ("1", 2), "I": ("l", 10), "§": ("$", 500), "rn": ("m", 40), "m": ("rn", 2), "u": ("n", 2), "s": ("a", 1)}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--recorder", metavar="PROGRAM", help="the example recorded_pages; left out, no page is read")
    arguments = parser.parse_args()
    READ.mkdir(parents=True, exist_ok=True)
    for name in PRINTS:
        text = (GOLD / f"{name}.txt").read_text(encoding="utf-8")
        (READ / f"{name}.txt").write_text(misread(text, random.Random(name)), encoding="utf-8")
    if arguments.recorder:
        with tempfile.TemporaryDirectory() as scans:
            for name, (style, scanner) in PRINTS.items():
                sheets = pages((GOLD / f"{name}.txt").read_text(encoding="utf-8"), style)
                scan(sheets, scanner, Path(scans) / f"{name}.pdf", seed=zlib.crc32(name.encode()))
            subprocess.run([arguments.recorder, "record", str(RECORDED), scans], check=True)


def misread(text, rng):
    """The text without its å ä ö, worn, line for line."""
    out, at = "", 0
    while at < len(text):
        pair, letter = text[at:at + 2], text[at]
        worn = pair if pair in WORN else letter
        if letter in LOST:
            out += pick(rng, LOST[letter])
        elif worn in WORN and rng.random() * 1000 < WORN[worn][1]:
            out += WORN[worn][0]
            at += len(worn) - 1
        else:
            out += {"é": "e", "½": "1/2"}.get(letter, letter)
        at += 1
    return out


def pages(text, style):
    """Sheets with the lines of the text, set to both margins; an empty line ends a paragraph."""
    paragraphs = [paragraph.split("\n") for paragraph in text.strip("\n").split("\n\n")]
    width = max(style.width(line) for lines in paragraphs for line in lines) + INDENT
    leading = style.size * POINT * 1.25
    sheets, y = [], BOTTOM
    for lines in paragraphs:
        for n, line in enumerate(lines):
            y += leading
            if y > BOTTOM:
                sheets.append(Sheet())
                y = TOP
            x = LEFT + (INDENT if n == 0 else 0)
            words = line.split(" ")
            blank = style.width(" ")
            if n < len(lines) - 1 and len(words) > 1:
                blank = (LEFT + width - x - sum(map(style.width, words))) / (len(words) - 1)
            for word in words:
                sheets[-1].text(x, y, word, style)
                x += style.width(word) + blank
    return sheets


if __name__ == "__main__":
    main()
