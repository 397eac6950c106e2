from pathlib import Path

from tpxl.errors import TpxlError
from tpxl.excel.message_box import exported
from tpxl.jobs.results import ExportResult


def test_the_message_says_how_many_files_are_where_and_why_others_are_not() -> None:
    folder = Path("/kansio/vienti")
    files = (folder / "Katu.xlsx", folder / "Katu.docx")
    whole = exported(ExportResult("k.xlsm", files), folder, "fi")
    assert "2" in whole
    assert str(folder) in whole
    named = ExportResult("k.xlsm", files, templates=(Path("/kansio/templates/vastuualue.docx"),))
    assert "Pohjat: /kansio/templates (vastuualue.docx)" in exported(named, folder, "fi")
    partly = ExportResult("k.xlsm", files, failed=(TpxlError("pdf_converter_missing"),))
    assert "Asenna LibreOffice" in exported(partly, folder, "fi")
