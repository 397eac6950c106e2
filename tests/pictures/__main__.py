"""`make pictures`: every page of every format, side by side, for people to look at.

`python -m tests.pictures [FOLDER]` exports the delivered workbook in each look of `tests.looks`,
draws the pages with poppler, LibreOffice and Chromium, and lays those of a format on one sheet.
"""

import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from PIL import Image
from tests.looks import LOOKS, restyled

from tpxl.books import open_book
from tpxl.jobs.export import libreoffice
from tpxl.jobs.export.job import FORMATS, ExportWish, export
from tpxl.shipped import master

FOLDER = "tpxl-pictures"
DOTS_PER_INCH, ACROSS, GAP, GROUND = 60, 4, 8, "#888888"
WIDTHS, TALLEST = (1280, 500), 6000
"""Windows that web pages are shown in: a desk's, and as narrow as a browser's own window goes."""
PROGRAMS = ("pdftoppm", "chromium")


def main(arguments: Sequence[str]) -> int:
    """Draw all looks; return 0, or 2 where a program is missing."""
    missing = [name for name in PROGRAMS if shutil.which(name) is None]
    if libreoffice.program() is None:
        missing.append("LibreOffice")
    if missing:
        print(f"make pictures: not installed: {', '.join(missing)}", file=sys.stderr)
        return 2
    folder = Path(arguments[0] if arguments else FOLDER).resolve()
    for look in LOOKS:
        for sheet in drawn(look, folder / look):
            print(sheet)
    return 0


def drawn(look: str, folder: Path) -> Iterator[Path]:
    """Export the workbook in a look and yield the sheets of its pages."""
    shutil.rmtree(folder, ignore_errors=True)
    templates = folder / "templates"
    templates.mkdir(parents=True)
    (templates / "vastuualue.docx").write_bytes(restyled(look))
    made = folder / "files"
    wish = ExportWish(made, formats=FORMATS, is_combined=True, templates=templates)
    with open_book(master()) as book:
        result = export(book, wish)
    if result.failed:
        raise result.failed[0]
    files = sorted(result.files, key=lambda path: (path.suffix, path.name))
    with tempfile.TemporaryDirectory() as scratch:
        home = Path(scratch)
        as_pdf = by_office([one for one in files if one.suffix in {".docx", ".xlsx"}], home)
        for path in files:
            own = path if path.suffix == ".pdf" else as_pdf.get(path)
            shots = screens(path, home) if own is None else pages(own, home)
            yield laid(shots, folder / f"{path.stem}{path.suffix}.png")


def by_office(files: Sequence[Path], home: Path) -> dict[Path, Path]:
    """Return the PDFs that LibreOffice makes of documents and workbooks, one kind at a time."""
    program = libreoffice.program()
    made = {}
    for path in files:
        target = home / path.suffix[1:]
        target.mkdir(exist_ok=True)
        subprocess.run(
            [
                str(program), f"-env:UserInstallation={(home / 'profile').as_uri()}", "--headless",
                "--convert-to", "pdf", "--outdir", str(target), str(path),
            ],
            capture_output=True,
            check=True,
            timeout=300,
        )  # fmt: skip
        made[path] = target / f"{path.stem}.pdf"
    return made


def pages(pdf: Path, home: Path) -> list[Image.Image]:
    """Return a PDF's pages as pictures."""
    target = Path(tempfile.mkdtemp(dir=home))
    dots = str(DOTS_PER_INCH)
    subprocess.run(["pdftoppm", "-r", dots, "-png", pdf, target / "page"], check=True)
    return [Image.open(path) for path in sorted(target.iterdir())]


def screens(page: Path, home: Path) -> list[Image.Image]:
    """Return a web page as a browser shows it in windows of two widths."""
    shots = []
    for width in WIDTHS:
        shot = Path(tempfile.mkdtemp(dir=home)) / "shot.png"
        subprocess.run(
            [
                "chromium", "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars",
                f"--user-data-dir={home / 'browser'}", f"--window-size={width},{TALLEST}",
                f"--screenshot={shot}", page.as_uri(),
            ],
            capture_output=True,
            check=True,
            timeout=120,
        )  # fmt: skip
        shots.append(Image.open(shot))
    return shots


def laid(shots: Sequence[Image.Image], path: Path) -> Path:
    """Lay pictures side by side on one sheet, a few in a row."""
    rows = [shots[start : start + ACROSS] for start in range(0, len(shots), ACROSS)]
    width = max(sum(one.width + GAP for one in row) for row in rows) + GAP
    heights = [max(one.height for one in row) + GAP for row in rows]
    sheet = Image.new("RGB", (width, sum(heights) + GAP), GROUND)
    top = GAP
    for row, height in zip(rows, heights, strict=True):
        left = GAP
        for one in row:
            sheet.paste(one, (left, top))
            left += one.width + GAP
        top += height
    sheet.save(path)
    return path


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
