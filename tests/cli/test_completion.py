"""What the shells complete is what the parsers know."""

import subprocess
from shutil import which

import pytest

from tpxl.cli import COMMANDS, main


def script(capsys: pytest.CaptureFixture[str], shell: str) -> str:
    assert main(["completion", shell]) == 0
    return capsys.readouterr().out


@pytest.mark.skipif(which("bash") is None, reason="there is no bash")
@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (("tpxl", "che"), "check"),
        (("tpxl", "--lang", ""), "fi sv en"),
        (("tpxl", "--lang", "sv", "rest"), "restore"),
        (("tpxl", "check", "kirja.xlsx", "--sev"), "--severity"),
        (("tpxl", "ledger", "kirja.xlsx", "--sign", "r"), "report"),
        (("tpxl", "area", "ren"), "rename"),
        (("tpxl", "check", "kirj"), ""),
    ],
)
def test_bash_completes_commands_options_and_values(
    capsys: pytest.CaptureFixture[str], words: tuple[str, ...], expected: str
) -> None:
    line = " ".join(f"'{word}'" for word in words)
    asked = f"COMP_WORDS=({line}); COMP_CWORD={len(words) - 1}; _tpxl; echo ${{COMPREPLY[@]}}"
    done = subprocess.run(
        ["bash", "-c", f"{script(capsys, 'bash')}\n{asked}"],
        capture_output=True,
        check=True,
        encoding="utf-8",
    )
    assert (done.stdout.strip(), done.stderr) == (expected, "")


def test_powershell_is_told_every_command_and_its_options(
    capsys: pytest.CaptureFixture[str],
) -> None:
    told = script(capsys, "powershell")
    for command in COMMANDS:
        assert f"\n        '{command}' = '" in told
    assert "'check --lang' = 'fi sv en'" in told
    assert told.count("{") == told.count("}")
    assert told.count("(") == told.count(")")
