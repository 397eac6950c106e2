"""The severities that docs/contracts.md gives each code; every finding made is held to them."""

import sys
from functools import cache
from typing import Any

from tests.docs.pages import page, rows, section

from tpxl.model import Finding

PRODUCT = "/src/tpxl/"


@cache
def documented() -> dict[str, frozenset[str]]:
    """Return the severities of each code."""
    told = rows(section(page("contracts.md"), "Findings"))
    return {
        code.strip("`"): frozenset(name.strip("` ") for name in severities.split(","))
        for code, severities, _ in told
    }


def hold_findings_to_the_page() -> None:
    """Refuse, from now on, a finding of the product with a severity its code does not have."""
    made = Finding.__init__

    def held(self: Finding, *values: Any, **named: Any) -> None:
        made(self, *values, **named)
        if PRODUCT in sys._getframe(1).f_code.co_filename:
            severities = documented().get(self.code, frozenset())
            if self.severity.value not in severities:
                raise AssertionError(f"docs/contracts.md: {self.code} is no {self.severity.value}")

    Finding.__init__ = held  # type: ignore[method-assign]
