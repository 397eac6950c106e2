"""Which way a document becomes a PDF, and what is told where neither follows all of it."""

import io
from collections.abc import Callable, Mapping
from pathlib import Path

import docx
import pytest
from docx.oxml import OxmlElement

from tpxl.errors import TpxlError
from tpxl.jobs.export import office, pdf
from tpxl.jobs.export.pdf import PdfResult, PdfWish, make_pdfs
from tpxl.messages import sentence


def written(folder: Path, name: str, element: str | None) -> Path:
    """Write a document whose paragraph has a property or a thing of Word's, by its name."""
    document = docx.Document()
    document.core_properties.title = name
    document.add_heading("Katu", 1)
    run = document.add_paragraph().add_run("Teksti")
    if element is not None:
        parent = run._r if element == "w:pict" else run._r.get_or_add_rPr()
        parent.append(OxmlElement(element))
    path = folder / f"{name}.docx"
    out = io.BytesIO()
    document.save(out)
    path.write_bytes(out.getvalue())
    return path


def made(folder: Path, **elements: str | None) -> PdfResult:
    documents = {name: written(folder, name, element) for name, element in elements.items()}
    return make_pdfs(PdfWish(documents, folder, {}, "vastuualue.docx"), lambda _: None)


def test_a_look_that_nobody_follows_is_told_once_and_the_pdfs_are_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(office, "program", lambda: None)
    result = made(tmp_path, Katu="w:emboss", Puisto="w:emboss", Ranta=None)
    assert set(result.files) == {"Katu", "Puisto", "Ranta"}
    assert not result.troubles
    (note,) = [one for one in result.unfollowed.values() if one.code.startswith("pdf_look")]
    assert "emboss" in sentence(note, "fi")
    assert "vastuualue.docx" in sentence(note, "fi")


def test_what_would_be_missing_from_the_text_leaves_no_pdf_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(office, "program", lambda: None)
    result = made(tmp_path, Katu="w:pict", Puisto=None)
    assert set(result.files) == {"Puisto"}
    (trouble,) = result.troubles
    assert trouble.code.startswith("pdf_lost")


def test_a_document_that_typst_does_not_follow_goes_to_the_office_program(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def convert(
        program: object, documents: Mapping[str, Path], folder: Path, done: Callable[[int], None]
    ) -> tuple[dict[str, Path], TpxlError | None]:
        del program
        asked.extend(documents)
        done(len(documents))
        files = {name: folder / f"{name}.pdf" for name in documents}
        for path in files.values():
            path.write_bytes(b"%PDF")
        return files, None

    monkeypatch.setattr(office, "program", object)
    monkeypatch.setattr(pdf, "to_pdf", convert)
    monkeypatch.setattr(pdf, "with_tab_order", lambda content: content)
    result = made(tmp_path, Katu="w:emboss", Puisto=None)
    assert asked == ["Katu"]
    assert set(result.files) == {"Katu", "Puisto"}
    assert not result.troubles
    assert not [one for one in result.unfollowed.values() if one.code.startswith("pdf_look")]
