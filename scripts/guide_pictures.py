"""Draw the guides' pictures from the product itself, so that they never age.

`python scripts/guide_pictures.py` makes an example as `tpxl demo` does, lets LibreOffice draw its
sheets and Chromium its web page, and writes docs/guides/pictures.
"""

import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import redirect_stdout
from io import StringIO
from pathlib import Path
from typing import NamedTuple

import pypdfium2
from PIL import Image, ImageOps

from tpxl.books import open_book
from tpxl.cli import main as tpxl
from tpxl.jobs.export import libreoffice

TARGET = Path(__file__).resolve().parents[1] / "docs" / "guides" / "pictures"
_SCALE = 1.6
_COLOURS = 64
_EDGE = 16
_ONE_PAGE_A_SHEET = 'pdf:calc_pdf_Export:{"SinglePageSheets":{"type":"boolean","value":"true"}}'
_WINDOW = (1000, 900)


class Shot(NamedTuple):
    """A picture: the file and sheet it is of, its height to its width, the width's share shown."""

    file: str
    page: str
    height: float
    width: float = 1.0


PICTURES = {
    "alue": Shot("tilinpaatos_master.xlsm", "Työllisyyspalvelut", 0.9),
    "perustiedot": Shot("tilinpaatos_master.xlsm", "Perustiedot", 0.7),
    "tarkistus": Shot("tilinpaatos_master.xlsm", "Tarkistus", 0.75, 0.62),
    "yhteenveto": Shot("tilinpaatos_master.xlsm", "Yhteenveto", 0.9),
    "lomake": Shot("lomakkeet/Työllisyyspalvelut.xlsx", "", 0.8),
    "asiakirja": Shot("vienti/Työllisyyspalvelut.pdf", "", 0.9),
    "sivu": Shot("vienti/Työllisyyspalvelut.html", "", 0.9),
}
"""By the name that a guide gives it."""


def main() -> int:
    """Draw all pictures; return 0, or 2 where a program is missing."""
    missing = [] if shutil.which("chromium") else ["Chromium"]
    if libreoffice.program() is None:
        missing.append("LibreOffice")
    if missing:
        sys.stderr.write(f"guide_pictures: not installed: {', '.join(missing)}\n")
        return 2
    TARGET.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch:
        home = Path(scratch)
        for name, picture in _drawn(home):
            flat = picture.quantize(_COLOURS, dither=Image.Dither.NONE)
            flat.save(TARGET / f"{name}.png", optimize=True)
    return 0


def _drawn(home: Path) -> Iterator[tuple[str, Image.Image]]:
    book = home / "tilinpaatos_master.xlsm"
    with redirect_stdout(StringIO()):
        tpxl(["demo", str(home)])
        tpxl(["send", str(book), "--to", str(home / "lomakkeet"), "--due", "12.2.2026"])
    for name, shot in PICTURES.items():
        path = home / shot.file
        whole = _screen(path, home) if path.suffix == ".html" else _page(path, shot.page, home)
        yield name, _cut(whole, shot)


def _cut(whole: Image.Image, shot: Shot) -> Image.Image:
    """Return the top left of a page as far as the picture shows it, with a white edge."""
    width = int(whole.width * shot.width)
    size = (width, min(whole.height, int(width * shot.height)))
    return ImageOps.expand(whole.convert("RGB").crop((0, 0, *size)), _EDGE, "white")


def _page(path: Path, sheet: str, home: Path) -> Image.Image:
    """Return a page of a PDF or a sheet of a workbook, each the first where none is named."""
    at = 0
    if path.suffix != ".pdf":
        with open_book(path) as book:
            seen = [name for name in book.sheets if name not in book.hidden]
        at = seen.index(sheet) if sheet else 0
        path = _by_office(path, home)
    with pypdfium2.PdfDocument(path) as pdf:
        return pdf[at].render(scale=_SCALE).to_pil()


def _by_office(path: Path, home: Path) -> Path:
    """Return the PDF that LibreOffice makes of a workbook, a page a sheet; made once."""
    made = home / "pdf" / f"{path.stem}.pdf"
    if not made.exists():
        subprocess.run(  # noqa: S603  # LibreOffice, found by the product's own rule
            [
                str(libreoffice.program()), f"-env:UserInstallation={(home / 'office').as_uri()}",
                "--headless", "--convert-to", _ONE_PAGE_A_SHEET,
                "--outdir", str(made.parent), str(path),
            ],
            capture_output=True,
            check=True,
            timeout=300,
        )  # fmt: skip
    return made


def _screen(page: Path, home: Path) -> Image.Image:
    """Return a web page as a browser's window shows it."""
    shot = home / "screen.png"
    size = ",".join(map(str, _WINDOW))
    subprocess.run(  # noqa: S603  # Chromium on a file of our own
        [
            str(shutil.which("chromium")), "--headless", "--no-sandbox", "--disable-gpu",
            "--hide-scrollbars", f"--user-data-dir={home / 'browser'}", f"--window-size={size}",
            f"--screenshot={shot}", page.as_uri(),
        ],
        capture_output=True,
        check=True,
        timeout=120,
    )  # fmt: skip
    return Image.open(shot)


if __name__ == "__main__":
    sys.exit(main())
