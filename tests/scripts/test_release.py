"""A release has its version in one place, holds the guides, and says what it is made of."""

import datetime as dt
import json
import re
import tomllib
import zipfile
from pathlib import Path

import pytest
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator

import tpxl
from scripts import release

MOMENT = dt.datetime(2026, 1, 2, 3, 4, 6, tzinfo=dt.UTC)
PROJECT = tomllib.loads((release.ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def test_the_version_stands_in_one_place() -> None:
    assert PROJECT["project"]["dynamic"] == ["version"]
    place = release.ROOT / PROJECT["tool"]["hatch"]["version"]["path"]
    assert f'__version__ = "{tpxl.__version__}"' in place.read_text(encoding="utf-8")


def test_the_list_of_components_is_cyclonedx_and_has_every_requirement() -> None:
    told = release.sbom(MOMENT)
    assert JsonStrictValidator(SchemaVersion.V1_6).validate_str(told) is None
    components = {one["name"]: one for one in json.loads(told)["components"]}
    asked = {re.split(r"[^\w-]", one)[0].lower() for one in PROJECT["project"]["dependencies"]}
    assert asked <= set(components)
    assert all(one["version"] and one["licenses"] for one in components.values())
    assert release.sbom(MOMENT) == told


def test_the_installer_s_zip_gets_the_guides(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def built(folder: Path) -> Path:
        with zipfile.ZipFile(folder / "tpxl-asennus-1.zip", "w") as package:
            package.writestr("install.ps1", "")
        return folder / "tpxl-asennus-1.zip"

    guide = tmp_path / "opas.pdf"
    guide.write_bytes(b"%PDF")
    monkeypatch.setattr(release.installer, "build", built)
    monkeypatch.setattr(release, "GUIDE", guide)
    made = release.for_staff(tmp_path)
    with zipfile.ZipFile(made) as package:
        assert package.namelist() == ["install.ps1", "opas.pdf"]
    assert made.parent == tmp_path


def test_the_checklist_names_every_file_that_is_built() -> None:
    page = (release.ROOT / "docs" / "release-checklist.md").read_text(encoding="utf-8")
    for name in (
        "py3-none-any.whl",
        "tpxl-asennus-VERSION.zip",
        "-source.zip",
        release.SBOM,
        "SHA256SUMS",
    ):
        assert f"{name}`" in page
