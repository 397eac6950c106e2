"""The README's commands and its Python are run as they stand."""

import re
import shlex
from pathlib import Path

import pytest

from tpxl.cli import main

README = Path(__file__).parents[1] / "README.md"
SHELL = "".join(re.findall(r"```sh\n(.*?)```", README.read_text(encoding="utf-8"), re.DOTALL))
COMMANDS = re.findall(r"^tpxl [^\n]+", SHELL, re.MULTILINE)
(PYTHON,) = re.findall(r"```python\n(.*?)```", README.read_text(encoding="utf-8"), re.DOTALL)


def test_the_tour_works_as_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    for command in COMMANDS:
        words = shlex.split(command, comments=True)[1:]
        assert main(words) in {0, 1}, command
    assert capsys.readouterr().err == ""
    exec(PYTHON, {})  # noqa: S102  # the README's own example
    assert {one.name for one in (tmp_path / "koe").iterdir()} >= {"uusi.xlsm", "ulos", "luvut.csv"}


def test_the_two_commands_are_the_makefiles() -> None:
    makefile = (README.parent / "Makefile").read_text(encoding="utf-8")
    said = README.read_text(encoding="utf-8")
    for target in ("demo", "test"):
        assert f"make {target}\n" in said
        assert f"\n{target}:" in makefile
