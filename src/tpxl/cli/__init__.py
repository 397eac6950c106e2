"""The command line: one module a command, loaded when it is asked for, in the language asked for.

argparse asks gettext for each of its words by an English text; the commands write theirs in
Finnish. One table a language, `ARGUMENTS`, answers both; what it lacks stays as it is written.
"""

import argparse
import gc
import sys
from argparse import Namespace
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from importlib import import_module
from typing import Any, NamedTuple, NoReturn

from tpxl import __version__
from tpxl.cli.screen import one_line, screens
from tpxl.deadline import DEFAULT_SECONDS
from tpxl.errors import TpxlError
from tpxl.log import log_error
from tpxl.messages import sentence
from tpxl.messages.catalogue import LANGUAGES

FAILED = 2
INTERRUPTED = 130
_OBJECTS_BETWEEN_COLLECTIONS = 250_000
"""A refresh of 300 sheets keeps fewer: it never looks for garbage."""

COMMANDS = (
    "demo",
    "refresh",
    "check",
    "compare",
    "layout",
    "goals",
    "ledger",
    "send",
    "collect",
    "status",
    "approve",
    "diff",
    "export",
    "summary",
    "rollover",
    "area",
    "new",
    "restore",
    "upgrade",
    "templates",
    "help",
    "completion",
)
"""Every command is the module of its name in this room: `add` describes it, `run` does it."""

_LONGEST_SECONDS = 86_400

_GETTEXT = ("_", "ngettext")
"""The names by which argparse knows gettext's two functions."""


def process() -> int:
    """Run the command line as a process of its own; return its exit status.

    What a command makes lives as long as the command, so that looking for garbage every few
    hundred objects, and once more at the end, finds next to nothing.
    """
    gc.set_threshold(_OBJECTS_BETWEEN_COLLECTIONS)
    status = main()
    gc.freeze()
    return status


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line; return its exit status.

    0: no open error; 1: at least one; 2: something could not be done, told in one plain line.
    """
    said = sys.argv[1:] if argv is None else argv
    with screens() as (output, errors):
        lang = "fi"
        try:
            arguments = _arguments(said)
            lang = arguments.lang
            status = _done(arguments)
            output.flush()
        except SystemExit:
            output.flush()
            if output.failure is None:
                raise
            status = FAILED
        if output.failure is not None:
            status = FAILED
            if not isinstance(output.failure, BrokenPipeError):  # whoever closes a pipe knows it
                tell(TpxlError("output_not_written"), lang)
        errors.flush()
    return status


def _arguments(said: Sequence[str]) -> Namespace:
    return parsed(said)


def _done(arguments: Namespace) -> int:
    try:
        status: int = arguments.run(arguments)
    except TpxlError as error:
        tell(error, arguments.lang)
        return FAILED
    except KeyboardInterrupt:
        return INTERRUPTED
    except Exception as error:  # noqa: BLE001  # the outermost door: a person gets a sentence
        tell(unexpected(arguments.command, error), arguments.lang)
        return FAILED
    return status


def tell(error: TpxlError, lang: str) -> str:
    """Say on standard error why something was not done, in one line; return the sentence."""
    said = one_line(sentence(error, lang))
    print(f"tpxl: {said}", file=sys.stderr)
    return said


def unexpected(command: str, error: Exception, book: str | None = None) -> TpxlError:
    """Return what is told of an error that nobody foresaw, which is logged; of a book, if named."""
    if isinstance(error, MemoryError) and book is not None:
        return TpxlError("file_too_large", book=book)
    log = log_error(command, error, book=book or "")
    code = "command_unexpected" if book is None else "book_unexpected"
    where = "–" if log is None else log
    return TpxlError(code, book=book, kind=type(error).__name__, log=where)


def language(argv: Sequence[str]) -> str:
    """Return the language that the words ask for: the last ``--lang``, else Finnish.

    >>> language(["check", "kirja.xlsx", "--lang", "sv"]), language(["--lang=en"]), language([])
    ('sv', 'en', 'fi')
    """
    asked = [
        following if word == "--lang" else word.removeprefix("--lang=")
        for word, following in zip(argv, [*argv[1:], ""], strict=False)
        if word.startswith("--lang")
    ]
    return next((lang for lang in reversed(asked) if lang in LANGUAGES), LANGUAGES[0])


class CommandWords(NamedTuple):
    """A language's table of the words of the command line."""

    table: Mapping[str, str]

    def of(self, text: str) -> str:
        """Return a text in the language; as it is written where the table lacks it."""
        return self.table.get(text, text)

    def of_several(self, singular: str, plural: str, number: int) -> str:
        """Return the text for so many, as gettext's function of this kind does."""
        return self.of(singular if number == 1 else plural)


def words(lang: str) -> CommandWords:
    """Return the words of a language."""
    return CommandWords(import_module(f"tpxl.messages.{lang}.arguments").ARGUMENTS)


@contextmanager
def spoken(said: CommandWords) -> Iterator[None]:
    """Let argparse speak these words meanwhile."""
    before = [getattr(argparse, name) for name in _GETTEXT]
    _answer(said.of, said.of_several)
    try:
        yield
    finally:
        _answer(*before)


