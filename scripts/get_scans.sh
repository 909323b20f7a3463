#!/usr/bin/env bash
# Gets the scans of fixtures/layouts and fixtures/samples, which are kept as recorded pages only: the former out of this
# repository's history, the latter drawn by the scripts that stand there. Says nothing when all are there.
#
# usage: scripts/get_scans.sh
set -euo pipefail
cd "$(dirname "$0")/.."

# The last commit that has them.
commit=245f7f84aeb41b836a6e0443f18a6da522a37491
layouts=fixtures/layouts/scans
samples=fixtures/samples/scans

# A folder is moved into its place when it is whole.
[ -d "$layouts" ] && [ -d "$samples" ] && exit 0
git cat-file -e "$commit^{commit}" 2>/dev/null || {
    echo "This clone has no history of ${commit:0:7}, where the scans are: git fetch --unshallow" >&2
    exit 1
}
work=$(mktemp -d -p fixtures)
trap 'rm -rf "$work"' EXIT
git archive "$commit" scripts fixtures | tar -x -C "$work"
[ -d "$layouts" ] || mv "$work/$layouts" "$layouts"
if [ ! -d "$samples" ]; then
    "$work/scripts/install.sh" fixtures
    # Debian's Python: the libraries of another may draw other pixels.
    /usr/bin/python3 "$work/scripts/make_fixtures.py" samples
    mv "$work/$samples" "$samples"
fi
