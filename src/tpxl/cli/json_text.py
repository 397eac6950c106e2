"""A JSON document as text: what a person scans and `grep` finds, an item of a list on a line."""

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from tpxl.cli.screen import HIDDEN

_encode = json.JSONEncoder(ensure_ascii=False).encode


def _encoded(value: object) -> str:
    """Return a value as JSON; what no screen shows is escaped as control characters are."""
    return HIDDEN.sub(lambda hidden: f"\\u{ord(hidden[0]):04x}", _encode(value))


def json_text(document: Mapping[str, Any] | Sequence[Mapping[str, Any]]) -> str:
    """Return a document, or a list of several, as JSON.

    >>> print(json_text({"book": "a.xlsx", "edits": [{"cell": "C7"}, {"cell": "C8"}]}))
    {
     "book": "a.xlsx",
     "edits": [
      {"cell": "C7"},
      {"cell": "C8"}
     ]
    }
    """
    if isinstance(document, Mapping):
        members = [f" {_encoded(name)}: {_value(value)}" for name, value in document.items()]
        return "{\n" + ",\n".join(members) + "\n}"
    return "[\n" + ",\n".join(map(json_text, document)) + "\n]"


def _value(value: object) -> str:
    if not isinstance(value, list) or not value:
        return _encoded(value)
    return "[\n" + ",\n".join(_items(value)) + "\n ]"


def _items(values: Sequence[object]) -> Iterator[str]:
    return (f"  {_encoded(value)}" for value in values)
