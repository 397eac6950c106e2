import runpy
from pathlib import Path

import pytest
from openxml_audit import OpenXmlValidator

from tpxl.errors import TpxlError
from tpxl.jobs.export.template.check import DOCUMENT, SHEET, template_file
from tpxl.jobs.export.template.fields import FIELDS, Shape
from tpxl.jobs.export.template.grammar import FILTERS, LOOP, TESTS

TEMPLATES = Path(__file__).parents[4] / "templates"


@pytest.mark.parametrize(("name", "source"), [(DOCUMENT, "document.py"), (SHEET, "sheet.py")])
def test_the_delivered_template_is_what_its_source_builds(name: str, source: str) -> None:
    build = runpy.run_path(str(TEMPLATES / source))["build"]
    assert build() == (TEMPLATES / name).read_bytes()


@pytest.mark.parametrize("name", [DOCUMENT, SHEET])
def test_an_auditor_finds_nothing_in_a_template(name: str) -> None:
    assert [str(error) for error in OpenXmlValidator().validate(TEMPLATES / name).errors] == []


def test_a_template_of_the_folder_wins(tmp_path: Path) -> None:
    (tmp_path / SHEET).write_bytes(b"own")
    assert template_file(SHEET, tmp_path).content == b"own"
    assert template_file(DOCUMENT, tmp_path).content == (TEMPLATES / DOCUMENT).read_bytes()


def test_a_template_that_is_nowhere_is_told() -> None:
    with pytest.raises(TpxlError, match="template missing"):
        template_file("olematon.docx")


def test_the_guide_tells_of_every_filter_test_and_loop_value() -> None:
    guide = (TEMPLATES / "OHJE.md").read_text(encoding="utf-8")
    assert {name for name in (*FILTERS, *TESTS, *LOOP) if f"`{name}`" not in guide} == set()


def test_the_guide_tells_of_every_field() -> None:
    guide = (TEMPLATES / "OHJE.md").read_text(encoding="utf-8")

    def names(shape: Shape) -> set[str]:
        below = [*shape.has.values(), *([shape.of] if shape.of is not None else [])]
        return {*shape.has, *(name for one in below for name in names(one))}

    between = {f"osio{number}" for number in range(2, 9)}
    assert {name for name in names(FIELDS) - between if name not in guide} == set()
