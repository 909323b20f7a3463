#!/usr/bin/env python3
"""Speed, scaling and memory of paragraf beside the tesseract command line and OCRmyPDF, on the same scans, in turns.

usage: scripts/bench.py [--rounds N] [--jobs N] [FOLDER...]       default: 5 rounds, all cores, fixtures/scans

  FOLDER   scans as PDF, a page an image; each folder is measured by itself

The command line is used as it is fastest: ready images, a process a core, one thread each. paragraf starts from the
PDFs and goes all the way to JSON. Medians are given, and the ratio to the command line with the model `swe`. Tools
that are missing are left out and said to be: tesseract-ocr and tesseract-ocr-swe, poppler-utils (pdfimages), ocrmypdf.
Needs a release build: `make bench` sees to it. Python's standard library is enough.
"""
import argparse, os, shutil, statistics, subprocess, sys, tempfile, threading, time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PARAGRAF = ROOT / "target/release/paragraf"
ENVIRONMENT = {**os.environ, "OMP_THREAD_LIMIT": "1"}
# As paragraf starts its workers: src/reader/process.rs.
OF_WORKERS = {**ENVIRONMENT, "MALLOC_MMAP_THRESHOLD_": str(32 << 20), "MALLOC_TRIM_THRESHOLD_": str(256 << 20)}


def quiet(command, **options):
    return subprocess.run([str(part) for part in command], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=ENVIRONMENT, **options).returncode


def seconds(work):
    begin = time.monotonic()
    work()
    return time.monotonic() - begin


def extract(inputs, jobs, *options):
    with tempfile.TemporaryDirectory() as out:
        code = quiet([PARAGRAF, "extract", *inputs, "--output", out, "--jobs", jobs, "--quiet", *options])
        if code not in (0, 1):
            sys.exit(f"paragraf extract ended with {code}")


def tesseract(images, jobs, *options):
    with tempfile.TemporaryDirectory() as out, ThreadPoolExecutor(jobs) as pool:
        list(pool.map(lambda numbered: quiet(["tesseract", numbered[1], f"{out}/{numbered[0]}", *options]), enumerate(images)))


def ocrmypdf(files, jobs):
    with tempfile.TemporaryDirectory() as out:
        for file in files:
            quiet(["ocrmypdf", "-l", "swe", "--jobs", jobs, "--force-ocr", "--output-type", "pdf", "--optimize", "0", "--sidecar", f"{out}/a.txt", file, f"{out}/a.pdf"])


def speed(folder, jobs, rounds, work):
    files = sorted(folder.glob("*.pdf"))
    images = work / folder.name
    images.mkdir(exist_ok=True)
    for file in files:
        quiet(["pdfimages", "-png", file, images / file.stem])
    pictures = sorted(images.glob("*.png"))
    n_pages = len(pictures)
    print(f"\n{folder}: {len(files)} files, {n_pages} pages, {rounds} rounds in turns")
    if not n_pages:
        print("  no images were found (is pdfimages of poppler-utils installed?)")
        return
    runs = {"paragraf extract": lambda: extract([folder], jobs)}
    if shutil.which("tesseract"):
        runs["tesseract -l swe"] = lambda: tesseract(pictures, jobs, "-l", "swe")
        runs["tesseract -l sv-latin"] = lambda: tesseract(pictures, jobs, "-l", "sv-latin", "--tessdata-dir", ROOT / "models")
    else:
        print("  tesseract is not installed: left out")
    if shutil.which("ocrmypdf"):
        runs["ocrmypdf -l swe"] = lambda: ocrmypdf(files, jobs)
    else:
        print("  ocrmypdf is not installed: left out")
    if jobs > 1:
        runs["paragraf extract --jobs 1"] = lambda: extract([folder], 1)
        if "tesseract -l swe" in runs:
            runs["tesseract -l swe, one process"] = lambda: tesseract(pictures, 1, "-l", "swe")
    times = {name: [] for name in runs}
    for _ in range(rounds):
        for name, run in runs.items():
            times[name].append(seconds(run))
    rates = {name: sorted(n_pages * 60 / t for t in taken) for name, taken in times.items()}
    yardstick = statistics.median(rates.get("tesseract -l swe", rates["paragraf extract"]))
    for name, values in rates.items():
        middle = statistics.median(values)
        print(f"  {name:32} {middle:7.1f} pages a minute ({values[0]:.1f} to {values[-1]:.1f}), {middle / yardstick:.2f} x tesseract -l swe")
    growth = lambda many, one: statistics.median(rates[many]) / statistics.median(rates[one])
    if jobs > 1:
        line = f"  from 1 worker to {jobs}: paragraf {growth('paragraf extract', 'paragraf extract --jobs 1'):.2f} x"
        if "tesseract -l swe" in runs:
            line += f", tesseract {growth('tesseract -l swe', 'tesseract -l swe, one process'):.2f} x"
        print(line)


