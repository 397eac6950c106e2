import io
from dataclasses import replace
from decimal import Decimal

import pytest
from lxml import etree
from PIL import Image
from tests.jobs.export.reports import chart

from tpxl.jobs.export.docx import picture
from tpxl.jobs.export.drawing import PlacedText, drawing_of, svg, tint
from tpxl.messages.sentences import printed

ACCENT = (0x1F, 0x4E, 0x79)


def drawn(*values: str, periods: tuple[str, ...] | None = None) -> Image.Image:
    names = periods or tuple(f"TP {2020 + n}" for n in range(len(values)))
    numbers = tuple(map(Decimal, values))
    one = replace(
        chart(),
        periods=names,
        values=numbers,
        labels=tuple(map(printed, numbers)),
        is_actual=(True,) * len(values),
    )
    return Image.open(io.BytesIO(picture.png(drawing_of(one, "#1F4E79")))).convert("RGB")


def columns(image: Image.Image) -> list[int]:
    """Return the height in pixels of each column of the accent colour, from left to right."""
    counts = [
        sum(image.getpixel((x, y)) == ACCENT for y in range(image.height))
        for x in range(image.width)
    ]
    return [max(counts[s : s + image.width // 4]) for s in range(0, image.width, image.width // 4)]


def test_columns_are_as_high_as_their_numbers() -> None:
    heights = columns(drawn("100", "50", "25", "0"))
    assert heights[0] == pytest.approx(2 * heights[1], abs=4)
    assert heights[0] == pytest.approx(4 * heights[2], abs=4)
    assert heights[3] == 0


def test_positive_and_negative_numbers_stand_on_one_line() -> None:
    heights = columns(drawn("100", "-100", "50", "-50"))
    assert heights[0] == pytest.approx(heights[1], abs=4)


def test_only_zeros_are_a_line_with_numbers() -> None:
    assert max(columns(drawn("0", "0", "0", "0"))) == 0


def test_what_was_decided_is_a_tint_of_the_accent() -> None:
    one = replace(chart(), is_actual=(False,) * 5)
    image = Image.open(io.BytesIO(picture.png(drawing_of(one, "#1F4E79")))).convert("RGB")
    pale = tint("#1F4E79", 0.6)
    colors = {color for _, color in image.getcolors(image.width * image.height)}
    assert tuple(int(pale[at : at + 2], 16) for at in (1, 3, 5)) in colors


def test_many_periods_are_written_smaller() -> None:
    values = ["-123456789"] * 20
    image = drawn(*values)
    assert image.size == (1700, 560)


def test_the_key_says_what_the_two_colours_mean_where_both_are_there() -> None:
    said = [
        one.text for one in drawing_of(chart(), "#1F4E79").shapes if isinstance(one, PlacedText)
    ]
    assert {"toteutunut", "päätetty"} <= set(said)
    alike = replace(chart(), is_actual=(True,) * 5)
    said = [one.text for one in drawing_of(alike, "#1F4E79").shapes if isinstance(one, PlacedText)]
    assert "toteutunut" not in said


def test_the_vector_form_has_every_number_as_text() -> None:
    drawn_as_text = etree.fromstring(svg(drawing_of(chart(), "#1F4E79")))
    said = [one.text for one in drawn_as_text.iter("{*}text")]
    assert {*chart().labels, *chart().periods} <= set(said)
