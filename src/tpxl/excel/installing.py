"""What the installer does once its Python runs: settings, add-in, command and menu items.

`install.ps1` makes a Python environment of its own for each version and calls this there: so the
old version stays whole until the new one is, rolling back is to put back what the one before had
put down, and a PowerShell in Constrained Language Mode, which may call cmdlets alone, is enough.

    python -I -m tpxl.excel.installing install|rollback|uninstall

Each of them is one change of the same list of files (`Places.files`): all of it or nothing.
"""

import hashlib
import io
import os
import sys
import zipfile
from collections.abc import Mapping, Sequence
from contextlib import suppress
from locale import getencoding
from pathlib import Path, PurePath
from typing import NamedTuple, Protocol, TextIO

from tpxl import __version__
from tpxl.shipped import addin

ITEM = "tpxl - tarkista, päivitä, vie.cmd"
HISTORY = "asennukset.txt"
SETTINGS = (
    '"INTERPRETER_WIN","{python}"',
    '"UDF MODULES","tpxl.excel.udfs"',
    '"ADD_WORKBOOK_TO_PYTHONPATH","False"',
    '"SHOW CONSOLE","False"',
)
_SHIM = '@"{python}" -I -m tpxl %*\r\n'
_WINDOW = '@start "" "{python}" -I -m tpxl.excel.window %*\r\n'
_FOLDERS = ("LOCALAPPDATA", "APPDATA", "USERPROFILE", "ProgramFiles", "ProgramData")
"""The variables of Windows for folders that a Python may lie in, the innermost first."""

Contents = dict[Path, bytes | None]
"""What is in files, None where there is none, in the order in which they are written."""


class UserPath(Protocol):
    """The user's own search path for programs."""

    def get(self) -> str:
        """Return it, empty where there is none."""
        ...

    def put(self, value: str) -> None:
        """Replace it, and tell the programs that run; an empty one is removed."""
        ...


class Places(NamedTuple):
    """Where an installation of one user is."""

    home: Path
    conf: Path
    addin: Path
    items: tuple[Path, ...]

    @classmethod
    def of_user(cls) -> "Places":
        """Return those of the user whose environment this is."""
        roaming = Path(os.environ["APPDATA"], "Microsoft")
        return cls(
            Path(os.environ["LOCALAPPDATA"], "tpxl"),
            Path(os.environ["USERPROFILE"], ".tpxl", "tpxl.conf"),
            roaming / "Excel" / "XLSTART" / "tpxl.xlam",
            (
                roaming / "Windows" / "SendTo" / ITEM,
                roaming / "Windows" / "Start Menu" / "Programs" / ITEM,
            ),
        )

    @property
    def commands(self) -> Path:
        """The folder of the command ``tpxl``: it alone is on the path, no Python."""
        return self.home / "bin"

    @property
    def history(self) -> Path:
        """The file that lists the Pythons that were activated, the last one last."""
        return self.home / HISTORY

    @property
    def files(self) -> tuple[Path, ...]:
        """All that a version puts down, in this order: last the add-in and the settings of Excel.

        Installing writes them, uninstalling removes them, rolling back puts back the former ones.
        """
        return *self.items, self.commands / "tpxl.cmd", self.addin, self.conf

    @property
    def keeping(self) -> Path:
        """The folder with what the versions put down, for rolling back."""
        return self.home / "asennetut"

    def kept(self, python: Path) -> Path:
        """Return the file that keeps what the version of a Python had put down."""
        mark = hashlib.sha256(str(python).encode()).hexdigest()[:12]
        return self.keeping / f"{mark}.zip"


def install(places: Places, path: UserPath, python: Path) -> str:
    """Let buttons, command and menu items start this Python; return what was done.

    Raises:
        OSError: something cannot be written; all is as it was before.
        UnicodeError: a name of a folder cannot be written as Windows would read it; as above.
    """
    put_down = _of_version(places, python)
    pythons = [*(one for one in _history(places) if one != python), python]
    changed: Contents = {places.kept(python): _packed(put_down), places.history: _listed(pythons)}
    _change(places, path, with_folder(path.get(), places.commands), changed | put_down)
    return f"tpxl {__version__} on asennettu: {python.parent}"


