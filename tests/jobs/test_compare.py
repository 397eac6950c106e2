import json
import random
import shutil
import zipfile
from collections import Counter
from decimal import Decimal
from pathlib import Path

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.books.report.styles import PERIODS, Area, Rows, Typing, figures, numbers_of, ruled
from tests.books.report.styles import with_number as changed

from tpxl.books import open_book
from tpxl.books.report import ReportBook, open_report
from tpxl.books.report.numbers import printed_value
from tpxl.books.report.pages import pdf_passages
from tpxl.cli import main
from tpxl.jobs.compare import ComparisonResult, area_names, compare
from tpxl.layout import survey
from tpxl.shipped import master
from tpxl.terms.periods import period_of

AREAS = ("Asuminen ja ymp\u00e4rist\u00f6", "Ty\u00f6llisyyspalvelut", "Kaupunkimarkkinointi")


def drawn(areas: list[Area], name: str = "raportti.pdf") -> ReportBook:
    data, _ = ruled(areas, Typing())
    return ReportBook(Path(name), pdf_passages(data, name))


def compared(areas: list[Area], *reports: list[Area]) -> ComparisonResult:
    return compare(survey(drawn(areas)), [drawn(report) for report in reports])


@settings(max_examples=30)
@given(seed=st.integers(0, 500), data=st.data())
def test_a_changed_figure_is_the_one_difference(seed: int, data: st.DataObject) -> None:
    areas = figures(seed, PERIODS)
    place = data.draw(st.sampled_from(list(numbers_of(areas))))
    a, t, r, c = place
    label, numbers = areas[a].tables[t].rows[r]
    right = numbers[c]
    assert right is not None
    result = compared(areas, changed(areas, place, right + 7))
    (one,) = result.differences
    assert (one.key.area, one.key.period) == (areas[a].name, PERIODS[c])
    assert (one.book, one.printed) == (right, right + 7)
    assert one.place is not None
    assert one.place.page == 1
    assert (result.tied, result.total) == (result.total - 1, 39)
    assert not result.missing
    assert not result.unknown
    assert label


def test_what_either_side_lacks_is_told() -> None:
    areas = figures(1, PERIODS)
    lacking = compared(areas, areas[:2])
    assert {one.key.area for one in lacking.missing} == {areas[2].name}
    assert (lacking.tied, lacking.total) == (26, 39)
    assert {one.key.area for one in compared(areas[:2], areas).unknown} == {areas[2].name}
    assert not compared(areas, areas[:2], areas[2:]).has_open_errors


def test_a_report_in_thousands_says_the_same_where_it_rounds_to_it() -> None:
    areas = [_one([Decimal(-1_234_500), Decimal(234_499)])]
    coarse = [_one([Decimal(-1_235), Decimal(234)], " (1 000 \u20ac)")]
    assert not compared(areas, coarse).has_open_errors
    wrong = [_one([Decimal(-1_234), Decimal(234)], " (1 000 \u20ac)")]
    assert [one.printed for one in compared(areas, wrong).differences] == [-1_234, -1_234]


def _one(numbers: list[Decimal], unit: str = "") -> Area:
    labels = ("Toimintamenot", "Toimintatulot")
    rows = [(label + unit, [number] * 2) for label, number in zip(labels, numbers, strict=True)]
    return Area("Kirjastopalvelut", [Rows(PERIODS[1:], rows)])


