from collections.abc import Iterable
from fractions import Fraction

from tests.figure import figure

from tpxl.model import Figure
from tpxl.rules.diagnosis import Fault, faults_in
from tpxl.rules.formulas import Quotient, Sum
from tpxl.rules.relations import Relation, Verdict, with_verdicts

Sheet = dict[str, Figure]


def faults_of(relations: Iterable[Relation]) -> list[Fault]:
    return list(faults_in(with_verdicts(relations)))


def sheet(**numbers: float) -> Sheet:
    return {name: figure(number, sheet=name) for name, number in numbers.items()}


def total(s: Sheet, result: str, *terms: str) -> Relation:
    return Relation("total", s[result], tuple(s[t] for t in terms), Sum((1,) * len(terms)))


def copy(s: Sheet, result: str, term: str) -> Relation:
    return Relation("same_figure", s[result], (s[term],), Sum((1,)))


def deviation(s: Sheet, result: str, actual: str, budget: str) -> Relation:
    return Relation("deviation", s[result], (s[actual], s[budget]), Sum((1, -1)))


def share(s: Sheet, result: str, new: str, base: str) -> Relation:
    return Relation("share", s[result], (s[new], s[base]), Quotient(0))


def told(*relations: Relation) -> list[tuple[str, int | Fraction | None]]:
    return [(fault.figure.place[0], fault.expected) for fault in faults_of(relations)]


def test_what_holds_has_no_fault() -> None:
    s = sheet(a=10, b=20, sum=30)
    assert told(total(s, "sum", "a", "b")) == []


def test_a_computed_figure_is_the_fault_of_a_relation_alone() -> None:
    s = sheet(a=10, b=20, sum=99)
    assert told(total(s, "sum", "a", "b")) == [("sum", 30)]


def test_an_input_that_breaks_two_relations_is_the_one_fault() -> None:
    s = sheet(actual=950, budget=1000, gone=-100, used=90.0)
    relations = (
        deviation(s, "gone", "actual", "budget"),
        share(s, "used", "actual", "budget"),
    )
    assert told(*relations) == [("actual", 900)]


def test_a_figure_that_other_relations_vouch_for_is_not_blamed() -> None:
    s = sheet(a=10, b=20, sum=99, part=99, other=0)
    vouched = total(s, "sum", "part", "other")
    (fault,) = faults_of([total(s, "sum", "a", "b"), vouched])
    assert fault.figure.place[0] == "sum"
    assert fault.relation.result.number == 99


def test_a_copy_that_agrees_vouches_for_nothing() -> None:
    s = sheet(a=10, b=20, sum=99, again=99, whole=129, rest=30)
    relations = (
        total(s, "sum", "a", "b"),
        copy(s, "again", "sum"),
        total(s, "whole", "again", "rest"),
    )
    assert told(*relations) == [("sum", 30)]


def test_two_faults_that_share_no_figure_are_both_told() -> None:
    s = sheet(a=10, b=20, sum=99, c=1, d=2, more=50)
    assert told(total(s, "sum", "a", "b"), total(s, "more", "c", "d")) == [
        ("sum", 30),
        ("more", 3),
    ]


def test_two_faults_in_one_chain_are_both_told_once() -> None:
    s = sheet(a=10, b=20, sum=99, c=1000, whole=7)
    faults = told(total(s, "sum", "a", "b"), total(s, "whole", "sum", "c"))
    assert faults == [("sum", 30), ("whole", 1030)]


def test_rounding_and_percentages_without_meaning_are_told_as_such() -> None:
    s = sheet(a=10, b=20, sum=31, zero=0, used=5.0)
    faults = list(faults_of([total(s, "sum", "a", "b"), share(s, "used", "a", "zero")]))
    assert [(f.figure.place[0], f.verdict) for f in faults] == [
        ("sum", Verdict.ROUNDING),
        ("used", Verdict.MOOT),
    ]
    assert faults[1].expected is None


def test_rounding_that_follows_from_a_fault_is_not_told() -> None:
    s = sheet(old=13107, new=9300, gone=-3814, used=70.9, before=13100, risen=7)
    relations = (
        Relation("change", s["gone"], (s["new"], s["old"]), Sum((1, -1))),
        share(s, "used", "new", "old"),
        deviation(s, "risen", "old", "before"),
    )
    assert told(*relations) == [("new", 9293)]


def test_a_percentage_that_lost_its_meaning_by_a_fault_is_not_told() -> None:
    s = sheet(old=106, new=-362, gone=-12, used=88.7)
    relations = (
        Relation("change", s["gone"], (s["new"], s["old"]), Sum((1, -1))),
        share(s, "used", "new", "old"),
    )
    assert told(*relations) == [("new", 94)]


def test_an_input_told_by_rounded_figures_alone_lies_in_a_range() -> None:
    s = sheet(base=120000, new=110000, newer=121000, first=110.0, second=121.0)
    (fault,) = faults_of([share(s, "first", "new", "base"), share(s, "second", "newer", "base")])
    assert fault.figure.place[0] == "base"
    assert fault.between is not None
    assert fault.between.low < 100000 < fault.between.high
    assert fault.expected in fault.between


def test_two_inputs_that_explain_as_much_are_rivals() -> None:
    s = sheet(a=500, b=-2350, sum=-1750, again=-1750)
    (fault,) = faults_of([total(s, "sum", "a", "b"), total(s, "again", "a", "b")])
    assert isinstance(fault, Fault)
    assert (fault.figure.place[0], fault.expected) == ("b", -2250)
    assert [place[0] for place in fault.rivals] == ["a"]
