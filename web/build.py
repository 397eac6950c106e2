"""Builds the page: `python web/build.py [FOLDER]`, by default dist/web; any web server can host it.

The program is tpxl's own source and the pure packages it needs, compiled by the Python that runs
in the browser; the words are those of tpxl's catalogues, the look that of its exported pages.
"""

import hashlib
import json
import re
import shutil
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Iterator, Mapping
from html import escape
from importlib.metadata import distribution
from pathlib import Path

from tpxl import __version__
from tpxl.jobs.export.html.look import css
from tpxl.messages import LANGUAGES, catalogue
from tpxl.shipped import master, template

HERE = Path(__file__).parent
ROOT = HERE.parent
PYODIDE = Path(sys.prefix) / "share/pyodide"
RUNTIME = (
    "pyodide.mjs",
    "pyodide.asm.mjs",
    "pyodide.asm.wasm",
    "python_stdlib.zip",
    "pyodide-lock.json",
)
OWN = ("page.mjs", "show.mjs", "worker.mjs", "icon.svg")
PACKAGES = (
    *("attrs", "et_xmlfile", "jsonschema", "jsonschema-specifications", "openpyxl"),
    *("referencing", "typing_extensions"),
)
LEFT_OUT = ("tpxl/excel/", "tpxl/jobs/export/", "tpxl/master/", "tpxl/data/")
"""Of tpxl: what needs Excel or libraries that no browser has, and the built files."""
SHARED_WORDS = (
    *("edits", "completeness", "completeness_filled", "completeness_checked"),
    "completeness_explained",
)
NOTICES = (
    ("Pyodide", "MPL-2.0", "https://github.com/pyodide/pyodide"),
    ("CPython and its standard library", "PSF-2.0", "https://github.com/python/cpython"),
    ("PDFium", "BSD-3-Clause, Apache-2.0", "https://pdfium.googlesource.com/pdfium"),
    ("pypdfium2", "BSD-3-Clause, Apache-2.0", "https://github.com/pypdfium2-team/pypdfium2"),
)
"""What stands in the folder unchanged: its licence and where its source is."""
EARLIEST = (1980, 1, 1, 0, 0, 0)


def build(folder: Path) -> str:
    """Build the page into `folder`, which is made anew; return its version."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    for name in RUNTIME:
        shutil.copyfile(PYODIDE / "package" / name, folder / name)
    for name in OWN:
        shutil.copyfile(HERE / name, folder / name)
    _program(folder)
    (pdf,) = PYODIDE.glob("pypdfium2-*.whl")
    shutil.copyfile(pdf, folder / "pdf.zip")
    (folder / "licences.txt").write_text(_licences(), encoding="utf-8")
    words = json.dumps({lang: words_of(lang) for lang in LANGUAGES}, ensure_ascii=False)
    (folder / "words.json").write_text(words, encoding="utf-8")
    look = css(template("vastuualue.docx").read_bytes())
    own_look = (HERE / "page.css").read_text(encoding="utf-8")
    (folder / "page.css").write_text(f"{look}\n{own_look}", encoding="utf-8")
    (folder / "index.html").write_text(_page(words_of("fi")), encoding="utf-8")
    return _version(folder)


def words_of(lang: str) -> dict[str, str]:
    """Return the texts of the page in a language by their names."""
    texts = catalogue(lang).texts
    own = {code[len("web.") :]: text for code, text in texts.items() if code.startswith("web.")}
    return {**own, **{code: texts[code] for code in SHARED_WORDS}}


def _licences() -> str:
    """Return the licences of all that the folder holds, tpxl's and its packages' in full."""
    unchanged = "".join(f"{name}: {licence}\n{source}\n\n" for name, licence, source in NOTICES)
    texts = (
        f"--- {name.removeprefix('licences/')}\n\n{path.read_text(encoding='utf-8')}\n"
        for name, path in _sources()
        if name.startswith("licences/")
    )
    return unchanged + "".join(texts)


def _page(words: Mapping[str, str]) -> str:
    """Return the page with its Finnish words, which are there before any program runs."""
    text = (HERE / "index.html").read_text(encoding="utf-8")

    def filled(found: re.Match[str]) -> str:
        return found[0] + escape(words[found[1]])

    return re.sub(r'data-word="(\w+)"[^>]*>', filled, text)


def _program(folder: Path) -> None:
    """Write program.zip: tpxl and what it needs, compiled."""
    with tempfile.TemporaryDirectory() as made:
        sources = Path(made) / "sources.zip"
        with zipfile.ZipFile(sources, "w") as packed:
            for name, path in _sources():
                packed.writestr(zipfile.ZipInfo(name, EARLIEST), path.read_bytes())
        node = ("node", str(HERE / "compile.mjs"), str(PYODIDE / "package"))
        subprocess.run([*node, str(folder / "program.zip"), str(sources)], check=True)  # noqa: S603


def _sources() -> Iterator[tuple[str, Path]]:
    """Yield the files of the program by their names in it, licences among them."""
    source = ROOT / "src"
    for path in sorted((source / "tpxl").rglob("*")):
        name = path.relative_to(source).as_posix()
        if path.is_file() and "__pycache__" not in name and not name.startswith(LEFT_OUT):
            yield name, path
    yield "tpxl/data/workbook/" + master().name, master()  # a check compares the macros with its
    yield "rpds/__init__.py", HERE / "rpds/__init__.py"
    yield "licences/tpxl.txt", ROOT / "LICENSE"
    for package in PACKAGES:
        for file in distribution(package).files or ():
            name, path = file.as_posix(), Path(str(file.locate()))
            if ".dist-info/" in name:
                if "licen" in name.lower() or "copying" in name.lower():
                    yield f"licences/{package}-{path.name}", path
            elif path.is_file() and path.suffix != ".pyc" and "/tests/" not in name:
                yield name, path


def _version(folder: Path) -> str:
    """Write the service worker, which knows every file and the one version; return the version.

    It changes when, and only when, a file does.
    """
    files = sorted(path.name for path in folder.iterdir())
    digest = hashlib.sha256()
    for name in (*files, "service-worker.js"):
        home = folder if name in files else HERE
        digest.update(name.encode() + b"\0" + (home / name).read_bytes())
    version = f"{__version__}-{digest.hexdigest()[:12]}"
    worker = (HERE / "service-worker.js").read_text(encoding="utf-8")
    worker = worker.replace('["FILES"]', json.dumps(["./", *files]))
    page = (folder / "index.html").read_text(encoding="utf-8")
    for name, text in (("service-worker.js", worker), ("index.html", page)):
        (folder / name).write_text(text.replace('"VERSION"', json.dumps(version)), encoding="utf-8")
    return version


if __name__ == "__main__":
    target = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "dist/web"
    print(f"{target}: {build(target)}")
