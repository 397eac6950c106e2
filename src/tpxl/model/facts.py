"""What an area says, fact by fact: each known by what it is, never by where it stands."""

import hashlib
from collections.abc import Iterable, Mapping
from enum import Enum
from typing import NamedTuple


class FactKind(Enum):
    """What a fact is of; the value is the contract's."""

    FIGURE = "figure"
    COMPUTED = "computed"
    RESIDENTS = "residents"
    ALLOCATION = "allocation"
    SETTING = "setting"
    GOAL = "goal"
    TEXT = "text"
    EXPLANATION = "explanation"

    __hash__ = object.__hash__


class FactKey(NamedTuple):
    """Which fact: of what kind, of what (a line, a goal, a pool), which part of it (a period)."""

    kind: FactKind
    name: str
    part: str = ""

    @property
    def path(self) -> str:
        """Return the key in one text, which sorts the same everywhere."""
        return f"{self.kind.value}|{self.name}|{self.part}"


Facts = Mapping[FactKey, str]


class AreaFacts(NamedTuple):
    """The facts of an area: what people typed, and what is computed from it."""

    area: str
    typed: Facts
    computed: Facts

    @property
    def typed_hash(self) -> str:
        """Return the fingerprint of what people typed."""
        return digest(f"{key.path}={value}" for key, value in _sorted(self.typed))

    @property
    def printed_hash(self) -> str:
        """Return the fingerprint of what is computed and printed."""
        return digest(f"{key.path}={value}" for key, value in _sorted(self.computed))


def digest(lines: Iterable[str]) -> str:
    """Return the first sixteen hexadecimal digits of the fingerprint of lines."""
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()[:16]


def _sorted(facts: Facts) -> list[tuple[FactKey, str]]:
    return sorted(facts.items(), key=lambda pair: pair[0].path)
