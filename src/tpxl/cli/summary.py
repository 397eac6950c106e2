"""``tpxl summary``: every figure of one book or several, as one tidy table."""

import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import Any


def add(commands: Any) -> ArgumentParser:  # noqa: ANN401  # argparse keeps the type private
    """Describe the command."""
    parser: ArgumentParser = commands.add_parser(
        "summary",
        help="kokoa kaikki luvut yhteen taulukkoon",
        description=(
            "Kokoaa yhden tai usean työkirjan kaikki luvut yhteen taulukkoon: rivi lukua kohti. "
            "Tiedoston pääte valitsee muodon: .csv, .xlsx tai .parquet."
        ),
    )
    parser.add_argument("book", nargs="+", metavar="TYÖKIRJA")
    parser.add_argument("--out", type=Path, required=True, metavar="TIEDOSTO")
    return parser


def run(arguments: Namespace) -> int:
    """Gather the books' figures; return the exit status."""
    from tpxl.books import open_book  # noqa: PLC0415  # loaded when the command runs
    from tpxl.cli import FAILED  # noqa: PLC0415
    from tpxl.cli.progress import Progress  # noqa: PLC0415
    from tpxl.errors import TpxlError  # noqa: PLC0415
    from tpxl.jobs.summary import frame, require_suffix, summary, write_summary  # noqa: PLC0415
    from tpxl.messages import catalogue, sentence  # noqa: PLC0415

    require_suffix(arguments.out)
    gathered = []
    status = 0
    for path in arguments.book:
        try:
            with Progress(Path(path).name) as progress, open_book(path) as book:
                gathered.append((path, summary(book, progress)))
        except TpxlError as error:
            print(f"tpxl: {sentence(error, arguments.lang)}", file=sys.stderr)
            status = FAILED
    if gathered:
        table = frame(gathered)
        write_summary(table, arguments.out)
        text = catalogue(arguments.lang).texts["summary_written"]
        print(text.format(path=arguments.out, count=len(table)))
    return status
