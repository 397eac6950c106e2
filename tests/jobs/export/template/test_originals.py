from pathlib import Path

import pytest

from tpxl.errors import TpxlError
from tpxl.jobs.export.template.originals import ORIGINALS, bring
from tpxl.shipped import template


def test_what_is_lacking_comes_and_what_is_there_stays(tmp_path: Path) -> None:
    folder = tmp_path / "uusi" / "templates"
    assert [path.name for path in bring(folder).came] == list(ORIGINALS)
    for name in ORIGINALS:
        assert (folder / name).read_bytes() == template(name).read_bytes()
    (folder / "vastuualue.docx").write_bytes(b"oma")
    (folder / "vastuualue.xlsx").unlink()
    brought = bring(folder)
    assert brought.came == (folder / "vastuualue.xlsx",)
    assert brought.kept == {folder / "vastuualue.docx", folder / "OHJE.md"}
    assert (folder / "vastuualue.docx").read_bytes() == b"oma"


def test_a_link_that_leads_nowhere_is_left_as_it_is(tmp_path: Path) -> None:
    link = tmp_path / "vastuualue.docx"
    link.symlink_to(tmp_path / "verkkolevy" / "vastuualue.docx")
    assert link in bring(tmp_path).kept
    assert link.is_symlink()


def test_a_folder_that_takes_no_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "templates").write_bytes(b"")
    with pytest.raises(TpxlError) as raised:
        bring(tmp_path / "templates")
    assert raised.value.code == "export_not_written"
    assert (tmp_path / "templates").read_bytes() == b""
