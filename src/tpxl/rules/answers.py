"""Which row of a returned form answers which question, and whether its answer may be taken.

A row is known by three things that must agree: its own key, the words it asks with, and the name
its answer's cell was given. Sorting, inserting, deleting and copying rows leave key and words
together; an answer that was dragged elsewhere leaves its name behind or takes it along. What is
not certain is no answer: it is told, with its text.
"""

import hashlib
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from difflib import SequenceMatcher
from enum import Enum
from typing import NamedTuple

from tpxl.model.sending import ReturnedRow, SentRow
from tpxl.terms import fold

ALIKE = 0.8
"""Words this alike are one goal edited: goals that have nothing to do with each other were measured
at 0.11 to 0.37."""

_LETTERS_OF_A_PRINT = 12


def plain(text: str) -> str:
    """Return a text as it is compared: composed letters, single spaces."""
    return " ".join(unicodedata.normalize("NFC", text).split())


def fingerprint(*texts: str, letters: int = _LETTERS_OF_A_PRINT) -> str:
    """Return the first hexadecimal digits of what texts say, however they are spaced."""
    said = "\x1f".join(map(plain, texts))
    return hashlib.sha256(said.encode()).hexdigest()[:letters]


def are_alike(one: str, other: str) -> bool:
    """Tell whether two texts are one that was edited.

    >>> are_alike("Tontteja myydään aktiivisesti", "Tontteja myydään (tarkennettu) aktiivisesti")
    True
    >>> are_alike("Tontteja myydään aktiivisesti", "Kaavat löytyvät verkosta")
    False
    """
    return SequenceMatcher(None, fold(one), fold(other), autojunk=False).ratio() >= ALIKE


class AnsweredRow(NamedTuple):
    """A returned row: the key of what it answers, None where that is not certain.

    `doubt` is why not: the code of a text. `is_changed` tells that the words of the question were
    changed, which is shown and not taken.
    """

    row: ReturnedRow
    key: str | None
    doubt: str | None = None
    is_changed: bool = False


class _Index(NamedTuple):
    """What was sent, by key, by its words and by its fingerprint."""

    by_key: Mapping[str, SentRow]
    by_title: Mapping[str, Sequence[str]]
    by_print: Mapping[str, Sequence[str]]

    @classmethod
    def of(cls, sent: Sequence[SentRow]) -> "_Index":
        titles: dict[str, list[str]] = defaultdict(list)
        prints: dict[str, list[str]] = defaultdict(list)
        for one in sent:
            titles[fold(one.title)].append(one.key)
            prints[one.row_print].append(one.key)
        return cls({one.key: one for one in sent}, titles, prints)


def told_rows(sent: Sequence[SentRow], rows: Sequence[ReturnedRow]) -> tuple[AnsweredRow, ...]:
    """Return the rows, from the top, each with the key of what it answers where that is certain."""
    index = _Index.of(sent)
    known = [_recognised(row, index) for row in sorted(rows, key=lambda one: one.row)]
    return _once(_undragged(known, sent), index)


def _recognised(row: ReturnedRow, index: _Index) -> AnsweredRow:
    """Return whose row it is by its key and its words; words of another question contradict."""
    owners = index.by_title.get(fold(row.title), ())
    if row.key in index.by_key:
        return _keyed(row, index.by_key[row.key], owners)
    for same in (owners, index.by_print.get(row.print, ())):
        if len(same) == 1:
            return AnsweredRow(row, same[0])
    near = [one.key for one in index.by_key.values() if are_alike(row.title, one.title)]
    if len(near) == 1 and row.names == (near[0],):
        return AnsweredRow(row, near[0], is_changed=True)
    return AnsweredRow(row, None, "no_key")


def _keyed(row: ReturnedRow, sent: SentRow, owners: Sequence[str]) -> AnsweredRow:
    """Return whether the words of a row are those of its key; `owners` have its words."""
    if sent.key in owners:
        return AnsweredRow(row, sent.key)
    if owners:
        return AnsweredRow(row, None, "contradicts")
    if are_alike(row.title, sent.title) or (not row.title and row.names == (sent.key,)):
        return AnsweredRow(row, sent.key, is_changed=True)
    return AnsweredRow(row, None, "rewritten")


def _undragged(rows: Sequence[AnsweredRow], sent: Sequence[SentRow]) -> list[AnsweredRow]:
    """Return the rows, those doubted whose answer may have been dragged from another question.

    Where no name is left, another program has dropped them all, and nothing can be told.
    """
    if not any(one.row.names for one in rows):
        return list(rows)
    order = {one.key: place for place, one in enumerate(sent)}
    known = [one for one in rows if one.key is not None]
    keys = [order[one.key] for one in known if one.key is not None]
    names = [order[name] for one in known for name in one.row.names]
    copies = Counter(keys)
    is_in_order = keys == sorted(keys)
    nameless = sum(not one.row.names for one in known)
    is_whole = (
        names == sorted(set(names))
        and nameless == len(keys) - len(copies)
        and len(names) == len(copies)
    )
    if is_whole and not is_in_order:  # sorted: names stay where they were, all of them
        return list(rows)

    def agrees(one: AnsweredRow) -> bool:
        is_copy = not one.row.names and one.key is not None and copies[order[one.key]] > 1
        return one.row.names == (one.key,) or is_copy

    are_moved_whole = all(map(agrees, known))
    return [
        one
        if one.key is None or (agrees(one) and (is_in_order or are_moved_whole))
        else one._replace(key=None, doubt="dragged")
        for one in rows
    ]


def _once(rows: Sequence[AnsweredRow], index: _Index) -> tuple[AnsweredRow, ...]:
    """Return the rows, one answer at most to each question; two that differ are both doubted."""
    answers: dict[str, dict[str, ReturnedRow]] = defaultdict(dict)
    for one in rows:
        if one.key is not None:
            said = fingerprint(one.row.answer)
            is_new = plain(one.row.answer) and said != index.by_key[one.key].answer_print
            answers[one.key].setdefault(said if is_new else "", one.row)
    chosen: dict[str, ReturnedRow | None] = {}
    for key, told in answers.items():
        new = [row for said, row in told.items() if said] or list(told.values())
        chosen[key] = new[0] if len(new) == 1 else None
    return tuple(_chosen(one, chosen) for one in rows)


def _chosen(one: AnsweredRow, chosen: Mapping[str, ReturnedRow | None]) -> AnsweredRow:
    if one.key is None or chosen[one.key] is one.row:
        return one
    return one._replace(key=None, doubt="twice" if chosen[one.key] is None else "copied")


class Fate(Enum):
    """What becomes of an answer."""

    UNCHANGED = "unchanged"
    SAME = "same"
    TAKEN = "taken"
    EMPTIED = "emptied"
    CONFLICT = "conflict"


def fate_of(base: str, returned: str, now: str) -> Fate:
    """Return what becomes of an answer: `base` is the fingerprint of the text as it was sent.

    >>> fate_of(fingerprint(""), "Toteutui.", ""), fate_of(fingerprint("a"), "b", "c")
    (<Fate.TAKEN: 'taken'>, <Fate.CONFLICT: 'conflict'>)
    """
    if fingerprint(returned) == base:
        return Fate.UNCHANGED
    if plain(returned) == plain(now):
        return Fate.SAME
    if not plain(returned):
        return Fate.EMPTIED
    return Fate.TAKEN if fingerprint(now) == base else Fate.CONFLICT
