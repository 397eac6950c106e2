"""What the schema finds, as findings at cells: one a fault, in words that staff can act on.

What a book itself shows of the report's form: how much of the shipped schema is its city's own.

The schema that comes with tpxl knows one city's sections and focus areas. In another city's book
their absence is no mistake, and a false error costs more than a missed one; a schema that the city
has named is asked in full.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from tpxl.jobs.goals.instance import GoalPlace, Instance, Path, goal_finding, shortened
from tpxl.jobs.goals.schema import GoalSchema, Violation
from tpxl.model import Finding, Related, Severity
from tpxl.terms.goals import Column

_FOCUS_AREAS = "focus_areas"
_COUNTS = frozenset({"minItems", "maxItems"})
_OF_NAMES = frozenset({"required", "additionalProperties", "unevaluatedProperties"})
_TELLS_APART = ("missing", "unknown", "rule")
_LENGTHS = frozenset({"minLength", "maxLength"})

STRATEGIC = "3"
"""The section of the focus areas."""

_SEVERAL = 2


@dataclass(frozen=True, slots=True)
class Practice:
    """The sections and columns that any area's goal tables have, and whether focus areas are known.

    With a schema of the city's own, all it names is the city's.
    """

    sections: frozenset[str]
    columns: frozenset[str]
    has_schema_of_its_own: bool
    has_known_focus_areas: bool

    @classmethod
    def of(cls, instances: Sequence[Instance], schema: GoalSchema) -> "Practice":
        """Return what the areas of a book have in common with the schema."""
        sections = frozenset(name for one in instances for name in one.data["sections"])
        columns = frozenset().union(*(one.columns for one in instances))
        knows = schema.is_own or _knows_most(instances, schema)
        return cls(sections, columns, schema.is_own, knows)

    def expects(self, section: str) -> bool:
        """Tell whether an area without a table of this section lacks one for certain."""
        return self.has_schema_of_its_own or section in self.sections

    def has_column(self, column: str) -> bool:
        """Tell whether a table without this column lacks one for certain."""
        return self.has_schema_of_its_own or column in self.columns

    @property
    def uses_sections(self) -> bool:
        """Tell whether the book keeps its goals in the report's sections, several of them."""
        return self.has_schema_of_its_own or len(self.sections) >= _SEVERAL


def _knows_most(instances: Sequence[Instance], schema: GoalSchema) -> bool:
    """Tell whether at least half of the book's different focus areas are the schema's."""
    names = {
        name
        for one in instances
        for name in one.data["sections"].get(STRATEGIC, {}).get("focus_areas", ())
        if name
    }
    known = names & set(schema.focus_names)
    return bool(known) and 2 * len(known) >= len(names)


def schema_findings(
    area: str, instance: Instance, schema: GoalSchema, practice: Practice, *, is_due: bool
) -> Iterator[Finding]:
    """Yield the findings of an area's goals against the schema.

    `is_due` tells that outcomes must be there: the area's newest actual figures are. What the
    book's `practice` does not share with the schema is no error.

    Raises:
        TpxlError: the schema turns out not to be sound.
    """
    reader = _Reader(area, instance, practice, is_due=is_due)
    for place, meant in instance.misspelt:
        yield reader.at(place, "goal_focus_misspelt", Severity.WARNING, meant=meant)
    seen: set[tuple[object, ...]] = set()
    for violation in sorted(schema.violations(instance.data), key=_rank):
        for finding in reader.findings(violation):
            told = (finding.facts.get(name) for name in _TELLS_APART)
            known = (finding.code, finding.sheet, finding.cell, *told)
            if known not in seen:
                seen.add(known)
                yield finding


def _rank(violation: Violation) -> bool:
    """Return False for the keywords that see a whole object, which tell a renamed part best."""
    return violation.keyword not in _OF_NAMES


