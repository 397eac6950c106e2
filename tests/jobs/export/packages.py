"""Templates taken apart and put together again, with something put where a test wants it."""

import io
import zipfile
from collections.abc import Mapping

from tpxl.jobs.export.template.check import DOCUMENT, SHEET, template_file

TYPES = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
WORD, EXCEL = template_file(DOCUMENT).content, template_file(SHEET).content
BODY, BOOK_SHEET = "word/document.xml", "xl/worksheets/sheet1.xml"


def parts(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        return {name: package.read(name) for name in package.namelist()}


def packed(members: Mapping[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in members.items():
            package.writestr(name, content)
    return out.getvalue()


def replaced(content: bytes, part: str, old: str, new: str) -> bytes:
    """Return the package with the first `old` of a part replaced; it must be there."""
    members = parts(content)
    text = members[part].decode()
    assert old in text
    members[part] = text.replace(old, new, 1).encode()
    return packed(members)


def with_relation(  # what a part leads to
    content: bytes, kind: str, target: str, *, outside: bool = True, part: str = BODY
) -> bytes:
    folder, _, file = part.rpartition("/")
    name = f"{folder}/_rels/{file}.rels".lstrip("/")
    mode = ' TargetMode="External"' if outside else ""
    one = f'<Relationship Id="rX" Type="{TYPES}{kind}" Target="{target}"{mode}/>'
    return replaced(content, name, "</Relationships>", f"{one}</Relationships>")


def in_body(xml: str, content: bytes = WORD) -> bytes:
    """Return the Word template with some XML as its first paragraph."""
    return replaced(content, BODY, "<w:body>", f"<w:body>{xml}")


def paragraph(inner: str) -> str:
    return f'<w:p><w:r><w:t xml:space="preserve">{inner}</w:t></w:r></w:p>'


def with_footnote(text: str) -> bytes:
    """Return the Word template with a footnote."""
    members = parts(with_relation(WORD, "footnotes", "footnotes.xml", outside=False))
    note = f'<w:footnotes xmlns:w="{W}"><w:footnote w:id="1">{paragraph(text)}</w:footnote>'
    members["word/footnotes.xml"] = f"{note}</w:footnotes>".encode()
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
    types = members["[Content_Types].xml"].decode()
    override = f'<Override PartName="/word/footnotes.xml" ContentType="{kind}"/></Types>'
    members["[Content_Types].xml"] = types.replace("</Types>", override).encode()
    return packed(members)
