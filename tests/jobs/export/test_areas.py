"""Which areas are exported, and why one is not."""

from tpxl.jobs.export.areas import refusal
from tpxl.model import Area, Explanation, Finding, Severity

HARBOUR = Area("Satama", "Alue 1", ())
WRONG = Finding("margin", Severity.ERROR, area="Satama", sheet="Alue 1", cell="B5")


def test_an_open_error_of_the_area_is_why_it_is_refused() -> None:
    told = refusal(HARBOUR, [WRONG])
    assert told is not None
    assert (told.code, told.facts["errors"], told.facts["cell"]) == ("export_refused", 1, "B5")


def test_an_explained_error_is_no_reason() -> None:
    explained = Finding(
        "margin", Severity.ERROR, area="Satama", explanation=Explanation("Korjataan.", "A. L.")
    )
    assert refusal(HARBOUR, [explained]) is None


def test_a_warning_or_another_area_s_error_is_no_reason() -> None:
    others = [
        Finding("change_over_zero", Severity.WARNING, area="Satama"),
        Finding("margin", Severity.ERROR, area="Tori", sheet="Alue 2"),
    ]
    assert refusal(HARBOUR, others) is None
