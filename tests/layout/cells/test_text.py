"""What a cell says as text: what Excel shows, in the report's language."""

import datetime as dt
import io

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tpxl.layout.cells.moments import moment_format
from tpxl.layout.cells.text import cell_text
from tpxl.model import CellError, Value

SHOWN = [
    (20.5 / 24, "h:mm", "20.30"),
    (20.5 / 24, "h:mm:ss", "20.30"),
    (20.5 / 24 + 5 / 86_400, "h:mm:ss", "20.30.05"),
    (20.5 / 24, "h:mm AM/PM", "20.30"),
    (1.5, "[h]:mm", "36.00"),
    (1.5, "[hh]:mm:ss", "36.00"),
    (0.5 / 24, "[mm]:ss", "30.00"),
    (0, "h:mm", "0.00"),
    (45000, "mmmm", "maaliskuu"),
    (45000, "dd", "15"),
    (45000, "mmm yy", "maalis 23"),
    (45000, "dddd", "keskiviikko"),
    (45000, "ddd d.m.", "ke 15.3."),
    (45000, "d. mmmm yyyy", "15. maaliskuuta 2023"),
    (45000, "yyyy", "2023"),
    (46022, "d.m.yyyy", "31.12.2025"),
    (46022, "mm-dd-yy", "31.12.2025"),
    (46022, "yyyy-mm-dd", "31.12.2025"),
    (46022.0, "yyyy-mm-dd h:mm:ss", "31.12.2025"),
    (46022.75, "yyyy-mm-dd h:mm:ss", "31.12.2025 18.00"),
    (46022, '[$-40B]d.m.yyyy" asti"', "31.12.2025 asti"),
    (45000, "[$-409]mmmm", "March"),
    (1, "d.m.yyyy", "1.1.1900"),
    (-5, "d.m.yyyy", "-5"),
    (3.75, "General", "3,75"),
    (0.1 + 0.2, "General", "0,3"),
    (1500, "General", "1500"),
    (3.75, "0.0", "3,8"),
    (0.1, "0 %", "10 %"),
    (0.125, "0.0%", "12,5 %"),
    (5, '0" d"', "5"),
    (True, "General", "kyllä"),
    (False, "0.0", "ei"),
    (None, "General", ""),
    ("  teksti ", "General", "teksti"),
    (CellError("#REF!"), "General", "virhearvo"),
    ("#JAKO/0!", "General", "virhearvo"),
]


@pytest.mark.parametrize(("value", "code", "text"), SHOWN)
def test_a_cell_says_what_excel_shows(value: Value, code: str, text: str) -> None:
    assert cell_text(value, code) == text


@pytest.mark.parametrize(
    ("value", "code", "sv", "en"),
    [
        (True, "General", "ja", "yes"),
        (False, "General", "nej", "no"),
        (20.5 / 24, "h:mm", "20.30", "20:30"),
        (20.5 / 24, "h:mm AM/PM", "20.30", "8:30 PM"),
        (45000, "mmmm", "mars", "March"),
        (2.5, "0.0", "2,5", "2.5"),
        (CellError("#N/A"), "General", "felvärde", "error value"),
    ],
)
def test_a_cell_says_it_in_the_language_of_the_report(
    value: Value, code: str, sv: str, en: str
) -> None:
    assert (cell_text(value, code, "sv"), cell_text(value, code, "en")) == (sv, en)


@pytest.mark.parametrize(
    "code", ["General", "0.00", "#,##0", '"vuosi" 0', "[Red]0", "@", "", "0.0%"]
)
def test_a_format_of_numbers_or_text_shows_no_moment(code: str) -> None:
    assert moment_format(code) is None


def stored(value: dt.datetime | dt.time | dt.timedelta) -> tuple[float, str]:
    """What a program writes for a moment: its serial number and the format it chooses."""
    book = openpyxl.Workbook()
    book.active.cell(1, 1, value)  # type: ignore[union-attr]
    out = io.BytesIO()
    book.save(out)
    cell = openpyxl.load_workbook(out).active.cell(1, 1)  # type: ignore[union-attr]
    days = openpyxl.utils.datetime
    made = days.to_excel(value) if not isinstance(value, dt.time) else days.time_to_days(value)
    return made, cell.number_format


MINUTES = st.integers(0, 24 * 60 - 1)


@given(MINUTES)
def test_every_minute_of_a_day_is_itself(minutes: int) -> None:
    hour, minute = divmod(minutes, 60)
    for serial in (minutes / 1440, minutes * (1 / 1440), 1 - (1440 - minutes) / 1440):
        for code in ("h:mm", "h:mm:ss", "hh:mm"):
            wide = 2 if code == "hh:mm" else 1
            assert cell_text(serial, code) == f"{hour:0{wide}}.{minute:02}"


@given(st.dates(dt.date(1900, 3, 1), dt.date(9999, 12, 31)), MINUTES)
def test_every_date_is_itself_whatever_the_order_of_its_parts(day: dt.date, minutes: int) -> None:
    serial = (day - dt.date(1899, 12, 30)).days + minutes / 1440
    plain = f"{day.day}.{day.month}.{day.year}"
    clock = f" {minutes // 60}.{minutes % 60:02}" if minutes else ""
    for code in ("d.m.yyyy", "dd/mm/yy", "m-d-yyyy", "yyyy-mm-dd"):
        assert cell_text(serial, code) == plain
        assert cell_text(serial, f"{code} h:mm") == plain + clock


@given(st.integers(0, 2_000_000))
def test_a_duration_counts_beyond_a_day(minutes: int) -> None:
    hours, rest = divmod(minutes, 60)
    assert cell_text(minutes / 1440, "[h]:mm") == f"{hours}.{rest:02}"


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (dt.time(20, 30), "20.30"),
        (dt.timedelta(hours=36, minutes=5), "36.05"),
        (dt.datetime(2025, 12, 31, 8, 5), "31.12.2025 8.05"),  # noqa: DTZ001
        (dt.datetime(2025, 12, 31), "31.12.2025"),  # noqa: DTZ001
    ],
)
def test_a_moment_that_another_program_wrote_is_read(
    value: dt.datetime | dt.time | dt.timedelta, text: str
) -> None:
    assert cell_text(*stored(value)) == text
