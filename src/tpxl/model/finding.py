"""Something a person should look at: where, what was found, what was expected."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import Enum
from types import MappingProxyType
from typing import Any, NamedTuple


class Severity(Enum):
    """How much a finding asks of a person, worst first."""

    ERROR = "error"
    ROUNDING = "rounding"
    WARNING = "warning"
    COMMENT = "comment"
    UNVERIFIABLE = "unverifiable"
    INFO = "info"

    @property
    def rank(self) -> int:
        """Return 0 for the worst."""
        return list(Severity).index(self)


class Related(NamedTuple):
    """Another cell that belongs to the finding: the base, the second of two candidates."""

    sheet: str
    cell: str


class Few(NamedTuple):
    """Some names of many, and how many others there are: a sentence stays short."""

    names: tuple[str, ...]
    others: int = 0

    @classmethod
    def like(cls, asked: str, names: Iterable[str], most: int = 5) -> "Few":
        """Return the names that are most like the one asked for; where they are few, all.

        >>> Few.like("Kirjsto", ["Satama", "Kirjasto", "Museo"], most=1)
        Few(names=('Kirjasto',), others=2)
        """
        from difflib import SequenceMatcher  # noqa: PLC0415  # for a slip of the hand only

        every = tuple(names)
        if len(every) <= most:
            return cls(every)
        folded = asked.casefold()
        ordered = sorted(
            every, key=lambda name: -SequenceMatcher(None, folded, name.casefold()).ratio()
        )
        return cls(tuple(ordered[:most]), len(every) - most)


class Explanation(NamedTuple):
    """What a person wrote beside a finding on `Tarkistus`: it is explained, no longer open."""

    reason: str
    name: str


@dataclass(frozen=True, slots=True, eq=True)
class Finding:
    """A finding: code and facts. `message` is empty until `tpxl.messages.phrase` fills it.

    `found` and `expected` are in the line's unit (per cent as -58.1); None when the finding is
    not about a number. `facts` are what the sentence needs beyond the fields.
    """

    code: str
    severity: Severity
    area: str | None = None
    sheet: str | None = None
    cell: str | None = None
    line: str | None = None
    period: str | None = None
    found: Decimal | None = None
    expected: Decimal | None = None
    cause: str | None = None
    related: tuple[Related, ...] = ()
    facts: Mapping[str, Any] = field(default_factory=lambda: MappingProxyType({}), hash=False)
    explanation: Explanation | None = None
    message: str = ""

    @property
    def is_open(self) -> bool:
        """Tell whether nobody has explained it yet."""
        return self.explanation is None
