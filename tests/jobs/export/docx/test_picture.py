import io
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from PIL import Image, ImageFont
from tests.jobs.export.reports import chart

from tpxl.jobs.export import text_metrics
from tpxl.jobs.export.docx import picture

ACCENT = (0x1F, 0x4E, 0x79)


def drawn(*values: str, periods: tuple[str, ...] | None = None) -> Image.Image:
    names = periods or tuple(f"TP {2020 + n}" for n in range(len(values)))
    numbers = tuple(map(Decimal, values))
    one = replace(chart(), periods=names, values=numbers, is_actual=(True,) * len(values))
    return Image.open(io.BytesIO(picture.draw(one, accent="#1F4E79"))).convert("RGB")


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
    image = Image.open(io.BytesIO(picture.draw(one, accent="#1F4E79"))).convert("RGB")
    tint = picture.tint("#1F4E79", 0.6)
    colors = {color for _, color in image.getcolors(image.width * image.height)}
    assert tuple(int(tint[at : at + 2], 16) for at in (1, 3, 5)) in colors


def test_many_periods_are_written_smaller() -> None:
    values = ["-123456789"] * 20
    image = drawn(*values)
    assert image.size == (1700, 560)


def test_a_machine_without_our_fonts_still_draws(monkeypatch: pytest.MonkeyPatch) -> None:
    truetype = ImageFont.truetype

    def missing(name: str | io.BytesIO, *args: Any, **options: Any) -> Any:
        if isinstance(name, str):
            raise OSError(name)
        return truetype(name, *args, **options)

    monkeypatch.setattr(ImageFont, "truetype", missing)
    text_metrics.font.cache_clear()
    try:
        assert text_metrics.font(20)[1] is False
        assert text_metrics.width("−ä€", 20) == text_metrics.width("-aEUR", 20)
        assert drawn("1", "-1").size == (1700, 560)
    finally:
        text_metrics.font.cache_clear()
