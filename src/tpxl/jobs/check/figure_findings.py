"""What is wrong with the printed figures: each fault once, where it stands."""

from collections.abc import Iterator
from itertools import islice

from tpxl.jobs.check.context import CheckContext
from tpxl.jobs.check.doubts import Turned
from tpxl.jobs.check.expected import ExpectedFigures, Sign
from tpxl.jobs.check.findings import (
    blanks_finding,
    fault_finding,
    finding_at,
    obstacle_finding,
    restated_finding,
    shared_finding,
    unverifiable_finding,
)
from tpxl.jobs.check.once import told_once
from tpxl.jobs.check.summary_measures import summary_measures
from tpxl.jobs.check.table_relations import UNREADABLE
from tpxl.model import (
    Area,
    Figure,
    FiguresTable,
    Finding,
    Period,
    Related,
    Severity,
    quoted,
)
from tpxl.model.figure import owner_of
from tpxl.model.line import EXPENSES
from tpxl.rules.diagnosis import Fault
from tpxl.rules.exchanged_periods import Exchange
from tpxl.rules.relations import Obstacle, Relation


def figure_findings(context: CheckContext) -> Iterator[Finding]:
    """Yield what is wrong with the figures tables, then with all that is tied beside them."""
    printed = {period for area in context.survey.areas for period in area.periods}
    yield from told_once(_each(context), printed)


def _each(context: CheckContext) -> Iterator[Finding]:
    judgement = context.judgement
    for mistake in judgement.shared:
        yield shared_finding(mistake)
    for total in judgement.blanks:
        yield blanks_finding(total)
    for expected in context.expected:
        yield from _of_area(expected, context)
    yield from (_turned_finding(one, context) for one in context.turned if not one.is_told)
    yield from _of_summaries(context)
    if not judgement.unverifiable and not judgement.others:
        return
    in_tables = {
        figure.place for area in context.survey.areas for table in area.tables for figure in table
    }
    full_of_errors = {page.sheet for page in context.survey.summary.pages if page.errors}
    for one in judgement.unverifiable:
        is_told = one.figure.place in in_tables or (
            one.figure.is_error and one.figure.sheet in full_of_errors
        )
        if one.code != UNREADABLE or not is_told:
            yield unverifiable_finding(one)
    for fault in judgement.others:
        yield _fault_finding(fault, context)


def _of_summaries(context: CheckContext) -> Iterator[Finding]:
    """Yield what of a summary's measures cannot be told, or was right by earlier residents."""
    restated = context.judgement.restated
    for relation in summary_measures(context.survey):
        earlier = restated.get(relation.result.place)
        said = restated_finding(relation, earlier) if earlier else obstacle_finding(relation)
        if said is not None:
            yield said


def _turned_finding(turned: Turned, context: CheckContext) -> Finding:
    """Return that an expense has another sign than its row; an error where a figure says so."""
    figure = turned.figure
    related = [Related(sheet, at.a1) for sheet, at in turned.righted]
    withheld = context.withheld.get(figure.place, ())
    area = owner_of(context.survey.areas, *figure.place)
    return finding_at(
        figure,
        "sign_alone",
        Severity.ERROR if turned.righted else Severity.WARNING,
        None if area is None else area.name,
        {"withheld": [one for one in withheld if one not in related]},
        found=figure.number,
        expected=-figure.number if turned.righted and figure.number is not None else None,
        related=related,
    )


def computed_finding(relation: Relation, context: CheckContext) -> Finding | None:
    """Return what is to be said of a computed place; None where it is right or told elsewhere."""
    figure, judgement = relation.result, context.judgement
    if not figure.is_known or figure.is_unreadable:
        return None
    if relation.obstacle is not None:
        return obstacle_finding(relation)
    if figure.number is None:
        right = relation.right()
        if right is None or figure.place in context.doubts:
            return None
        return finding_at(figure, "empty_computed", Severity.INFO, relation.area, expected=right)
    place = figure.place
    if place in judgement.restated:
        return restated_finding(relation, judgement.restated[place])
    fault = judgement.computed.get(place)
    is_told = fault is None or place in context.righted_by_sign
    return None if is_told or fault is None else _fault_finding(fault, context)


