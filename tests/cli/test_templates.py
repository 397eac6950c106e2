from pathlib import Path

import pytest

from tpxl.cli import main
from tpxl.shipped import template

NAMES = ["OHJE.md", "vastuualue.docx", "vastuualue.xlsx"]


def test_the_originals_come_and_what_is_there_stays(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "templates"
    folder.mkdir()
    (folder / "vastuualue.docx").write_bytes(b"oma")
    assert main(["templates", "--to", str(folder)]) == 0
    assert sorted(path.name for path in folder.iterdir()) == NAMES
    assert (folder / "vastuualue.docx").read_bytes() == b"oma"
    assert (folder / "vastuualue.xlsx").read_bytes() == template("vastuualue.xlsx").read_bytes()
    assert "vastuualue.docx on jo kansiossa" in capsys.readouterr().out


def test_a_folder_that_cannot_be_made_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").write_bytes(b"")
    assert main(["templates", "--to", str(tmp_path / "file" / "x")]) == 2
    assert str(tmp_path / "file") in capsys.readouterr().err
