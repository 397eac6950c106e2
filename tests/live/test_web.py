"""The page in a real browser: the same findings, edits and parts as here, and nothing goes out."""

import base64
import json
import os
import re
import shutil
import subprocess
import sys
import time
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from tests import cases
from tests.bench import areas
from tests.live.browser import AXE, TAGS, Browser, Site
from tests.live.conftest import missing

from tpxl.books import open_book
from tpxl.jobs.export.job import ExportWish, export
from tpxl.messages import catalogue
from tpxl.shipped import master
from tpxl.web import Desk

ROOT = Path(__file__).parents[2]
PYODIDE = Path(sys.prefix) / "share/pyodide"
CLERK = "Kaisa Kirjaaja"
BOOKS = ("master", *cases.names()[::3])
MOMENT = re.compile(rb"\d+\.\d+\.\d{4} \d\d[.:]\d\d(:\d\d)?")
MANY = 60
"""Area sheets of the large book: 300 take five times as long and say no more."""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    pdf = list(PYODIDE.glob("pypdfium2-*.whl"))
    if not (PYODIDE / "package/pyodide.asm.wasm").is_file() or not pdf or not shutil.which("node"):
        missing("Pyodide or node is not here (scripts/install-pyodide.sh)")
    base = tmp_path_factory.getbasetemp()
    folder = built(base.parent if "PYTEST_XDIST_WORKER" in os.environ else base)
    served = Site(folder)
    yield served
    served.stop()


def built(shared: Path) -> Path:
    """Return the folder of the page, which one of the workers builds and the others wait for."""
    folder, building = shared / "web-page", shared / "web-page-building"
    try:
        building.mkdir()
    except FileExistsError:
        while building.exists():
            time.sleep(0.1)
        assert folder.exists(), "another worker could not build the page"
        return folder
    try:
        if folder.exists():
            return folder
        build = [sys.executable, str(ROOT / "web/build.py"), str(building / "made")]
        subprocess.run(build, check=True, capture_output=True, text=True, cwd=ROOT)
        (building / "made").rename(folder)
    finally:
        building.rmdir()
    return folder


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
    const hear = ({ data }) => { if (data.answer) window.heard = data; };
    this.onheard ??= this.addEventListener("message", hear) ?? true;
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


BAD = {
    "tyhja.xlsx": b"",
    "teksti.xlsm": b"ei ole",
    "rikki.docx": b"PK\x03\x04",
    "skannattu.pdf": b"%PDF-1.7\n",
}


