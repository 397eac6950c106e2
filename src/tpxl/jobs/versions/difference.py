"""What changed between two versions of a book, area by area, by what it is."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from tpxl.errors import TpxlError
from tpxl.jobs.check.check import findings_of
from tpxl.jobs.check.context import CheckContext
from tpxl.jobs.versions.facts import facts_of
from tpxl.layout import Survey, survey
from tpxl.layout.survey import Progress
from tpxl.messages import phrased
from tpxl.model import Finding, Sheets
from tpxl.model.facts import AreaFacts, FactKey, FactKind
from tpxl.rules.answers import are_alike
from tpxl.terms import fold
from tpxl.terms.settings import CITY, typed_beside

CAME, GONE, CHANGED, SAME = "came", "gone", "changed", "same"
_GOAL = "goal"


class FactChange(NamedTuple):
    """A fact that differs: what it was and what it is; None where it was or is not there."""

    key: FactKey
    old: str | None
    new: str | None


class AreaDifference(NamedTuple):
    """What changed in an area: what people typed, and what follows from it.

    `periods` are those that only one version has: the old one's, the new one's. `state` is came,
    gone, changed or same.
    """

    area: str
    state: str
    changes: Sequence[FactChange] = ()
    follows: Sequence[FactChange] = ()
    periods: tuple[Sequence[str], Sequence[str]] = ((), ())
    findings_gone: Sequence[Finding] = ()
    findings_new: Sequence[Finding] = ()


class BooksDifference(NamedTuple):
    """What changed between two books; the findings of no one area are the first's."""

    old: str
    new: str
    areas: Sequence[AreaDifference]

    @property
    def has_open_errors(self) -> bool:
        """Tell whether anything differs."""
        return any(one.state != SAME for one in self.areas)


class ComparedBook(NamedTuple):
    """A book as it is compared: what stands where, its facts, its findings."""

    name: str
    found: Survey
    facts: Sequence[AreaFacts]
    findings: Sequence[Finding]


def version_of(book: Sheets, lang: str = "fi", progress: Progress | None = None) -> ComparedBook:
    """Return a book as it is compared.

    Raises:
        TpxlError: no table of the family is found, or a sheet cannot be read.
    """
    found = survey(book, progress)
    context = CheckContext.of(book, found)
    findings = tuple(findings_of(context))
    return ComparedBook(book.name, found, facts_of(context, findings), phrased(findings, lang))


def difference(old: ComparedBook, new: ComparedBook) -> BooksDifference:
    """Return what changed between two versions.

    Raises:
        TpxlError: they are of different cities, or have no area in common.
    """
    _require_one_city(old, new)
    before = {fold(one.area): one for one in old.facts}
    after = {fold(one.area): one for one in new.facts}
    names = dict.fromkeys((*before, *after))
    areas = [_area(before.get(name), after.get(name), old, new) for name in names]
    gone, came = _findings(None, old, new)
    if gone or came:
        areas.append(AreaDifference("", CHANGED, findings_gone=gone, findings_new=came))
    return BooksDifference(old.name, new.name, areas)


def _require_one_city(old: ComparedBook, new: ComparedBook) -> None:
    cities = [typed_beside(CITY, one.found.settings.texts) for one in (old, new)]
    told = [fold(city) for city in cities if city]
    if len(set(told)) > 1:
        facts = {"old": old.name, "new": new.name, "one": cities[0], "other": cities[1]}
        raise TpxlError("diff_other_city", **facts)
    names = [{fold(one.area) for one in version.facts} for version in (old, new)]
    if not names[0] & names[1]:
        raise TpxlError("diff_nothing_shared", old=old.name, new=new.name)


