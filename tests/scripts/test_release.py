"""A release has its version in one place, holds the guides, and says what it is made of."""

import datetime as dt
import json
import re
import tomllib
from pathlib import Path

from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator

import tpxl
from scripts import guide_pdf, release
from workbook import installer

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


def test_the_installer_s_zip_has_the_guides_and_these_come_first(tmp_path: Path) -> None:
    named = [str(path.relative_to(release.ROOT)) for path, _ in installer.members(tmp_path)]
    assert str(guide_pdf.TARGET.relative_to(release.ROOT)) in named
    recipes = (release.ROOT / "Makefile").read_text(encoding="utf-8")
    docs = recipes.split("\ndocs:")[1].split("\n\n")[0]
    steps = re.findall(r"scripts/(\w+)\.py|(mkdocs build)", docs)
    assert ["".join(one) for one in steps] == ["guide_pictures", "guide_pdf", "mkdocs build"]
    assert re.search(r"^installer: docs$", recipes, re.MULTILINE)
    assert re.search(r"^release: docs$", recipes, re.MULTILINE)


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
