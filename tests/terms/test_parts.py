import pytest

from tpxl.terms.parts import CLOSING, PARTS, code_of, is_known, side_of, within


@pytest.mark.parametrize(
    ("label", "code"),
    [
        ("Myyntituotot", "SALES_INCOME"),
        ("Palkat ja palkkiot", "WAGES"),
        ("AINEET, TARVIKKEET JA TAVARAT", "MATERIALS"),
        ("Muut toimintakulut yhteensä", "OTHER_EXPENSES"),
        ("Toimintatuotot", "OPERATING_INCOME"),
        ("Personalkostnader", "STAFF_EXPENDITURE"),
        ("Toimintakate €/asukas", None),
        ("Poistot", None),
    ],
)
def test_a_label_names_its_line(label: str, code: str | None) -> None:
    assert code_of(label) == code


def test_every_total_closes_with_lines_below_it() -> None:
    assert all(CLOSING[total] <= within(total) for total in PARTS)


def test_a_part_belongs_to_every_total_above_it() -> None:
    assert "PENSIONS" in within("SOCIAL_COSTS") & within("OPERATING_EXPENSES")
    assert within("PENSIONS") == frozenset()


@pytest.mark.parametrize(
    ("label", "side"),
    [
        ("Verotulot", "income"),
        ("Maksutuotot", "income"),
        ("Vesihuollon kulut", "expenses"),
        ("Avustukset", "expenses"),
        ("Vuosikate", "margin"),
        ("Sivistyslautakunta", None),
    ],
)
def test_a_label_tells_its_side(label: str, side: str | None) -> None:
    assert side_of(label) == side


def test_only_the_schemes_own_labels_are_known_words() -> None:
    assert is_known("Eläkekulut")
    assert not is_known("Vesihuollon kulut")
