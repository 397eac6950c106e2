import os
import subprocess
import sys
from pathlib import Path

import pytest

from tpxl.jobs.export.libreoffice import PROGRAM_VARIABLE

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder that holds the installed wheel and nothing else of the project."""
    built = tmp_path_factory.mktemp("wheel")
    home = tmp_path_factory.mktemp("installed")
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(built)]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True)
    (wheel,) = built.glob("tpxl-*.whl")
    pip = [sys.executable, "-m", "pip", "--disable-pip-version-check", "--quiet", "install"]
    target = ["--no-deps", "--no-compile", "--no-index", "--target", str(home), str(wheel)]
    subprocess.run([*pip, *target], check=True, capture_output=True)
    return home


def run(home: Path, folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, *words],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(home), PROGRAM_VARIABLE: ""},  # PDF has its own tests
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


@pytest.mark.slow
def test_the_wheel_carries_all_that_demo_and_export_need(installed: Path, tmp_path: Path) -> None:
    where = run(installed, tmp_path, "-c", "import tpxl; print(tpxl.__file__)").stdout
    assert Path(where.strip()).is_relative_to(installed)
    done = run(installed, tmp_path, "-m", "tpxl", "demo")
    assert (done.returncode, done.stderr) == (0, "")
    demo = tmp_path / "tpxl-demo"
    (book,) = demo.glob("*.xls?")
    for kind in ("xlsx", "docx", "pdf"):
        assert len(list(demo.glob(f"vienti/*.{kind}"))) == 4
    done = run(installed, tmp_path, "-m", "tpxl", "export", str(book), "--to", "ulos")
    assert (done.returncode, done.stderr) == (0, "")
    assert len(list((tmp_path / "ulos").iterdir())) == 3


@pytest.mark.slow
def test_the_wheel_is_typed(installed: Path) -> None:
    assert (installed / "tpxl" / "py.typed").exists()


@pytest.mark.slow
def test_the_wheel_carries_the_licences_of_what_it_ships(installed: Path) -> None:
    (said,) = installed.glob("tpxl-*.dist-info/licenses/LICENSES.md")
    assert said.read_bytes() == (ROOT / "LICENSES.md").read_bytes()
