"""The Word template in looks that staff give it: logo, margins, typefaces, rules."""

import io
from collections.abc import Callable
from typing import Any

import docx
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from PIL import Image

from tpxl.shipped import template

Template = Any


def logo(document: Template) -> None:
    image = io.BytesIO()
    Image.new("RGB", (300, 100), "#00684A").save(image, "PNG")
    paragraph = document.sections[0].header.paragraphs[0].insert_paragraph_before()
    picture = paragraph.add_run().add_picture(image, Mm(30))
    picture._inline.docPr.set("descr", "Kaupungin tunnus")


def margins(left: int, right: int) -> Callable[[Template], None]:
    def change(document: Template) -> None:
        document.sections[0].left_margin, document.sections[0].right_margin = Mm(left), Mm(right)

    return change


def typeface(name: str, size: int) -> Callable[[Template], None]:
    def change(document: Template) -> None:
        for style in document.styles:
            if style.name in {"Normal", "Heading 1", "Heading 2", "Heading 3"}:
                style.font.name = name
        document.styles["Heading 2"].font.size = Pt(size)

    return change


def ruled(document: Template) -> None:
    style = document.styles["Heading 2"]
    style.font.color.rgb = RGBColor(0, 0x68, 0x4A)
    borders, line = OxmlElement("w:pBdr"), OxmlElement("w:bottom")
    for key, said in (("val", "single"), ("sz", "8"), ("space", "1"), ("color", "00684A")):
        line.set(qn(f"w:{key}"), said)
    borders.append(line)
    style.element.get_or_add_pPr().insert(2, borders)


LOOKS: dict[str, Callable[[Template], None]] = {
    "as delivered": lambda _: None,
    "logo": logo,
    "narrow margins": margins(15, 15),
    "wide margins": margins(35, 35),
    "lopsided": margins(35, 15),
    "serif": typeface("DejaVu Serif", 15),
    "widest": typeface("DejaVu Sans", 12),
    "rule": ruled,
    "widest between wide margins": lambda one: (
        typeface("DejaVu Sans", 12)(one),
        margins(35, 35)(one),
    )[0],
}


def restyled(look: str) -> bytes:
    """Return the delivered Word template in a look."""
    document = docx.Document(str(template("vastuualue.docx")))
    LOOKS[look](document)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()
