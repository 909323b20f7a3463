#!/usr/bin/env bash
# Rebuilds models/sv-latin.traineddata, byte for byte, from two packages of Debian 12:
# the network and alphabet of script/Latin, the word list of swe. Needs a few seconds.
#
# usage: scripts/build_model.sh [TARGET]      default: models/sv-latin.traineddata
#
# TESSDATA names the folder that holds swe.traineddata and script/Latin.traineddata
# (default: where Debian installs them).
set -euo pipefail
cd "$(dirname "$0")/.."

target=$(realpath -m "${1:-models/sv-latin.traineddata}")
tessdata=${TESSDATA:-/usr/share/tesseract-ocr/5/tessdata}

swe_sha256=f7304988d41f833efebcc2d529df54b1903ecebbc3da1faabd19a0fddd4fe586
latin_sha256=6dbdaf8ecc6c40f025c2648bf3b3f3fbffe073e1fd2df2047fde2e2b2f020d53
model_sha256=f5b64d3ea937e530c17715a5f0aae8970f5d72d4d58fe4230f42f1a181641b5c

for tool in combine_tessdata dawg2wordlist wordlist2dawg; do
    command -v "$tool" >/dev/null || { echo "$tool is missing: scripts/install.sh model" >&2; exit 1; }
done

# Debian keeps Latin beside the languages, other systems in script/.
latin=$tessdata/Latin.traineddata
[ -e "$latin" ] || latin=$tessdata/script/Latin.traineddata
check() { echo "$2  $1" | sha256sum --check --quiet || { echo "$1 is not the file this recipe is for" >&2; exit 1; }; }
check "$tessdata/swe.traineddata" "$swe_sha256"
check "$latin" "$latin_sha256"

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
combine_tessdata -u "$tessdata/swe.traineddata" swe. >log 2>&1
combine_tessdata -u "$latin" Latin. >>log 2>&1
dawg2wordlist swe.lstm-unicharset swe.lstm-word-dawg words >>log 2>&1

mkdir new
for part in lstm lstm-punc-dawg lstm-number-dawg lstm-unicharset lstm-recoder version; do
    cp "Latin.$part" "new/sv-latin.$part"
done
wordlist2dawg words new/sv-latin.lstm-word-dawg Latin.lstm-unicharset >>log 2>&1
(cd new && combine_tessdata sv-latin. >>../log 2>&1) || { cat log >&2; exit 1; }

check new/sv-latin.traineddata "$model_sha256"
mkdir -p "$(dirname "$target")"
cp new/sv-latin.traineddata "$target"
echo "$target"
