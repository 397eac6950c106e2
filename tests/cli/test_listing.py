"""The first screen of a book with hundreds of findings, and how each of them is reached."""

import json
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import openpyxl
import pytest
import xlsxwriter

from tpxl.cli import main
from tpxl.cli.listing import MOST_FIRST, Choice, alike, first_lines
from tpxl.cli.screen import RED, WIDEST, Screen, plain, wrapped
from tpxl.messages import LANGUAGES, catalogue
from tpxl.model import Finding, Severity

AREAS, GOALS = 30, 12
FIGURES = (
    ("", "TP 2024", "TP 2025"),
    ("Toimintamenot", -300_000, -900_000),
    ("Toimintatulot", 20_000, 80_000),
    ("Toimintakate", -280_000, -820_100),
)
SCREEN_LINES, SCREEN_COLUMNS = 40, 100


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A book of thirty areas: each with a wrong margin, a large change and outcomes to write."""
    path = tmp_path_factory.mktemp("kirja") / "alueet.xlsx"
    with xlsxwriter.Workbook(path) as book:
        for number in range(1, AREAS + 1):
            sheet = book.add_worksheet(f"Alue {number}")
            sheet.write(0, 0, f"VASTUUALUE: Palvelualue {number:02}")
            sheet.write(2, 0, "4. Muut tavoitteet")
            sheet.write_row(3, 0, ("Tavoite", "Toimenpide", "Mittari", "TP 2025"))
            for goal in range(GOALS):
                sheet.write_row(4 + goal, 0, (f"Tavoite {goal}", "Tehdään", "Asiakaskysely"))
            for row, cells in enumerate(FIGURES, start=GOALS + 7):
                sheet.write_row(row, 0, cells)
    return path


@pytest.fixture(autouse=True)
def screen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", str(SCREEN_COLUMNS))


def printed(capsys: pytest.CaptureFixture[str], *words: str) -> list[str]:
    assert main(words) in {0, 1}
    return capsys.readouterr().out.splitlines()


def document(capsys: pytest.CaptureFixture[str], path: Path, *words: str) -> list[dict[str, Any]]:
    capsys.readouterr()
    main(["check", str(path), "--json", *words])
    findings: list[dict[str, Any]] = json.loads(capsys.readouterr().out)["findings"]
    return findings


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_first_screen_of_thirty_areas_tells_what_to_do_first(
    many: Path, capsys: pytest.CaptureFixture[str], lang: str
) -> None:
    lines = printed(capsys, "check", str(many), "--lang", lang)
    findings = document(capsys, many)
    assert len(findings) >= 400
    assert len(lines) <= SCREEN_LINES
    assert max(map(len, lines)) <= SCREEN_COLUMNS
    texts = catalogue(lang).texts
    first = lines.index(texts["first"])
    assert first > lines.index(texts["areas"])
    things = [line for line in lines[first:] if re.match(r" ?\d+\. ", line)]
    assert 1 <= len(things) <= MOST_FIRST
    worst = catalogue(lang).severities["error"]
    assert things[0].startswith(f" 1. {worst} ")
    assert "--all" in lines[-1]


def test_the_counts_by_area_are_those_of_the_json(
    many: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    errors = Counter(one["area"] for one in document(capsys, many) if one["severity"] == "error")
    lines = printed(capsys, "check", str(many))
    told = dict(re.findall(r"^  (Palvelualue \d+) +(\d+)", "\n".join(lines), re.MULTILINE))
    assert told
    assert {area: int(count) for area, count in told.items()}.items() <= errors.items()


def test_many_alike_are_one_line_and_each_is_reached_by_an_option(
    many: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = "\n".join(printed(capsys, "check", str(many)))
    assert text.count("toteuma puuttuu") == 1
    assert f"{AREAS * GOALS} tavoitteen toteuma puuttuu" in text
    every = "\n".join(printed(capsys, "check", str(many), "--all"))
    for finding in document(capsys, many):
        assert f"{finding['sheet']}!{finding['cell']}: " in every


def test_an_area_or_a_severity_is_shown_alone(
    many: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    of_area = printed(capsys, "check", str(many), "--area", "palvelualue 07")
    assert {line.split("!")[0] for line in of_area if "!" in line} == {"  Alue 7"}
    of_kind = printed(capsys, "check", str(many), "--severity", "selit")
    assert f"Selitettävä ({AREAS * 2})" in of_kind
    assert not any(line.startswith("Virhe") for line in of_kind)


def test_json_is_whole_whatever_is_chosen(many: Path, capsys: pytest.CaptureFixture[str]) -> None:
    chosen = document(capsys, many, "--severity", "warning", "--area", "Palvelualue 01")
    assert chosen == document(capsys, many)


def test_an_area_that_is_not_there_is_told_with_the_nearest_name(
    many: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", str(many), "--area", "Palvelulue 07"]) == 2
    assert "Tarkoititko: Palvelualue 07?" in capsys.readouterr().err


@pytest.mark.parametrize("options", [(), ("--all",)])
def test_no_line_is_too_long_for_a_wide_screen(
    many: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    options: tuple[str, ...],
) -> None:
    monkeypatch.setenv("COLUMNS", "400")
    lines = printed(capsys, "refresh", str(many), "--dry-run", *options)
    assert max(map(len, lines)) <= WIDEST


@pytest.mark.parametrize("ending", ["xlsx", "html"])
def test_the_findings_go_into_a_file_by_its_ending(
    many: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], ending: str
) -> None:
    out = tmp_path / f"havainnot.{ending}"
    assert main(["check", str(many), "--out", str(out)]) == 1
    messages = {finding["message"] for finding in document(capsys, many)}
    assert set(_messages(out)) >= messages


def _messages(path: Path) -> Iterator[str]:
    if path.suffix == ".xlsx":
        sheet = openpyxl.load_workbook(path).worksheets[0]
        yield from (str(cell) for row in sheet.iter_rows(values_only=True) for cell in row)
        return
    text = path.read_text(encoding="utf-8").replace("&quot;", '"')
    yield from re.findall(r"<td>(.*?)</td>", text)


def test_a_file_with_another_ending_is_refused(
    many: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", str(many), "--out", str(tmp_path / "havainnot.txt")]) == 2
    assert ".xlsx" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def _finding(number: int, message: str = "Väärin.") -> Finding:
    return Finding(
        "margin", Severity.ERROR, area="A", sheet="A", cell=f"B{number}", message=message
    )


def test_two_alike_are_told_each_and_three_in_one() -> None:
    words = catalogue("fi")
    assert [len(group) for group in alike(map(_finding, range(2)), words)] == [1, 1]
    assert [len(group) for group in alike(map(_finding, range(3)), words)] == [3]


def test_a_thing_to_do_takes_two_lines_however_long_its_message_is() -> None:
    findings = [_finding(number, f"{number} " + "pitkä " * 90) for number in range(2)]
    others = [Finding(f"x{number}", Severity.INFO, message="Tieto.") for number in range(20)]
    lines = [plain(line) for line in first_lines([*findings, *others], (), "fi")]
    start = lines.index("Tee ensin")
    assert lines[start + 2].endswith("…")
    assert lines[start + 3].startswith(" 2. virhe")


def test_what_the_sheet_names_is_not_said_again() -> None:
    finding = _finding(4, "A, TP 2025, toimintakate: väärin.")
    lines = [plain(line) for line in first_lines([finding], (), "fi")]
    assert lines[-1] == "  A!B4: TP 2025, toimintakate: väärin."


def test_all_is_the_choice_of_no_area_and_no_severity() -> None:
    assert Choice().is_usual
    assert not Choice(is_all=True).is_usual


class Terminal:
    """A terminal that remembers what it was sent."""

    def __init__(self) -> None:
        self.sent = ""

    def isatty(self) -> bool:
        return True

    def write(self, text: str) -> int:
        self.sent += text
        return len(text)


@pytest.mark.parametrize(
    ("variable", "value", "sent"),
    [
        ("X", "", "\x1b[1;31mvirhe \x1b[0mteksti"),
        ("NO_COLOR", "1", "virhe teksti"),
        ("TERM", "dumb", "virhe teksti"),
    ],
)
def test_colours_are_for_a_terminal_that_wants_them(
    monkeypatch: pytest.MonkeyPatch, variable: str, value: str, sent: str
) -> None:
    for name, usual in (("NO_COLOR", ""), ("TERM", "xterm"), ("WT_SESSION", "1")):
        monkeypatch.setenv(name, usual)
    monkeypatch.setenv(variable, value)
    terminal = Terminal()
    (line,) = wrapped("teksti\x1b[2J", 80, (("virhe ", RED),))
    Screen(terminal).show(line if isinstance(line, tuple) else ())
    assert terminal.sent == f"{sent}\ufffd[2J\n"


def test_a_file_gets_no_colours(many: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert "\x1b" not in "".join(printed(capsys, "check", str(many)))
