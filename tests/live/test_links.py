"""What a document links to is neither fetched nor opened when LibreOffice makes a PDF of it."""

import io
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from typing import ClassVar

import pypdf
import pytest
from PIL import Image
from tests.jobs.export.packages import TYPES, in_body, packed, parts
from tests.live.conftest import missing, require_office

from tpxl.errors import TpxlError
from tpxl.jobs.export import libreoffice
from tpxl.jobs.export.docx.document import WordTemplate

A, R = "http://schemas.openxmlformats.org/drawingml/2006/", TYPES.rstrip("/")
SIDE = 40
PICTURE = (
    f'<w:p><w:r><w:drawing><wp:inline xmlns:wp="{A}wordprocessingDrawing">'
    '<wp:extent cx="990000" cy="990000"/><wp:docPr id="77" name="x" descr="x"/>'
    f'<a:graphic xmlns:a="{A}main"><a:graphicData uri="{A}picture"><pic:pic xmlns:pic="{A}picture">'
    '<pic:nvPicPr><pic:cNvPr id="0" name="x"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill>'
    f'<a:blip xmlns:r="{R}" r:link="{{}}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
    '<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="990000" cy="990000"/></a:xfrm>'
    '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData>'
    "</a:graphic></wp:inline></w:drawing></w:r></w:p>"
)


class _Heard(BaseHTTPRequestHandler):
    requests: ClassVar[list[str]] = []

    def do_GET(self) -> None:  # the library's own name
        self.requests.append(f"{self.command} {self.path}")
        self.send_response(200)
        self.end_headers()

    do_OPTIONS = do_HEAD = do_PROPFIND = do_GET  # noqa: N815  # likewise

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture
def address() -> Iterator[str]:
    """A listener on this machine; what it hears is in `_Heard.requests`."""
    _Heard.requests.clear()
    server = HTTPServer(("127.0.0.1", 0), _Heard)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()


def linked(*targets: str) -> bytes:
    """Return the Word template with pictures that are somewhere else."""
    content = in_body("".join(PICTURE.format(f"r{n}") for n, _ in enumerate(targets)))
    members = parts(content)
    name = "word/_rels/document.xml.rels"
    relations = "".join(
        f'<Relationship Id="r{n}" Type="{TYPES}image" Target="{target}" TargetMode="External"/>'
        for n, target in enumerate(targets)
    )
    text = members[name].decode().replace("</Relationships>", f"{relations}</Relationships>")
    return packed({**members, name: text.encode()})


def test_a_pdf_is_made_without_what_its_document_links_to(address: str, tmp_path: Path) -> None:
    require_office()
    program = libreoffice.program()
    if program is None:
        missing("LibreOffice's program is not on this machine")
    secret = io.BytesIO()
    Image.new("RGB", (SIDE, SIDE), "red").save(secret, "PNG")
    (tmp_path / "secret.png").write_bytes(secret.getvalue())
    content = linked(f"{address}kuva.png", (tmp_path / "secret.png").as_uri())
    with pytest.raises(TpxlError, match="template link"):
        WordTemplate("pohja", content)
    source = tmp_path / "a.docx"
    source.write_bytes(content)
    libreoffice.convert(program, [source], tmp_path, lambda _: None)
    pages = pypdf.PdfReader(tmp_path / "a.pdf").pages
    sizes = [image.image.size for page in pages for image in page.images if image.image]
    assert (SIDE, SIDE) not in sizes
    assert _Heard.requests == []
