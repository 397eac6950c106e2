"""The command line's words: one parser, a sub-parser a command."""

import argparse
from collections.abc import Sequence
from importlib import import_module
from typing import NoReturn

from tpxl.deadline import DEFAULT_SECONDS
from tpxl.messages.catalogue import LANGUAGES

COMMANDS = ("demo", "refresh", "check", "layout", "goals", "export", "summary")
"""Every command is the module of its name in this room: `add` describes it, `run` does it."""

_LONGEST_SECONDS = 86_400


class Parser(argparse.ArgumentParser):
    """A parser that says what is wrong in one line."""

    def error(self, message: str) -> NoReturn:
        """Leave with one line on standard error and status 2."""
        self.exit(2, f"{self.prog}: {message}. Ohje: {self.prog} --help\n")


def parser(argv: Sequence[str] = ()) -> argparse.ArgumentParser:
    """Return the parser of the command line; where `argv` begins with a command, of it alone."""
    from tpxl import __version__  # noqa: PLC0415

    top = Parser(
        prog="tpxl",
        description="Tilinpäätöksen laskenta ja tarkistus kaupungin omassa työkirjassa.",
    )
    top.add_argument("--version", action="version", version=f"tpxl {__version__}")
    _add_lang(top, default="fi")
    commands = top.add_subparsers(dest="command", required=True, metavar="KOMENTO")
    for command in argv[:1] if argv and argv[0] in COMMANDS else COMMANDS:
        module = import_module(f"tpxl.cli.{command}")
        added: argparse.ArgumentParser = module.add(commands)
        added.set_defaults(run=module.run)
        _add_lang(added, default=argparse.SUPPRESS)
    return top


def add_deadline(to: argparse.ArgumentParser) -> None:
    """Describe how long a book may take."""
    to.add_argument(
        "--deadline",
        type=_seconds,
        default=DEFAULT_SECONDS,
        metavar="SEKUNTIA",
        help=f"kuinka kauan yksi työkirja saa kestää (oletus {DEFAULT_SECONDS:g})",
    )


def _seconds(said: str) -> float:
    try:
        seconds = float(said.replace(",", "."))
    except ValueError:
        seconds = 0.0
    if not 0 < seconds <= _LONGEST_SECONDS:
        raise argparse.ArgumentTypeError(f"{said} ei ole sekunteja väliltä 0–{_LONGEST_SECONDS}")
    return seconds


def _add_lang(to: argparse.ArgumentParser, default: str) -> None:
    to.add_argument(
        "--lang",
        choices=LANGUAGES,
        default=default,
        help="kieli: fi, sv tai en (oletus fi)",
    )
