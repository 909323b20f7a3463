#!/usr/bin/env bash
# Proves that a fresh clone runs and passes its tests on a bare Debian: debootstrap's smallest system, no compiler,
# no Tesseract; only cargo is bound in from this machine. Needs root, debootstrap and about 4 GB.
#
# usage: scripts/bare-debian.sh [DIR]
#
#   DIR    where the system is made (default: a new folder in TMPDIR). DIR/base keeps the untouched
#          system for the next time; DIR/root is the one that is used up.
#
# SUITE (bookworm) and MIRROR choose another Debian. How this machine reaches mirrors and registries
# is carried in: resolver, proxies, certificates, apt's and cargo's settings.
set -euo pipefail

[ "$(id -u)" -eq 0 ] || { echo "This needs root: sudo $0" >&2; exit 1; }
command -v debootstrap >/dev/null || { apt-get -q -y install debootstrap >/dev/null; }

repository=$(git -C "$(dirname "$0")" rev-parse --show-toplevel)
suite=${SUITE:-bookworm}
mirror=${MIRROR:-$(grep -hoE 'https?://[^ ]*/debian/?( |$)' /etc/apt/sources.list /etc/apt/sources.list.d/* 2>/dev/null |
    grep -v '#' | head -1 | tr -d ' ' || true)}
dir=$(realpath -m "${1:-$(mktemp -d "${TMPDIR:-/tmp}/bare-debian.XXXXXX")}")
base=$dir/base root=$dir/root

say() { printf '\n== %s\n' "$*"; }

if [ ! -e "$base/etc/debian_version" ]; then
    say "debootstrap $suite into $base"
    mkdir -p "$base"
    [ -n "$mirror" ] || { echo "Please name a Debian mirror: MIRROR=... $0" >&2; exit 2; }
    debootstrap --variant=minbase "$suite" "$base" "$mirror" >"$dir/debootstrap.log" 2>&1 ||
        { tail -20 "$dir/debootstrap.log" >&2; exit 1; }
fi

say "a fresh copy of it in $root"
rm -rf "$root"
cp -a "$base" "$root"

# The way to the network.
cp -L /etc/resolv.conf "$root/etc/resolv.conf"
cp /etc/hosts "$root/etc/hosts"
apt-config dump | grep -E '^Acquire::(https?|ftp|Retries)' >"$root/etc/apt/apt.conf.d/90host" || true
certificates=${SSL_CERT_FILE:-/etc/ssl/certs/ca-certificates.crt}
carried=()
if [ -e "$certificates" ]; then
    mkdir -p "$root/etc/ssl/certs"
    cp -L "$certificates" "$root/etc/ssl/certs/ca-certificates.crt"
    carried+=(SSL_CERT_FILE=/etc/ssl/certs/ca-certificates.crt)
fi
while IFS= read -r setting; do
    carried+=("$setting")
done < <(env | grep -iE '^(https?_proxy|no_proxy|all_proxy|CARGO_(NET|HTTP|REGISTR|SOURCE)[A-Z_]*)=' || true)

# Cargo: the toolchain as it stands, and the home with its registry and settings.
toolchain=$(rustc --print sysroot)
cargo_home=${CARGO_HOME:-$HOME/.cargo}
mkdir -p "$root$toolchain" "$root$cargo_home" "$root/proc" "$root/dev" "$root/home/user"

say "a fresh clone of $(git -C "$repository" rev-parse --short HEAD)"
git clone --quiet --no-hardlinks "$repository" "$root/home/user/paragraf"
documents=$(find "$root/home/user/paragraf/fixtures/scans" -type f | wc -l)

cat >"$root/home/user/prove" <<'PROVE'
set -euo pipefail
for tool in tesseract cc make; do
    ! command -v "$tool" >/dev/null || { echo "$tool is there already: this is no bare system"; exit 1; }
done
apt-get -q update >/dev/null
apt-get -q -y install --no-install-recommends make >/dev/null 2>&1
cd /home/user/paragraf
make run
[ "$(find out/documents -name '*.json' | wc -l)" -ge "$1" ] || { echo "out/ holds fewer documents than there are fixtures"; exit 1; }
make test
PROVE

# Mounts live in a namespace of their own and go with it.
mounts() {
    mount -t proc proc "$root/proc"
    mount --rbind /dev "$root/dev"
    mount --bind -o ro "$toolchain" "$root$toolchain"
    mount --bind "$cargo_home" "$root$cargo_home"
    exec chroot "$root" /usr/bin/env -i HOME=/home/user TERM=dumb LANG=C.UTF-8 DEBIAN_FRONTEND=noninteractive \
        CARGO_HOME="$cargo_home" PATH="$toolchain/bin:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin" \
        "$@"
}
export -f mounts
export root toolchain cargo_home

say "make run and make test in it"
unshare --mount --propagation private bash -euc 'mounts "$@"' bare "${carried[@]}" bash /home/user/prove "$documents"
say "a bare Debian $(cat "$base/etc/debian_version") runs it and passes its tests"
