"""The page in a real browser: the same findings, edits and bytes as here, and nothing goes out."""

import base64
import json
import re
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from tests import cases
from tests.live.browser import Browser, Site
from tests.live.conftest import missing

from tpxl.books import open_book
from tpxl.model import Edit
from tpxl.shipped import master
from tpxl.web import Desk

ROOT = Path(__file__).parents[2]
PYODIDE = Path(sys.prefix) / "share/pyodide"
CLERK = "Kaisa Kirjaaja"
BOOKS = ("master", "edited", "06_heading_footnote", "13_areas_as_columns", "15_transposed")
MOMENT = re.compile(rb"\d+\.\d+\.\d{4} \d\d[.:]\d\d(:\d\d)?")
FASTER_THAN = 200
"""Milliseconds within which the page answers a person, however the worker toils."""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    pdf = list(PYODIDE.glob("pypdfium2-*.whl"))
    if not (PYODIDE / "package/pyodide.asm.wasm").is_file() or not pdf or not shutil.which("node"):
        missing("Pyodide or node is not here (scripts/install-pyodide.sh)")
    folder = tmp_path_factory.mktemp("sivu") / "site"
    build = [sys.executable, str(ROOT / "web/build.py"), str(folder)]
    subprocess.run(build, check=True, capture_output=True, text=True, cwd=ROOT)
    served = Site(folder)
    yield served
    served.stop()


@pytest.fixture(scope="module")
def page(site: Site, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    with Browser(tmp_path_factory.mktemp("selain")) as browser:
        browser.widen(1100)
        browser.open(site.address)
        browser.until("document.body?.dataset.state === 'ready'")
        yield browser


def shown(page: Browser, path: Path) -> dict[str, Any]:
    """Drop a file on the page; return the answer to it."""
    page.run(LISTEN)
    page.choose("#file", path)
    return answered(page)


LISTEN = """
window.heard = null;
if (!window.listens) {
  const told = Worker.prototype.postMessage;
  Worker.prototype.postMessage = function (...words) {
    this.addEventListener("message", ({ data }) => { if (data.answer) window.heard = data; });
    Worker.prototype.postMessage = told;
    return told.apply(this, words);
  };
}
window.listens = true;
"""
"""Lets the test read what the worker tells the page."""


def answered(page: Browser) -> dict[str, Any]:
    page.until("window.heard && document.body.dataset.state === 'answered'")
    return dict(page.run("window.heard.answer"))


def saved(page: Browser) -> bytes:
    """Return the file behind the link that saves."""
    read = """
    new Promise(done => {
      const reader = new FileReader();
      reader.onload = () => done(reader.result.split(",")[1]);
      reader.readAsDataURL(new Blob([window.heard.bytes]));
    })"""
    return base64.b64decode(page.run(read))


def refreshed(page: Browser) -> dict[str, Any]:
    page.run(f"{LISTEN}; document.getElementById('clerk').value = {json.dumps(CLERK)};")
    page.run("document.querySelector('#refreshing button').click()")
    return answered(page)


def made(name: str, folder: Path) -> Path:
    path = folder / f"{name}.xlsx"
    if name == "master":
        return Path(shutil.copy(master(), path.with_suffix(".xlsm")))
    if name == "edited":
        with open_book(master()) as book:
            sheet = next(one for one in book.sheets if one.startswith("Työllisyys"))
            book.apply([Edit(sheet, "E53", -1.5), Edit(sheet, "E55", 809)])
            book.save(path.with_suffix(".xlsm"))
        return path.with_suffix(".xlsm")
    return cases.written(name, path)


def parts(data: Path) -> dict[str, bytes]:
    """Return every part of a package; the moments that the journals tell are all one."""
    with zipfile.ZipFile(data) as package:
        return {name: MOMENT.sub(b"NOW", package.read(name)) for name in package.namelist()}


def quiet(done: int, of: int, sheet: str) -> None:
    del done, of, sheet


@pytest.mark.parametrize("name", BOOKS)
def test_findings_edits_and_every_part_that_is_saved_are_the_same(
    page: Browser, name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = made(name, tmp_path)
    monkeypatch.chdir(tmp_path)
    desk = Desk()
    assert shown(page, path) == json.loads(desk.check(path.name, "fi", quiet))
    answer = refreshed(page)
    theirs = tmp_path / "theirs.zip"
    theirs.write_bytes(saved(page))
    assert answer == json.loads(desk.refresh(path.name, "fi", CLERK, quiet))
    assert answer["error"] is None
    assert parts(theirs) == parts(path)
