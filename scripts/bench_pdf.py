#!/usr/bin/env python3
"""The searchable PDFs of `paragraf extract --also pdf` beside OCRmyPDF's of the same scans.

usage: scripts/bench_pdf.py [--jobs N] SCANS GOLD [SCANS GOLD]...

  SCANS    a folder of PDFs; those in which pdftotext finds words already are left out
  GOLD     a folder with what is printed in each, GOLD/NAME/truth.txt

Both run as they come: OCRmyPDF with `-l swe` writes PDF/A-2b and makes images smaller where it can without loss. For
each is told how many of the printed words pdftotext finds in the result (each as often as it is printed, without signs
around it), how much of what it finds is printed, the bytes added a page, and the seconds a page. Needs a release build,
poppler-utils and ocrmypdf with tesseract-ocr-swe. Python's standard library is enough.
"""
import argparse, os, shutil, subprocess, sys, tempfile, time
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PARAGRAF = ROOT / "target/release/paragraf"


def run(*command, allowed=(0,)):
    done = subprocess.run([str(part) for part in command], capture_output=True, text=True)
    if done.returncode not in allowed:
        sys.exit(f"{command[0]} ended with {done.returncode}: {done.stderr.strip().splitlines()[-1:]}")
    return done.stdout


def words(text):
    bare = (word.strip(".,:;()[]\"'”»«–-_§/|") for word in text.split())
    return Counter(word for word in bare if any(letter.isalnum() for letter in word))


def n_pages(file):
    return int(next(line for line in run("pdfinfo", file).splitlines() if line.startswith("Pages:")).split()[1])


def by_paragraf(scans, out, jobs):
    # Exit code 1 names files that are not whole.
    run(PARAGRAF, "extract", scans, "--output", out / "run", "--also", "pdf", "--also-to", out, "--jobs", jobs, "--quiet", allowed=(0, 1))
    return out / "pdf"


def by_ocrmypdf(scans, out, jobs):
    for file in sorted(scans.glob("*.pdf")):
        # 4: the result is there, and its validation found something; 10: it is there, and is no PDF/A.
        run("ocrmypdf", "-l", "swe", "--jobs", jobs, "--quiet", file, out / file.name, allowed=(0, 4, 10))
    return out


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    parser.add_argument("folders", nargs="+", type=Path)
    arguments = parser.parse_args()
    if not PARAGRAF.exists():
        sys.exit("build first: cargo build --release --locked")
    if not shutil.which("ocrmypdf"):
        sys.exit("ocrmypdf is not installed: apt-get install ocrmypdf tesseract-ocr-swe")
    for scans, gold in zip(arguments.folders[::2], arguments.folders[1::2]):
        with tempfile.TemporaryDirectory() as work:
            work = Path(work)
            chosen = work / "scans"
            chosen.mkdir()
            printed, pages = {}, 0
            for file in sorted(scans.glob("*.pdf")):
                truth = gold / file.stem / "truth.txt"
                if truth.is_file() and not run("pdftotext", file, "-").split():
                    shutil.copy(file, chosen)
                    printed[file.name] = words(truth.read_text())
                    pages += n_pages(file)
            before = sum(file.stat().st_size for file in chosen.iterdir())
            total = sum(sum(of.values()) for of in printed.values())
            print(f"\n{scans}: {len(printed)} files without text, {pages} pages, {total:,} words, {before / pages / 1000:.0f} kB a page\n")
            print("| | printed words found | of what is found | bytes added a page | seconds a page |\n|---|---|---|---|---|")
            for name, make in [("paragraf", by_paragraf), ("OCRmyPDF", by_ocrmypdf)]:
                out = work / name
                out.mkdir()
                begin = time.monotonic()
                made = make(chosen, out, arguments.jobs)
                taken = time.monotonic() - begin
                found = right = size = 0
                for file, of in printed.items():
                    there = words(run("pdftotext", made / file, "-"))
                    found += sum(there.values())
                    right += sum((there & of).values())
                    size += (made / file).stat().st_size
                print(f"| {name} | {right / total:.1%} | {right / found:.1%} | {(size - before) / pages / 1000:+.1f} kB | {taken / pages:.2f} |", flush=True)


main()
