"""LibreOffice as a converter: one process, a profile of its own, a deadline, no survivors."""

import json
import os
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path
from typing import IO

from tpxl.errors import TpxlError

PROGRAM_VARIABLE = "TPXL_SOFFICE"
"""Names the program where it stands in no usual place."""
START_SECONDS, DOCUMENT_SECONDS = 60.0, 10.0
MOST_AT_ONCE = 200
"""Files on one command line, which Windows keeps short."""
RESTART = 81
"""What a new profile's first start may ask for."""
_PATIENCE = 0.05
_NAMES = ("soffice", "libreoffice")
_PLACES = (
    "C:/Program Files/LibreOffice/program/soffice.com",
    "C:/Program Files (x86)/LibreOffice/program/soffice.com",
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    "/usr/lib/libreoffice/program/soffice",
)
_FILTER = "pdf:writer_pdf_Export:" + json.dumps(
    {
        name: {"type": "boolean", "value": value}
        for name, value in {
            "PDFUACompliance": "true",
            "UseTaggedPDF": "true",
            "ExportBookmarks": "true",
            "UseLosslessCompression": "true",
            "ReduceImageResolution": "false",
        }.items()
    },
    separators=(",", ":"),
)
_SCRIPTING, _PROXY = (
    "/org.openoffice.Office.Common/Security/Scripting",
    "/org.openoffice.Inet/Settings",
)
_SETTINGS = (
    ("/org.openoffice.Setup/L10N", "ooSetupSystemLocale", "fi-FI"),
    ("/org.openoffice.Office.Linguistic/General", "DefaultLocale", "fi-FI"),
    (_SCRIPTING, "MacroSecurityLevel", "3"),
    (_SCRIPTING, "DisableMacrosExecution", "true"),
    (_SCRIPTING, "DisableActiveContent", "true"),
    (_SCRIPTING, "BlockUntrustedRefererLinks", "true"),
    ("/org.openoffice.Office.Writer/Content/Update", "Link", "0"),
    ("/org.openoffice.Office.Calc/Content/Update", "Link", "2"),
    *((_PROXY, f"ooInet{kind}ProxyName", "127.0.0.1") for kind in ("HTTP", "HTTPS", "FTP")),
    *((_PROXY, f"ooInet{kind}ProxyPort", "9") for kind in ("HTTP", "HTTPS", "FTP")),
    (_PROXY, "ooInetNoProxy", ""),
    (_PROXY, "ooInetProxyType", "2"),
    ("/org.openoffice.Office.Common/Misc", "FirstRun", "false"),
    ("/org.openoffice.Office.Common/Misc", "UseLocking", "false"),
)
"""What a document links to is neither opened nor fetched: blocked links keep files of this machine
out, and a proxy that nobody listens at keeps every address out.
"""


def program() -> Path | None:
    """Return LibreOffice's program, None where it is not on this machine."""
    named = os.environ.get(PROGRAM_VARIABLE)
    if named is not None:
        return Path(named) if Path(named).is_file() else None
    found = [Path(path) for name in _NAMES if (path := shutil.which(name))]
    places = (*found, *map(Path, _PLACES))
    return next((place.resolve() for place in places if place.is_file()), None)


def convert(
    soffice: Path, sources: Sequence[Path], folder: Path, done: Callable[[int], None]
) -> None:
    """Make a PDF in `folder` of each source; `done` is told how many are ready.

    LibreOffice ends with status 0 also when it failed, so each file is looked at.

    Raises:
        TpxlError: `pdf_not_made` or `pdf_too_slow`, with the first file that is missing.
    """
    with tempfile.TemporaryDirectory(prefix="tpxl-", ignore_cleanup_errors=True) as home:
        _write_profile(Path(home))
        for first in range(0, len(sources), MOST_AT_ONCE):
            batch = sources[first : first + MOST_AT_ONCE]
            _OfficeRun(soffice, batch, folder, Path(home)).finish(partial(_later, done, first))


