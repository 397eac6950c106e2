#!/bin/sh
# Installs the second spreadsheet program that tests/live drives: Debian's LibreOffice, as root only.
# Without it those tests skip with a reason; TPXL_REQUIRE_LO=1 (as .ci/run sets) makes its absence a failure.
set -eu

need="libreoffice-calc libreoffice-writer python3-uno poppler-utils fonts-crosextra-carlito
xvfb xdotool imagemagick openbox"
missing=""
if command -v dpkg-query >/dev/null 2>&1; then
    for package in $need; do
        dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q 'install ok installed' ||
            missing="$missing $package"
    done
    [ -z "$missing" ] && exit 0
fi

if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
    echo "installing:$missing"
    apt-get update -qq
    # shellcheck disable=SC2086  # a list of words on purpose
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing >/dev/null
    exit 0
fi

echo "LibreOffice is not installed and may not be installed from here:"
echo "tests/live will be skipped. On Debian or Ubuntu: sudo apt-get install $need"
if [ "${TPXL_REQUIRE_LO:-}" = 1 ]; then exit 1; fi
