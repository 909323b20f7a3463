#!/usr/bin/env python3
"""Time and memory of every export, on a run folder whose documents are copied many times.

usage: scripts/bench_exports.py [--copies N]... [--to FORMAT]... [RUN]       default: 100 and 1,000 copies, all formats, out

  RUN      an output folder of `paragraf extract`, whose inputs are still where they were

A copy is an input of its own, with its own documents and kept pages; the originals are the same files. Prints a table
of seconds, documents and pages a second, the highest resident memory, and the bytes written. Needs a release build and
as much room as the exports take: `make bench-exports` sees to the first. Python's standard library is enough.
"""
import argparse, hashlib, json, os, re, shutil, subprocess, sys, tempfile, time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PARAGRAF = ROOT / "target/release/paragraf"
FORMATS = "pdf alto page hocr jsonl csv parquet sqlite popolo akn contents bagit eark".split()


def copied(run, n_copies, folder):
    """Writes a run folder with so many copies of a run's inputs; gives the number of documents and of pages."""
    lines = [json.loads(line) for line in (run / "manifest.jsonl").read_text().splitlines()]
    lines = [line for line in lines if line.get("outputs")]
    folder.mkdir()
    shutil.copy(run / "run.json", folder)
    n_documents = n_pages = 0
    with open(folder / "manifest.jsonl", "w") as manifest:
        for copy in range(n_copies):
            for line in lines:
                name = f"{copy:05}/{line['input']}"
                outputs = []
                for output in line["outputs"]:
                    path = output["path"].replace("/", f"/{copy:05}/", 1)
                    new = folder / path
                    new.parent.mkdir(parents=True, exist_ok=True)
                    if output["kind"] == "document":
                        told = json.dumps(line["input"], ensure_ascii=False)
                        text = re.sub(rf'"file": ?{re.escape(told)}', f'"file":{json.dumps(name, ensure_ascii=False)}', (run / output["path"]).read_text())
                        new.write_text(text)
                        outputs.append({**output, "path": path, "sha256": hashlib.sha256(text.encode()).hexdigest()})
                        n_documents += 1
                    else:
                        os.link(run / output["path"], new)
                        outputs.append({**output, "path": path})
                n_pages += line["pages_read"]
                manifest.write(json.dumps({**line, "input": name, "outputs": outputs}, ensure_ascii=False) + "\n")
    return n_documents, n_pages


def size_of(folder):
    return sum(file.lstat().st_size for file in folder.rglob("*") if file.is_file())


def measured(run, form, out):
    begin = time.monotonic()
    command = [PARAGRAF, "export", run, "--to", form, "--organisation", "Arkivet", "--output", out, "--quiet"]
    process = subprocess.Popen([str(part) for part in command])
    memory = 0
    # Not the resources of the process that ended: those count what this one had before it became that one.
    while process.poll() is None:
        status = Path(f"/proc/{process.pid}/status").read_text()
        memory = max([memory, *(int(line.split()[1]) for line in status.splitlines() if line.startswith("VmHWM"))])
        time.sleep(0.01)
    if process.returncode != 0:
        sys.exit(f"paragraf export --to {form} ended with {process.returncode}")
    return time.monotonic() - begin, memory / 1024


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--copies", type=int, action="append")
    parser.add_argument("--to", action="append", choices=FORMATS)
    parser.add_argument("run", nargs="?", type=Path, default=ROOT / "out")
    arguments = parser.parse_args()
    if not PARAGRAF.exists():
        sys.exit("build first: cargo build --release --locked")
    for n_copies in arguments.copies or [100, 1000]:
        # Beside the run: kept pages are linked, not copied.
        with tempfile.TemporaryDirectory(dir=arguments.run.resolve().parent) as work:
            work = Path(work)
            n_documents, n_pages = copied(arguments.run, n_copies, work / "run")
            print(f"\n{n_documents:,} documents, {n_pages:,} pages\n")
            print("| format | seconds | documents a second | pages a second | memory, MB | written, MB |\n|---|---|---|---|---|---|", flush=True)
            for form in arguments.to or FORMATS:
                taken, memory = measured(work / "run", form, work / "export")
                written = size_of(work / "export") / 1e6
                shutil.rmtree(work / "export")
                print(f"| `{form}` | {taken:.1f} | {n_documents / taken:,.0f} | {n_pages / taken:,.0f} | {memory:.0f} | {written:,.0f} |", flush=True)


main()
