"""Build a release under dist: wheel, installer for staff, zip of the source, SBOM, digests.

`make release`; docs/release-checklist.md says what comes before and after. The same commit gives
the same wheel, source and SBOM. What is not committed stops it.
"""

import datetime as dt
import hashlib
import shutil
import subprocess
import sys
import uuid
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from cyclonedx.contrib.license.factories import LicenseFactory
from cyclonedx.model.bom import Bom
from cyclonedx.model.component import Component, ComponentType
from cyclonedx.output.json import JsonV1Dot6
from packageurl import PackageURL
from scripts.licences import installed

import tpxl
from workbook import installer

ROOT = Path(__file__).resolve().parents[1]
NAME = f"tpxl-{tpxl.__version__}"
SBOM = "tpxl-sbom.cdx.json"
_NAMESPACE = uuid.UUID("a3f4f0b2-6f4c-5b53-9a1e-0d7f6c1d7e11")


def main() -> int:
    """Build all files; return 0, or 2 where something has to be done first."""
    if git("status", "--porcelain"):
        sys.stderr.write("release: commit first, what is not committed would not be in it\n")
        return 2
    if not (ROOT / installer.GUIDE).exists():
        sys.stderr.write("release: make docs first, the guides belong to it\n")
        return 2
    target = ROOT / "dist" / NAME
    shutil.rmtree(target, ignore_errors=True)
    moment = dt.datetime.fromisoformat(git("show", "-s", "--format=%cI", "HEAD"))
    for path in built(target, moment):
        sys.stdout.write(f"{path.relative_to(ROOT)}\n")
    return 0


def built(target: Path, moment: dt.datetime) -> Iterator[Path]:
    """Yield the files of a release once each stands in the folder."""
    hatch = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(target)]
    subprocess.run(hatch, cwd=ROOT, check=True, capture_output=True)  # noqa: S603  # our own words
    wheel = target / f"{NAME}-py3-none-any.whl"
    staff = installer.build(target)
    source = target / f"{NAME}-source.zip"
    git("archive", "--format=zip", f"--prefix={NAME}/", f"--output={source}", "HEAD")
    parts = target / SBOM
    parts.write_text(sbom(moment), encoding="utf-8")
    made = (wheel, staff, source, parts)
    sums = target / "SHA256SUMS"
    lines = (f"{hashlib.sha256(one.read_bytes()).hexdigest()}  {one.name}\n" for one in made)
    sums.write_text("".join(lines), encoding="utf-8")
    yield from (*made, sums)


def sbom(moment: dt.datetime) -> str:
    """Return the components that are installed with tpxl, as CycloneDX 1.6 in JSON."""
    own = _component("tpxl", tpxl.__version__, "MIT", ComponentType.APPLICATION)
    parts = Bom(serial_number=uuid.uuid5(_NAMESPACE, f"{tpxl.__version__} {moment.isoformat()}"))
    parts.metadata.component = own
    parts.metadata.timestamp = moment
    found = [
        _component(name, release, licence)
        for name, licence in sorted(installed())
        if (release := _release(name))
    ]
    for one in found:
        parts.components.add(one)
    parts.register_dependency(own, found)
    return f"{JsonV1Dot6(parts).output_as_string(indent=2)}\n"


def _component(
    name: str, release: str, licence: str, kind: ComponentType = ComponentType.LIBRARY
) -> Component:
    return Component(
        name=name,
        version=release,
        type=kind,
        bom_ref=f"{name}=={release}",
        licenses=[LicenseFactory().make_from_string(licence)],
        purl=PackageURL("pypi", name=name, version=release),
    )


def _release(name: str) -> str | None:
    """Return the release installed here; None of one of another platform."""
    try:
        return version(name)
    except PackageNotFoundError:
        return None


def git(*words: str) -> str:
    """Return what git says."""
    told = subprocess.run(  # noqa: S603  # our own words
        ["git", *words],  # noqa: S607
        cwd=ROOT,
        check=True,
        capture_output=True,
        text=True,
    )
    return told.stdout.strip()


if __name__ == "__main__":
    sys.exit(main())