@pytest.fixture(scope="module")
def exported(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("vienti")
    book = folder / "kirja.xlsm"
    shutil.copy(master(), book)
    assert main(["refresh", str(book), "--no-backup"]) in {0, 1}
    assert main(["export", str(book), "--to", str(folder), "--format", "docx", "--combined"]) == 0
    return folder


def test_the_master_s_own_export_says_the_same(
    exported: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words = ["compare", str(exported / "kirja.xlsm"), str(exported / "Kaikki vastuualueet.docx")]
    capsys.readouterr()
    assert main([*words, "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["tied"] == told["total"] == 174


def test_a_digit_or_a_word_that_was_changed_in_an_export_is_told_in_the_words_asked_for(
    exported: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    report = tmp_path / "julkaistu.docx"
    with (
        zipfile.ZipFile(exported / "Kaikki vastuualueet.docx") as source,
        zipfile.ZipFile(report, "w") as target,
    ):
        for name in source.namelist():
            data = source.read(name)
            if name == "word/document.xml":
                data = data.replace("1\u00a0183\u00a0920".encode(), "1\u00a0183\u00a0290".encode())
                data = data.replace("Kaavoitusty\u00f6t".encode(), b"Kaavoja")
            target.writestr(name, data)
    capsys.readouterr()
    assert main(["compare", str(exported / "kirja.xlsm"), str(report), "--lang", "en"]) == 1
    said = capsys.readouterr().out
    assert "172/174" in said
    assert "Different (3)" in said  # the figure stands in a table of all areas too
    assert "workbook 1\u00a0183\u00a0920; report 1\u00a0183\u00a0290" in said
    assert "Missing" not in said
    assert main(["compare", str(exported / "kirja.xlsm"), str(report), "--json"]) == 1
    first = json.loads(capsys.readouterr().out)["differences"][0]
    assert (first["line"], first["period"]) == ("OPERATING_INCOME", "TP 2025")
    assert first["report"] == 1_183_290


def test_two_hundred_changed_figures_are_each_located_and_nothing_else_is_told(
    exported: Path, tmp_path: Path
) -> None:
    with open_book(exported / "kirja.xlsm") as book:
        found = survey(book)
        planted_at_all = 0
        for seed in range(5):
            path = tmp_path / f"{seed}.docx"
            planted = with_changed_digits(
                exported / "Kaikki vastuualueet.docx", path, seed, count=40
            )
            planted_at_all += len(planted)
            with open_report(path, area_names(found)) as report:
                result = compare(found, [report])
            assert Counter(one.place.text for one in result.differences if one.place) == planted
            assert len(result.differences) == planted.total()
            assert not result.missing
            assert not result.unknown
            assert result.total - 40 <= result.tied < result.total
    assert planted_at_all > 150


def with_changed_digits(source: Path, target: Path, seed: int, count: int) -> Counter[str]:
    """Write a document in which so many numbers of figures tables have another digit."""
    dice = random.Random(seed)  # noqa: S311  # places, no secrets
    document = docx.Document(str(source))
    cells = [
        cell
        for table in document.tables
        if period_of(table.rows[0].cells[-1].text.strip()) is not None
        for row in table.rows[1:]
        for cell in row.cells[1:]
        if printed_value(cell.text).is_number
    ]
    planted: Counter[str] = Counter()
    for cell in dice.sample(cells, count):
        (run,) = (run for run in cell.paragraphs[0].runs if run.text)
        at = dice.choice([at for at, letter in enumerate(run.text) if letter.isdigit()])
        run.text = f"{run.text[:at]}{int(run.text[at]) % 9 + 1}{run.text[at + 1 :]}"
        planted[run.text] += 1
    document.save(str(target))
    return planted


def test_a_report_that_is_not_there_is_one_line(
    exported: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    capsys.readouterr()
    assert main(["compare", str(exported / "kirja.xlsm"), "puuttuu.pdf", "--json"]) == 2
    assert "puuttuu.pdf" in capsys.readouterr().err


def test_a_figure_is_held_to_the_workbook_in_a_table_of_several_areas_too(
    exported: Path, tmp_path: Path
) -> None:
    document = docx.Document(str(exported / "Kaikki vastuualueet.docx"))
    table = next(one for one in document.tables if one.rows[1].cells[0].text in AREAS)
    (run,) = (run for run in table.rows[1].cells[1].paragraphs[0].runs if run.text)
    run.text = f"{run.text[:-1]}{int(run.text[-1]) % 9 + 1}"
    document.save(str(tmp_path / "raportti.docx"))
    with open_book(exported / "kirja.xlsm") as book:
        found = survey(book)
        with open_report(tmp_path / "raportti.docx", area_names(found)) as report:
            (one,) = compare(found, [report]).differences
    assert one.key.area == table.rows[1].cells[0].text
    assert one.place is not None
    assert one.place.text == run.text
