"""What the installer does once its Python runs: settings, add-in, command and menu items.

`install.ps1` makes a Python environment of its own for each version and calls this there: so the
old version stays whole until the new one is, rolling back is to activate the one before, and a
PowerShell in Constrained Language Mode, which may call cmdlets alone, is enough.

    python -I -m tpxl.excel.installing install|rollback|uninstall
"""

import os
import shutil
import sys
from contextlib import suppress
from locale import getencoding
from pathlib import Path
from typing import NamedTuple, Protocol

from tpxl import __version__
from tpxl.shipped import addin

ITEM = "tpxl - tarkista, päivitä, vie.cmd"
HISTORY = "asennukset.txt"
_SHIM = '@"{python}" -I -m tpxl %*\r\n'
_WINDOW = '@start "" "{python}" -I -m tpxl.excel.window %*\r\n'
SETTINGS = (
    '"INTERPRETER_WIN","{python}"',
    '"UDF MODULES","tpxl.excel.udfs"',
    '"ADD_WORKBOOK_TO_PYTHONPATH","False"',
    '"SHOW CONSOLE","False"',
)


class UserPath(Protocol):
    """The user's own search path for programs."""

    def get(self) -> str:
        """Return it."""
        ...

    def put(self, value: str) -> None:
        """Replace it, and tell the programs that run."""
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


def install(places: Places, path: UserPath, python: Path) -> str:
    """Let buttons, command and menu items start this Python; return what was done.

    Raises:
        OSError: a file cannot be written; what was there before is still the one that is started.
    """
    for made in (places.addin, *places.items, places.commands / "tpxl.cmd", places.conf):
        made.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(addin(), places.addin)
    _activate(places, python)
    path.put(with_folder(path.get(), places.commands))
    earlier = [one for one in _history(places) if one != python]
    _remember(places, [*earlier, python])
    return f"tpxl {__version__} on asennettu: {python.parent}"


def rollback(places: Places) -> str:
    """Let the version before the present one be started again; return what was done."""
    earlier = [one for one in _history(places)[:-1] if one.exists()]
    if not earlier:
        return "Aiempaa versiota ei ole. Mitään ei muutettu."
    _activate(places, earlier[-1])
    _remember(places, earlier)
    return f"Aiempi versio on käytössä: {earlier[-1].parent}"


def uninstall(places: Places, path: UserPath) -> str:
    """Remove what an installation wrote but its Pythons, one of which runs; workbooks stay."""
    for made in (places.addin, places.conf, *places.items, places.commands / "tpxl.cmd"):
        made.unlink(missing_ok=True)
    with suppress(OSError):
        places.commands.rmdir()
    places.history.unlink(missing_ok=True)
    path.put(without_folder(path.get(), places.commands))
    return "tpxl on poistettu. Työkirjoihin ei koskettu."


def with_folder(value: str, folder: Path) -> str:
    r"""Return a search path with a folder in it once, last.

    >>> with_folder("C:\\a;;", Path("b"))
    'C:\\a;b'
    """
    kept = without_folder(value, folder)
    return f"{kept};{folder}" if kept else str(folder)


def without_folder(value: str, folder: Path) -> str:
    """Return a search path without a folder, however its letters are written."""
    own = str(folder).casefold()
    return ";".join(one for one in value.split(";") if one and one.casefold().rstrip("\\") != own)


def _activate(places: Places, python: Path) -> None:
    """Write the files that name the Python to start; VBA and cmd read the machine's code page."""
    windowed = python.with_name("pythonw.exe")
    _write(places.commands / "tpxl.cmd", _SHIM.format(python=python))
    for item in places.items:
        _write(item, _WINDOW.format(python=windowed))
    settings = "\r\n".join(SETTINGS).format(python=python)
    _write(places.conf, f"{settings}\r\n")


def _write(path: Path, text: str) -> None:
    """Write a file whole or not at all."""
    aside = path.with_name(f"{path.name}.uusi")
    aside.write_bytes(text.encode(getencoding()))
    aside.replace(path)


def _history(places: Places) -> list[Path]:
    if not places.history.exists():
        return []
    return [Path(line) for line in places.history.read_text("utf-8").splitlines() if line]


def _remember(places: Places, pythons: list[Path]) -> None:
    lines = "\n".join(map(str, pythons))
    places.history.write_text(f"{lines}\n", encoding="utf-8")


class _RegistryPath:
    """The user's path in the registry of Windows."""

    def get(self) -> str:
        """Return it; it may name variables."""
        import winreg  # noqa: PLC0415  # Windows only

        with (
            suppress(FileNotFoundError),
            winreg.OpenKey(winreg.HKEY_CURRENT_USER, "Environment") as key,  # type: ignore[attr-defined]
        ):
            return str(winreg.QueryValueEx(key, "Path")[0])  # type: ignore[attr-defined]
        return ""

    def put(self, value: str) -> None:
        """Replace it; new windows of the command line have it at once."""
        import ctypes  # noqa: PLC0415
        import winreg  # noqa: PLC0415

        access = winreg.KEY_SET_VALUE  # type: ignore[attr-defined]
        with winreg.OpenKey(winreg.HKEY_CURRENT_USER, "Environment", 0, access) as key:  # type: ignore[attr-defined]
            winreg.SetValueEx(key, "Path", 0, winreg.REG_EXPAND_SZ, value)  # type: ignore[attr-defined]
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
                said = rollback(places)
            case ["uninstall"]:
                said = uninstall(places, path)
            case _:
                said = "install | rollback | uninstall"
    except OSError as error:
        sys.stderr.write(f"Asennus keskeytyi: {error}\n")
        return 2
    sys.stdout.write(f"{said}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
