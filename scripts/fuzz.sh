#!/usr/bin/env bash
# Runs each fuzz target for some time, with the fixtures as what it starts from.
#
# usage: scripts/fuzz.sh [SECONDS] [TARGET]...      default: 600 seconds, all targets
#
# Needs cargo-fuzz (cargo install cargo-fuzz). A stable toolchain builds the sanitizers in with RUSTC_BOOTSTRAP=1.
# What a target finds stays in fuzz/artifacts/; what it learned in fuzz/corpus/.
set -euo pipefail
cd "$(dirname "$0")/.."
seconds=${1:-600}
shift || true
targets=("$@")
[ ${#targets[@]} -gt 0 ] || mapfile -t targets < <(sed -n 's/^path = "fuzz_targets\/\(.*\)\.rs"/\1/p' fuzz/Cargo.toml)
export RUSTC_BOOTSTRAP=1

for target in "${targets[@]}"; do
    corpus=fuzz/corpus/$target
    mkdir -p "$corpus"
    # Seeds of a few pages; the fuzzer cuts them down itself.
    case $target in
        pdf) find fixtures/scans -name '*.pdf' -size -80k -exec cp {} "$corpus" \; ;;
        image) find tests/inputs -name 'tiff-*' -size -8k -exec cp {} "$corpus" \; ;;
        text | encoding) find fixtures/scans -name '*.txt' -exec cp {} "$corpus" \; ;;
    esac
    [ ! -d "fuzz/seeds/$target" ] || cp "fuzz/seeds/$target"/* "$corpus"
    echo "== $target"
    cargo fuzz run "$target" "$corpus" -- -max_total_time="$seconds" -timeout=60 -rss_limit_mb=4096 -max_len=100000
done
