"""The words of the command line in the language asked for, argparse's own among them.

argparse asks gettext for each of its words by an English text; the commands write theirs in
Finnish. One table a language, `ARGUMENTS`, answers both; what it lacks stays as it is written.
"""

import argparse
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from importlib import import_module
from typing import Any, NamedTuple

from tpxl.messages.catalogue import LANGUAGES

_GETTEXT = ("_", "ngettext")
"""The names by which argparse knows gettext's two functions."""


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


class Words(NamedTuple):
    """A language's table of the words of the command line."""

    table: Mapping[str, str]

    def of(self, text: str) -> str:
        """Return a text in the language; as it is written where the table lacks it."""
        return self.table.get(text, text)

    def of_several(self, singular: str, plural: str, number: int) -> str:
        """Return the text for so many, as gettext's function of this kind does."""
        return self.of(singular if number == 1 else plural)


def words(lang: str) -> Words:
    """Return the words of a language."""
    return Words(import_module(f"tpxl.messages.{lang}.arguments").ARGUMENTS)


@contextmanager
def spoken(said: Words) -> Iterator[None]:
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
