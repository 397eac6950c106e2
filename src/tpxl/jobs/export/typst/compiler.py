"""Typst as a converter: a process for every few documents, a deadline, no survivors."""

import json
import os
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import IO, NamedTuple

from tpxl import shipped
from tpxl.errors import TpxlError
from tpxl.jobs.export.typst.document import TypstDocument
from tpxl.jobs.export.typst.source import is_shipped
from tpxl.jobs.export.typst.tags import with_row_heads

AT_ONCE = 8
"""Documents a process: its cache grows with each, and its start costs as much as half of one."""
MOST_PROCESSES = 4
START_SECONDS, DOCUMENT_SECONDS = 20.0, 20.0
_PATIENCE = 0.01
_WORKER = Path(__file__).with_name("worker.py")
_SIGN = re.compile(r'the text `?"(.+?)"`? could not be displayed')
_UNKNOWN_FONT = "unknown font family: "


class Printed(NamedTuple):
    """A PDF as made: its file, the pages of its headings if asked for, typefaces it lacks."""

    path: Path
    pages: tuple[str, ...] | None
    missing_fonts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TypstSource:
    """A document that is to become a PDF: its name for people, its text."""

    name: str
    document: TypstDocument
    wants_pages: bool = False


def is_here() -> bool:
    """Tell whether Typst is installed: it has no wheel for every machine."""
    return find_spec("typst") is not None


def processes() -> int:
    """Return how many processes run side by side."""
    return max(1, min(MOST_PROCESSES, os.cpu_count() or 1))


def compile_drafts(
    drafts: Sequence[TypstSource], folder: Path
) -> tuple[dict[str, Printed], dict[str, TpxlError]]:
    """Make a PDF in `folder` of each draft; return those made by name, and why others were not."""
    made: dict[str, Printed] = {}
    troubles: dict[str, TpxlError] = {}
    with tempfile.TemporaryDirectory(prefix="tpxl-", ignore_cleanup_errors=True) as scratch:
        jobs = [_job(draft, Path(scratch) / f"{n:05}", folder) for n, draft in enumerate(drafts)]
        batches = [jobs[start : start + AT_ONCE] for start in range(0, len(jobs), AT_ONCE)]
        for start in range(0, len(batches), processes()):
            _finish(batches[start : start + processes()], Path(scratch))
        for draft, job in zip(drafts, jobs, strict=True):
            outcome = _outcome(draft, job)
            if isinstance(outcome, TpxlError):
                troubles[draft.name] = outcome
            else:
                made[draft.name] = outcome
    return made, troubles


def _job(draft: TypstSource, home: Path, folder: Path) -> dict[str, object]:
    """Write a draft's source and pictures; return what a process is told of it."""
    home.mkdir()
    for name, content in draft.document.files.items():
        (home / name).write_bytes(content)
    source = home / "main.typ"
    source.write_text(draft.document.source, encoding="utf-8")
    return {
        "source": str(source),
        "target": str(folder / f"{home.name}-typst.pdf"),
        "date": draft.document.day,
        "system_fonts": not all(map(is_shipped, draft.document.fonts)),
        "wants_pages": draft.wants_pages,
    }


def _finish(batches: Sequence[Sequence[Mapping[str, object]]], scratch: Path) -> None:
    """Run a process for each batch, side by side, until all have ended or are too late."""
    fonts = str(shipped.font("Carlito-Regular.ttf").parent)
    with _started([(batch, fonts) for batch in batches], scratch) as running:
        ends = time.monotonic() + START_SECONDS + DOCUMENT_SECONDS * max(map(len, batches))
        while any(process.poll() is None for process in running):
            if time.monotonic() > ends:
                return
            time.sleep(_PATIENCE)


@contextmanager
def _started(
    batches: Sequence[tuple[Sequence[Mapping[str, object]], str]], scratch: Path
) -> Iterator[list[subprocess.Popen[bytes]]]:
    running: list[subprocess.Popen[bytes]] = []
    try:
        with (scratch / "log").open("ab") as log:
            for number, (jobs, fonts) in enumerate(batches):
                asked = scratch / f"jobs{number}.json"
                asked.write_text(json.dumps({"fonts": fonts, "jobs": jobs}), encoding="utf-8")
                running.append(_start(asked, log))
        yield running
    finally:
        for process in running:
            if process.poll() is None:
                process.kill()
            process.wait()


def _start(asked: Path, log: IO[bytes]) -> subprocess.Popen[bytes]:
    flags = getattr(subprocess, "CREATE_NO_WINDOW", 0)
    return subprocess.Popen(  # noqa: S603  # our own file, by our own Python
        [sys.executable, "-P", str(_WORKER), str(asked)],
        stdin=subprocess.DEVNULL,
        stdout=log,
        stderr=subprocess.STDOUT,
        creationflags=flags,
    )


def _outcome(draft: TypstSource, job: Mapping[str, object]) -> Printed | TpxlError:
    target = Path(str(job["target"]))
    try:
        said = json.loads(target.with_suffix(".json").read_text(encoding="utf-8"))
    except (OSError, ValueError):
        seconds = round(START_SECONDS + DOCUMENT_SECONDS * AT_ONCE)
        return TpxlError("pdf_too_slow", file=draft.name, seconds=seconds)
    if "error" in said:
        sign = _SIGN.search(said["error"])
        if sign is not None:
            return TpxlError("pdf_sign_missing", file=draft.name, sign=sign[1])
        return TpxlError("pdf_not_made", file=draft.name, reason=said["error"])
    target.write_bytes(with_row_heads(target.read_bytes(), draft.document.row_heads))
    fonts = [
        warning.removeprefix(_UNKNOWN_FONT)
        for warning in said["warnings"]
        if warning.startswith(_UNKNOWN_FONT)
    ]
    names = {font.casefold(): font for font in draft.document.fonts}
    pages = said["pages"]
    return Printed(
        target,
        None if pages is None else tuple(map(str, pages)),
        tuple(dict.fromkeys(names.get(font, font) for font in fonts)),
    )
