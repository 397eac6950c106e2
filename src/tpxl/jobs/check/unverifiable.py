"""A printed figure that is tied to nothing, and why."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, NamedTuple

from tpxl.model import Figure

UNREADABLE = "table_unreadable"
"""The code of a place of a comparison table that holds something else than one number."""


class Unverifiable(NamedTuple):
    """A printed figure that nothing can be held to: a code of its own, and whose table it is."""

    code: str
    figure: Figure
    area: str | None = None
    facts: Mapping[str, Any] = MappingProxyType({})