def _fault_finding(fault: Fault, context: CheckContext) -> Finding:
    return fault_finding(fault, context.withheld.get(fault.figure.place, ()))


def reading_finding(figure: Figure, area: str) -> Finding | None:
    """Return that a place is no number for certain, or a number kept as text."""
    facts = {"text": quoted(figure.value)}
    if figure.is_unreadable:
        code = "error_value" if figure.is_error else "unreadable"
        return finding_at(figure, code, Severity.ERROR, area, facts)
    if figure.is_text and figure.is_known:
        return finding_at(figure, "number_as_text", Severity.INFO, area, facts)
    return None


def _of_area(expected: ExpectedFigures, context: CheckContext) -> Iterator[Finding]:
    area = expected.area
    if expected.sign is not Sign.AS_SET:
        yield from _sign_finding(expected)
    if expected.exchange is not None:
        yield _exchange_finding(expected, expected.exchange)
    computed = {place.result.address: place for place in expected.places}
    for table in area.tables:
        yield from _repeats(area, table)
        if not table.is_sound:
            continue
        for figure in table:
            if figure.number is None or figure.is_text:
                reading = reading_finding(figure, area.name)
                if reading is not None:
                    yield reading
            relation = computed.get(figure.address)
            finding = None if relation is None else computed_finding(relation, context)
            if finding is not None:
                yield finding
    yield from _without_residents(expected)


def _exchange_finding(expected: ExpectedFigures, exchange: Exchange) -> Finding:
    """Return that what is made of a table's figures speaks against its headings."""
    blocked = (one.result for one in expected.places if one.obstacle is Obstacle.UNKNOWN)
    return Finding(
        "periods_exchanged",
        Severity.ERROR,
        area=expected.area.name,
        sheet=exchange.table.sheet,
        cell=exchange.headings[0][0].a1,
        related=tuple(Related(exchange.table.sheet, at.a1) for at, _ in exchange.headings[1:]),
        facts={
            "periods": [str(period) for _, period in exchange.headings],
            "meant": [str(period) for period in exchange.meant],
            "count": len(exchange.contradicted),
            "untied": [Related(one.sheet, one.cell) for one in blocked if one.is_number],
        },
    )


def _sign_finding(expected: ExpectedFigures) -> Iterator[Finding]:
    """Yield that an area prints its expenses with another sign than the settings say, once."""
    is_read = expected.sign is Sign.TURNED
    blocked = (one.result for one in expected.places if one.obstacle is Obstacle.UNKNOWN)
    untied = [] if is_read else [Related(one.sheet, one.cell) for one in blocked if one.is_number]
    expenses = (one for table in expected.area.tables for one in table if one.line == EXPENSES)
    for figure in islice((one for one in expenses if one.number), 1):
        yield finding_at(
            figure,
            "expenses_turned" if is_read else "expenses_unclear",
            Severity.WARNING if is_read else Severity.ERROR,
            expected.area.name,
            {"untied": untied},
        )


def _repeats(area: Area, table: FiguresTable) -> Iterator[Finding]:
    for repeat in table.repeats:
        is_period = isinstance(repeat.what, Period)
        yield Finding(
            code="period_twice" if is_period else "line_twice",
            severity=Severity.ERROR,
            area=area.name,
            sheet=table.sheet,
            cell=repeat.first.a1,
            period=str(repeat.what) if is_period else None,
            line=None if is_period else str(repeat.what),
            related=(Related(table.sheet, repeat.second.a1),),
            facts={"second": repeat.second.a1},
        )


def _without_residents(expected: ExpectedFigures) -> Iterator[Finding]:
    """Yield why open places stay empty for which nobody has typed the residents, once an area."""
    empty = [
        place.result
        for place in expected.places
        if place.obstacle is Obstacle.NO_RESIDENTS
        and place.result.is_nothing
        and not place.result.has_formula
        and not place.is_locked
    ]
    if empty:
        facts = {"periods": list(dict.fromkeys(figure.period for figure in empty))}
        name = expected.area.name
        yield finding_at(empty[0], "residents_to_type", Severity.INFO, name, facts)
