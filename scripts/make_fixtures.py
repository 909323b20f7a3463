#!/usr/bin/env python3
"""Draws the fixtures: invented protocols as scans, with the text and the facts that stand in them.

usage: scripts/make_fixtures.py [CASE]...       default: all

Writes fixtures/scans/<case>.pdf (or .txt) and fixtures/gold/<case>/{truth.txt,expected.json,SOURCE}.
Needs Pillow, numpy, reportlab and the fonts that `scripts/install.sh fixtures` installs. With the same
versions of these the files come out the same, byte for byte.
"""

import importlib
import json
import pkgutil
import sys
import zlib
from pathlib import Path

from fixturekit import cases
from fixturekit.contract import expected
from fixturekit.scan import Scanner, print_digital, scan

FIXTURES = Path(__file__).resolve().parent.parent / "fixtures"


def main():
    known = sorted(module.name for module in pkgutil.iter_modules(cases.__path__))
    wanted = sys.argv[1:] or known
    if unknown := set(wanted) - set(known):
        sys.exit(f"no such case: {', '.join(sorted(unknown))}; there are {', '.join(known)}")
    for name in wanted:
        make(name)


def make(name):
    case = importlib.import_module(f"fixturekit.cases.{name}")
    document = case.build()
    scans, gold = FIXTURES / "scans", FIXTURES / "gold" / document.name
    scans.mkdir(parents=True, exist_ok=True)
    gold.mkdir(parents=True, exist_ok=True)

    if isinstance(case.SCANNER, Scanner):
        path, media_type = scans / f"{document.name}.pdf", "application/pdf"
        scan(document.sheets, case.SCANNER, path, seed=zlib.crc32(name.encode()))
    elif case.SCANNER == "printer":
        path, media_type = scans / f"{document.name}.pdf", "application/pdf"
        for sheet in document.sheets:
            sheet.text_source = "text_layer"
        print_digital(document.sheets, path)
    else:
        path, media_type = scans / f"{document.name}.txt", "text/plain"
        path.write_text("\f".join(case.misread(sheet.rows) for sheet in document.sheets), encoding="utf-8")

    truth = "\f".join(sheet.page_text + "\n" for sheet in document.sheets)
    (gold / "truth.txt").write_text(truth, encoding="utf-8")
    facts = expected(document, path, media_type)
    (gold / "expected.json").write_text(json.dumps(facts, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    (gold / "SOURCE").write_text(f"{case.SOURCE}\n\nPeople, places and matters are invented. Made by scripts/make_fixtures.py "
                                 f"(scripts/fixturekit/cases/{name}.py), not copied from any protocol.\nLicence: CC0 1.0.\n",
                                 encoding="utf-8")
    print(f"{path.relative_to(FIXTURES)}  {len(document.sheets)} pages, {path.stat().st_size // 1024} kB")


if __name__ == "__main__":
    main()
