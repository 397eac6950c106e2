"""Build the installer's zip for staff, and prove that it needs nothing but itself.

    python -m scripts.check_installer FOLDER

Every file that the installer names is in the zip; what tpxl asks for on Windows, condition by
condition, is among its wheels (that pip resolves them with no index is proven in building it); the
same releases, fetched for this machine, install with no index into an empty environment, and there
`tpxl check` says of the zip's master what it says in this checkout. It needs the network once, for
the wheels.
"""

import json
import re
import subprocess
import sys
import tempfile
import time
import venv
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from email.parser import HeaderParser
from pathlib import Path
from typing import NamedTuple

from packaging.markers import default_environment
from packaging.requirements import Requirement
from packaging.tags import Tag, compatible_tags, cpython_tags
from packaging.utils import NormalizedName, canonicalize_name, parse_wheel_filename
from packaging.version import Version

from workbook import installer

_WINDOWS = {
    "os_name": "nt",
    "sys_platform": "win32",
    "platform_system": "Windows",
    "platform_machine": "AMD64",
    "platform_python_implementation": "CPython",
    "implementation_name": "cpython",
}
_NAMED = re.compile(r"[\w.-]+\.(?:ps1|txt|md|cmd|xlsm|pdf)\b")
_WRITTEN = {"asennukset.txt", "tpxl.cmd"}
"""What the installer writes itself."""


class Wheel(NamedTuple):
    """A wheel: its project, release, what it runs on, what it asks for."""

    name: NormalizedName
    version: Version
    tags: frozenset[Tag]
    asks: tuple[Requirement, ...]


Releases = dict[NormalizedName, Version]


def main(words: list[str]) -> int:
    """Build the zip into a folder and prove it; return 0, or 1 where something is lacking."""
    (folder,) = words
    told = _Told()
    out = installer.build(Path(folder))
    pythons = ", ".join(installer.PYTHONS)
    told.say(f"{out}: {out.stat().st_size / 1e6:.0f} MB, resolved for {pythons} with no index")
    with tempfile.TemporaryDirectory() as name, zipfile.ZipFile(out) as package:
        package.extractall(name)
        complaints = list(_complaints(Path(name), told))
    for complaint in complaints:
        sys.stderr.write(f"{complaint}\n")
    return 1 if complaints else 0


class _Told:
    """Says what was done, with the seconds since the last time."""

    def __init__(self) -> None:
        self._since = time.monotonic()

    def say(self, what: str) -> None:
        now = time.monotonic()
        sys.stdout.write(f"{what} ({now - self._since:.0f} s)\n")
        sys.stdout.flush()
        self._since = now


def _complaints(unpacked: Path, told: _Told) -> Iterator[str]:
    """Yield what is lacking in what staff unpack."""
    yield from unnamed(unpacked)
    wheels = [read_wheel(path) for path in sorted((unpacked / "wheels").glob("*.whl"))]
    for python in installer.PYTHONS:
        found, lacking = closure(wheels, python, windows(python))
        yield from lacking
        told.say(f"Windows, Python {python}: {len(found)} projects, {len(lacking)} lacking")
    here = f"{sys.version_info.major}.{sys.version_info.minor}"
    own = {name: str(value) for name, value in default_environment().items()}
    found, lacking = closure(wheels, here, own)
    yield from lacking
    with tempfile.TemporaryDirectory() as name:
        yield from _elsewhere(unpacked, Path(name), found)
    told.say(f"installed here with no index, Python {here}, and tpxl check ran")


def unnamed(unpacked: Path) -> Iterator[str]:
    """Yield the files that the installer and its guide name and that are not there."""
    for text in ("install.ps1", "Asenna.cmd", "ASENNUS.md"):
        said = (unpacked / text).read_text("utf-8-sig").replace("%~dp0", "")
        named = set(_NAMED.findall(said))
        for name in sorted(named - _WRITTEN):
            if not (unpacked / name).exists():
                yield f"{text} names {name}, which is not in the zip"


