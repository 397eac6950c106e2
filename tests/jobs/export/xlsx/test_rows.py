from tpxl.jobs.export.xlsx.rows import PrintRow, page_breaks, room_on_page


def rows(*heights: float, heads: tuple[int, ...] = ()) -> list[PrintRow]:
    return [PrintRow(height, number in heads) for number, height in enumerate(heights)]


def test_a_page_is_filled_before_the_next_begins() -> None:
    assert list(page_breaks(rows(40, 40, 40, 40), 100, 0)) == [2]


def test_what_every_page_repeats_takes_room() -> None:
    assert list(page_breaks(rows(40, 40, 40, 40, 40), 100, 40)) == [2, 3, 4]


def test_headings_move_on_with_the_row_they_head() -> None:
    assert list(page_breaks(rows(40, 20, 20, 40, heads=(1, 2)), 100, 0)) == [1]


def test_headings_that_fill_a_page_stay() -> None:
    assert list(page_breaks(rows(40, 40, 40, heads=(0, 1, 2)), 100, 0)) == [2]


def test_a_row_higher_than_a_page_has_one_of_its_own() -> None:
    assert list(page_breaks(rows(40, 300, 40), 100, 0)) == [1, 2]


def test_a_sheet_wider_than_the_page_is_shrunk_and_holds_more_rows() -> None:
    margins = {"left": 0.5, "right": 0.5, "top": 0.5, "bottom": 0.5}
    narrow = room_on_page(9, is_landscape=False, margins=margins, width=300)
    wide = room_on_page(9, is_landscape=False, margins=margins, width=1046.6)
    lying = room_on_page(9, is_landscape=True, margins=margins, width=300)
    assert narrow is not None
    assert wide is not None
    assert lying is not None
    assert round(wide / narrow, 2) == 2.0
    assert lying < narrow


def test_a_paper_of_unknown_size_is_left_to_the_program() -> None:
    margins = {"left": 0.5, "right": 0.5, "top": 0.5, "bottom": 0.5}
    assert room_on_page(77, is_landscape=False, margins=margins, width=300) is None
