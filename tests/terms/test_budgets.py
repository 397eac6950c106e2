"""The versions of a year's budget, in every wording by every shape, and what is none of them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tpxl.terms.columns import column_of
from tpxl.terms.periods import kind_of, period_of

BUDGETS = st.sampled_from(["TA", "Talousarvio", "Budjetti", "Budget", "BU"])
ADJECTIVES = {
    "TA+M": ["Muutettu", "Muut.", "Lopullinen", "Voimassa oleva", "Ajantasainen", "Korjattu",
             "Tarkistettu", "Ändrad", "Gällande", "Reviderad", "Slutlig", "Revised"],
    "TA": ["Alkuperäinen", "Alkup.", "Alkuper.", "Hyväksytty", "Vahvistettu", "KV:n hyväksymä",
           "Valtuuston hyväksymä", "Ursprunglig", "Urspr.", "Godkänd", "Fastställd", "Approved"],
}  # fmt: skip
ADDED = ["muutosten jälkeen", "muut. jälk.", "muutoksin", "muutoksineen", "+ muutokset", "+muut.",
         "ml. muutokset", "sis. muut.", "ja muutokset", "+ LTA", "+ lisätalousarvio",
         "efter ändringar", "efter ändr.", "inkl. ändringar", "inkl. tilläggsanslag",
         "after changes"]  # fmt: skip
PAIRS = st.sampled_from([(word, mark) for mark, words in ADJECTIVES.items() for word in words])
YEARS = st.integers(1990, 2049)


@given(BUDGETS, PAIRS, YEARS, st.sampled_from(["{word} {kind} {year}", "{year} {word} {kind}"]))
def test_an_adjective_before_a_budget_tells_its_version(
    budget: str, pair: tuple[str, str], year: int, shape: str
) -> None:
    word, mark = pair
    assert period_of(shape.format(word=word, kind=budget, year=year)) == (mark, year)
    assert kind_of(f"{word} {budget}") == mark


AFTER = ["{kind} {year} {word}", "{kind} {word} {year}", "{kind} {year}, {word}",
         "{kind} {year} ({word})"]  # fmt: skip


@given(BUDGETS, st.sampled_from(ADDED), YEARS, st.sampled_from(AFTER))
def test_changes_told_after_a_budget_are_in_it(
    budget: str, added: str, year: int, shape: str
) -> None:
    assert period_of(shape.format(word=added, kind=budget, year=year)) == ("TA+M", year)
    assert kind_of(f"{budget} {added}") == "TA+M"


@pytest.mark.parametrize(
    "heading", ["TA muutos 2025", "TA 2025 muutos", "TA-muutokset 2025", "TA muut. 2025"]
)
def test_the_changes_alone_are_no_period(heading: str) -> None:
    assert period_of(heading) is None
    column = column_of(heading)
    assert column is not None
    assert column.role == "changes"


@pytest.mark.parametrize(
    "heading",
    ["Lopullinen tilinpäätös 2025", "Tarkistettu ennuste 2025", "Hyväksytty 2025",
     "Muut. menot 2025", "Budjetin muutokset", "Lopullinen kustannusarvio 2025"],
)  # fmt: skip
def test_a_version_of_anything_but_a_budget_is_no_period(heading: str) -> None:
    assert period_of(heading) is None
    assert kind_of(heading) is None
