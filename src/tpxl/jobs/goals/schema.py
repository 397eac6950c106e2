"""The schema of the goals, read and found sound before any area is held against it."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator
from jsonschema.exceptions import SchemaError
from referencing import Registry
from referencing.exceptions import Unresolvable
from referencing.jsonschema import DRAFT202012

from tpxl.deadline import within
from tpxl.errors import TpxlError
from tpxl.schemas import GOALS, goals_schema

DRAFT = "https://json-schema.org/draft/2020-12/schema"
_SHOWN = 60
AREA_SECONDS = 5.0
"""An area's goals are held against the schema in some milliseconds."""
MAX_SCHEMA = 2 << 20
"""tpxl's own schema has seven kilobytes."""


@dataclass(frozen=True, slots=True)
class Violation:
    """A part of an area's goals that breaks a rule of the schema.

    `keyword` is the rule's name in the schema, `limit` what it asks for, `rule` the object it
    stands in; `is_of_name` tells that not the part but a name in it is wrong, which is `found`.
    """

    path: tuple[str | int, ...]
    keyword: str
    limit: Any
    found: Any
    rule: Mapping[str, Any]
    is_of_name: bool


@dataclass(frozen=True, slots=True)
class GoalSchema:
    """A sound schema: its validator, built once, and the focus areas it names.

    `is_own` tells that the city has named it: then all that it asks for is asked in earnest.
    """

    name: str
    validator: Draft202012Validator
    focus_names: tuple[str, ...]
    is_own: bool

    def violations(self, instance: Mapping[str, Any]) -> Iterator[Violation]:
        """Yield what is wrong with an area's goals.

        Raises:
            TpxlError: the schema refers to what it does not hold, to itself without end, or asks
                what takes too long.
        """
        late = TpxlError("schema_slow", schema=self.name, seconds=round(AREA_SECONDS))
        try:
            errors = within(AREA_SECONDS, late, lambda: list(self.validator.iter_errors(instance)))
        except Unresolvable as error:
            raise TpxlError("schema_reference", schema=self.name, reference=error.ref) from error
        except RecursionError as error:
            raise TpxlError("schema_endless", schema=self.name) from error
        for one in errors:
            yield Violation(
                path=tuple(one.absolute_path),
                keyword=str(one.validator),
                limit=one.validator_value,
                found=one.instance,
                rule=one.schema if isinstance(one.schema, dict) else {},
                is_of_name="propertyNames" in list(one.absolute_schema_path)[-2:-1],
            )


def read_schema(path: Path | None = None) -> GoalSchema:
    """Return the schema of a file, or the one that comes with tpxl.

    Raises:
        TpxlError: there is no such file, it is no JSON, or no sound schema; with its place.
    """
    name = GOALS if path is None else str(path)
    schema = _parsed(name, goals_schema() if path is None else _text(path))
    _refuse_faulty(name, schema)
    focus_names = tuple(dict.fromkeys(_focus_names(schema, schema)))
    return GoalSchema(name, _validator(schema), focus_names, is_own=path is not None)


def _text(path: Path) -> str:
    try:
        if path.exists() and not path.is_file():  # a folder; a pipe, which waits for ever
            raise TpxlError("schema_unreadable", schema=str(path))
        if path.stat().st_size > MAX_SCHEMA:
            raise TpxlError("schema_too_large", schema=str(path), limit=MAX_SCHEMA >> 20)
        return path.read_text(encoding="utf-8-sig")
    except FileNotFoundError as error:
        raise TpxlError("schema_missing", schema=str(path)) from error
    except (OSError, ValueError) as error:  # a folder, no right to read, not UTF-8
        raise TpxlError("schema_unreadable", schema=str(path)) from error


def _parsed(name: str, text: str) -> dict[str, Any]:
    try:
        schema = json.loads(text)
    except json.JSONDecodeError as error:
        raise TpxlError(
            "schema_not_json", schema=name, at_line=error.lineno, at_column=error.colno
        ) from error
    except RecursionError as error:
        raise TpxlError("schema_endless", schema=name) from error
    except ValueError as error:  # a number of thousands of digits
        raise TpxlError("schema_unreadable", schema=name) from error
    if not isinstance(schema, dict):
        raise TpxlError("schema_faulty", schema=name, path="$", text=_shown(schema))
    return schema


def _refuse_faulty(name: str, schema: dict[str, Any]) -> None:
    draft = schema.get("$schema", DRAFT)
    if not isinstance(draft, str) or draft.rstrip("#") != DRAFT:
        raise TpxlError("schema_draft", schema=name, found_draft=_shown(draft), draft=DRAFT)
    try:
        Draft202012Validator.check_schema(
            schema, format_checker=Draft202012Validator.FORMAT_CHECKER
        )
    except SchemaError as error:
        raise TpxlError(
            "schema_faulty", schema=name, path=error.json_path, text=_shown(error.instance)
        ) from error
    except RecursionError as error:
        raise TpxlError("schema_endless", schema=name) from error
    _refuse_loose_references(name, schema)


def _refuse_loose_references(name: str, schema: dict[str, Any]) -> None:
    """Find references to nothing before an area happens to need them; none is ever fetched."""
    found = list(_values(schema, "$ref"))
    if len(list(_values(schema, "$id"))) > ("$id" in schema):
        return  # parts with names of their own: looked up where they are needed
    resolver = Registry().resolver_with_root(DRAFT202012.create_resource(schema))
    for reference in found:
        try:
            resolver.lookup(reference)
        except Unresolvable as error:
            raise TpxlError("schema_reference", schema=name, reference=reference) from error


def _validator(schema: dict[str, Any]) -> Draft202012Validator:
    return Draft202012Validator(schema, registry=Registry())


def _values(part: object, key: str) -> Iterator[str]:
    """Yield the texts that stand under a key anywhere in a schema."""
    if isinstance(part, dict):
        if isinstance(part.get(key), str):
            yield part[key]
        for value in part.values():
            yield from _values(value, key)
    elif isinstance(part, list):
        for value in part:
            yield from _values(value, key)


def _focus_names(part: object, root: dict[str, Any]) -> Iterator[str]:
    """Yield the names that a schema gives to focus areas, wherever it describes them."""
    if isinstance(part, dict):
        properties = part.get("properties")
        if isinstance(properties, dict) and "focus_areas" in properties:
            yield from _names_in(_followed(properties["focus_areas"], root))
        for value in part.values():
            yield from _focus_names(value, root)
    elif isinstance(part, list):
        for value in part:
            yield from _focus_names(value, root)


def _names_in(focus_areas: object) -> Iterator[str]:
    if isinstance(focus_areas, dict):
        yield from focus_areas.get("required", ())
        yield from focus_areas.get("properties", {})
        names = focus_areas.get("propertyNames")
        if isinstance(names, dict):
            yield from (name for name in names.get("enum", ()) if isinstance(name, str))


def _followed(part: object, root: dict[str, Any]) -> object:
    """Return the part of the schema that a reference leads to, with what stands beside it."""
    if not isinstance(part, dict) or not isinstance(part.get("$ref"), str):
        return part
    resolver = Registry().resolver_with_root(DRAFT202012.create_resource(root))
    try:
        found = resolver.lookup(part["$ref"]).contents
    except (Unresolvable, ValueError):  # told where an area needs it
        return part
    return {**found, **part} if isinstance(found, dict) else part


def _shown(value: object) -> str:
    text = json.dumps(value, ensure_ascii=False, default=str)
    return text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"
