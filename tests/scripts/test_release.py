"""A release holds what staff need, the same bytes each time, and says what it is made of."""

import datetime as dt
import json
import re
import tomllib
import zipfile
from pathlib import Path

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


def test_staff_unpack_the_installer_the_master_and_the_add_in(tmp_path: Path) -> None:
    files = list(release.staff_files())
    for name in ("one.zip", "two.zip"):
        release.zipped(tmp_path / name, "tpxl-1", files[::-1], MOMENT)
    assert (tmp_path / "one.zip").read_bytes() == (tmp_path / "two.zip").read_bytes()
    with zipfile.ZipFile(tmp_path / "one.zip") as package:
        names = package.namelist()
        assert package.testzip() is None
    wanted = ("xl_macros/install.ps1", "workbook/tpxl.xlam", "workbook/tilinpaatos_master.xlsm")
    assert {f"tpxl-1/{one}" for one in wanted} <= set(names)
    assert not [one for one in names if one.endswith(".py")]


def test_the_checklist_names_every_file_that_is_built() -> None:
    page = (release.ROOT / "docs" / "release-checklist.md").read_text(encoding="utf-8")
    for name in ("py3-none-any.whl", "VERSION.zip", "-source.zip", release.SBOM, "SHA256SUMS"):
        assert f"{name}`" in page
