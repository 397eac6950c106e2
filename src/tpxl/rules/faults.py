"""Which printed figure is wrong, when several relations it stands in do not hold.

One wrong figure breaks every relation it stands in. The figure whose correction mends the most of
them, and breaks none that holds, is the fault; the rest follows from it and is not told again.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from tpxl.rules.relations import Place, Relation, Verdict

if TYPE_CHECKING:
    from tpxl.rules.culprits import Fault


def faults_in(relations: Iterable[Relation]) -> Iterator["Fault"]:
    """Yield the wrong figures, each once."""
    broken: dict[int, tuple[Relation, Verdict]] = {}
    index: dict[Place, list[Relation]] = defaultdict(list)
    for relation in relations:
        for figure in relation.figures:
            index[figure.place].append(relation)
        verdict = relation.verdict()
        if verdict is not Verdict.HOLDS:
            broken[id(relation)] = relation, verdict
    if not broken:
        return
    from tpxl.rules.culprits import Search

    for group in _connected([relation for relation, _ in broken.values()]):
        verdicts = {id(relation): broken[id(relation)][1] for relation in group}
        yield from Search(group, verdicts, index).faults()


def _connected(broken: Sequence[Relation]) -> Iterator[list[Relation]]:
    """Part the broken relations into groups that share no figure."""
    by_place: dict[Place, list[Relation]] = defaultdict(list)
    for relation in broken:
        for figure in relation.figures:
            by_place[figure.place].append(relation)
    seen: set[int] = set()
    for first in broken:
        if id(first) in seen:
            continue
        seen.add(id(first))
        group = [first]
        for relation in group:
            for figure in relation.figures:
                for other in by_place[figure.place]:
                    if id(other) not in seen:
                        seen.add(id(other))
                        group.append(other)
        yield group
