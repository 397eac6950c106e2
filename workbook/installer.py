"""The installer for staff: one zip with everything, so that no network is needed.

    python workbook/installer.py FOLDER [--python 3.11 ...]

Writes ``tpxl-asennus-VERSION.zip`` into FOLDER. The wheels are those of `constraints.txt` for
64-bit Windows, for each Python asked for; that they are all is proven by resolving them again
with no index at all.
"""

import argparse
import subprocess
import sys
import zipfile
from collections.abc import Iterator, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PYTHONS = ("3.11", "3.12", "3.13", "3.14")
PLATFORM = "win_amd64"
EXTRAS = "fast,pdf,data"
ONLY_ON_WINDOWS = ("pywin32", "tzdata")
"""What pip, which reads conditions for the machine it runs on, does not see from elsewhere."""

GUIDE = "docs/guides/tpxl-oppaat.pdf"
"""Built by `make docs`."""
TOP = ("xl_macros/Asenna.cmd", "xl_macros/install.ps1", "workbook/ASENNUS.md", "constraints.txt")
BOOKS = (GUIDE, "workbook/tilinpaatos_master.xlsm", "LICENSE", "LICENSES.md")


def build(folder: Path, pythons: Sequence[str] = PYTHONS) -> Path:
    """Write the zip into a folder; return it.

    Raises:
        subprocess.CalledProcessError: a wheel cannot be had, or those that were are not all.
    """
    folder.mkdir(parents=True, exist_ok=True)
    wheels = folder / "wheels"
    own = own_wheel(wheels)
    for python in pythons:
        download(own, wheels, python)
        resolve(wheels, python, folder / "resolved")
    out = folder / f"tpxl-asennus-{own.name.split('-')[1]}.zip"
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for path, name in members(wheels):
            package.write(path, name)
    return out


def own_wheel(wheels: Path) -> Path:
    """Build tpxl's own wheel; return it."""
    _pip("wheel", "--no-deps", "--wheel-dir", str(wheels), str(ROOT))
    return next(wheels.glob("tpxl-*.whl"))


def download(own: Path, wheels: Path, python: str) -> None:
    """Fetch the wheels of all that tpxl needs on Windows with a Python."""
    constraints = ["--constraint", str(ROOT / "constraints.txt")]
    named = [f"{own}[{EXTRAS}]", *ONLY_ON_WINDOWS]
    _pip("download", *_for_windows(python), *constraints, "--dest", str(wheels), *named)


def resolve(wheels: Path, python: str, into: Path) -> None:
    """Pass where the wheels alone are enough for Windows with a Python: no index is asked."""
    alone = ["--no-index", "--find-links", str(wheels), "--dest", str(into)]
    _pip("download", *_for_windows(python), *alone, f"tpxl[{EXTRAS}]", *ONLY_ON_WINDOWS)


def members(wheels: Path) -> Iterator[tuple[Path, str]]:
    """Yield the files of the zip with their names in it: the installer on top, the wheels below."""
    for name in (*TOP, *BOOKS):
        yield ROOT / name, Path(name).name
    for wheel in sorted(wheels.glob("*.whl")):
        yield wheel, f"wheels/{wheel.name}"


def _for_windows(python: str) -> list[str]:
    kind = ["--platform", PLATFORM, "--implementation", "cp", "--python-version", python]
    return ["--only-binary", ":all:", *kind]


def _pip(*words: str) -> None:
    command = [sys.executable, "-m", "pip", "--quiet", "--disable-pip-version-check", *words]
    subprocess.run(command, check=True)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--python", nargs="+", default=PYTHONS)
    asked = parser.parse_args()
    print(build(asked.folder, asked.python))