def rollback(places: Places, path: UserPath) -> str:
    """Put back what the version before the present one had put down; return what was done.

    Raises:
        OSError: something cannot be written; all is as it was before.
        zipfile.BadZipFile: what was kept is damaged; as above.
    """
    history = _history(places)
    earlier = [one for one in history[:-1] if one.exists() and places.kept(one).exists()]
    if not earlier:
        return "Aiempaa versiota ei ole. Mitään ei muutettu."
    put_down = _unpacked(places, places.kept(earlier[-1]).read_bytes())
    changed: Contents = {places.kept(one): None for one in history if one not in earlier}
    changed[places.history] = _listed(earlier)
    _change(places, path, with_folder(path.get(), places.commands), changed | put_down)
    return f"Aiempi versio on käytössä: {earlier[-1].parent}"


def uninstall(places: Places, path: UserPath) -> str:
    """Remove what installations put down but their Pythons, one of which runs; workbooks stay.

    Raises:
        OSError: something cannot be removed; all is as it was before.
    """
    kept = sorted(places.keeping.glob("*.zip"))
    removed: Contents = dict.fromkeys((*kept, places.history, *places.files))
    _change(places, path, without_folder(path.get(), places.commands), removed)
    _tidy(places)
    return "tpxl on poistettu. Työkirjoihin ei koskettu."


def with_folder(value: str, folder: PurePath) -> str:
    r"""Return a search path with a folder in it once; the rest is as it was.

    >>> with_folder("C:\\a;;", Path("b"))
    'C:\\a;;;b'
    """
    if value == "":
        return str(folder)
    return value if without_folder(value, folder) != value else f"{value};{folder}"


def without_folder(value: str, folder: PurePath) -> str:
    r"""Return a search path without a folder, however its letters are written.

    >>> without_folder("C:\\a;;;b", Path("b"))
    'C:\\a;;'
    """
    own = str(folder).casefold()
    return ";".join(one for one in value.split(";") if one.casefold().rstrip("\\") != own)


def in_ascii(python: PurePath, variables: Mapping[str, str]) -> str:
    """Return how a command file names a program: in ASCII, whatever the user is called.

    cmd.exe reads its files in another code page than the one Windows' programs write in; what it
    puts in a variable's place is right in any.

    Raises:
        UnicodeError: the program lies in a folder that no variable stands for.
    """
    for variable in _FOLDERS:
        folder = variables.get(variable)
        if folder and python.is_relative_to(folder):
            within = str(python.relative_to(folder)).replace("%", "%%")
            named = str(type(python)(f"%{variable}%", within))
            break
    else:
        named = str(python).replace("%", "%%")
    named.encode("ascii")
    return named


def _of_version(places: Places, python: Path) -> Contents:
    """Return what the version of this Python puts down; VBA reads the machine's code page."""
    window = _WINDOW.format(python=in_ascii(python.with_name("pythonw.exe"), os.environ))
    shim = _SHIM.format(python=in_ascii(python, os.environ))
    settings = "\r\n".join(SETTINGS).format(python=python)
    texts = [*(window for _ in places.items), shim]
    commands = [text.encode(getencoding()) for text in texts]
    said = f"{settings}\r\n".encode(getencoding())
    return dict(zip(places.files, [*commands, addin().read_bytes(), said], strict=True))


def _packed(contents: Contents) -> bytes:
    """Return what a version puts down as one file, the same for the same."""
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as package:
        for path, data in contents.items():
            package.writestr(zipfile.ZipInfo(_member(path)), data or b"")
    return whole.getvalue()


