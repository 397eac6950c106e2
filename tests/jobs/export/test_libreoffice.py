import os
import stat
import time
from pathlib import Path

import pytest

from tpxl.errors import TpxlError
from tpxl.jobs.export import libreoffice

SCRIPT = """#!/bin/sh
{before}
out=""; last=""
for word in "$@"; do
  [ "$last" = "--outdir" ] && out="$word"
  last="$word"
  case "$word" in *.docx) {each} ;; esac
done
"""
MAKE = 'name=$(basename "$word" .docx); echo %PDF > "$out/$name.pdf"'


def program(folder: Path, before: str = "", each: str = MAKE) -> Path:
    """Return a stand-in for the program that answers as it is told."""
    path = folder / "soffice"
    path.write_text(SCRIPT.format(before=before, each=each), encoding="utf-8")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
    return path


@pytest.fixture
def sources(tmp_path: Path) -> list[Path]:
    paths = [tmp_path / f"{number}.docx" for number in range(3)]
    for path in paths:
        path.write_bytes(b"")
    return paths


def convert(soffice: Path, sources: list[Path]) -> list[int]:
    ready: list[int] = []
    libreoffice.convert(soffice, sources, sources[0].parent, ready.append)
    return ready


def test_a_pdf_is_made_of_each_file(tmp_path: Path, sources: list[Path]) -> None:
    convert(program(tmp_path, before="sleep 0.2"), sources)
    assert sorted(path.name for path in tmp_path.glob("*.pdf")) == ["0.pdf", "1.pdf", "2.pdf"]


def test_progress_is_told_while_it_works(tmp_path: Path, sources: list[Path]) -> None:
    ready = convert(program(tmp_path, each=f"{MAKE}; sleep 0.2"), sources)
    assert ready == sorted(ready)
    assert {1, 2} <= set(ready)


def test_a_new_profile_that_asks_for_a_restart_gets_one(
    tmp_path: Path, sources: list[Path]
) -> None:
    before = f'if [ ! -e "{tmp_path}/once" ]; then touch "{tmp_path}/once"; exit 81; fi'
    convert(program(tmp_path, before=before), sources)
    assert (tmp_path / "2.pdf").exists()


def test_a_file_that_is_not_made_is_told_whatever_the_status(
    tmp_path: Path, sources: list[Path]
) -> None:
    with pytest.raises(TpxlError) as caught:
        convert(program(tmp_path, each="echo source file could not be loaded"), sources)
    assert caught.value.code == "pdf_not_made"
    assert caught.value.facts["file"] == "0.docx"
    assert "could not be loaded" in str(caught.value.facts["reason"])


def test_a_program_that_hangs_is_ended_with_its_children(
    tmp_path: Path, sources: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(libreoffice, "START_SECONDS", 0.4)
    monkeypatch.setattr(libreoffice, "DOCUMENT_SECONDS", 0.0)
    start = time.monotonic()
    before = f'sleep 60 & echo $! > "{tmp_path}/child"; wait'
    with pytest.raises(TpxlError, match="pdf too slow"):
        convert(program(tmp_path, before=before), sources)
    assert time.monotonic() - start < 10
    child = int((tmp_path / "child").read_text())
    time.sleep(0.1)
    state = Path(f"/proc/{child}/stat")
    assert not state.exists() or state.read_text().split()[2] == "Z"


def test_many_files_go_in_several_runs(
    tmp_path: Path, sources: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(libreoffice, "MOST_AT_ONCE", 2)
    before = f'echo run >> "{tmp_path}/runs"'
    convert(program(tmp_path, before=before), sources)
    assert (tmp_path / "runs").read_text().split() == ["run", "run"]
    assert (tmp_path / "2.pdf").exists()


def test_the_program_is_looked_for_where_it_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = program(tmp_path)
    monkeypatch.setenv(libreoffice.PROGRAM_VARIABLE, str(path))
    assert libreoffice.program() == path
    monkeypatch.setenv(libreoffice.PROGRAM_VARIABLE, str(tmp_path / "missing"))
    assert libreoffice.program() is None


def test_the_program_is_looked_for_on_the_path(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv(libreoffice.PROGRAM_VARIABLE, raising=False)
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")
    path = program(tmp_path)
    assert libreoffice.program() == path.resolve()
