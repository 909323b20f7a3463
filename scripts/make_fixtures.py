#!/usr/bin/env python3
"""Draws the fixtures: invented protocols as scans, with the text and the facts that stand in them.

usage: scripts/make_fixtures.py [CASE]...       default: all

Writes fixtures/scans/<case>.pdf (or .txt) and fixtures/gold/<case>/{truth.txt,expected.json,lines.json,SOURCE}.
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
from fixturekit.contract import expected, lines
from fixturekit.scan import Scanner, print_digital, scan

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "fixtures"
DIGITAL_DPI = 300  # by which a born-digital page counts


def main():
    names = [module.name for module in pkgutil.iter_modules(cases.__path__)]
    wanted = set(sys.argv[1:]) or set(names)
    if unknown := wanted - set(names):
        sys.exit(f"no such case: {', '.join(sorted(unknown))}; there are {', '.join(names)}")
    for name in names:
        if name in wanted:
            make(name)


def make(name):
    case = importlib.import_module(f"{cases.__name__}.{name}")
    document = case.build()
    sheets = document.sheets
    scans = FOLDER / "scans"
    scans.mkdir(parents=True, exist_ok=True)

    media_type = "application/pdf"
    path = scans / f"{name}.pdf"
    dpi, skew = DIGITAL_DPI, 0.0
    if isinstance(case.SCANNER, Scanner):
        dpi, skew = case.SCANNER.dpi, case.SCANNER.skew
        scan(sheets, case.SCANNER, path, seed=zlib.crc32(name.encode()))
    elif case.SCANNER == "printer":
        for sheet in sheets:
            sheet.text_source = "text_layer"
        print_digital(sheets, path)
    else:
        path, media_type = scans / f"{name}.txt", "text/plain"
        path.write_text("\f".join(case.misread(sheet.rows) for sheet in sheets), encoding="utf-8")

    gold = FOLDER / "gold" / name
    gold.mkdir(parents=True, exist_ok=True)
    truth = "\f".join(sheet.page_text + "\n" for sheet in sheets)
    (gold / "truth.txt").write_text(truth, encoding="utf-8")
    write_json(gold / "expected.json", expected(document, path, media_type))
    if media_type == "application/pdf":
        write_lines(gold / "lines.json", lines(document, dpi, skew))
    module = Path(case.__file__).relative_to(ROOT)
    (gold / "SOURCE").write_text(f"{case.SOURCE}\n\nPeople, places and matters are invented. Made by "
                                 f"scripts/make_fixtures.py ({module}), not copied from any protocol.\n"
                                 "Licence: CC0 1.0.\n", encoding="utf-8")
    print(f"{path.relative_to(ROOT)}  {len(sheets)} pages, {path.stat().st_size // 1024} kB")


def write_json(path, value):
    path.write_text(json.dumps(value, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def write_lines(path, value):
    """JSON with a printed line on each line."""
    pages = []
    for page in value["pages"]:
        rows = ",\n  ".join(json.dumps(row, ensure_ascii=False) for row in page.pop("lines"))
        pages.append(json.dumps(page)[:-1] + (f', "lines": [\n  {rows}\n ]}}' if rows else ', "lines": []}'))
    path.write_text('{"pages": [\n ' + ",\n ".join(pages) + "\n]}\n", encoding="utf-8")


if __name__ == "__main__":
    main()
