"""A fact that changed, in words: of what, from what to what; texts word by word."""

import re
from collections.abc import Iterator
from decimal import Decimal
from difflib import SequenceMatcher

from tpxl.messages.catalogue import Catalogue
from tpxl.messages.sentences import line_name, printed
from tpxl.model.facts import FactKey, FactKind

_NUMBER = re.compile(r"-?\d+(?:\.\d+)?")
GONE, CAME, STAYED = "gone", "came", "stayed"
"""What became of words."""

_NEAR = 3
"""So many words that stayed are shown beside those that changed."""


def change_line(key: FactKey, old: str | None, new: str | None, words: Catalogue) -> str:
    """Return what changed, in one line."""
    about = fact_name(key, words)
    empty = words.texts["empty"]
    is_number = all(text is None or _NUMBER.fullmatch(text) for text in (old, new))
    if is_number or old is None or new is None or key.kind is FactKind.SETTING:
        sides = [empty if text is None else shown(text, words) for text in (old, new)]
        return f"{about}: {' → '.join(sides)}"
    return f"{about}: {word_by_word(old, new)}"


def fact_name(key: FactKey, words: Catalogue) -> str:
    """Return what a fact is called."""
    texts = words.texts
    match key.kind:
        case FactKind.FIGURE | FactKind.COMPUTED:
            name = f"{key.part}, {line_name(key.name, words)}"
        case FactKind.RESIDENTS:
            name = f"{key.part}, {texts['fact_residents']}"
        case FactKind.GOAL:
            told = ", ".join(filter(None, key.name.split(" / ")))
            name = f"{texts['fact_section']} {told}: {texts[f'fact_{key.part}']}"
        case FactKind.TEXT:
            name = f"{texts['fact_section']} {key.name}"
        case FactKind.SETTING:
            name = texts[f"fact_setting_{key.name}"]
        case FactKind.ALLOCATION:
            name = f"{key.name}, {key.part}"
        case FactKind.EXPLANATION:
            what = line_name(key.name.rpartition(" / ")[2], words)
            name = f"{', '.join(filter(None, (key.part, what)))}: {texts['fact_reason']}"
    return name


def shown(text: str, words: Catalogue) -> str:
    """Return a fact's value as the report prints it."""
    number = number_in(text)
    return text if number is None else printed(number, words.decimal_mark)


def number_in(text: str | None) -> Decimal | None:
    """Return the number that a fact's value is, None where it is none."""
    return Decimal(text) if text is not None and _NUMBER.fullmatch(text) else None


def word_by_word(old: str, new: str) -> str:
    """Return a text's change: words gone in ``[-  -]``, words new in ``{+  +}``.

    >>> word_by_word("Ei toteutunut vuonna 2025.", "Toteutui osin vuonna 2025.")
    '[-Ei toteutunut-] {+Toteutui osin+} vuonna 2025.'
    """
    return " ".join(_parts(old.split(), new.split()))


def _parts(old: list[str], new: list[str]) -> Iterator[str]:
    marks = {GONE: "[-{}-]", CAME: "{{+{}+}}", STAYED: "{}"}
    for what, text in _compared(old, new):
        yield marks[what].format(text)


def word_parts(old: str, new: str) -> Iterator[tuple[str, str]]:
    """Yield a text's change in pieces: what became of each, and its words.

    >>> list(word_parts("Ei toteutunut", "Toteutui osin"))
    [('gone', 'Ei toteutunut'), ('came', 'Toteutui osin')]
    """
    return _compared(old.split(), new.split())


def _compared(old: list[str], new: list[str]) -> Iterator[tuple[str, str]]:
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    for what, first, last, begin, end in matcher.get_opcodes():
        gone, came = " ".join(old[first:last]), " ".join(new[begin:end])
        if what == "equal":
            yield STAYED, _shortened(old[first:last])
            continue
        if gone:
            yield GONE, gone
        if came:
            yield CAME, came


def _shortened(words: list[str]) -> str:
    if len(words) <= 2 * _NEAR + 1:
        return " ".join(words)
    return f"{' '.join(words[:_NEAR])} … {' '.join(words[-_NEAR:])}"
