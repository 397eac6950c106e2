"""The form every language's catalogue has; a test holds the three to the same codes.

One sentence for each place it may speak of: a catalogue words a place once.
"""

from collections.abc import Mapping
from functools import cache
from importlib import import_module
from typing import Any, NamedTuple

LANGUAGES = ("fi", "sv", "en")

DOMAINS = (
    *("figures", "allocation", "goals", "files", "cluster", "program", "cycle", "ledger"),
    "publishing",
    "listing",
    "sending",
    "versions",
    "web",
)
"""The modules every language has: each may hold FINDINGS, ERRORS, CAUSES, TEXTS and UNNAMED."""


class Catalogue(NamedTuple):
    """Every word of one language that a person sees.

    `findings`, `errors`, `causes` and `texts` map a code to a template in the form of
    `str.format`; `unnamed` has those again that name a sheet, for books without that sheet;
    `lines` maps a lexicon code to its name (nominative, genitive); `periods` the mark of a kind of
    period to what the language calls it, where it has a word of its own.
    """

    lang: str
    decimal_mark: str
    lines: Mapping[str, tuple[str, str]]
    measures: Mapping[str, str]
    periods: Mapping[str, str]
    severities: Mapping[str, str]
    findings: Mapping[str, str]
    errors: Mapping[str, str]
    causes: Mapping[str, str]
    texts: Mapping[str, str]
    unnamed: Mapping[str, str]


@cache
def catalogue(lang: str = "fi") -> Catalogue:
    """Return the catalogue of a language: fi, sv or en.

    Raises:
        ValueError: there is no such catalogue.
    """
    if lang not in LANGUAGES:
        raise ValueError(f"no catalogue for {lang!r}")
    names = import_module(f"tpxl.messages.{lang}")
    domains = [import_module(f"tpxl.messages.{lang}.{domain}") for domain in DOMAINS]

    def joined(part: str) -> dict[str, str]:
        return {code: text for one in domains for code, text in getattr(one, part, {}).items()}

    return Catalogue(
        lang=lang,
        decimal_mark=names.DECIMAL_MARK,
        lines=names.LINES,
        measures=names.MEASURES,
        periods=names.PERIODS,
        severities=names.SEVERITIES,
        findings=joined("FINDINGS"),
        errors=joined("ERRORS"),
        causes=joined("CAUSES"),
        texts=joined("TEXTS"),
        unnamed=joined("UNNAMED"),
    )


@cache
def former(lang: str) -> tuple[Catalogue, ...]:
    """Return the catalogues of earlier versions, the latest first.

    `Tarkistus` keeps what they said of a finding; by it the reason beside it is known again.
    """
    present = catalogue(lang)
    versions = import_module(f"tpxl.messages.{lang}.former").VERSIONS

    def at(said: Mapping[str, Mapping[str, str]]) -> Catalogue:
        changed: dict[str, Any] = {
            part: {**getattr(present, part), **texts} for part, texts in said.items()
        }
        return present._replace(**changed)

    versions_told = tuple(at(said) for said in versions)
    if not present.periods:
        return versions_told
    # Periods were called by their Finnish marks in every language.
    return tuple(one._replace(periods={}) for one in (present, *versions_told))


def in_each_place(code: str, sentence: str, places: Mapping[str, str]) -> dict[str, str]:
    """Return the sentence by code, its ``{place}`` worded for each of the places.

    >>> in_each_place("tag_in", "Virhe {place}.", {"cell": "solussa {cell}"})
    {'tag_in_cell': 'Virhe solussa {cell}.'}
    """
    return {
        f"{code}_{place}": sentence.replace("{place}", words) for place, words in places.items()
    }
