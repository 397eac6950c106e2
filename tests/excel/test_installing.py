"""What the installer's Python writes, in folders that stand for a user's."""

import os
import re
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import partial
from itertools import count
from pathlib import Path, PurePath, PureWindowsPath
from types import SimpleNamespace
from unittest.mock import MagicMock

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tpxl.excel import installing
from tpxl.excel.installing import (
    ITEM,
    Places,
    in_ascii,
    install,
    rollback,
    uninstall,
    with_folder,
    without_folder,
)
from tpxl.shipped import addin

OTHER = b"the add-in of another release"
STEPS = ("mkdir", "write_bytes", "replace", "unlink")


class OwnPath:
    """A search path that is no registry's."""

    def __init__(self, value: str) -> None:
        self.value = value

    def get(self) -> str:
        return self.value

    def put(self, value: str) -> None:
        self.value = value


class User:
    """A user's home, as Windows makes it, and search path."""

    def __init__(self, home: Path) -> None:
        self.home = home
        self.path = OwnPath("C:\\Ohjelmat;;D:\\muut;")
        self.places = Places.of_user()
        for folder in {self.places.addin.parent, *(item.parent for item in self.places.items)}:
            folder.mkdir(parents=True)
        self.places.addin.with_name("PERSONAL.XLSB").touch()
        (home / "USERPROFILE").mkdir()

    def python(self, version: str) -> Path:
        made = self.places.home / "versiot" / version / "Scripts" / "python.exe"
        made.parent.mkdir(parents=True)
        made.touch()
        return made

    def install(self, python: Path) -> str:
        return install(self.places, self.path, python)

    def state(self) -> dict[str, bytes | None]:
        """All that is there but the Pythons, which the script makes and removes."""
        found = {
            str(one.relative_to(self.home)): None if one.is_dir() else one.read_bytes()
            for one in self.home.rglob("*")
            if "versiot" not in one.parts
        }
        return {**found, "PATH": self.path.value.encode()}

    def started(self) -> set[str]:
        """The versions that settings, command and menu items start."""
        files = (self.places.conf, self.places.commands / "tpxl.cmd", *self.places.items)
        return {re.split(r"[\\/]", path.read_text().split("versiot")[1])[1] for path in files}


