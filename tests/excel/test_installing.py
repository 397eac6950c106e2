"""What the installer's Python writes, in folders that stand for a user's."""

from pathlib import Path

import pytest

from tpxl.excel import installing
from tpxl.excel.installing import ITEM, Places, install, rollback, uninstall, with_folder
from tpxl.shipped import addin


class OwnPath:
    """A search path that is no registry's."""

    def __init__(self, value: str) -> None:
        self.value = value

    def get(self) -> str:
        return self.value

    def put(self, value: str) -> None:
        self.value = value


@pytest.fixture
def places(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Places:
    for name in ("APPDATA", "LOCALAPPDATA", "USERPROFILE"):
        monkeypatch.setenv(name, str(tmp_path / name))
    return Places.of_user()


def python(places: Places, version: str) -> Path:
    made = places.home / "versiot" / version / "Scripts" / "python.exe"
    made.parent.mkdir(parents=True)
    made.touch()
    return made


def started(places: Places) -> set[str]:
    """The versions that settings, command and menu items start."""
    files = (places.conf, places.commands / "tpxl.cmd", *places.items)
    lines = [path.read_text().split("versiot")[1].split("Scripts")[0] for path in files]
    return {line.strip("/\\") for line in lines}


def test_an_update_starts_the_new_version_and_a_rollback_the_one_before(places: Places) -> None:
    path = OwnPath("C:\\Ohjelmat")
    for version in ("1", "2", "3"):
        assert "asennettu" in install(places, path, python(places, version))
        assert started(places) == {version}
    assert places.addin.read_bytes() == addin().read_bytes()
    assert path.value == f"C:\\Ohjelmat;{places.commands}"
    assert "Aiempi versio" in rollback(places)
    assert started(places) == {"2"}
    rollback(places)
    assert started(places) == {"1"}
    assert rollback(places).startswith("Aiempaa versiota ei ole")
    assert started(places) == {"1"}


def test_an_uninstalled_one_leaves_nothing_of_its_own_and_the_rest_alone(places: Places) -> None:
    path = OwnPath("C:\\Ohjelmat")
    kept = places.addin.with_name("PERSONAL.XLSB")
    kept.parent.mkdir(parents=True)
    kept.touch()
    install(places, path, python(places, "1"))
    uninstall(places, path)
    uninstall(places, path)
    assert path.value == "C:\\Ohjelmat"
    assert list(kept.parent.iterdir()) == [kept]
    left = [one for place in (*places.items, places.conf) for one in place.parent.iterdir()]
    assert left == []
    assert not places.commands.exists()


def test_settings_are_read_as_the_macro_reads_them(places: Places) -> None:
    made = python(places, "1")
    install(places, OwnPath(""), made)
    first, *_ = places.conf.read_bytes().split(b"\r\n")
    assert first == f'"INTERPRETER_WIN","{made}"'.encode()
    assert ITEM in {item.name for item in places.items}
    item = places.items[0].read_text()
    assert "pythonw.exe" in item
    assert "-m tpxl.excel.window %*" in item


def test_a_step_that_fails_leaves_what_was_started_before(
    places: Places, monkeypatch: pytest.MonkeyPatch
) -> None:
    install(places, OwnPath(""), python(places, "1"))
    new = python(places, "2")
    places.addin.unlink()
    places.addin.mkdir()
    monkeypatch.setattr(installing, "_RegistryPath", lambda: OwnPath(""))
    monkeypatch.setattr("sys.executable", str(new))
    assert installing.main(["install"]) == 2
    assert started(places) == {"1"}


@pytest.mark.parametrize("value", ["", "C:\\a", "C:\\a;;D:\\b", "x;C:\\TPXL\\bin\\;y"])
def test_a_folder_is_on_the_path_once(value: str) -> None:
    folder = Path("C:\\tpxl\\bin")
    once = with_folder(value, folder)
    assert with_folder(once, folder) == once
    assert once.casefold().split(";").count(str(folder).casefold()) == 1
