import io
import zipfile
from pathlib import Path

import docx
import pytest
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen import canvas
from tests.books.report.styles import PERIODS, Typing, figures, ruled

from tpxl.books import open_book
from tpxl.books.report import open_report
from tpxl.cli import main
from tpxl.errors import TpxlError
from tpxl.jobs.check.report import check_report
from tpxl.model import Address, Severity


def written(folder: Path, margin: str = "900") -> Path:
    """Return a Word report of two areas whose tables have a line in common."""
    document = docx.Document()
    for name, cost in (("Kirjastopalvelut", "\u2212100"), ("Liikuntapalvelut", "\u2212200")):
        document.add_heading(name, 1)
        document.add_heading("6. Talouden tunnusluvut", 2)
        table = document.add_table(4, 3)
        rows = (
            ("Tunnusluku", "TP 2024", "TP 2025"),
            ("Toimintamenot", cost, cost),
            ("Toimintatulot", "1\u00a0000", "1\u00a0100"),
            ("Toimintakate", margin if cost.endswith("100") else "800", "1\u00a0000"),
        )
        for cells, texts in zip(table.rows, rows, strict=True):
            for cell, text in zip(cells.cells, texts, strict=True):
                cell.text = text
    path = folder / "raportti.docx"
    document.save(path)
    return path


def test_a_word_report_is_parted_at_the_headings_that_name_its_areas(tmp_path: Path) -> None:
    with open_report(written(tmp_path)) as book:
        assert book.sheets == ("Kirjastopalvelut", "Liikuntapalvelut")
        grid = book.read("Kirjastopalvelut")
        assert grid.row(4) == {1: "Toimintamenot", 2: -100, 3: -100}
        place = book.place("Liikuntapalvelut", Address(4, 2))
    assert place is not None
    assert (place.page, place.table, place.row) == (None, 2, 2)


def test_a_word_report_with_a_document_type_is_refused(tmp_path: Path) -> None:
    whole, changed = written(tmp_path), tmp_path / "laajeneva.docx"
    bomb = b'<!DOCTYPE w [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]>'
    with zipfile.ZipFile(whole) as source, zipfile.ZipFile(changed, "w") as target:
        for name in source.namelist():
            content = source.read(name)
            if name == "word/document.xml":
                start = content.index(b"<w:document")
                content = content[:start] + bomb + content[start:]
            target.writestr(name, content)
    with pytest.raises(TpxlError) as caught:
        open_report(changed)
    assert caught.value.code == "report_damaged"


def test_the_findings_of_a_report_say_where_they_are_printed(tmp_path: Path) -> None:
    with open_report(written(tmp_path, "950")) as book:
        result = check_report(book)
    wrong = [one for one in result.findings if one.severity is Severity.ERROR]
    assert [(one.area, one.found, one.expected) for one in wrong] == [
        ("Kirjastopalvelut", 950, 900),
        ("Liikuntapalvelut", 1000, 900),
    ]
    assert "Korjaa luku raporttiin" in wrong[0].message
    assert result.tied == (12, 12)


def test_what_a_report_s_reader_cannot_tell_apart_is_no_error_of_the_report(
    tmp_path: Path,
) -> None:
    document = docx.Document()
    document.add_heading("Kirjastopalvelut", 1)
    table = document.add_table(4, 3)
    rows = (
        ("Tunnusluku", "TA 2025", "TA 2025"),
        ("Toimintatulot", "10", "11"),
        ("Toimintamenot", "\u221230", "\u221231"),
        ("Toimintakate", "\u221220", "\u221220"),
    )
    for cells, texts in zip(table.rows, rows, strict=True):
        for cell, text in zip(cells.cells, texts, strict=True):
            cell.text = text
    document.save(tmp_path / "r.docx")
    with open_report(tmp_path / "r.docx") as book:
        told = check_report(book).findings
    assert {one.code for one in told} >= {"period_twice"}
    assert {one.severity for one in told} == {Severity.UNVERIFIABLE}


def test_a_report_is_never_changed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = written(tmp_path)
    before = path.read_bytes()
    with pytest.raises(TpxlError, match="file is report"):
        open_book(path)
    assert main(["refresh", str(path)]) == 2
    assert "tpxl check" in capsys.readouterr().err
    assert path.read_bytes() == before


def pdf(**how: object) -> bytes:
    out = io.BytesIO()
    pen = canvas.Canvas(out, **how)  # type: ignore[arg-type]
    pen.drawString(72, 700, "" if not how else "Toimintakate")
    pen.rect(72, 72, 200, 200, fill=1)
    pen.save()
    return out.getvalue()


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("a.pdf", pdf(), "report_scanned"),
        ("a.pdf", pdf(encrypt=StandardEncryption("salasana")), "report_encrypted"),
        ("a.pdf", b"%PDF-1.7 katkennut", "report_damaged"),
        ("a.pdf", b"", "report_damaged"),
        ("a.docx", b"%PDF-1.7", "file_damaged"),
    ],
)
def test_what_cannot_be_read_is_refused_in_one_line(
    name: str, data: bytes, code: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(TpxlError) as refused:
        open_report(path)
    assert refused.value.code == code
    assert main(["check", str(path)]) == 2
    assert len(capsys.readouterr().err.splitlines()) == 1


def test_a_zip_that_is_no_word_document_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    with zipfile.ZipFile(path, "w") as made:
        made.writestr("muu.txt", "x")
    with pytest.raises(TpxlError):
        open_report(path)


def test_the_command_line_tells_page_share_and_json(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "raportti.pdf"
    path.write_bytes(ruled(figures(1, PERIODS), Typing())[0])
    assert main(["check", str(path)]) == 0
    assert "T\u00e4sm\u00e4ytetty 36/39" in capsys.readouterr().out
    assert main(["check", str(path), "--json"]) == 0
    assert '"numbers": {"tied": 36, "of": 39}' in capsys.readouterr().out
