"""The 2025 master: what its check must say of figures, and of residents across areas."""

from pathlib import Path

import pytest
from tests.kemijarvi import expected

import tpxl
from tpxl.jobs.inspection import Inspection
from tpxl.jobs.residents_ranges import ranges_by_period
from tpxl.layout import survey
from tpxl.model import Finding, Severity

MASTER = Path(__file__).parents[3] / "workbook" / "tilinpaatos_master.xlsm"
NOT_FIGURES = ("goal", "allocation")


def figure_findings(*edits: tpxl.Edit) -> list[Finding]:
    with tpxl.open_book(MASTER) as book:
        book.apply(edits)
        findings = tpxl.check(book).findings
    return [one for one in findings if not one.code.startswith(NOT_FIGURES)]


def of(findings: list[Finding], *severities: Severity) -> list[Finding]:
    return [one for one in findings if one.severity in severities]


def test_exactly_the_nine_errors_and_roundings_are_found_with_their_causes() -> None:
    found = of(figure_findings(), Severity.ERROR, Severity.ROUNDING)
    told = {
        (one.area, one.period, one.line): (
            float(one.found or 0),
            float(one.expected or 0),
            one.severity.value,
            one.cause is not None,
        )
        for one in found
    }
    assert len(found) == len(told)
    assert told == {
        (one["area"], one["period"], one["line"]): (
            one["found"],
            one["expected"],
            one["severity"],
            one["cause"] is not None,
        )
        for one in expected()["findings"]
    }


def test_the_causes_are_those_known() -> None:
    causes = {one.cause for one in figure_findings() if one.cause is not None}
    assert causes == {
        "ratio_for_change",
        "ratio_for_change_sign_flipped",
        "expenses_for_margin",
    }


def test_twelve_changes_cannot_be_verified_and_nine_ask_for_a_comment() -> None:
    findings = figure_findings()
    assert len(of(findings, Severity.UNVERIFIABLE)) == 12
    comments = of(findings, Severity.COMMENT)
    assert len(comments) == expected()["comment_rule_hits"]
    assert {one.area for one in comments} == {"Työllisyyspalvelut"}


def test_residents_contradict_in_two_periods_and_agree_in_three() -> None:
    warnings = of(figure_findings(), Severity.WARNING)
    assert [(one.period, one.area) for one in warnings] == [
        ("TP 2024", None),
        ("TA 2025", "Työllisyyspalvelut"),
    ]
    with tpxl.open_book(MASTER) as book:
        ranges = ranges_by_period(Inspection.of(survey(book)).reckonings)
    implied = {
        str(period): [
            max(one.implied.low for one in told),
            min(one.implied.high for one in told),
        ]
        for period, told in ranges.items()
    }
    for period in ("TP 2023", "TA 2024", "TP 2025"):
        assert implied[period] == expected()["implied_residents"][period]


def test_with_the_nine_corrected_by_hand_there_is_no_error_about_a_figure() -> None:
    wrong = of(figure_findings(), Severity.ERROR, Severity.ROUNDING)
    edits = [tpxl.Edit(one.sheet or "", one.cell or "", float(one.expected or 0)) for one in wrong]
    assert of(figure_findings(*edits), Severity.ERROR, Severity.ROUNDING, Severity.WARNING) == []


@pytest.mark.parametrize("lang", ["fi", "sv", "en"])
def test_every_finding_reads_in_every_language(lang: str) -> None:
    with tpxl.open_book(MASTER) as book:
        findings = tpxl.check(book, lang=lang).findings
    assert all(one.message and "{" not in one.message for one in findings)
