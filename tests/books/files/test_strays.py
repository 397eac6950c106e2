"""What killed runs leave behind does not stay for ever."""

import os
import tempfile
from pathlib import Path

import pytest

from tpxl.books.files.backups import sweep_scratch


@pytest.fixture
def scratch(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    return tmp_path


def test_folders_of_killed_exports_are_swept_once_they_are_a_day_old(scratch: Path) -> None:
    names = ("tpxl-abcd_123", "tpxl-wxyz9876", "tpxl-oma", "muu")
    for name in names:
        (scratch / name / "sisällä").mkdir(parents=True)
        (scratch / name / "sisällä" / "luonnos.docx").touch()
    for name in ("tpxl-abcd_123", "tpxl-oma", "muu"):
        os.utime(scratch / name, (1, 1))
    sweep_scratch()
    assert {one.name for one in scratch.iterdir()} == {"tpxl-wxyz9876", "tpxl-oma", "muu"}


def test_what_is_no_folder_or_anothers_is_left(
    scratch: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (scratch / "tpxl-abcd1234").touch()
    (scratch / "kohde").mkdir()
    (scratch / "tpxl-linkki01").symlink_to(scratch / "kohde")
    os.utime(scratch / "tpxl-abcd1234", (1, 1))
    os.utime(scratch / "tpxl-linkki01", (1, 1), follow_symlinks=False)
    sweep_scratch()
    assert len(list(scratch.iterdir())) == 3
    (scratch / "tpxl-toisen00").mkdir()
    os.utime(scratch / "tpxl-toisen00", (1, 1))
    monkeypatch.setattr(os, "geteuid", lambda: 12345)
    sweep_scratch()
    assert (scratch / "tpxl-toisen00").is_dir()
