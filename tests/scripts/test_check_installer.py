"""The proof of the installer's zip names what a zip lacks; the zip is built of nothing old."""

import re
import zipfile
from pathlib import Path

import pytest
from scripts.check_installer import closure, read_wheel, unnamed, windows

from workbook import installer


def wheel(folder: Path, name: str, *asks: str) -> Path:
    path = folder / f"{name}.whl"
    project, version, *_ = name.split("-")
    lines = [f"Name: {project}", f"Version: {version}", *(f"Requires-Dist: {one}" for one in asks)]
    with zipfile.ZipFile(path, "w") as package:
        package.writestr(f"{project}-{version}.dist-info/METADATA", "\n".join(lines) + "\n\n")
    return path


ASKED = (
    "Some.Lib>=2",
    "pywin32>=306; sys_platform == 'win32'",
    "elsewhere; sys_platform != 'win32'",
    "old; python_version < '3.12'",
    "pandas; extra == 'data'",
    "unasked; extra == 'docs'",
)
WHOLE = {
    "tpxl-1-py3-none-any": ASKED,
    "some_lib-2-cp311-abi3-win_amd64": (),
    "pywin32-312-cp313-cp313-win_amd64": (),
    "pandas-3-cp313-cp313-win_amd64": ("tpxl[data]", "numpy>=2"),
    "numpy-2.4-cp313-cp313-win_amd64": (),
}


def lacking(folder: Path, wheels: dict[str, tuple[str, ...]], python: str) -> list[str]:
    read = [read_wheel(wheel(folder, name, *asks)) for name, asks in wheels.items()]
    found, complaints = closure(read, python, windows(python))
    assert set(found) <= {one.name for one in read}
    return complaints


def test_a_wheelhouse_that_has_all_for_windows_is_whole(tmp_path: Path) -> None:
    assert lacking(tmp_path, WHOLE, "3.13") == []


@pytest.mark.parametrize("gone", list(WHOLE))
def test_each_wheel_that_is_missing_is_named(tmp_path: Path, gone: str) -> None:
    rest = {name: asks for name, asks in WHOLE.items() if name != gone}
    project = gone.split("-", maxsplit=1)[0].replace("some_lib", "Some.Lib")
    (said,) = lacking(tmp_path, rest, "3.13")
    assert f"no wheel of {project}" in said


def test_a_wheel_of_another_python_platform_or_release_is_none(tmp_path: Path) -> None:
    said = [one.split(" of ")[1] for one in lacking(tmp_path, WHOLE, "3.11")]
    assert sorted(re.split(r"\W", one)[0] for one in said) == ["old", "pandas", "pywin32"]
    changed = {name.replace("win_amd64", "linux_x86_64"): asks for name, asks in WHOLE.items()}
    assert len(lacking(tmp_path, changed, "3.13")) == 3
    older = {name.replace("some_lib-2", "some_lib-1"): asks for name, asks in WHOLE.items()}
    assert len(lacking(tmp_path, older, "3.13")) == 1


def test_a_file_that_the_installer_names_and_the_zip_lacks_is_told(tmp_path: Path) -> None:
    for path, name in installer.members(tmp_path / "no-wheels"):
        (tmp_path / name).write_bytes(path.read_bytes() if path.exists() else b"")
    assert list(unnamed(tmp_path)) == []
    (tmp_path / "constraints.txt").unlink()
    assert list(unnamed(tmp_path)) == ["install.ps1 names constraints.txt, which is not in the zip"]


@pytest.fixture
def pretended_pip(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> list[tuple[str, ...]]:
    """A pip that puts one wheel where it is told to."""
    ran: list[tuple[str, ...]] = []

    def pip(*words: str, **_: object) -> None:
        ran.append(words)
        option = "--wheel-dir" if words[0] == "wheel" else "--dest"
        target = Path(words[words.index(option) + 1])
        target.mkdir(parents=True, exist_ok=True)
        (target / ("tpxl-9-py3-none-any.whl" if words[0] == "wheel" else "lib-1.whl")).touch()

    guide = tmp_path / "guide.pdf"
    guide.touch()
    monkeypatch.setattr(installer, "GUIDE", str(guide))
    monkeypatch.setattr(installer, "BOOKS", (str(guide), *installer.BOOKS[1:]))
    monkeypatch.setattr(installer, "pip", pip)
    return ran


def test_no_wheel_that_lay_there_gets_into_the_zip(
    pretended_pip: list[tuple[str, ...]], tmp_path: Path
) -> None:
    for stale in ("dist/wheels/tpxl-1-py3-none-any.whl", "dist/wheels/gone-1.whl"):
        (tmp_path / stale).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / stale).touch()
    out = installer.build(tmp_path / "dist", ["3.11"])
    assert out.name == "tpxl-asennus-9.zip"
    with zipfile.ZipFile(out) as package:
        wheels = [name for name in package.namelist() if name.startswith("wheels/")]
    assert wheels == ["wheels/lib-1.whl", "wheels/tpxl-9-py3-none-any.whl"]
    assert {one.name for one in (tmp_path / "dist").iterdir()} == {"wheels", out.name}
    assert any("--no-index" in words for words in pretended_pip)


def test_without_its_guides_it_is_not_begun(
    pretended_pip: list[tuple[str, ...]], tmp_path: Path
) -> None:
    (tmp_path / "guide.pdf").unlink()
    with pytest.raises(FileNotFoundError, match="make docs"):
        installer.build(tmp_path / "dist", ["3.11"])
    assert pretended_pip == []
    assert not (tmp_path / "dist").exists()


def test_no_setting_of_pip_counts_where_no_index_is_to_be_asked(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("PIP_FIND_LINKS", "/somewhere")
    kept = installer.without_settings()
    assert [name for name in kept if name.startswith("PIP_")] == ["PIP_CONFIG_FILE"]