@pytest.mark.parametrize("name", BAD)
def test_a_bad_file_ends_in_the_same_sentence(
    page: Browser, name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / name
    path.write_bytes(BAD[name])
    monkeypatch.chdir(tmp_path)
    answer = shown(page, path)
    assert answer == json.loads(Desk().check(name, "fi", quiet))
    assert page.run("document.getElementById('trouble').textContent") == answer["error"]
    assert page.run("document.getElementById('result').hidden")


@pytest.mark.parametrize("kind", ["docx", "pdf"])
def test_a_report_is_read_as_it_is_here(
    page: Browser, kind: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with open_book(cases.written("06_heading_footnote", tmp_path / "kirja.xlsx")) as book:
        exported = export(book, ExportWish(tmp_path, formats=(kind,)))
    report = exported.files[0].rename(tmp_path / f"raportti.{kind}")
    monkeypatch.chdir(tmp_path)
    answer = shown(page, report)
    assert answer == json.loads(Desk().check(report.name, "fi", quiet))
    assert answer["document"]["numbers"]["of"] > 0


def test_no_name_no_refresh(page: Browser, tmp_path: Path) -> None:
    shown(page, cases.written("e2e", tmp_path / "kirja.xlsx"))
    page.run("document.getElementById('clerk').value = ' '; window.heard = null")
    page.run("document.querySelector('#refreshing button').click()")
    assert "nimesi" in page.run("document.getElementById('missing').textContent")
    assert page.run("document.activeElement.id") == "clerk"
    assert page.run("window.heard") is None


DROP = """{
  const event = new Event("drop", { cancelable: true });
  const arrayBuffer = () => Promise.reject(new Error("no file"));
  event.dataTransfer = { files: [{ name: "kansio", arrayBuffer }] };
  document.dispatchEvent(event);
}"""


def test_what_cannot_be_read_is_told_and_the_next_file_is_taken(
    page: Browser, tmp_path: Path
) -> None:
    page.run(DROP)
    page.until("document.getElementById('trouble').textContent.startsWith('kansio: ')")
    shown(page, cases.written("e2e", tmp_path / "kirja.xlsx"))
    assert page.run("document.getElementById('trouble').textContent") == ""


STOP = """{
  const told = Worker.prototype.postMessage;
  Worker.prototype.postMessage = function () {
    Worker.prototype.postMessage = told;
    this.onerror(new ErrorEvent("error", { message: "muisti loppui" }));
  };
}"""


def test_after_the_program_has_stopped_another_one_takes_the_next_file(
    page: Browser, tmp_path: Path
) -> None:
    path = cases.written("e2e", tmp_path / "kirja.xlsx")
    page.run(STOP)
    page.choose("#file", path)
    page.until("document.body.dataset.state === 'broken'")
    told = page.run("document.getElementById('trouble').textContent")
    assert told == catalogue("fi").texts["web.stopped"].format(reason="muisti loppui")
    assert page.run("document.getElementById('working').hidden")
    page.run("window.listens = false")
    assert shown(page, path)["error"] is None


CHOOSE = """{
  const field = document.getElementById("%s");
  field.value = "%s";
  field.dispatchEvent(new Event("input", { bubbles: true }));
}"""


def test_the_filter_leaves_what_was_asked_for(page: Browser, tmp_path: Path) -> None:
    answer = shown(page, made("master", tmp_path))
    found = [one for area in answer["areas"] for one in area["findings"]]
    count = "document.querySelectorAll('.findings li').length"
    assert page.run(count) == len(found)
    page.run(CHOOSE % ("kind", "error"))
    errors = [one for one in found if one["severity"] == "error"]
    assert page.run(count) == len(errors) < len(found)
    page.run(CHOOSE % ("word", "G14"))
    assert page.run(count) == sum("G14" in one["place"] + one["message"] for one in errors) > 0


LOOK = f"""
axe.run(document, {{runOnly: {json.dumps(TAGS)}}}).then(found => ({{
  violations: found.violations.map(one => one.id + ": " + one.nodes.map(n => n.target).join()),
  passes: found.passes.length,
  wide: document.documentElement.scrollWidth,
}}))"""


def test_no_rule_of_accessibility_is_broken_in_any_language_at_any_width(
    page: Browser, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    path = made("master", tmp_path)
    shown(page, path)
    assert refreshed(page)["edits"]
    desk = Desk()
    desk.refresh(path.name, "fi", CLERK, quiet)
    page.run(AXE.read_text(encoding="utf-8") + ";0")
    for lang in ("sv", "en", "fi"):
        page.run(f"{LISTEN}; document.querySelector('nav [lang={lang}]').click()")
        assert answered(page) == json.loads(desk.again(lang))
        for width in (1280, 360):
            page.widen(width)
            seen = page.run(LOOK)
            assert seen["violations"] == [], (lang, width)
            assert seen["passes"] >= 20
            assert seen["wide"] <= width
    page.widen(1100)


def test_a_large_book_leaves_the_page_answering_and_can_be_cancelled(
    page: Browser, tmp_path: Path
) -> None:
    path = areas.made(tmp_path / "iso.xlsx", MANY)
    page.run(LISTEN + WATCH)
    page.choose("#file", path)
    page.until("document.body.dataset.state === 'working' && document.getElementById('bar').value")
    page.run("document.getElementById('cancel').click()")
    assert page.run("document.body.dataset.state") == "cancelled"
    assert page.run("document.getElementById('working').hidden")
    page.choose("#file", path)
    page.until("document.body.dataset.state === 'answered'")
    page.run(f"{LISTEN}; document.getElementById('clerk').value = {json.dumps(CLERK)};")
    page.run("document.querySelector('#refreshing button').click()")
    page.until("document.body.dataset.state === 'answered'")
    assert page.run("document.getElementById('save').download") == path.name
    times = page.run("window.times")
    assert times["longest"] < times["worked"] / 4, "the page stood still while its worker toiled"
    assert page.run("document.querySelectorAll('.findings li').length") <= 300


WATCH = """
window.times = { longest: 0, worked: 0 };
let before = performance.now();
setInterval(() => {
  const now = performance.now(), gap = now - before;
  before = now;
  if (document.body.dataset.state !== "working") return;
  window.times.longest = Math.max(window.times.longest, gap);
  window.times.worked += gap;
}, 10);
"""


def test_only_the_page_s_own_files_are_asked_for(page: Browser, site: Site) -> None:
    page.run("navigator.serviceWorker.ready.then(() => 1)")
    own = (site.address, f"blob:{site.address}")
    assert [one for one in page.requests if not one.startswith(own)] == []
    files = {f"/{path.name}" for path in site.folder.iterdir()} | {"/"}
    assert set(site.asked) <= files
    assert {"/program.zip", "/pdf.zip", "/service-worker.js"} <= set(site.asked)


def test_the_page_and_its_worker_cannot_reach_any_other_address(
    page: Browser, tmp_path: Path
) -> None:
    elsewhere = Site(tmp_path)
    go = f"fetch('{elsewhere.address}x', {{mode: 'no-cors'}}).then(() => 'out', () => 'stopped')"
    try:
        assert page.run(go) == "stopped"
        assert page.run(go, page.worker()) == "stopped"
        assert elsewhere.asked == []
    finally:
        elsewhere.stop()


def test_it_opens_and_works_without_a_network(page: Browser, site: Site, tmp_path: Path) -> None:
    page.run("navigator.serviceWorker.ready.then(() => 1)")
    site.stop()
    page.open(site.address)
    page.until("document.body?.dataset.state === 'ready'")
    assert shown(page, cases.written("e2e", tmp_path / "kirja.xlsx"))["document"]["findings"]
    assert page.said == []
