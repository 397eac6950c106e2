from tpxl.rules.per_resident import per_resident


def test_no_residents_give_no_figure() -> None:
    assert per_resident(-100, 0) is None