def _later(done: Callable[[int], None], first: int, ready: int) -> None:
    done(first + ready)


class _OfficeRun:
    """One start of the program over a batch of files."""

    def __init__(self, soffice: Path, sources: Sequence[Path], folder: Path, home: Path) -> None:
        self.sources, self.folder, self.home = sources, folder, home
        self.seconds = START_SECONDS + DOCUMENT_SECONDS * len(sources)
        self.command = [
            *_starter(soffice),
            "--headless",
            "--norestore",
            "--nologo",
            "--nolockcheck",
            f"-env:UserInstallation={(home / 'profile').as_uri()}",
            "--convert-to",
            _FILTER,
            "--outdir",
            str(folder),
            *map(str, sources),
        ]

    def finish(self, done: Callable[[int], None]) -> None:
        """Run to the end.

        Raises:
            TpxlError: a file is missing in the end, or the time is over.
        """
        with tempfile.TemporaryFile() as log:
            if self._wait(log, done) == RESTART:
                self._wait(log, done)
            missing = self._missing()
            if missing:
                log.seek(0)
                said = log.read().decode(errors="replace").strip().splitlines()
                reason = said[-1] if said else "LibreOffice"
                raise TpxlError("pdf_not_made", file=missing[0].name, reason=reason)

    def _wait(self, log: IO[bytes], done: Callable[[int], None]) -> int:
        end = time.monotonic() + self.seconds
        with _started(self.command, self.home, log) as process:
            while (status := process.poll()) is None:
                if time.monotonic() > end:
                    late = (self._missing() or self.sources)[0]
                    raise TpxlError("pdf_too_slow", file=late.name, seconds=round(self.seconds))
                time.sleep(_PATIENCE)
                done(len(self.sources) - len(self._missing()))
        return status

    def _missing(self) -> list[Path]:
        made = (self.folder / f"{source.stem}.pdf" for source in self.sources)
        return [
            source
            for source, path in zip(self.sources, made, strict=True)
            if not path.is_file() or not path.stat().st_size
        ]


def _starter(soffice: Path) -> list[str]:
    """Return the words that start the program so that it dies with us, where that can be had."""
    binary = soffice.parent / "soffice.bin"
    setpriv = shutil.which("setpriv")
    if setpriv is None or not binary.is_file():
        return [str(soffice)]
    return [setpriv, "--pdeathsig", "KILL", str(binary)]


@contextmanager
def _started(
    command: Sequence[str], home: Path, log: IO[bytes]
) -> Iterator[subprocess.Popen[bytes]]:
    process = subprocess.Popen(  # noqa: S603  # the program found on this machine, our own files
        command,
        stdin=subprocess.DEVNULL,
        stdout=log,
        stderr=subprocess.STDOUT,
        env={**os.environ, "HOME": str(home), "SAL_USE_VCLPLUGIN": "svp"},
        start_new_session=True,
    )
    try:
        yield process
    finally:
        if process.poll() is None:
            _stop(process)
            process.wait()


def _stop(process: subprocess.Popen[bytes]) -> None:
    """End the program and what it has started."""
    if hasattr(os, "killpg"):
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
    else:
        taskkill = shutil.which("taskkill") or "taskkill"
        subprocess.run([taskkill, "/F", "/T", "/PID", str(process.pid)], check=False)  # noqa: S603
        process.kill()


def _write_profile(home: Path) -> None:
    items = "".join(
        f'<item oor:path="{path}"><prop oor:name="{name}" oor:op="fuse">'
        f"<value>{value}</value></prop></item>\n"
        for path, name, value in _SETTINGS
    )
    user = home / "profile" / "user"
    user.mkdir(parents=True)
    (user / "registrymodifications.xcu").write_text(
        '<?xml version="1.0" encoding="UTF-8"?>\n<oor:items '
        'xmlns:oor="http://openoffice.org/2001/registry" '
        'xmlns:xs="http://www.w3.org/2001/XMLSchema" '
        f'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">\n{items}</oor:items>\n',
        encoding="utf-8",
    )
