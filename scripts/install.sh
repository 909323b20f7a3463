#!/usr/bin/env bash
# Installs what paragraf needs on a Debian or Ubuntu, and says nothing when all is there.
#
# usage: scripts/install.sh [build|readers|model|fixtures|dictionaries]...      default: build
#
#   build         compiler, linker and Tesseract's library, for `cargo build`
#   readers       programs that read what is exported, for the tests that hold exports against them
#   model         Tesseract's tools and models, for scripts/build_model.sh
#   fixtures      Python with Pillow, numpy and reportlab, and fonts, for scripts/make_fixtures.py
#   dictionaries  Python with msgpack and pip, for scripts/build_dictionaries.py
set -euo pipefail

packages=()
for purpose in "${@:-build}"; do
    case $purpose in
        build) packages+=(build-essential pkg-config libtesseract-dev libleptonica-dev) ;;
        readers) packages+=(qpdf poppler-utils ghostscript libxml2-utils sqlite3 python3 python3-venv) ;;
        model) packages+=(tesseract-ocr tesseract-ocr-swe tesseract-ocr-script-latn) ;;
        fixtures)
            packages+=(python3 python3-pil python3-numpy python3-reportlab fonts-crosextra-carlito fonts-crosextra-caladea
                fonts-open-sans fonts-linuxlibertine fonts-liberation2 fonts-courier-prime fonts-gnutypewriter) ;;
        dictionaries) packages+=(python3 python3-msgpack python3-pip) ;;
        *) sed -n '2,10s/^# \{0,1\}//p' "$0" >&2; exit 2 ;;
    esac
done

if ! command -v apt-get >/dev/null; then
    echo "No apt-get here: please see to it that these are installed: ${packages[*]}" >&2
    exit 0
fi

missing=()
for package in "${packages[@]}"; do
    state=$(dpkg-query --show --showformat='${Status}' "$package" 2>/dev/null || true)
    [ "$state" = "install ok installed" ] || missing+=("$package")
done
[ ${#missing[@]} -eq 0 ] && exit 0

as_root=()
if [ "$(id -u)" -ne 0 ]; then
    command -v sudo >/dev/null || { echo "Please install as root: ${missing[*]}" >&2; exit 1; }
    as_root=(sudo)
fi

echo "installing ${missing[*]}"
apt() { "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -q -y "$@"; }
log=$(mktemp)
trap 'rm -f "$log"' EXIT
# The lists may be absent (container images) or too old for the mirror: refresh them only then.
apt install --no-install-recommends "${missing[@]}" >"$log" 2>&1 ||
    { apt update && apt install --no-install-recommends "${missing[@]}"; } >"$log" 2>&1 ||
    { cat "$log" >&2; exit 1; }
