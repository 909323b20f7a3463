#!/usr/bin/env python3
"""Counts words, pairs and triples of words in Swedish message catalogues and manual pages of Debian packages.

usage: count_catalogues.py OUT [--packages DIR]

OUT       folder that gets unigrams.tsv.gz, bigrams.tsv.gz and trigrams.tsv.gz (token, tab, count; `<num>` a number,
          `<s>` and `</s>` the borders of a sentence)
DIR       folder for the packages; what is missing there is fetched with `apt-get download`

Text for people who use computers: imperatives, second person, everyday verbs, which the minutes and statutes of
the other counts lack. A sentence counts once, however many programs hold it. What is measured with the
documentation of a program is kept apart from its catalogue: the packages whose documentation
`get_prose.sh` fetches are not among these.
"""

import argparse
import collections
import gettext
import gzip
import html
import io
import pathlib
import re
import subprocess
import tarfile
import unicodedata

PACKAGES = """
apt aptitude-common ardour-data audacity-data bash binutils-common calligra-data coreutils denemo-data digikam-data
dolphin dpkg dpkg-dev evolution-common freeciv-data gcc-12-locales gcompris-qt-data gimp-data git gnome-control-center-data
gnucash-common gnumeric-common gramps homebank-data hydrogen-data inkscape installation-guide-amd64 iso-codes k3b-data
kaddressbook kdenlive-data kdepim-addons kdepim-runtime kdevelop-l10n kio kipi-plugins-common korganizer krita-l10n
ktorrent-data libglib2.0-data libgtk-3-common libreoffice-common libreoffice-l10n-sv lincity-ng-data lyx-common marble-data
nautilus-data okular pitivi plasma-desktop-data plasma-workspace-data postgresql-15 pspp python3-django rosegarden
shotwell-common skrooge-common solfege vlc-l10n wesnoth-1.16-core wesnoth-1.16-data
""".split()

TOKEN = re.compile(r"[^\W\d_]+(?:[-:'’][^\W\d_]+)*|\d+(?:[.,:/-]\d+)*|[.!?…]+|[,;:()\"”«»–—=/]|\n")
WORD = re.compile(r"[^\W\d_]")
MARKUP = re.compile(r"<[^<>]{0,200}>|%[-+ #0]*[0-9*$.]*(?:hh|ll|[hlLqjzt])?[a-zA-Z]|%\d+|\$\{?\w+\}?|\\[ntr\"]|&[a-z]+;|https?://\S+")
SWEDISH = set("och att det som i på är av för med den till en ett kan inte om du har de från eller när vid så ska".split())


def fetch(package, folder):
    found = list(folder.glob(f"{package}_*.deb"))
    if not found:
        subprocess.run(["apt-get", "-q", "download", package], cwd=folder, check=True, stdout=subprocess.DEVNULL)
        found = list(folder.glob(f"{package}_*.deb"))
    return found[0]


def members(deb):
    """Names and bytes of the files that may hold Swedish."""
    with subprocess.Popen(["dpkg-deb", "--fsys-tarfile", deb], stdout=subprocess.PIPE) as process:
        with tarfile.open(fileobj=process.stdout, mode="r|") as tar:
            for member in tar:
                name = member.name
                wanted = re.search(r"/sv/LC_MESSAGES/.*\.mo$|/man/sv/.*\.gz$|/sv/.*\.html$|[./]sv\.html$", name)
                if wanted and member.isfile():
                    yield name, tar.extractfile(member).read()


def messages(data):
    """The translations of a catalogue that differ from what was translated, without marks for keys."""
    try:
        catalogue = gettext.GNUTranslations(io.BytesIO(data))._catalog
    except (OSError, UnicodeDecodeError, ValueError):
        return
    for key, text in catalogue.items():
        source = key[0] if isinstance(key, tuple) else key
        source = source.split("\x04")[-1]
        if source and text and text != source:
            text = html.unescape(MARKUP.sub(" ", text))
            yield re.sub(r"(?<=\w)[&_](?=\w)|[&_](?=\w)", "", text)


def manual(data):
    """The lines of running text of a manual page or an HTML page."""
    text = data.decode("utf-8", "replace")
    if text.lstrip().startswith("<"):
        text = re.sub(r"<(script|style|pre)\b.*?</\1>", " ", text, flags=re.S)
        text = re.sub(r"</(p|h\d|li|td|dt|dd|title)>", "\n\n", text)
        text = html.unescape(re.sub(r"<[^>]*>", " ", text))
        return [" ".join(part.split()) for part in text.split("\n\n")]
    text = re.sub(r"^\.\\\".*$", "", text, flags=re.M)
    text = re.sub(r"\\f(?:\(..|\[[^\]]*\]|.)|\\[&/,]|\\s[-+]?\d", "", text).replace("\\-", "-").replace("\\(aq", "'")
    text = re.sub(r"^\.(?:B|I|BR|IR|BI|IB|RB|RI|SH|SS)\b", "", text, flags=re.M)
    return [" ".join(part.split()) for part in re.split(r"^\..*$|\n\s*\n", text, flags=re.M)]


def sentences(text):
    """Lists of lower-case tokens with their borders."""
    sentence = []
    for token in TOKEN.findall(unicodedata.normalize("NFC", text)):
        if WORD.match(token):
            sentence.append(token.lower().replace("’", "'"))
        elif token[0].isdigit():
            sentence.append("<num>")
        elif token[0] in ".!?…:;\n":
            if sentence:
                yield sentence
            sentence = []
    if sentence:
        yield sentence


def is_swedish(text):
    words = [w.lower() for w in re.findall(r"[^\W\d_]+", text)]
    return any(c in "åäöÅÄÖ" for c in text) or any(w in SWEDISH for w in words)


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("out", type=pathlib.Path)
    arguments.add_argument("--packages", type=pathlib.Path, default=pathlib.Path("target/dictionary-packages"))
    options = arguments.parse_args()
    options.packages.mkdir(parents=True, exist_ok=True)
    options.out.mkdir(parents=True, exist_ok=True)
    seen, tables = set(), [collections.Counter() for _ in range(3)]
    for package in PACKAGES:
        for name, data in members(fetch(package, options.packages)):
            if name.endswith(".gz"):
                data = gzip.decompress(data)
            for text in messages(data) if name.endswith(".mo") else manual(data):
                if not is_swedish(text):
                    continue
                for sentence in sentences(text):
                    if len(sentence) < 2 or tuple(sentence) in seen:
                        continue
                    seen.add(tuple(sentence))
                    tables[0].update(sentence)
                    framed = ["<s>", *sentence, "</s>"]
                    tables[1].update(zip(framed, framed[1:]))
                    tables[2].update(zip(framed, framed[1:], framed[2:]))
    for (name, least), table in zip((("unigrams", 2), ("bigrams", 2), ("trigrams", 2)), tables):
        rows = sorted((" ".join(k) if isinstance(k, tuple) else k, c) for k, c in table.items() if c >= least)
        with gzip.GzipFile(options.out / f"{name}.tsv.gz", "wb", mtime=0) as file:
            file.writelines(f"{k}\t{c}\n".encode() for k, c in rows)
        print(f"{name}: {len(rows)} rows, {sum(table.values())} counted")


if __name__ == "__main__":
    main()