def read_wheel(path: Path) -> Wheel:
    """Return what a wheel says of itself."""
    name, version, _, tags = parse_wheel_filename(path.name)
    with zipfile.ZipFile(path) as package:
        (member,) = (one for one in package.namelist() if one.endswith(".dist-info/METADATA"))
        told = HeaderParser().parsestr(package.read(member).decode())
    asks = tuple(Requirement(one) for one in told.get_all("Requires-Dist", []))
    return Wheel(name, version, tags, asks)


def windows(python: str) -> dict[str, str]:
    """Return what a wheel's conditions are judged by on Windows with a Python."""
    return {**_WINDOWS, "python_version": python, "python_full_version": f"{python}.0"}


def closure(
    wheels: Iterable[Wheel], python: str, environment: Mapping[str, str]
) -> tuple[Releases, list[str]]:
    """Return what of wheels for Windows is installed there, and what is asked for and lacking."""
    supported = _tags(python)
    usable = {one.name: one for one in wheels if one.tags & supported}
    found: Releases = {}
    lacking: list[str] = []
    asked = [Requirement(f"tpxl[{installer.EXTRAS}]")]
    seen = set()
    while asked:
        one = asked.pop()
        if str(one) in seen:
            continue
        seen.add(str(one))
        wheel = usable.get(canonicalize_name(one.name))
        if wheel is None or wheel.version not in one.specifier:
            lacking.append(f"{environment['sys_platform']}, Python {python}: no wheel of {one}")
            continue
        found[wheel.name] = wheel.version
        asked += _asked_by(wheel, one.extras, environment)
    return found, lacking


def _tags(python: str) -> set[Tag]:
    major, minor = map(int, python.split("."))
    interpreter, on = f"cp{major}{minor}", [installer.PLATFORM]
    return {
        *cpython_tags((major, minor), platforms=on),
        *compatible_tags((major, minor), interpreter, on),
    }


def _asked_by(
    wheel: Wheel, extras: Iterable[str], environment: Mapping[str, str]
) -> Iterator[Requirement]:
    """Yield what a wheel with its extras asks for there."""
    for one in wheel.asks:
        told = ({**environment, "extra": extra} for extra in ("", *extras))
        if one.marker is None or any(map(one.marker.evaluate, told)):
            yield one


def _elsewhere(unpacked: Path, aside: Path, releases: Releases) -> Iterator[str]:
    """Install here from wheels alone, run; yield where that differs from Windows or from us."""
    wheels, python = aside / "wheels", aside / "venv" / "bin" / "python"
    (own,) = (unpacked / "wheels").glob("tpxl-*.whl")
    named = ["--constraint", str(unpacked / "constraints.txt"), f"{own}[{installer.EXTRAS}]"]
    installer.pip("wheel", "--wheel-dir", str(wheels), *named)
    venv.create(aside / "venv", with_pip=True)
    words = ["install", *installer.from_alone(wheels), *named]
    installer.pip(*words, python=str(python), environment=installer.without_settings())
    installed = _installed(python)
    if installed != releases:
        differing = sorted({name for name, _ in installed.items() ^ releases.items()})
        yield f"other releases here than for Windows: {', '.join(differing)}"
    book = str(unpacked / "tilinpaatos_master.xlsm")
    if _checked(str(python), book, aside) != _checked(sys.executable, book, aside):
        yield "tpxl check says something else of the master than in this checkout"


def _installed(python: Path) -> Releases:
    """Return the releases in an environment but those that came with it."""
    listed = [str(python), "-I", "-m", "pip", "list", "--format", "json"]
    told = subprocess.run(listed, check=True, capture_output=True, text=True).stdout  # noqa: S603
    return {
        canonicalize_name(one["name"]): Version(one["version"])
        for one in json.loads(told)
        if one["name"] not in ("pip", "setuptools")
    }


def _checked(python: str, book: str, folder: Path) -> dict[str, object]:
    """Return what ``tpxl check`` says of a book; 1 is that there are findings."""
    command = [python, "-I", "-m", "tpxl", "check", book, "--json"]
    ran = subprocess.run(command, cwd=folder, capture_output=True, text=True)  # noqa: S603, PLW1510
    if ran.returncode not in (0, 1):
        raise subprocess.CalledProcessError(ran.returncode, command, ran.stdout, ran.stderr)
    told: dict[str, object] = json.loads(ran.stdout)
    return told


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
