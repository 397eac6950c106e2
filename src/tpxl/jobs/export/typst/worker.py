"""Compiles a few documents in a process of its own, whose memory goes when it ends.

Started as a file, so that nothing but Typst is loaded: `worker.py JOBS.json`, which names the
folder of typefaces and each document's source, target, date and wishes. What became of a document
is written beside its target: the warnings, the pages of its headings, why there is none.
"""

import json
import sys
from functools import cache
from pathlib import Path
from typing import Any, Literal

import typst

STANDARDS: list[Literal["a-2a", "ua-1"]] = ["a-2a", "ua-1"]
_NO_SIGN = "could not be displayed"
PAGES = "query(heading.where(outlined:true)).map(it=>counter(page).at(it.location()).first())"


def compiled(job: dict[str, Any], fonts: str) -> dict[str, Any]:
    """Compile a document; return what became of it.

    The machine's own typefaces are searched where the document names them, or has a sign that the
    shipped one lacks: looking through them takes a second.
    """
    outcome = _compiled(job, fonts, system_fonts=job["system_fonts"])
    if _NO_SIGN in outcome.get("error", "") and not job["system_fonts"]:
        outcome = _compiled(job, fonts, system_fonts=True)
    return outcome


def _compiled(job: dict[str, Any], fonts: str, *, system_fonts: bool) -> dict[str, Any]:
    source = Path(job["source"])
    home = str(source.parent)
    try:
        _, warnings = typst.compile_with_warnings(  # a third quicker than by a compiler object
            str(source),
            output=job["target"],
            root=home,
            font_paths=_typefaces(fonts, system_fonts=system_fonts),
            format="pdf",
            pdf_standards=[*STANDARDS],
            timestamp=job["date"],
            package_path=home,  # nothing is fetched: no document asks for a package
            package_cache_path=home,
        )
    except typst.TypstError as error:
        return {"error": error.message}
    pages = None
    if job["wants_pages"]:
        compiler = typst.Compiler(
            str(source), root=home, font_paths=_typefaces(fonts, system_fonts=system_fonts)
        )
        pages = json.loads(compiler.eval(PAGES))
    return {"warnings": [one.message for one in warnings], "pages": pages}


@cache
def _typefaces(folder: str, *, system_fonts: bool) -> typst.Fonts:
    """Return the typefaces of a folder, and the machine's own: looked through once for all."""
    return typst.Fonts(include_system_fonts=system_fonts, font_paths=[folder])


def main(path: str) -> int:
    """Compile the documents of a file of jobs; return 0."""
    asked = json.loads(Path(path).read_text(encoding="utf-8"))
    for job in asked["jobs"]:
        outcome = json.dumps(compiled(job, asked["fonts"]))
        Path(job["target"]).with_suffix(".json").write_text(outcome, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
