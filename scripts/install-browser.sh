#!/bin/sh
# Installs what tests/live reads the web pages with: Debian's Chromium, as root only, and axe-core into the environment.
# Without them those tests skip with a reason; TPXL_REQUIRE_LO=1 (as .ci/run sets) makes their absence a failure.
set -eu

axe="axe-core@4.14.1"
home="${1:-.venv}/share/axe"

if ! command -v chromium >/dev/null 2>&1; then
    if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
        echo "installing: chromium"
        apt-get update -qq
        DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium >/dev/null
    else
        echo "Chromium is not installed and may not be installed from here: web pages go unchecked."
        [ "${TPXL_REQUIRE_LO:-}" = 1 ] && exit 1
        exit 0
    fi
fi

[ -f "$home/package/axe.min.js" ] && exit 0
if command -v npm >/dev/null 2>&1; then
    mkdir -p "$home"
    file=$(cd "$home" && npm pack --silent "$axe")
    tar -xzf "$home/$file" -C "$home" package/axe.min.js package/LICENSE
    rm "$home/$file"
    exit 0
fi
echo "npm is not installed, so that axe-core cannot be fetched: web pages go unchecked."
if [ "${TPXL_REQUIRE_LO:-}" = 1 ]; then exit 1; fi