def _answer(*functions: Any) -> None:  # noqa: ANN401  # gettext's functions, or ours
    for name, function in zip(_GETTEXT, functions, strict=True):
        setattr(argparse, name, function)


class Parser(argparse.ArgumentParser):
    """A parser that says what is wrong in one line."""

    said = CommandWords({})

    def error(self, message: str) -> NoReturn:
        """Leave with one line on standard error and status 2."""
        line = self.said.of("{prog}: {message}. Ohje: {prog} --help")
        self.exit(2, line.format(prog=self.prog, message=message) + "\n")

    def parse_args(self, args: Any = None, namespace: Any = None) -> Any:  # noqa: ANN401  # as argparse
        """Return what the words ask for; a word that is not known is told with the nearest one."""
        found, unknown = self.parse_known_args(args, namespace)
        if unknown:
            known = _options_of(self, getattr(found, "command", None))
            told = ", ".join(_with_nearest(word, known, self.said) for word in unknown)
            self.error(self.said.of("unrecognized arguments: %s") % told)
        return found

    def add_argument(self, *names: str, **how: Any) -> argparse.Action:  # noqa: ANN401  # as argparse
        """Add an argument whose help and metavar are written in Finnish."""
        spoken_of = {key: self.said.of(how[key]) for key in ("help", "metavar") if how.get(key)}
        return super().add_argument(*names, **{**how, **spoken_of})


def refused(text: str, **facts: str | int) -> argparse.ArgumentTypeError:
    """Return why a value is refused, in the language that argparse speaks meanwhile."""
    said: str = getattr(argparse, _GETTEXT[0])(text)
    return argparse.ArgumentTypeError(said.format(**facts))


def _options_of(top: argparse.ArgumentParser, command: str | None) -> Sequence[str]:
    """Return the long names of a command's options."""
    groups = (one.choices for one in top._actions if isinstance(one.choices, dict))  # noqa: SLF001
    parsers = [group[command] for group in groups if command in group]
    return [
        name
        for parser in parsers
        for name in parser._option_string_actions  # noqa: SLF001  # argparse has no other way
        if name.startswith("--")
    ]


def _with_nearest(word: str, known: Sequence[str], said: CommandWords) -> str:
    near = _nearest(word, known)
    return (
        word
        if near is None
        else said.of("{word} (tarkoititko {near}?)").format(word=word, near=near)
    )


def _nearest(word: str, known: Sequence[str]) -> str | None:
    from difflib import get_close_matches  # noqa: PLC0415  # for a slip of the hand only

    return next(iter(get_close_matches(word, known, n=1)), None)


class _Commands:
    """Where commands are added, each described in Finnish."""

    def __init__(self, commands: Any, said: CommandWords) -> None:  # noqa: ANN401  # argparse's own
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
        found: Namespace = top.parse_args(argv if asked else [*argv, "--help"])
    return found


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
    for name in _described(argv):
        module = import_module(f"tpxl.cli.{name}")
        added: argparse.ArgumentParser = module.add(_Commands(commands, said))
        added.set_defaults(run=module.run)
        _add_lang(added, default=argparse.SUPPRESS)
    return top


def _described(argv: Sequence[str]) -> Sequence[str]:
    """Return the commands whose words are needed: none to tell the version, else one or all."""
    if list(argv) == ["--version"]:
        return ()
    command = _command(argv)
    return [name for name in COMMANDS if name == command] or COMMANDS


def _command(argv: Sequence[str]) -> str | None:
    """Return the first word that is no option."""
    return next((word for word in _without_language(argv) if not word.startswith("-")), None)


def _without_language(argv: Sequence[str]) -> Iterator[str]:
    """Yield the words but for the language."""
    for last, word in zip(["", *argv], argv, strict=False):
        if last != "--lang" and not word.startswith("--lang"):
            yield word


def _unknown(command: str, said: CommandWords) -> str:
    """Return what to say of a word that is no command: the nearest one, where one is near."""
    near = _nearest(command, COMMANDS)
    if near is None:
        return said.of("komentoa {command} ei ole").format(command=command)
    text = said.of("komentoa {command} ei ole (tarkoititko {near}?)")
    return text.format(command=command, near=near)


def add_deadline(to: argparse.ArgumentParser) -> None:
    """Describe how long a book may take."""
    to.add_argument(
        "--deadline",
        type=_seconds,
        default=DEFAULT_SECONDS,
        metavar="SEKUNTIA",
        help="kuinka kauan yksi työkirja saa kestää (oletus %(default)g)",
    )


def add_hidden(to: argparse.ArgumentParser) -> None:
    """Describe that area sheets out of sight are wanted too."""
    to.add_argument(
        "--hidden", action="store_true", help="ota mukaan piilotetut vastuualueiden välilehdet"
    )


def _seconds(said: str) -> float:
    try:
        seconds = float(said.replace(",", "."))
    except ValueError:
        seconds = 0.0
    if not 0 < seconds <= _LONGEST_SECONDS:
        text = "{said} ei ole sekunteja väliltä 0–{most}"
        raise refused(text, said=said, most=_LONGEST_SECONDS)
    return seconds


def _add_lang(to: argparse.ArgumentParser, default: str) -> None:
    to.add_argument(
        "--lang",
        choices=LANGUAGES,
        default=default,
        help="kieli: fi, sv tai en (oletus fi)",
    )
