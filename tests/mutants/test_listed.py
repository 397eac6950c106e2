"""Every listed mistake can be made in today's code, and its tests are there."""

import pytest
from tests.mutants.listed import ROOT, Mutant, mutants

MUTANTS = mutants()


@pytest.mark.parametrize("mutant", MUTANTS, ids=lambda mutant: mutant.rule)
def test_a_mutant_s_text_stands_once_and_its_tests_are_there(mutant: Mutant) -> None:
    assert mutant.place(ROOT).exists()
    assert mutant.before != mutant.after
    assert mutant.tests
    assert all((ROOT / test).exists() for test in mutant.tests)


def test_no_rule_is_listed_twice() -> None:
    rules = [mutant.rule for mutant in MUTANTS]
    assert len(set(rules)) == len(rules)
