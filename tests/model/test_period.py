from tpxl.model import Period, PeriodKind


def test_a_forecast_is_compared_with_the_actual_of_the_year_before() -> None:
    assert Period(PeriodKind.FORECAST, 2025).bases == (Period(PeriodKind.ACTUAL, 2024),)


def test_a_period_prints_as_its_heading() -> None:
    assert str(Period(PeriodKind.AMENDED, 2025)) == "TA+M 2025"