def born_digital(n_pages):
    """A PDF with text and no image: pages of a protocol, one like the other but for its numbers."""
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", None, "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"]
    kids = []
    for page in range(1, n_pages + 1):
        lines = [f"Exempels kommun   Protokoll 2019-10-29   {page} ({n_pages})", "", f"§ {page} Nulägesstatus i ärendet", "Ärendebeskrivning"]
        lines += ["Förvaltningen redogör för arbetet under våren och för det som återstår att åtgärda."] * 20
        lines += ["Beslut", "Nämnden beslutar att lägga informationen till handlingarna.", "", "Justerandes sign    Utdragsbestyrkande"]
        text = "".join(f"({line}) Tj T*\n" for line in (line.replace("(", "\\(").replace(")", "\\)") for line in lines))
        content = f"BT /F1 10 Tf 14 TL 60 780 Td\n{text}ET"
        objects.append(f"<< /Length {len(content.encode('cp1252'))} >>\nstream\n{content}\nendstream")
        kids.append(len(objects) + 1)
        objects.append(f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents {len(objects)} 0 R >>")
    objects[1] = f"<< /Type /Pages /Count {n_pages} /Kids [{' '.join(f'{kid} 0 R' for kid in kids)}] >>"
    out, offsets = bytearray(b"%PDF-1.4\n"), []
    for number, body in enumerate(objects, 1):
        offsets.append(len(out))
        out += f"{number} 0 obj\n{body}\nendobj\n".encode("cp1252")
    table = len(out)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    out += b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    out += f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{table}\n%%EOF\n".encode()
    return bytes(out)


def memory(inputs, jobs):
    """Highest resident memory, in MB, of the main process and of the largest worker."""
    with tempfile.TemporaryDirectory() as out:
        command = [PARAGRAF, "extract", *inputs, "--output", out, "--jobs", jobs, "--quiet"]
        process = subprocess.Popen([str(part) for part in command], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=ENVIRONMENT)
        workers = {}

        def high(pid):
            try:
                status = Path(f"/proc/{pid}/status").read_text()
                return next(int(line.split()[1]) for line in status.splitlines() if line.startswith("VmHWM")) / 1024
            except (OSError, StopIteration):
                return 0.0

        def children():
            try:
                return Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text().split() + [
                    pid for task in Path(f"/proc/{process.pid}/task").iterdir() for pid in (task / "children").read_text().split()]
            except OSError:
                return []

        main = 0.0
        while process.poll() is None:
            main = max(main, high(process.pid))
            for pid in set(children()):
                workers[pid] = max(workers.get(pid, 0.0), high(pid))
            time.sleep(0.01)
        return main, max(workers.values(), default=0.0)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    parser.add_argument("folders", nargs="*", type=Path, default=[ROOT / "fixtures/scans"])
    arguments = parser.parse_args()
    if not PARAGRAF.exists():
        sys.exit("build first: cargo build --release --locked")
    jobs, rounds = arguments.jobs, arguments.rounds
    with tempfile.TemporaryDirectory() as work:
        work = Path(work)
        for folder in arguments.folders:
            speed(folder, jobs, rounds, work)
        digital = work / "digital.pdf"
        digital.write_bytes(born_digital(1000))
        taken = statistics.median(seconds(lambda: extract([digital], jobs)) for _ in range(rounds))
        print(f"\nborn digital, 1,000 pages in one file: {1000 / taken:.0f} pages a second")
        parts = work / "parts"
        parts.mkdir()
        for part in range(100):
            (parts / f"{part:03}.pdf").write_bytes(born_digital(10))
        taken = statistics.median(seconds(lambda: extract([parts], jobs)) for _ in range(rounds))
        print(f"born digital, 1,000 pages in 100 files: {1000 / taken:.0f} pages a second")
        main_scan, worker_scan = (max(sizes) for sizes in zip(*(memory([folder], jobs) for folder in arguments.folders)))
        print(f"\nmemory, scans: main process {main_scan:.0f} MB, largest worker {worker_scan:.0f} MB")
        few, many = work / "few.pdf", work / "many.pdf"
        few.write_bytes(born_digital(5))
        many.write_bytes(born_digital(5000))
        (main_few, worker_few), (main_many, worker_many) = memory([few], jobs), memory([many], jobs)
        a_page = (main_many + worker_many - main_few - worker_few) * 1024 / 4995
        print(f"memory, 5 and 5,000 born-digital pages: main {main_few:.0f} and {main_many:.0f} MB, worker {worker_few:.0f} and {worker_many:.0f} MB: {a_page:.0f} KB a page")
    stages = ROOT / "target/release/examples/stage_times"
    if stages.exists():
        for folder in arguments.folders:
            print(f"\nshares of the time of {folder}, one thread:", flush=True)
            subprocess.run([str(stages), *map(str, sorted(folder.glob("*.pdf")))], env=OF_WORKERS, check=False)


main()
