"""What every checker is given: the survey, what places should hold, what is wrong, the options."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from tpxl.jobs.allocation.expected import allocation_relations
from tpxl.jobs.allocation.pools import SharedCosts
from tpxl.jobs.check.doubts import Doubts, Turned, doubts_of, turned_inputs
from tpxl.jobs.check.expected import ExpectedFigures, edits_of, expected_figures
from tpxl.jobs.check.judgement import Judgement, judged
from tpxl.jobs.check.unread import NOTHING_UNREAD, UnreadNumbers, with_doubts
from tpxl.layout import Survey
from tpxl.model import Edit, Finding, Related, Sheets
from tpxl.model.figure import CellPlace
from tpxl.rules.relations import Relation


@dataclass(frozen=True)
class CheckContext:
    """A surveyed book under check.

    `book` itself is there for what no sheet says, such as where its file lies.
    """

    book: Sheets
    survey: Survey
    expected: tuple[ExpectedFigures, ...]
    allocations: SharedCosts
    schema: Path | None = None
    unread: UnreadNumbers = NOTHING_UNREAD

    @classmethod
    def of(cls, book: Sheets, found: Survey, schema: Path | None = None) -> "CheckContext":
        """Return the context of a survey, what its places should hold worked out."""
        expected = expected_figures(found)
        unread = UnreadNumbers.of(book, found, expected)
        doubted = with_doubts(expected, unread)
        return cls(book, found, doubted, SharedCosts.of(found), schema, unread)

    def after(self, found: Survey) -> "CheckContext":
        """Return the context of the same book once edits were applied to it."""
        expected = with_doubts(expected_figures(found, self.expected), self.unread)
        return replace(
            self,
            survey=found,
            expected=expected,
            allocations=SharedCosts.of(found),
        )

    @cached_property
    def shared_relations(self) -> tuple[Relation, ...]:
        """The relations of the shared costs."""
        return tuple(allocation_relations(self.allocations))

    @cached_property
    def computed(self) -> tuple[Relation, ...]:
        """The relations of every place that may be computed: of areas, then of shared costs."""
        of_areas = (place for one in self.expected for place in one.places)
        return (*of_areas, *self.shared_relations)

    @cached_property
    def judgement(self) -> Judgement:
        """Every printed figure held to what it is tied to: which are wrong, which untied."""
        return judged(self.survey, self.computed, self.unread)

    @cached_property
    def doubts(self) -> Doubts:
        """The computed places that follow from a figure called wrong: nothing is written there."""
        return doubts_of(self.judgement, self.computed, self.turned)

    @cached_property
    def turned(self) -> tuple[Turned, ...]:
        """The expenses whose sign is another than all others' of their row: they may be wrong."""
        return tuple(turned_inputs(self.survey.areas, self.judgement))

    @cached_property
    def righted_by_sign(self) -> frozenset[CellPlace]:
        """The printed figures that are wrong by an input's sign alone, which is told."""
        return frozenset(place for one in self.turned for place in one.righted)

    @property
    def edits(self) -> Iterator[Edit]:
        """The edits of the computed places that follow from figures nobody doubts."""
        doubts = self.doubts
        return edits_of(one for one in self.computed if one.result.place not in doubts)

    @cached_property
    def withheld(self) -> Mapping[CellPlace, Sequence[Related]]:
        """The cells that would be written but for a wrong figure, by that figure's place."""
        withheld: dict[CellPlace, list[Related]] = defaultdict(list)
        for relation in self.computed if self.doubts else ():
            place = relation.result.place
            for _ in edits_of([relation]) if place in self.doubts else ():
                for cause in self.doubts[place]:
                    withheld[cause].append(Related(relation.result.sheet, relation.result.cell))
        return withheld


Checker = Callable[[CheckContext], Iterable[Finding]]
"""One kind of check: findings, each fault once."""
