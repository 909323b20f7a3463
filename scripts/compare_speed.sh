#!/usr/bin/env bash
# Pages a minute of paragraf and of the tesseract command line on the same scans, in turns.
#
# usage: scripts/compare_speed.sh FOLDER [ROUNDS]
#
#   FOLDER   PDFs whose pages are one image each
#
# The command line is used as it is fastest: the images lie ready, one process a core, one thread each.
# paragraf starts from the PDFs and goes all the way to JSON. Needs tesseract-ocr, tesseract-ocr-swe and
# poppler-utils, and a release build.
set -euo pipefail
cd "$(dirname "$0")/.."
folder=${1:?usage: scripts/compare_speed.sh FOLDER [ROUNDS]}
rounds=${2:-5}
cores=$(nproc)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

n_pages=0
for pdf in "$folder"/*.pdf; do
    name=$(basename "$pdf" .pdf)
    # Images as they are stored; what is neither JPEG nor PNG becomes PNG.
    pdfimages -png "$pdf" "$work/$name"
done
n_pages=$(find "$work" -name '*.png' | wc -l)

now() { date +%s.%N; }
tesseract_run() {
    find "$work" -name '*.png' | sort |
        OMP_THREAD_LIMIT=1 xargs -P "$cores" -I{} sh -c "tesseract '{}' '{}' -l $1 ${2:-} >/dev/null 2>&1"
}
paragraf_run() { target/release/paragraf extract "$folder" --output "$work/out" --quiet || true; }

for round in $(seq "$rounds"); do
    for what in "tesseract_run swe" "tesseract_run sv-latin --tessdata-dir=models" paragraf_run; do
        begin=$(now)
        $what
        awk -v what="$what" -v pages="$n_pages" -v begin="$begin" -v end="$(now)" \
            'BEGIN { printf "%-45s %6.1f pages a minute\n", what, pages * 60 / (end - begin) }'
    done
done | sort | awk '{ key = $0; sub(/ +[0-9.]+ pages.*/, "", key); value[key] = value[key] " " $(NF - 3) }
    END { for (key in value) { n = split(value[key], v, " "); asort_(v, n);
          printf "%-45s median %6.1f  min %6.1f  max %6.1f pages a minute (%d rounds)\n", key, v[int((n + 1) / 2)], v[1], v[n], n } }
    function asort_(v, n,  i, j, t) { for (i = 2; i <= n; i++) { t = v[i] + 0; for (j = i - 1; j > 0 && v[j] + 0 > t; j--) v[j + 1] = v[j]; v[j + 1] = t } }'
