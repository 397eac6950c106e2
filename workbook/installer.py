"""The installer for staff: one zip with everything, so that no network is needed.

    python workbook/installer.py FOLDER [--python 3.11 ...]

Writes ``tpxl-asennus-VERSION.zip`` into FOLDER. The wheels are those of `constraints.txt` for
64-bit Windows, for each Python asked for, fetched into a folder that is empty; that they are all
is proven by resolving them again with no index at all. `scripts/check_installer.py` proves more.
"""

import argparse
import os
import subprocess
import sys
import tempfile
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
CONSTRAINTS = ("--constraint", str(ROOT / "constraints.txt"))
BOOKS = (
    GUIDE,
    "workbook/tilinpaatos_master.xlsm",
    "LICENSE",
    "LICENSES.md",
    "workbook/EXCEL-CHECKLIST.md",
)


def build(folder: Path, pythons: Sequence[str] = PYTHONS) -> Path:
    """Write the zip into a folder; return it.

    Raises:
        FileNotFoundError: a file that belongs to it has not been built.
        subprocess.CalledProcessError: a wheel cannot be had, or those that were are not all.
    """
    for path in (*TOP, *BOOKS):
        if not (ROOT / path).exists():
            raise FileNotFoundError(f"{path}: make docs first")
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder, prefix=".") as name:
        aside = Path(name)
        wheels = aside / "wheels"
        own = own_wheel(wheels)
        for python in pythons:
            download(own, wheels, python)
            resolve(wheels, python, aside / "resolved" / python)
        out = folder / f"tpxl-asennus-{own.name.split('-')[1]}.zip"
        return pack(wheels, aside / out.name).replace(out)


def pack(wheels: Path, out: Path) -> Path:
    """Write the zip; return it. Wheels are compressed already."""
    with zipfile.ZipFile(out, "w") as package:
        for path, name in members(wheels):
            kind = zipfile.ZIP_STORED if path.suffix == ".whl" else zipfile.ZIP_DEFLATED
            package.write(path, name, kind)
    return out


def own_wheel(wheels: Path) -> Path:
    """Build tpxl's own wheel; return it."""
    pip("wheel", "--no-deps", "--wheel-dir", str(wheels), str(ROOT))
    return next(wheels.glob("tpxl-*.whl"))


def download(own: Path, wheels: Path, python: str) -> None:
    """Fetch the wheels of all that tpxl needs on Windows with a Python."""
    named = [f"{own}[{EXTRAS}]", *ONLY_ON_WINDOWS]
    pip("download", *_for_windows(python), *CONSTRAINTS, "--dest", str(wheels), *named)


def resolve(wheels: Path, python: str, into: Path) -> None:
    """Pass where the wheels alone are enough for Windows with a Python: no index is asked."""
    alone = [*_for_windows(python), *CONSTRAINTS, *from_alone(wheels), "--dest", str(into)]
    pip("download", *alone, f"tpxl[{EXTRAS}]", *ONLY_ON_WINDOWS, environment=without_settings())


def from_alone(wheels: Path) -> list[str]:
    """Return what lets pip take wheels from a folder and nowhere else."""
    return ["--no-index", "--find-links", str(wheels)]


def without_settings() -> dict[str, str]:
    """Return an environment in which pip has no settings: they may name other sources."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("PIP_")}
    return {**kept, "PIP_CONFIG_FILE": os.devnull}


def members(wheels: Path) -> Iterator[tuple[Path, str]]:
    """Yield the files of the zip with their names in it: the installer on top, the wheels below."""
    for name in (*TOP, *BOOKS):
        yield ROOT / name, Path(name).name
    for wheel in sorted(wheels.glob("*.whl")):
        yield wheel, f"wheels/{wheel.name}"


def _for_windows(python: str) -> list[str]:
    kind = ["--platform", PLATFORM, "--implementation", "cp", "--python-version", python]
    return ["--only-binary", ":all:", *kind]


def pip(
    *words: str, python: str = sys.executable, environment: dict[str, str] | None = None
) -> None:
    """Run pip, by default that of the Python that runs."""
    command = [python, "-m", "pip", "--quiet", "--disable-pip-version-check", *words]
    subprocess.run(command, check=True, env=environment)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--python", nargs="+", default=PYTHONS)
    asked = parser.parse_args()
    print(build(asked.folder, asked.python))