class _Reader:
    """Turns violations of one area into findings."""

    def __init__(self, area: str, instance: Instance, practice: Practice, *, is_due: bool) -> None:
        self._area = area
        self._practice = practice
        self._instance = instance
        self._outcome = Severity.ERROR if is_due else Severity.INFO
        self._told_focus: set[Path] = set()

    def at(
        self,
        place: GoalPlace,
        code: str,
        severity: Severity = Severity.ERROR,
        **facts: Any,  # noqa: ANN401
    ) -> Finding:
        return goal_finding(code, severity, self._area, place, **facts)

    def findings(self, violation: Violation) -> Iterator[Finding]:
        """Yield what a violation says: mostly one finding, for names missing one each."""
        path: Path = violation.path
        place = self._instance.place(path)
        if place.column is not None:
            yield self._of_text(place, violation)
        elif path == ("sections",):
            yield from self._of_sections(place, violation)
        elif path[-1:] == (_FOCUS_AREAS,):
            yield from self._of_focus_areas(path, place, violation)
        elif violation.keyword in _COUNTS:
            if self._practice.has_known_focus_areas or _FOCUS_AREAS not in path:
                yield self._of_count(path, place, violation)
        else:
            yield self._other(place, violation)

    def _of_text(self, place: GoalPlace, violation: Violation) -> Finding:
        if violation.found is None or (isinstance(violation.found, str) and not violation.found):
            return self._missing_text(place)
        if violation.keyword in _LENGTHS:
            code = f"goal_text_{'short' if violation.keyword == 'minLength' else 'long'}"
            return self.at(place, code, length=len(violation.found), limit=violation.limit)
        return self._other(place, violation)

    def _missing_text(self, place: GoalPlace) -> Finding:
        column = str(place.column)
        severity = self._outcome if place.column is Column.OUTCOME else Severity.ERROR
        how = "awaited" if severity is Severity.INFO else "missing"
        if place.has_column:
            return self.at(place, f"goal_{column}_{how}", severity)
        if severity is Severity.ERROR and not self._practice.has_column(column):
            severity = Severity.WARNING if place.column is Column.OUTCOME else Severity.INFO
        return self.at(place, f"goal_{column}_column_{how}", severity)

    def _of_sections(self, place: GoalPlace, violation: Violation) -> Iterator[Finding]:
        present: Mapping[str, Any] = violation.found
        if violation.keyword == "required":
            for name in violation.limit:
                if name not in present and not self._instance.has_unnamed:
                    yield from self._missing_section(place, name, _title(violation.rule, name))
        elif violation.keyword in _OF_NAMES or violation.is_of_name:
            for name in _extra(violation):
                own = self._instance.place(("sections", name))
                yield self.at(own, "goal_section_unknown", unknown=name)
        else:
            yield self._other(place, violation)

    def _missing_section(self, place: GoalPlace, name: str, title: str) -> Iterator[Finding]:
        """Yield a missing section where the book shows that it should be there."""
        heading = self._instance.headings.get(name)
        if heading is None and not self._practice.expects(name):
            return
        is_sure = self._practice.expects(name) or self._practice.uses_sections
        severity = Severity.ERROR if is_sure else Severity.WARNING
        at = heading or place
        yield self.at(at, "goal_section_missing", severity, missing=name, title=title)

    def _of_focus_areas(
        self, path: Path, place: GoalPlace, violation: Violation
    ) -> Iterator[Finding]:
        """Yield each fault of the focus areas once, though two keywords tell of a renamed one."""
        if violation.keyword in {"minProperties", "maxProperties"}:
            found = len(violation.found)
            limit = violation.limit
            yield self.at(place, "goal_focus_count", count=found, limit=limit)
            return
        is_told = path in self._told_focus
        if violation.keyword in _OF_NAMES and not is_told:
            self._told_focus.add(path)
            yield from self._renamed_or_missing(path, place, violation)
        elif violation.is_of_name and not is_told:
            own = self._instance.place((*path, violation.found))
            yield self._unknown_focus(
                own, violation.found, _allowed({"propertyNames": violation.rule})
            )
        elif violation.keyword not in _OF_NAMES and not violation.is_of_name:
            yield self._other(place, violation)

    def _unknown_focus(self, place: GoalPlace, name: str, expected: Iterable[str]) -> Finding:
        code = "goal_focus_unknown" if name else "goal_focus_absent"
        return self.at(place, code, unknown=name, expected_names=list(expected))

    def _renamed_or_missing(
        self, path: Path, place: GoalPlace, violation: Violation
    ) -> Iterator[Finding]:
        allowed = tuple(dict.fromkeys(_allowed(violation.rule)))
        missing = [
            name for name in violation.rule.get("required", ()) if name not in violation.found
        ]
        unknown = [name for name in violation.found if allowed and name not in allowed]
        if not _is_closed(violation.rule):
            unknown = []
        is_known = self._practice.has_known_focus_areas
        if not is_known or (missing and unknown and len(missing) == len(allowed)):
            severity = Severity.ERROR if is_known else Severity.WARNING
            yield self.at(place, "goal_focus_areas_differ", severity, expected_names=list(allowed))
            return
        for name in unknown:
            own = self._instance.place((*path, name))
            yield self._unknown_focus(own, name, missing or allowed)
        if len(missing) > len(unknown):
            for name in missing:
                yield self.at(place, "goal_focus_missing", missing=name)

    def _of_count(self, path: Path, place: GoalPlace, violation: Violation) -> Finding:
        count = len(violation.found)
        limit = int(violation.limit)
        if violation.keyword == "minItems":
            code = "goal_none" if count == 0 else "goal_too_few"
            return self.at(place, code, count=count, limit=limit)
        extra = [self._instance.place((*path, at)) for at in range(limit, count)]
        return self.at(
            extra[0],
            "goal_too_many",
            count=count,
            limit=limit,
            related=[Related(one.sheet, one.cell) for one in extra[1:]],
        )

    def _other(self, place: GoalPlace, violation: Violation) -> Finding:
        """Return a violation of a rule that only the city's own schema knows, in its own words."""
        rule = violation.rule.get("description") or violation.rule.get("title") or ""
        value = "" if isinstance(violation.found, dict | list) else str(violation.found or "")
        code = "goal_own_rule" if rule else "goal_own_rule_unnamed"
        return self.at(place, code, rule=shortened(str(rule)), text=shortened(value))


def _title(schema: Any, name: str) -> str:  # noqa: ANN401  # any JSON
    described = schema.get("properties", {}).get(name, {})
    return str(described.get("title", "")) if isinstance(described, dict) else ""


def _allowed(schema: Mapping[str, Any]) -> Iterator[str]:
    yield from schema.get("required", ())
    yield from schema.get("properties", {})
    names = schema.get("propertyNames")
    if isinstance(names, dict):
        yield from names.get("enum", ())


def _is_closed(schema: Mapping[str, Any]) -> bool:
    names = schema.get("propertyNames")
    return schema.get("additionalProperties") is False or isinstance(names, dict)


def _extra(violation: Violation) -> Sequence[str]:
    if violation.is_of_name:
        return [str(violation.found)]
    known = violation.rule.get("properties", {})
    return [name for name in violation.found if name not in known]
