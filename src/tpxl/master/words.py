"""The words of a master in the language of its book: Finnish as they are written, or another.

The State Treasury's labels, the headings of the journals and the severities come from where the
rest of tpxl has them; what else a master says is a table of its own.
"""

import csv
import re
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from tpxl.messages import catalogue
from tpxl.terms.journal import CHANGES, FINDINGS
from tpxl.terms.years import KEPT_SHEETS

_DATA = Path(__file__).with_name("data")
_LITERAL = re.compile(r'"((?:[^"]|"")*)"')
_UNITS = ("", " €", " €/asukas")
WRITTEN = "fi"
"""The language that the sheets are written in."""


class Words:
    """Our words in a language; a text that is none of them is returned as it is."""

    def __init__(self, lang: str) -> None:
        """Take the language of a book: ``fi`` or ``sv``."""
        self._table = {} if lang == WRITTEN else _table(lang)

    def __call__(self, text: str) -> str:
        """Return a text; the spaces around it stay.

        >>> Words("sv")(" Yhteensä"), Words("fi")("Yhteensä"), Words("sv")("Kirjasto")
        (' Totalt', 'Yhteensä', 'Kirjasto')
        """
        bare = text.strip(" ")
        said = self._table.get(bare)
        return text if said is None else text.replace(bare, said)

    def of_formula(self, formula: str) -> str:
        """Return a formula with the words in its quoted texts said.

        >>> Words("sv").of_formula('=IF(A1="","Yhteensä",B1)')
        '=IF(A1="","Totalt",B1)'
        """
        return (
            _LITERAL.sub(lambda found: f'"{self(found[1])}"', formula) if self._table else formula
        )


@cache
def _table(lang: str) -> dict[str, str]:
    own = tomllib.loads((_DATA / f"words_{lang}.toml").read_text(encoding="utf-8"))
    return {**dict(_official(lang)), **dict(_shared(lang)), **own}


def _official(lang: str) -> Iterator[tuple[str, str]]:
    """Yield the lines as the State Treasury names them, with the units that stand after them.

    Source: the official labels of the statements of finances in three languages.
    """
    with (_DATA / "official_labels.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            for unit in _UNITS:
                said = unit.replace("asukas", _RESIDENT[lang])
                yield row[WRITTEN].capitalize() + unit, row[lang].capitalize() + said


_RESIDENT = {"sv": "invånare", "en": "resident"}


def _shared(lang: str) -> Iterator[tuple[str, str]]:
    """Yield what other rooms of tpxl know in both languages."""
    for kind in (FINDINGS, CHANGES):
        here, there = kind.headings(WRITTEN), kind.headings(lang)
        yield from ((here[name], there[name]) for name in here)
        yield kind.sheet[WRITTEN], kind.sheet[lang]
    severities = catalogue(WRITTEN).severities
    yield from ((word, catalogue(lang).severities[code]) for code, word in severities.items())
    yield KEPT_SHEETS[WRITTEN], KEPT_SHEETS[lang]
