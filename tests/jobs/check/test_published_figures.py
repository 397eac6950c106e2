from tests import kemijarvi

from tpxl.jobs.check.check import check
from tpxl.jobs.refresh import refresh


def test_the_nine_wrong_figures_are_found_and_nothing_else() -> None:
    said = kemijarvi.expected()
    found = {
        (one.area, one.period, one.line, float(one.found), float(one.expected), one.severity.value)
        for one in check(kemijarvi.book()).findings
        if one.severity.value in {"error", "rounding"}
        and one.found is not None
        and one.expected is not None
    }
    assert found == {
        (one["area"], one["period"], one["line"], one["found"], one["expected"], one["severity"])
        for one in said["findings"]
    }


def test_twelve_changes_have_no_base_in_the_book() -> None:
    findings = check(kemijarvi.book()).findings
    unknown = [one for one in findings if one.severity.value == "unverifiable"]
    assert [one.code for one in unknown] == ["base_absent"] * 2
    assert sum(one.facts["count"] for one in unknown) == 12


def test_a_refresh_makes_the_four_edits_and_the_second_none() -> None:
    said = kemijarvi.expected()
    book = kemijarvi.book()
    edits = {(e.area, e.period, e.line, e.old, e.new) for e in refresh(book).edits}
    assert edits == {
        (e["area"], e["period"], e["line"], e["old"], e["new"]) for e in said["edits_of_a_refresh"]
    }
    assert refresh(book).edits == ()