def _area(
    before: AreaFacts | None, after: AreaFacts | None, old: ComparedBook, new: ComparedBook
) -> AreaDifference:
    if before is None or after is None:
        known = before or after
        name = "" if known is None else known.area
        return AreaDifference(name, CAME if before is None else GONE)
    periods = _periods(before), _periods(after)
    only = frozenset(periods[0]) ^ frozenset(periods[1])
    changes = typed_changes(before, after)
    follows = tuple(_changes(before.computed, after.computed, only))
    gone, came = _findings(after.area, old, new)
    is_same = not (changes or follows or only or gone or came)
    return AreaDifference(
        after.area,
        SAME if is_same else CHANGED,
        changes,
        follows,
        (
            [one for one in periods[0] if one in only],
            [one for one in periods[1] if one in only],
        ),
        gone,
        came,
    )


def typed_changes(before: AreaFacts, after: AreaFacts) -> tuple[FactChange, ...]:
    """Return what people typed otherwise, but in periods that only one version has.

    A goal whose words were edited is known by those it had before.
    """
    only = frozenset(_periods(before)) ^ frozenset(_periods(after))
    pairs = renamed_goals(before.typed, after.typed)
    renamed = {
        key._replace(name=pairs.get(key.name, key.name)) if key.kind is FactKind.GOAL else key: text
        for key, text in after.typed.items()
    }
    return tuple(_changes(before.typed, renamed, only))


def _periods(facts: AreaFacts) -> list[str]:
    of_figures = (key for side in (facts.typed, facts.computed) for key in side)
    told = (one.part for one in of_figures if one.kind in {FactKind.FIGURE, FactKind.COMPUTED})
    return list(dict.fromkeys(told))


def _changes(
    before: Mapping[FactKey, str], after: Mapping[FactKey, str], only: frozenset[str]
) -> Iterator[FactChange]:
    """Yield the facts that differ, but those of periods that only one version has."""
    for key in dict.fromkeys((*before, *after)):
        old, new = before.get(key), after.get(key)
        if old != new and not (only and key.part.split(" / ")[0] in only):
            yield FactChange(key, old, new)


def renamed_goals(before: Mapping[FactKey, str], after: Mapping[FactKey, str]) -> Mapping[str, str]:
    """Return the names that goals had before their words were edited, by their new ones."""
    gone = _goals(before, after)
    came = _goals(after, before)
    pairs: dict[str, str] = {}
    for name, text in came.items():
        near = [
            one
            for one, said in gone.items()
            if one not in pairs.values()
            and one.split(" / ")[0] == name.split(" / ")[0]
            and are_alike(said, text)
        ]
        if len(near) == 1:
            pairs[name] = near[0]
    return pairs


def _goals(facts: Mapping[FactKey, str], others: Mapping[FactKey, str]) -> dict[str, str]:
    """Return the goals that only these facts have, by name: their own words."""
    names = {key.name for key in others if key.kind is FactKind.GOAL}
    return {
        key.name: text
        for key, text in facts.items()
        if key.kind is FactKind.GOAL and key.part == _GOAL and key.name not in names
    }


def _findings(
    area: str | None, old: ComparedBook, new: ComparedBook
) -> tuple[Sequence[Finding], Sequence[Finding]]:
    """Return the findings of an area that are gone and those that are new; cells do not count."""
    before, after = _own(area, old.findings), _own(area, new.findings)
    return list(_left(before, after)), list(_left(after, before))


def _own(area: str | None, findings: Iterable[Finding]) -> list[Finding]:
    named = "" if area is None else fold(area)
    return [one for one in findings if fold(one.area or "") == named]


def _left(findings: Iterable[Finding], others: Iterable[Finding]) -> Iterator[Finding]:
    counts = Counter(map(_identity, others))
    for one in findings:
        if counts[_identity(one)]:
            counts[_identity(one)] -= 1
        else:
            yield one


def _identity(one: Finding) -> tuple[object, ...]:
    said = tuple(str(one.facts.get(name, "")) for name in ("focus", "goal", "section", "what"))
    return (one.code, one.line, one.period, one.found, one.expected, one.is_open, *said)
