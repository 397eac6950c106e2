"""The command line's parser: a sub-parser a command, in the language asked for."""

import argparse
from collections.abc import Iterator, Sequence
from difflib import get_close_matches
from importlib import import_module
from typing import Any, NoReturn

from tpxl import __version__
from tpxl.cli.words import Words, language, spoken, words
from tpxl.deadline import DEFAULT_SECONDS
from tpxl.messages.catalogue import LANGUAGES

COMMANDS = (
    "demo",
    "refresh",
    "check",
    "layout",
    "goals",
    "export",
    "summary",
    "restore",
    "upgrade",
    "help",
)
"""Every command is the module of its name in this room: `add` describes it, `run` does it."""

_LONGEST_SECONDS = 86_400


class Parser(argparse.ArgumentParser):
    """A parser that says what is wrong in one line."""

    said = Words({})

    def error(self, message: str) -> NoReturn:
        """Leave with one line on standard error and status 2."""
        line = self.said.of("{prog}: {message}. Ohje: {prog} --help")
        self.exit(2, line.format(prog=self.prog, message=message) + "\n")

    def add_argument(self, *names: str, **how: Any) -> argparse.Action:  # noqa: ANN401  # as argparse
        """Add an argument whose help and metavar are written in Finnish."""
        spoken_of = {key: self.said.of(how[key]) for key in ("help", "metavar") if how.get(key)}
        return super().add_argument(*names, **{**how, **spoken_of})


class _Commands:
    """Where commands are added, each described in Finnish."""

    def __init__(self, commands: Any, said: Words) -> None:  # noqa: ANN401  # argparse's own
        self._commands, self._said = commands, said

    def add_parser(self, name: str, **how: str) -> argparse.ArgumentParser:
        spoken_of = {key: self._said.of(text) for key, text in how.items()}
        added: argparse.ArgumentParser = self._commands.add_parser(name, **spoken_of)
        return added


def parsed(argv: Sequence[str]) -> argparse.Namespace:
    """Return what the words of a command line ask for; no words ask for help.

    Raises:
        SystemExit: help was asked for (0), or the words are wrong, told in one line (2).
    """
    said = words(language(argv))
    asked = list(_without_language(argv))
    command = _command(argv)
    with spoken(said):
        top = parser(argv)
        if command is not None and command not in COMMANDS:
            top.error(_unknown(command, said))
        return top.parse_args(argv if asked else [*argv, "--help"])


def parser(argv: Sequence[str] = ()) -> Parser:
    """Return the parser of the command line; where `argv` has a command, of it alone."""
    said = words(language(argv))
    speaking = type("Parser", (Parser,), {"said": said})
    top: Parser = speaking(
        prog="tpxl",
        description=said.of("Tilinpäätöksen laskenta ja tarkistus kaupungin omassa työkirjassa."),
    )
    top.add_argument(
        "--version", action="version", version=f"tpxl {__version__}", help="näytä versio"
    )
    _add_lang(top, default=LANGUAGES[0])
    commands = top.add_subparsers(dest="command", required=True, metavar=said.of("KOMENTO"))
    command = _command(argv)
    for name in [command] if command in COMMANDS else COMMANDS:
        module = import_module(f"tpxl.cli.{name}")
        added: argparse.ArgumentParser = module.add(_Commands(commands, said))
        added.set_defaults(run=module.run)
        _add_lang(added, default=argparse.SUPPRESS)
    return top


def _command(argv: Sequence[str]) -> str | None:
    """Return the first word that is no option."""
    return next((word for word in _without_language(argv) if not word.startswith("-")), None)


def _without_language(argv: Sequence[str]) -> Iterator[str]:
    """Yield the words but for the language."""
    for last, word in zip(["", *argv], argv, strict=False):
        if last != "--lang" and not word.startswith("--lang"):
            yield word


def _unknown(command: str, said: Words) -> str:
    """Return what to say of a word that is no command: the nearest one, where one is near."""
    near = get_close_matches(command, COMMANDS, n=1)
    if not near:
        return said.of("komentoa {command} ei ole").format(command=command)
    text = said.of("komentoa {command} ei ole (tarkoititko {near}?)")
    return text.format(command=command, near=near[0])


def add_deadline(to: argparse.ArgumentParser) -> None:
    """Describe how long a book may take."""
    to.add_argument(
        "--deadline",
        type=_seconds,
        default=DEFAULT_SECONDS,
        metavar="SEKUNTIA",
        help="kuinka kauan yksi työkirja saa kestää (oletus %(default)g)",
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
