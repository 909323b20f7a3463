#!/usr/bin/env python3
"""Fetches Swedish prose that none of the dictionaries was counted from, as plain text, for measuring the corrector:

    scripts/get_prose.py FOLDER [PACKAGE ...]
    cargo run --release --package comparison -- --prose FOLDER

The packages are Debian's: manual pages and the handbooks of GNOME and KDE in Swedish. They are downloaded with apt-get (nothing
is installed) and taken apart with dpkg-deb; manual pages are set by man. FOLDER gets PACKAGE.txt, a paragraph on each
line, each paragraph once. Paragraphs that nobody translated, code and screens are left out."""

import argparse
import bz2
import gzip
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path
from xml.etree import ElementTree

PACKAGES = ["manpages-sv", "gnome-user-docs", "kate5-data", "kmail", "kmymoney-common", "krusader"]
# What is shown to be typed or read on a screen is no prose.
SKIPPED = set("code screen programlisting media synopsis cmdsynopsis screenshot email literallayout mediaobject".split())
NOTICES = {"info", "articleinfo", "bookinfo", "refentryinfo"}
BLOCKS = {"p", "para", "title", "desc", "simpara", "term", "subtitle"}
SWEDISH = set("och att det som i på är av för med den till en ett kan inte om du har de från eller när vid så ska".split())
# The ways through menus and the keys to press: readers see an arrow or a plus between their parts, which the handbooks'
# style sheets set there. Without it two words would be one.
JOINED = {"menuchoice": " → ", "guiseq": " → ", "keycombo": "+", "keyseq": "+"}
ENGLISH = set("the of and to is in that you for are it with this can be or not on as if your from by".split())
MIN_WORDS = 4


def download(package, folder):
    """The unpacked package, or None where the release has none of this name."""
    result = subprocess.run(["apt-get", "download", package], cwd=folder, capture_output=True, text=True)
    archives = sorted(folder.glob(f"{package}_*.deb"))
    if not archives:
        print(f"{package}: left out, apt-get says: {result.stderr.strip().splitlines()[-1:]}", file=sys.stderr)
        return None
    tree = folder / package
    subprocess.run(["dpkg-deb", "-x", str(archives[-1]), str(tree)], check=True)
    return tree


def paragraphs(tree):
    for path in sorted(tree.rglob("*")):
        if path.is_symlink() or not path.is_file():
            continue
        parts = path.relative_to(tree).parts
        if "sv" not in parts:
            continue
        if "man" in parts:
            yield from manual_page(path)
        elif path.suffixes[-1:] and {".page", ".docbook", ".xml"} & set(path.suffixes):
            yield from document(read(path))


def read(path):
    opener = {".bz2": bz2.open, ".gz": gzip.open}.get(path.suffix, open)
    with opener(path, "rb") as file:
        return file.read()


def manual_page(path):
    # Wide enough that every paragraph is a line.
    environment = dict(os.environ, MANWIDTH="20000", LC_ALL="C.UTF-8", MAN_KEEP_FORMATTING="")
    command = ["man", "-E", "UTF-8", "--nj", "--nh", "-l", str(path)]
    text = subprocess.run(command, capture_output=True, env=environment, check=True).stdout.decode("utf-8", "replace")
    text = re.sub("\x1b\\[[0-9;]*m", "", re.sub(".\b", "", text))
    return text.split("\n")


def document(data):
    text = re.sub(r"<!DOCTYPE[^\[>]*(\[.*?\])?\s*>", "", data.decode("utf-8", "replace"), flags=re.S)
    # Names that a catalogue would resolve.
    text = re.sub(r"&(?!amp;|lt;|gt;|quot;|apos;|#)[\w.-]+;", "X", text)
    try:
        root = ElementTree.fromstring(text)
    except ElementTree.ParseError:
        return []
    found = []
    collect(root, found)
    return found


def name_of(element):
    return element.tag.rsplit("}", 1)[-1] if isinstance(element.tag, str) else ""


def collect(element, found):
    name = name_of(element)
    if name in SKIPPED or name in NOTICES:
        return
    if name in BLOCKS:
        found.append(inline(element))
    for child in element:
        collect(child, found)


def inline(element):
    between = JOINED.get(name_of(element))
    if between:
        parts = [element.text or ""]
        for child in element:
            # The keys beside a menu's way stand in brackets behind it, if anywhere.
            parts += ["" if name_of(child) in SKIPPED | BLOCKS | {"shortcut"} else inline(child), child.tail or ""]
        return between.join(part.strip() for part in parts if part.strip())
    text = element.text or ""
    for child in element:
        if name_of(child) not in SKIPPED | BLOCKS:
            text += inline(child)
        text += child.tail or ""
    return text


def is_swedish(words):
    swedish = sum(word in SWEDISH for word in words)
    english = sum(word in ENGLISH for word in words)
    only_english = sum(word in ENGLISH - SWEDISH for word in words)
    return swedish >= 2 * only_english and (english <= 1 or swedish > english)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, metavar="FOLDER")
    parser.add_argument("packages", nargs="*", default=PACKAGES, metavar="PACKAGE")
    arguments = parser.parse_args()
    arguments.folder.mkdir(parents=True, exist_ok=True)
    n_texts = 0
    for package in arguments.packages:
        with tempfile.TemporaryDirectory() as temporary:
            os.chmod(temporary, 0o755)
            tree = download(package, Path(temporary))
            lines = {}
            for paragraph in paragraphs(tree) if tree else []:
                line = " ".join(paragraph.split())
                if len(line.split()) >= MIN_WORDS and is_swedish(re.findall(r"\w+", line.lower())):
                    lines[line] = None
        if lines:
            text = "".join(line + "\n" for line in lines)
            (arguments.folder / f"{package}.txt").write_text(text, encoding="utf-8")
            print(f"{package}: {len(text.split())} words")
            n_texts += 1
    if n_texts == 0:
        sys.exit("no prose was found")


if __name__ == "__main__":
    main()
