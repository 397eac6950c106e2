#!/bin/sh
# Fetches what the page in the browser is built of: Pyodide, a Python for the browser, and PDFium's build for it.
# Without them `make web` and its tests cannot run; TPXL_REQUIRE_LO=1 (as .ci/run sets) makes their absence a failure.
set -eu

pyodide="pyodide@314.0.7"
platform="pyemscripten_2026_0_wasm32"
pdfium="pypdfium2==5.15.2"
venv="${1:-.venv}"
home="$venv/share/pyodide"

absent() {
    echo "$1: the page in the browser is neither built nor checked."
    [ "${TPXL_REQUIRE_LO:-}" = 1 ] && exit 1
    exit 0
}

mkdir -p "$home"
if [ ! -f "$home/package/pyodide.asm.wasm" ]; then
    command -v npm >/dev/null 2>&1 || absent "npm is not installed, so that Pyodide cannot be fetched"
    file=$(cd "$home" && npm pack --silent "$pyodide") || absent "Pyodide could not be fetched"
    tar -xzf "$home/$file" -C "$home"
    rm "$home/$file"
fi
if ! ls "$home"/pypdfium2-*.whl >/dev/null 2>&1; then
    "$venv/bin/python" -m pip download --quiet --disable-pip-version-check --no-deps --only-binary=:all: \
        --platform "$platform" --python-version 3.14 --abi cp314 --implementation cp \
        --dest "$home" "$pdfium" || absent "PDFium for the browser could not be fetched"
fi
