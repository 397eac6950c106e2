from dataclasses import replace
from decimal import Decimal

import pytest

from tpxl.messages import LANGUAGES, catalogue, phrase
from tpxl.model import Finding, Severity
from tpxl.rules.causes import HYPOTHESES

FINDING = Finding(
    "margin", Severity.ERROR, area="Työllisyyspalvelut", cell="E14", found=Decimal("-41.9")
)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_mistake_has_a_sentence(lang: str) -> None:
    codes = {hypothesis.__name__ for hypothesis in HYPOTHESES} | {"truncated"}
    assert codes <= set(catalogue(lang).causes)


def test_a_ratio_is_shown_as_a_division() -> None:
    facts = {
        "ratio_new": Decimal(116990),
        "ratio_base": Decimal(279110),
        "ratio": Decimal("41.9"),
    }
    finding = replace(FINDING, cause="ratio_for_change_sign_flipped", facts=facts)
    assert "116\u00a0990 / 279\u00a0110 = 41,9\u00a0%" in phrase(finding)