def _unpacked(places: Places, data: bytes) -> Contents:
    """Return what a version had put down; of what it did not know, nothing."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        members = set(package.namelist())
        return {
            path: package.read(_member(path)) if _member(path) in members else None
            for path in places.files
        }


def _member(path: Path) -> str:
    return f"{path.parent.name}/{path.name}"


def _change(places: Places, path: UserPath, search: str, contents: Contents) -> None:
    """Give search path and files their contents; where one step fails, put all back.

    The order is such that a run that is killed leaves Excel the Python it had before.
    """
    before = {file: _content(file) for file in contents}
    searched = path.get()
    try:
        _search(path, search)
        for file, data in contents.items():
            _put(file, data)
    except BaseException:
        for file, data in reversed(before.items()):
            with suppress(OSError):
                _put(file, data)
        with suppress(OSError):
            _search(path, searched)
        _tidy(places)
        raise


def _search(path: UserPath, value: str) -> None:
    if path.get() != value:
        path.put(value)


def _content(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return None


def _put(path: Path, data: bytes | None) -> None:
    """Give a file its content, whole or not at all; what is so already is not touched."""
    if _content(path) == data:
        return
    if data is None:
        path.unlink()
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    aside = path.with_name(f"{path.name}.uusi")
    try:
        aside.write_bytes(data)
        aside.replace(path)
    except BaseException:
        with suppress(OSError):
            aside.unlink(missing_ok=True)
        raise


def _tidy(places: Places) -> None:
    """Remove tpxl's own folders where nothing is in them."""
    for folder in (places.commands, places.keeping, places.home, places.conf.parent):
        with suppress(OSError):
            folder.rmdir()


def _history(places: Places) -> list[Path]:
    if not places.history.exists():
        return []
    return [Path(line) for line in places.history.read_text("utf-8").splitlines() if line]


def _listed(pythons: Sequence[Path]) -> bytes:
    return "".join(f"{one}\n" for one in pythons).encode()


class _RegistryPath:
    """The user's path in the registry of Windows."""

    def __init__(self) -> None:
        """Know no kind yet: whether the value names variables."""
        self._kind: int | None = None

    def get(self) -> str:
        """Return it; it may name variables."""
        import winreg  # noqa: PLC0415  # Windows only

        with (
            suppress(FileNotFoundError),
            winreg.OpenKey(winreg.HKEY_CURRENT_USER, "Environment") as key,  # type: ignore[attr-defined]
        ):
            value, self._kind = winreg.QueryValueEx(key, "Path")  # type: ignore[attr-defined]
            return str(value)
        return ""

    def put(self, value: str) -> None:
        """Replace it by one of its kind; new windows of the command line have it at once."""
        import ctypes  # noqa: PLC0415
        import winreg  # noqa: PLC0415

        access = winreg.KEY_SET_VALUE  # type: ignore[attr-defined]
        with winreg.OpenKey(winreg.HKEY_CURRENT_USER, "Environment", 0, access) as key:  # type: ignore[attr-defined]
            if value:
                kind = winreg.REG_EXPAND_SZ if self._kind is None else self._kind  # type: ignore[attr-defined]
                winreg.SetValueEx(key, "Path", 0, kind, value)  # type: ignore[attr-defined]
            else:
                winreg.DeleteValue(key, "Path")  # type: ignore[attr-defined]
        changed, everybody, hung = 0x001A, 0xFFFF, 0x0002
        ctypes.windll.user32.SendMessageTimeoutW(  # type: ignore[attr-defined]
            everybody, changed, 0, "Environment", hung, 1000, None
        )


def main(words: list[str]) -> int:
    """Run the installer's step; return its exit status."""
    places, path = Places.of_user(), _RegistryPath()
    try:
        match words:
            case ["install"]:
                said = install(places, path, Path(sys.executable))
            case ["rollback"]:
                said = rollback(places, path)
            case ["uninstall"]:
                said = uninstall(places, path)
            case _:
                said = "install | rollback | uninstall"
    except UnicodeError as error:
        _say(sys.stderr, f"Asennus keskeytyi: kansion nimessä on merkki, joka ei käy ({error}).")
        return 2
    except (OSError, zipfile.BadZipFile) as error:
        _say(sys.stderr, f"Asennus keskeytyi: {error}")
        return 2
    _say(sys.stdout, said)
    return 0


def _say(stream: TextIO, said: str) -> None:
    """Say a sentence; that it cannot be said undoes nothing of what was done."""
    letters = said.encode(stream.encoding or "ascii", "backslashreplace")
    with suppress(OSError):
        stream.write(f"{letters.decode(stream.encoding or 'ascii')}\n")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
