"""The web pages in a real browser, held against axe-core at two widths."""

import json
import re
import subprocess
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from tests.live import browser
from tests.live.browser import AXE, TAGS

from tpxl.books import open_book
from tpxl.jobs.export.job import ExportWish, export
from tpxl.shipped import master

RUN = """
axe.run(document, {runOnly: %s}).then(found => {
  parent.postMessage(JSON.stringify({
    violations: found.violations.map(one => one.id + ": " + one.nodes.map(n => n.target).join()),
    passes: found.passes.length,
    wide: document.documentElement.scrollWidth,
    window: window.innerWidth,
  }), "*");
});
"""
FRAME = """<!DOCTYPE html><title>kehys</title><pre id="told"></pre><script>
addEventListener("message", heard => { document.getElementById("told").textContent = heard.data; });
</script><iframe src="page.html" width="%d" height="2000" style="border:0"></iframe>
"""
"""The page in a frame of the width: a browser's own window has a least width."""


@pytest.fixture(scope="module")
def chromium() -> str:
    return browser.chromium()


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    folder = tmp_path_factory.mktemp("sivut")
    with open_book(master()) as book:
        result = export(book, ExportWish(folder, formats=("html",), is_combined=True))
    assert not result.failed
    return list(result.files)


def told(chromium: str, page: Path, width: int, folder: Path) -> dict[str, Any]:
    """Return what axe-core says of a page in a window of a width."""
    text = page.read_text(encoding="utf-8")
    script = f"<script>{AXE.read_text(encoding='utf-8')}</script>"
    script += f"<script>{RUN % json.dumps(TAGS)}</script>"
    (folder / "page.html").write_text(text.replace("</body>", f"{script}</body>"), encoding="utf-8")
    (folder / "frame.html").write_text(FRAME % width, encoding="utf-8")
    command = [
        chromium,
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        f"--user-data-dir={folder / 'profile'}",
        "--window-size=1400,2100",
        "--virtual-time-budget=30000",
        "--dump-dom",
        (folder / "frame.html").as_uri(),
    ]
    dumped = subprocess.run(command, capture_output=True, text=True, check=True, timeout=120).stdout
    said = re.search(r'<pre id="told">(.+?)</pre>', dumped, re.DOTALL)
    assert said is not None, dumped[-2000:]
    return dict(json.loads(unescape(said[1])))


@pytest.mark.parametrize("width", [1280, 360])
def test_no_rule_of_accessibility_is_broken_at_any_width(
    chromium: str, pages: list[Path], width: int, tmp_path: Path
) -> None:
    for page in pages:
        said = told(chromium, page, width, tmp_path)
        assert said["violations"] == [], page.name
        assert said["passes"] >= 20
        assert said["window"] == width
        assert said["wide"] <= width, page.name
