from tpxl.rules.print_space import fits, lines_needed, longest_that_fits


def test_a_text_fits_as_long_as_a_row_can_be_high_enough() -> None:
    assert fits("a" * longest_that_fits(40), 40)
    assert not fits("a" * (longest_that_fits(40) + 1), 40)


def test_a_text_over_several_rows_has_the_space_of_all() -> None:
    assert fits("a" * longest_that_fits(40, rows=2), 40, rows=2)


def test_every_line_break_takes_a_line() -> None:
    assert lines_needed("a\n\nb", 40) == 3
    assert not fits("\n".join("a" * 28), 40)
