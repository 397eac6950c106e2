"""The settings of a book: those of all its sheets together, what stands first counting."""

from collections.abc import Iterable, Sequence
from itertools import groupby

from tpxl.model import Period, Related, Residents, Settings
from tpxl.model.finding import Finding, Severity
from tpxl.terms.settings import is_final


def joined_settings(found: Iterable[Settings]) -> tuple[Settings, tuple[Finding, ...]]:
    """Return the settings of all sheets joined, and what is wrong with them."""
    joined = Settings()
    for one in found:
        joined = Settings(
            residents_typed=(*joined.residents_typed, *one.residents_typed),
            locked={**one.locked, **joined.locked},
            expenses_are_negative=(
                one.expenses_are_negative
                if joined.expenses_are_negative is None
                else joined.expenses_are_negative
            ),
            area_names=(*joined.area_names, *one.area_names),
            decimals_per_resident={**one.decimals_per_resident, **joined.decimals_per_resident},
            texts={**one.texts, **joined.texts},
            findings=(*joined.findings, *one.findings),
        )
    residents, findings = _residents(joined.residents_typed)
    return joined._replace(residents=residents), (*joined.findings, *findings)


def _residents(
    typed: Sequence[Residents],
) -> tuple[dict[Period, Residents], tuple[Finding, ...]]:
    """Return the row that counts for each period: the final one where both are typed.

    Two rows of one status with different numbers are reported, and neither is taken.
    """
    chosen: dict[Period, Residents] = {}
    findings = []
    by_period = sorted(typed, key=lambda row: str(row.period))
    for period, rows in groupby(by_period, key=lambda row: row.period):
        candidates = list(rows)
        final = [row for row in candidates if is_final(row.status or "")]
        candidates = final or candidates
        first, rest = candidates[0], candidates[1:]
        other = next((row for row in rest if row.number != first.number), None)
        if other is None:
            chosen[period] = first
        else:
            findings.append(_twice(period, first, other))
    return chosen, tuple(findings)


def _twice(period: Period, first: Residents, second: Residents) -> Finding:
    return Finding(
        code="residents_twice",
        severity=Severity.ERROR,
        sheet=first.sheet,
        cell=first.address.a1,
        period=str(period),
        related=(Related(second.sheet, second.address.a1),),
        facts={"first": first.number, "second": second.number},
    )
