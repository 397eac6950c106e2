"""No command reaches the network: every way to it is closed, and every try would be told."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tpxl.shipped import master

CLOSED = """
import socket, sys, urllib.request
tries = []

def heard(event, arguments):
    if event.split(".")[0] in ("socket", "urllib", "http", "ftplib", "smtplib"):
        if event not in ("socket.__new__",):
            tries.append((event, str(arguments)[:200]))
            raise PermissionError(event)

class Closed(socket.socket):
    def __init__(self, *words, **more):
        tries.append(("socket", str(words)))
        raise PermissionError("socket")

sys.addaudithook(heard)
socket.socket = socket.SocketType = Closed
"""
RUN = (
    CLOSED
    + """
from tpxl.cli import main
status = main(sys.argv[1:])
print(tries, file=sys.stderr)
sys.exit(9 if tries else status)
"""
)
TRIES = (
    CLOSED
    + """
for act in (
    lambda: urllib.request.urlopen("http://127.0.0.1:9/"),
    lambda: socket.create_connection(("127.0.0.1", 9)),
    lambda: socket.getaddrinfo("localhost", 9),
):
    try:
        act()
    except OSError:
        pass
    print(len(tries))
"""
)


SET = {
    "PYTHONPATH": str(Path(__file__).parents[1] / "src"),
    "TPXL_SOFFICE": "/nowhere/soffice",  # another program's network is not ours to close
}


def run(folder: Path, code: str, *words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", code, *words],
        cwd=folder,
        env={**os.environ, **SET},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


def test_a_try_would_be_heard(tmp_path: Path) -> None:
    counts = [int(line) for line in run(tmp_path, TRIES).stdout.split()]
    assert counts == sorted(set(counts))
    assert counts[0] > 0


@pytest.mark.parametrize(
    "command",
    [
        "check kirja.xlsm",
        "check kirja.xlsm --json --schema skeema.json",
        "refresh kirja.xlsm",
        "goals kirja.xlsm",
        "layout kirja.xlsm",
        "summary kirja.xlsm --out luvut.xlsx",
        "summary kirja.xlsm --out luvut.parquet",
        "export kirja.xlsm --to ulos --format xlsx --format docx --combined",
        "demo esimerkki",
    ],
)
def test_no_command_reaches_the_network(tmp_path: Path, command: str) -> None:
    shutil.copy(master(), tmp_path / "kirja.xlsm")
    schema = (
        '{"$schema": "https://json-schema.org/draft/2020-12/schema",'
        ' "$id": "http://127.0.0.1:9/skeema", "$ref": "#/$defs/a", "$defs": {"a": true}}'
    )
    (tmp_path / "skeema.json").write_text(schema, encoding="utf-8")
    done = run(tmp_path, RUN, *command.split())
    assert done.returncode in {0, 1}, done.stderr
    assert done.stderr.endswith("[]\n")


def test_a_schema_elsewhere_is_not_fetched(tmp_path: Path) -> None:
    shutil.copy(master(), tmp_path / "kirja.xlsm")
    schema = '{"$ref": "http://127.0.0.1:9/skeema.json"}'
    (tmp_path / "skeema.json").write_text(schema, encoding="utf-8")
    done = run(tmp_path, RUN, "check", "kirja.xlsm", "--schema", "skeema.json")
    assert done.returncode == 2
    assert "ei haeta" in done.stderr
    assert done.stderr.endswith("[]\n")


@pytest.mark.parametrize("words", [["check"], ["refresh", "--dry-run"]])
def test_what_is_done_every_day_loads_nothing_that_reaches_a_network(
    words: list[str], tmp_path: Path
) -> None:
    code = "import sys; from tpxl.cli import main; main(sys.argv[1:]); print(*sys.modules)"
    book = shutil.copy(master(), tmp_path)
    run = subprocess.run(
        [sys.executable, "-c", code, *words, str(book)],
        capture_output=True,
        text=True,
        check=True,
    )
    loaded = set(run.stdout.split())
    assert "tpxl.cli.many" in loaded
    assert loaded.isdisjoint({"ssl", "http.client", "fsspec", "distributed"})