@pytest.fixture
def users(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[User]:
    """Users one after another, each with an empty home."""

    def made(home: Path) -> User:
        for name in ("APPDATA", "LOCALAPPDATA", "USERPROFILE"):
            monkeypatch.setenv(name, str(home / name))
        return User(home)

    return (made(tmp_path / str(number) / "Päivi Öhman") for number in count())


@pytest.fixture
def user(users: Iterator[User]) -> User:
    return next(users)


def of_another_release(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Let what is installed next be a release whose files are all others."""
    other = tmp_path / "versiot" / "other.xlam"
    other.parent.mkdir(parents=True, exist_ok=True)
    other.write_bytes(OTHER)
    monkeypatch.setattr(installing, "addin", lambda: other)
    monkeypatch.setattr(installing, "_SHIM", '@"{python}" -I -m tpxl.other %*\r\n')
    monkeypatch.setattr(installing, "_WINDOW", '@"{python}" -I -m tpxl.others %*\r\n')
    monkeypatch.setattr(installing, "SETTINGS", ('"INTERPRETER_WIN","{python}"', '"NEW","1"'))


def test_an_update_starts_the_new_version_and_a_rollback_the_one_before(user: User) -> None:
    for version in ("1", "2", "3"):
        assert "asennettu" in user.install(user.python(version))
        assert user.started() == {version}
    assert user.places.addin.read_bytes() == addin().read_bytes()
    assert user.path.value == f"C:\\Ohjelmat;;D:\\muut;;{user.places.commands}"
    assert "Aiempi versio" in rollback(user.places, user.path)
    assert user.started() == {"2"}
    rollback(user.places, user.path)
    assert user.started() == {"1"}
    assert rollback(user.places, user.path).startswith("Aiempaa versiota ei ole")
    assert user.started() == {"1"}


def test_what_is_rolled_back_is_all_that_the_former_release_had_put_down(
    user: User, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    user.install(user.python("1"))
    first = user.state()
    of_another_release(monkeypatch, tmp_path)
    user.install(user.python("2"))
    assert not first.items() <= user.state().items()
    user.path.value = "C:\\Ohjelmat;;D:\\muut;"
    rollback(user.places, user.path)
    assert user.state() == first


def test_a_version_whose_python_was_removed_is_not_rolled_back_to(user: User) -> None:
    for version in ("1", "2", "3"):
        user.install(user.python(version))
    (user.places.home / "versiot" / "2" / "Scripts" / "python.exe").unlink()
    rollback(user.places, user.path)
    assert user.started() == {"1"}


@pytest.mark.parametrize("installs", [["1"], ["1", "2"], ["1", "2", "1"]])
def test_an_uninstalled_one_leaves_a_home_as_it_was(user: User, installs: list[str]) -> None:
    before = user.state()
    pythons = {version: user.python(version) for version in set(installs)}
    for version in installs:
        user.install(pythons[version])
    assert user.state() != before
    for _ in range(2):
        uninstall(user.places, user.path)
        for python in pythons.values():
            python.unlink(missing_ok=True)  # as the script does
            assert not (user.home / "USERPROFILE" / ".tpxl").exists()
    left = user.state()
    assert left.pop("LOCALAPPDATA", None) is None
    assert left.pop("LOCALAPPDATA/tpxl", None) is None  # the Pythons are in it
    assert left == before


Action = Callable[[], str]


def first_install(user: User) -> Action:
    return partial(user.install, user.python("1"))


def update(user: User) -> Action:
    user.install(user.python("1"))
    return partial(user.install, user.python("2"))


def going_back(user: User) -> Action:
    user.install(user.python("1"))
    user.install(user.python("2"))
    return partial(rollback, user.places, user.path)


def removal(user: User) -> Action:
    user.install(user.python("1"))
    return partial(uninstall, user.places, user.path)


class Breaker:
    """Counts the steps that change something; one of them fails, or it and all after it."""

    def __init__(self, at: int, *, for_good: bool) -> None:
        self.at, self.for_good, self.count = at, for_good, 0

    def step(self) -> None:
        self.count += 1
        if self.count == self.at or (self.for_good and self.count > self.at):
            raise PermissionError(13, "no")

    def watch(self, owner: object, name: str, patch: pytest.MonkeyPatch) -> None:
        real = getattr(owner, name)

        def watched(*words: object, **more: object) -> object:
            self.step()
            return real(*words, **more)

        patch.setattr(owner, name, watched)


SettingUp = Callable[[User], Action]


def broken(
    users: Iterator[User], setting_up: SettingUp, *, for_good: bool
) -> Iterator[tuple[User, dict[str, bytes | None]]]:
    """Yield users as they are after each step in turn has failed, with what there was before."""
    for at, user in enumerate(users, start=1):
        action, before = setting_up(user), user.state()
        breaker = Breaker(at, for_good=for_good)
        with pytest.MonkeyPatch.context() as patch:
            of_another_release(patch, user.home)
            for name in STEPS:
                breaker.watch(Path, name, patch)
            breaker.watch(user.path, "put", patch)
            with suppress(PermissionError):
                action()
                return
        yield user, before


@pytest.mark.parametrize("setting_up", [first_install, update, going_back, removal])
def test_whatever_step_fails_all_is_as_before(users: Iterator[User], setting_up: SettingUp) -> None:
    failed = [(user.state(), before) for user, before in broken(users, setting_up, for_good=False)]
    assert len(failed) > 6
    assert all(state == before for state, before in failed)


@pytest.mark.parametrize("setting_up", [update, going_back])
def test_whenever_it_is_killed_excel_starts_the_python_it_had(
    users: Iterator[User], setting_up: SettingUp
) -> None:
    killed = 0
    for user, before in broken(users, setting_up, for_good=True):
        conf = user.places.conf
        assert conf.read_bytes() == before[str(conf.relative_to(user.home))]
        assert user.places.addin.read_bytes() in (addin().read_bytes(), OTHER)
        assert user.started() <= {"1", "2"}
        killed += 1
    assert killed > 6


def test_the_command_files_are_ascii_whatever_the_user_is_called(user: User) -> None:
    python = user.python("1")
    user.install(python)
    for file in (user.places.commands / "tpxl.cmd", *user.places.items):
        line = file.read_bytes().decode("ascii")
        named = line.split('"')[1] or line.split('"')[3]
        found = named.replace("%LOCALAPPDATA%", os.environ["LOCALAPPDATA"])
        assert Path(found).parent == python.parent
    item = user.places.items[0].read_text()
    assert "pythonw.exe" in item
    assert "-m tpxl.excel.window %*" in item
    assert ITEM in {item.name for item in user.places.items}


HOME = "C:\\Users\\Päivi Öhman"
VARIABLES = {
    "USERPROFILE": HOME,
    "LOCALAPPDATA": f"{HOME}\\AppData\\Local",
    "ProgramFiles": "C:\\Program Files",
}


@pytest.mark.parametrize(
    ("python", "named"),
    [
        (f"{HOME}\\AppData\\Local\\tpxl\\v\\python.exe", "%LOCALAPPDATA%\\tpxl\\v\\python.exe"),
        (f"{HOME.upper()}\\appdata\\LOCAL\\python.exe", "%LOCALAPPDATA%\\python.exe"),
        (f"{HOME}\\py\\python.exe", "%USERPROFILE%\\py\\python.exe"),
        (f"{HOME}\\50 %\\python.exe", "%USERPROFILE%\\50 %%\\python.exe"),
        ("C:\\Program Files\\tpxl\\python.exe", "%ProgramFiles%\\tpxl\\python.exe"),
        ("D:\\50%\\python.exe", "D:\\50%%\\python.exe"),
    ],
)
def test_a_program_is_named_by_the_folder_windows_knows(python: str, named: str) -> None:
    assert in_ascii(PureWindowsPath(python), VARIABLES) == named


def test_a_folder_that_cannot_be_named_stops_before_anything_is_changed(
    user: User, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    user.install(user.python("1"))
    before = user.state()
    monkeypatch.setattr(installing, "_RegistryPath", lambda: user.path)
    monkeypatch.setattr("sys.executable", str(user.home / "Ä" / "python.exe"))
    monkeypatch.setattr(installing, "in_ascii", lambda python, _: in_ascii(python, {}))
    assert installing.main(["install"]) == 2
    assert "kansion nimessä on merkki" in capsys.readouterr().err
    assert user.state() == before


def test_settings_are_read_as_the_macro_reads_them(
    user: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(installing, "getencoding", lambda: "cp1252")
    made = user.python("1")
    user.install(made)
    first, *_ = user.places.conf.read_bytes().split(b"\r\n")
    assert first == f'"INTERPRETER_WIN","{made}"'.encode("cp1252")


def test_what_cannot_be_read_stops_before_anything_is_changed(
    user: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    user.install(user.python("1"))
    user.places.addin.unlink()
    user.places.addin.mkdir()
    before = user.state()
    monkeypatch.setattr(installing, "_RegistryPath", lambda: user.path)
    monkeypatch.setattr("sys.executable", str(user.python("2")))
    assert installing.main(["install"]) == 2
    assert user.state() == before


def test_what_was_kept_of_a_version_and_is_damaged_changes_nothing(
    user: User, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    first = user.python("1")
    user.install(first)
    user.install(user.python("2"))
    user.places.kept(first).write_bytes(b"PK")
    before = user.state()
    monkeypatch.setattr(installing, "_RegistryPath", lambda: user.path)
    assert installing.main(["rollback"]) == 2
    assert capsys.readouterr().err.startswith("Asennus keskeytyi")
    assert user.state() == before


def test_a_sentence_that_the_console_cannot_show_is_no_failure(
    user: User, monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    monkeypatch.setattr(installing, "_RegistryPath", lambda: user.path)
    monkeypatch.setattr("sys.executable", str(user.python("\u0141")))
    monkeypatch.setattr(installing, "in_ascii", lambda python, _: str(python))
    with open(1, "w", encoding="cp850", closefd=False) as console:
        monkeypatch.setattr("sys.stdout", console)
        assert installing.main(["install"]) == 0
    assert b"\\u0141" in capfdbinary.readouterr().out


OWN = "C:\\tpxl\\bin"
ENTRIES = st.lists(st.sampled_from(["", "C:\\a", "%Y%", "d:\\ö\\", "C:\\tpxl\\bin2"]))


@given(ENTRIES.map(";".join))
def test_a_search_path_comes_back_as_it_was(value: str) -> None:
    folder = PurePath(OWN)
    once = with_folder(value, folder)
    assert with_folder(once, folder) == once
    assert once.split(";").count(OWN) == 1
    assert without_folder(once, folder) == value


def test_a_folder_is_on_the_path_once_however_it_is_written() -> None:
    value = "x;C:\\TPXL\\bin\\;y"
    assert with_folder(value, PurePath(OWN)) == value
    assert without_folder(value, PurePath(OWN)) == "x;y"


class Registry:
    """The part of `winreg` that is called, with the values of one key."""

    HKEY_CURRENT_USER, KEY_SET_VALUE, REG_SZ, REG_EXPAND_SZ = 1, 2, 1, 2

    def __init__(self, **values: tuple[str, int]) -> None:
        self.values = values

    def OpenKey(self, *_: object) -> MagicMock:  # noqa: N802  # as winreg spells it
        return MagicMock()

    def QueryValueEx(self, _: object, name: str) -> tuple[str, int]:  # noqa: N802
        if name not in self.values:
            raise FileNotFoundError
        return self.values[name]

    def SetValueEx(self, _: object, name: str, __: int, kind: int, value: str) -> None:  # noqa: N802
        self.values[name] = value, kind

    def DeleteValue(self, _: object, name: str) -> None:  # noqa: N802
        del self.values[name]


@pytest.mark.parametrize("values", [{}, {"Path": ("C:\\a", 1)}, {"Path": ("%X%\\a;", 2)}])
def test_the_registry_is_after_an_uninstall_as_it_was(
    user: User, monkeypatch: pytest.MonkeyPatch, values: dict[str, tuple[str, int]]
) -> None:
    registry = Registry(**values)
    monkeypatch.setitem(sys.modules, "winreg", registry)
    monkeypatch.setattr("ctypes.windll", SimpleNamespace(user32=MagicMock()), raising=False)
    monkeypatch.setattr("sys.executable", str(user.python("1")))
    assert installing.main(["install"]) == 0
    put, kind = registry.values["Path"]
    assert put.endswith(str(user.places.commands))
    assert kind == values.get("Path", ("", Registry.REG_EXPAND_SZ))[1]
    assert installing.main(["uninstall"]) == 0
    assert registry.values == values
