"""The command line's help and errors, in the language asked for throughout."""

import argparse
import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tpxl import cli
from tpxl.cli import COMMANDS, main
from tpxl.messages import LANGUAGES
from tpxl.messages.en.arguments import ARGUMENTS as ENGLISH
from tpxl.messages.fi.arguments import ARGUMENTS as FINNISH
from tpxl.messages.sv.arguments import ARGUMENTS as SWEDISH

COMMAND_FILES = sorted(Path(cli.__file__).parent.glob("*.py"))
ARGPARSES = re.compile(r"(?:usage|positional|arguments?|options?|show this|exit|required)\b")


def said(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[object, str, str]:
    """Return the status with which a command line is left, and what it said."""
    try:
        status: object = main(words)
    except SystemExit as left:
        status = left.code
    told = capsys.readouterr()
    return status, told.out, told.err


@pytest.mark.parametrize("command", ["", *COMMANDS])
@pytest.mark.parametrize(("lang", "usage"), [("fi", "käyttö: "), ("sv", "användning: ")])
def test_no_english_word_of_the_parser_stands_in_help(
    capsys: pytest.CaptureFixture[str], command: str, lang: str, usage: str
) -> None:
    words = [command, "--help", "--lang", lang] if command else ["--help", "--lang", lang]
    status, out, err = said(capsys, *words)
    assert (status, err) == (0, "")
    assert out.startswith(f"{usage}tpxl {command}".rstrip())
    assert not ARGPARSES.search(out)


@pytest.mark.parametrize("command", COMMANDS)
def test_no_finnish_word_stands_in_english_help(
    capsys: pytest.CaptureFixture[str], command: str
) -> None:
    _, out, _ = said(capsys, command, "--help", "--lang", "en")
    assert not re.search(r"[äöÄÖ]|KANSIO|oletus", out)


@pytest.mark.parametrize(
    ("words", "line"),
    [
        (["chek"], "tpxl: komentoa chek ei ole (tarkoititko check?). Ohje: tpxl --help\n"),
        (["xyz"], "tpxl: komentoa xyz ei ole. Ohje: tpxl --help\n"),
        (["help", "chek"], "tpxl: komentoa chek ei ole (tarkoititko check?). Ohje: tpxl --help\n"),
        (["check"], "tpxl check: puuttuu TYÖKIRJA. Ohje: tpxl check --help\n"),
        (["check", "--lang", "sv"], "tpxl check: ARBETSBOK saknas. Hjälp: tpxl check --help\n"),
        (["--lang=en", "chek"], ("tpxl: there is no command chek (did you mean check?). "
         "Help: tpxl --help\n")),
        (["--lang", "de"], ("tpxl: --lang: 'de' ei kelpaa (valitse 'fi', 'sv', 'en'). "
         "Ohje: tpxl --help\n")),
        (["check", "a.xlsx", "--jsn"], ("tpxl: tuntematon valinta tai sana: --jsn (tarkoititko "
         "--json?). Ohje: tpxl --help\n")),
        (["check", "a.xlsx", "--zzz", "--lang", "sv"], ("tpxl: okänt val eller ord: --zzz. "
         "Hjälp: tpxl --help\n")),
        (["check", "a.xlsx", "--deadline", "x", "--lang", "sv"], ("tpxl check: --deadline: x är "
         "inte ett antal sekunder mellan 0 och 86400. Hjälp: tpxl check --help\n")),
        (["check", "a.xlsx", "--severity", "x"], ("tpxl check: --severity: x ei ole havaintojen "
         "laji, esimerkiksi virhe tai varoitus. Ohje: tpxl check --help\n")),
        (["export", "a.xlsx", "--format", "pdf,pfd"], ("tpxl export: --format: pfd ei ole muoto, "
         "johon viedään (xlsx, pdf, docx, html). Ohje: tpxl export --help\n")),
        (["export", "a.xlsx", "--to"], ("tpxl export: --to: tarvitsee arvon. "
         "Ohje: tpxl export --help\n")),
    ],
)  # fmt: skip
def test_wrong_words_are_one_line_in_the_language_asked_for(
    capsys: pytest.CaptureFixture[str], words: list[str], line: str
) -> None:
    assert said(capsys, *words) == (2, "", line)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_words_are_a_wish_for_help(capsys: pytest.CaptureFixture[str], lang: str) -> None:
    asked = said(capsys, "--help", "--lang", lang)
    assert asked[0] == 0
    assert said(capsys, "--lang", lang) == asked
    assert said(capsys, "help", "--lang", lang) == asked


def test_tpxl_alone_shows_the_help_in_finnish(capsys: pytest.CaptureFixture[str]) -> None:
    assert said(capsys) == said(capsys, "--help")


def test_help_of_a_command_is_what_its_option_shows(capsys: pytest.CaptureFixture[str]) -> None:
    assert said(capsys, "help", "export") == said(capsys, "export", "--help")


def test_argparse_speaks_its_own_language_afterwards(capsys: pytest.CaptureFixture[str]) -> None:
    said(capsys, "check", "--help")
    assert argparse.ArgumentParser(prog="x").format_help().startswith("usage: x")


def written() -> Iterator[str]:
    """Yield every Finnish text that a command's parser is given."""
    for path in COMMAND_FILES:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.keyword) and node.arg in {"help", "description", "metavar"}:
                yield from texts_in(node.value)


def texts_in(node: ast.expr) -> Iterator[str]:
    """Yield a text written as such, or handed to the function that speaks it."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    if isinstance(node, ast.Call):
        for argument in node.args:
            yield from texts_in(argument)


def test_every_text_of_a_command_has_its_translations_and_no_translation_is_left_over() -> None:
    texts = set(written())
    errors = {text for text in ENGLISH if "{" in text or text == "komentoa {command} ei ole"}
    assert texts | errors == set(ENGLISH)
    assert set(SWEDISH) == set(ENGLISH) | set(FINNISH)


def test_argparse_still_asks_for_every_word_that_is_translated() -> None:
    source = Path(argparse.__file__).read_text(encoding="utf-8")
    for text in FINNISH:
        assert text in source.replace("'\n                    '", ""), text
