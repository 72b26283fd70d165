#!/bin/sh
# Names the Debian/Ubuntu packages that are missing, and as root installs them. Who is not root is
# told the command, and nothing stops: a library may be there without its package.
# system-packages.sh python | window | tests | bundle | all
set -eu
command -v dpkg-query >/dev/null 2>&1 || exit 0

offscreen="libgl1 libegl1 libglib2.0-0 libxkbcommon0 libfontconfig1 libdbus-1-3"
window="libx11-6 libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1 libxcb-shape0 libxcb-xkb1 libxkbcommon-x11-0"
tests="poppler-utils strace xvfb xdotool iproute2 at-spi2-core dbus-x11 python3-gi gir1.2-atspi-2.0"
bundle="binutils"
all="libreoffice-calc-nogui fonts-noto-core zbar-tools default-jre-headless"

case "${1:-window}" in
    python) wanted="python3-venv" ;;
    window) wanted="$offscreen $window" ;;
    tests) wanted="$offscreen $window $tests" ;;
    bundle) wanted="$bundle" ;;
    all) wanted="$offscreen $window $tests $bundle $all" ;;
    *) echo "usage: $0 python|window|tests|bundle|all" >&2; exit 2 ;;
esac

missing=""
for package in $wanted; do
    # Ubuntu 24.04 calls some libraries by a name that ends in t64.
    if ! dpkg-query -W -f '${Status}' "$package" "${package}t64" 2>/dev/null | grep -q "ok installed"; then
        missing="$missing $package"
    fi
done
[ -n "$missing" ] || exit 0

if [ "$(id -u)" = 0 ]; then
    echo "Installing system packages:$missing"
    apt-get update -qq >/dev/null
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing >/dev/null
else
    echo "These system packages are missing; please install them:"
    echo "  sudo apt-get install$missing"
fi
