"""What the schema finds, as findings at cells: one a fault, in words that staff can act on."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from tpxl.jobs.goals.finding import goal_finding, shortened
from tpxl.jobs.goals.instance import Instance, Path, Place
from tpxl.jobs.goals.schema import GoalSchema
from tpxl.model import Finding, Related, Severity
from tpxl.terms.goals import Column

if TYPE_CHECKING:
    from jsonschema.exceptions import ValidationError

_FOCUS_AREAS = "focus_areas"
_COUNTS = {"minItems": "min", "maxItems": "max"}
_OF_NAMES = frozenset({"required", "additionalProperties", "unevaluatedProperties"})
_LENGTHS = frozenset({"minLength", "maxLength"})


def schema_findings(
    area: str, instance: Instance, schema: GoalSchema, *, is_due: bool
) -> Iterator[Finding]:
    """Yield the findings of an area's goals against the schema.

    `is_due` tells that outcomes must be there: the area's newest actual figures are.

    Raises:
        TpxlError: the schema turns out not to be sound.
    """
    reader = _Reader(area, instance, is_due=is_due)
    for place, meant in instance.misspelt:
        yield reader.at(place, "goal_focus_misspelt", Severity.WARNING, meant=meant)
    seen: set[tuple[str, str, str]] = set()
    for error in sorted(schema.violations(instance.data), key=_rank):
        for finding in reader.findings(error):
            known = (finding.code, str(finding.cell), str(finding.facts.get("missing", "")))
            if known not in seen:
                seen.add(known)
                yield finding


def _rank(error: "ValidationError") -> bool:
    """Return False for the keywords that see a whole object, which tell a renamed part best."""
    return error.validator not in _OF_NAMES


class _Reader:
    """Turns violations of one area into findings."""

    def __init__(self, area: str, instance: Instance, *, is_due: bool) -> None:
        self._area = area
        self._instance = instance
        self._outcome = Severity.ERROR if is_due else Severity.INFO
        self._told_focus: set[Path] = set()

    def at(
        self, place: Place, code: str, severity: Severity = Severity.ERROR, **facts: Any  # noqa: ANN401
    ) -> Finding:
        return goal_finding(code, severity, self._area, place, **facts)

    def findings(self, error: "ValidationError") -> Iterator[Finding]:
        """Yield what a violation says: mostly one finding, for names missing one each."""
        path: Path = tuple(error.absolute_path)
        place = self._instance.place(path)
        if place.column is not None:
            yield self._of_text(place, error)
        elif path == ("sections",):
            yield from self._of_sections(place, error)
        elif path[-1:] == (_FOCUS_AREAS,):
            yield from self._of_focus_areas(path, place, error)
        elif str(error.validator) in _COUNTS:
            yield self._of_count(path, place, error)
        else:
            yield self._other(place, error)

    def _of_text(self, place: Place, error: "ValidationError") -> Finding:
        if error.instance is None or (isinstance(error.instance, str) and not error.instance):
            return self._missing_text(place)
        if error.validator in _LENGTHS:
            code = f"goal_text_{'short' if error.validator == 'minLength' else 'long'}"
            return self.at(place, code, length=len(error.instance), limit=error.validator_value)
        return self._other(place, error)

    def _missing_text(self, place: Place) -> Finding:
        column = str(place.column)
        is_outcome = place.column is Column.OUTCOME
        severity = self._outcome if is_outcome else Severity.ERROR
        how = "awaited" if severity is Severity.INFO else "missing"
        part = column if place.has_column else f"{column}_column"
        return self.at(place, f"goal_{part}_{how}", severity)

    def _of_sections(self, place: Place, error: "ValidationError") -> Iterator[Finding]:
        present: Mapping[str, Any] = error.instance
        if error.validator == "required":
            for name in error.validator_value:
                if name not in present:
                    title = _title(error.schema, name)
                    yield self.at(place, "goal_section_missing", missing=name, title=title)
        elif error.validator in _OF_NAMES or _is_of_name(error):
            for name in _extra(error):
                own = self._instance.place(("sections", name))
                yield self.at(own, "goal_section_unknown", unknown=name)
        else:
            yield self._other(place, error)

    def _of_focus_areas(
        self, path: Path, place: Place, error: "ValidationError"
    ) -> Iterator[Finding]:
        """Yield each fault of the focus areas once, though two keywords tell of a renamed one."""
        if error.validator in {"minProperties", "maxProperties"}:
            found = len(error.instance)
            limit = error.validator_value
            yield self.at(place, "goal_focus_count", count=found, limit=limit)
            return
        is_told = path in self._told_focus
        if error.validator in _OF_NAMES and not is_told:
            self._told_focus.add(path)
            yield from self._renamed_or_missing(path, place, error)
        elif _is_of_name(error) and not is_told:
            own = self._instance.place((*path, error.instance))
            yield self._unknown_focus(own, error.instance, _allowed({"propertyNames": error.schema}))
        elif error.validator not in _OF_NAMES and not _is_of_name(error):
            yield self._other(place, error)

    def _unknown_focus(self, place: Place, name: str, expected: Iterable[str]) -> Finding:
        code = "goal_focus_unknown" if name else "goal_focus_absent"
        return self.at(place, code, unknown=name, expected_names=list(expected))

    def _renamed_or_missing(
        self, path: Path, place: Place, error: "ValidationError"
    ) -> Iterator[Finding]:
        allowed = tuple(dict.fromkeys(_allowed(error.schema)))
        missing = [name for name in error.schema.get("required", ()) if name not in error.instance]
        unknown = [name for name in error.instance if allowed and name not in allowed]
        if not _is_closed(error.schema):
            unknown = []
        if missing and unknown and len(missing) == len(allowed):
            yield self.at(place, "goal_focus_areas_differ", expected_names=list(allowed))
            return
        for name in unknown:
            own = self._instance.place((*path, name))
            yield self._unknown_focus(own, name, missing or allowed)
        if len(missing) > len(unknown):
            for name in missing:
                yield self.at(place, "goal_focus_missing", missing=name)

    def _of_count(self, path: Path, place: Place, error: "ValidationError") -> Finding:
        count = len(error.instance)
        limit = int(error.validator_value)
        if error.validator == "minItems":
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

    def _other(self, place: Place, error: "ValidationError") -> Finding:
        """Return a violation of a rule that only the city's own schema knows, in its own words."""
        schema = error.schema if isinstance(error.schema, dict) else {}
        rule = schema.get("description") or schema.get("title") or ""
        value = "" if isinstance(error.instance, dict | list) else str(error.instance or "")
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


def _is_of_name(error: "ValidationError") -> bool:
    """Tell whether it is a property's name that is wrong."""
    return "propertyNames" in list(error.absolute_schema_path)[-2:-1]


def _extra(error: "ValidationError") -> Sequence[str]:
    if _is_of_name(error):
        return [str(error.instance)]
    known = error.schema.get("properties", {})
    return [name for name in error.instance if name not in known]

