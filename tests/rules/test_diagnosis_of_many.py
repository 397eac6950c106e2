"""The search for the wrong figure stays short where very many relations share one figure."""

import time
from collections.abc import Iterable
from decimal import Decimal
from random import Random

from tests.figure import figure

from tpxl.model import Figure
from tpxl.rules.diagnosis import Fault, faults_in
from tpxl.rules.formulas import PerResident
from tpxl.rules.relations import Relation, Verdict, with_verdicts

AREAS = 300
RESIDENTS = 6920


def faults_of(relations: Iterable[Relation]) -> list[Fault]:
    return list(faults_in(with_verdicts(relations)))


def known(sheet: str, row: int, number: int) -> Figure:
    return figure(number, 2, row, sheet=sheet)


def town(residents: Figure, printed: int, seed: int = 1) -> list[Relation]:
    """Return euros per resident of many areas, all divided by `printed` residents."""
    random = Random(seed)  # noqa: S311  # figures, no secrets
    relations = []
    for area in range(AREAS):
        margin = known(f"Alue {area}", 5, random.randint(-9_000_000, -90_000))
        euros = round((margin.number or 0) / printed)
        result = known(f"Alue {area}", 6, euros)
        relations.append(Relation("figure", result, (margin, residents), PerResident((1,))))
    return relations


def test_residents_that_every_area_contradicts_are_the_one_fault() -> None:
    residents = known("Perustiedot", 3, 9999)
    (fault,) = faults_of(town(residents, RESIDENTS))
    assert fault.figure == residents
    assert fault.expected is not None
    assert abs(fault.expected - RESIDENTS) <= 1


def test_hundreds_of_wrong_figures_beside_one_that_holds_are_told_in_seconds() -> None:
    residents = known("Perustiedot", 3, RESIDENTS)
    right = town(residents, RESIDENTS)
    random = Random(2)  # noqa: S311  # figures, no secrets
    wrong = [
        one._replace(
            result=one.result._replace(
                number=Decimal((one.result.number or 0) - random.randint(40, 900))
            )
        )
        for one in right[1:]
    ]
    started = time.process_time()
    faults = faults_of([right[0], *wrong])
    assert {fault.figure.place for fault in faults} == {one.result.place for one in wrong}
    assert all(fault.verdict is Verdict.FAILS for fault in faults)
    assert time.process_time() - started < 20  # the search once took minutes
