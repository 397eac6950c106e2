from tpxl.model import Period, PeriodKind
from tpxl.rules.conventions import locked_periods

KINDS = {kind.value: kind for kind in PeriodKind}


def period(text: str) -> Period:
    kind, year = text.split()
    return Period(KINDS[kind], int(year))


def locked(*texts: str, **typed: bool) -> set[str]:
    marks = {period(text.replace("_", " ")): is_locked for text, is_locked in typed.items()}
    return set(map(str, locked_periods(map(period, texts), marks)))


def test_what_is_older_than_the_newest_actual_or_budget_is_locked() -> None:
    assert locked("TP 2023", "TA 2024", "TP 2024", "TA 2025", "TP 2025") == {
        "TP 2023",
        "TA 2024",
        "TP 2024",
    }


def test_next_years_plan_does_not_lock_this_years_budget() -> None:
    assert locked("TA 2025", "TS 2026", "TS 2027") == set()


def test_a_forecast_does_not_lock_the_newest_actual() -> None:
    assert locked("TP 2024", "ENN 2025") == set()


def test_a_plan_older_than_the_budget_is_locked() -> None:
    assert locked("TS 2024", "TA 2025", "ENN 2024", "TP 2025") == {"TS 2024", "ENN 2024"}


def test_an_amended_budget_is_a_budget() -> None:
    assert locked("TA+M 2024", "TA 2025") == {"TA+M 2024"}


def test_what_staff_typed_wins() -> None:
    assert locked("TP 2024", "TP 2025", TP_2024=False, TP_2025=True) == {"TP 2025"}
