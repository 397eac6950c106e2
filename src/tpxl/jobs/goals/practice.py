"""What a book itself shows of the report's form: how much of the shipped schema is its city's own.

The schema that comes with tpxl knows one city's sections and focus areas. In another city's book
their absence is no mistake, and a false error costs more than a missed one; a schema that the city
has named is asked in full.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from tpxl.jobs.goals.instance import Instance
from tpxl.jobs.goals.schema import GoalSchema

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
