"""Whether a list of lines may hold a total and its parts."""

from collections.abc import Iterable

from tpxl.terms.parts import PARTS, within

_SEVERAL = 2


def has_totals(codes: Iterable[str | None], skipped: Iterable[str] = ()) -> bool:
    """Tell whether rows of these codes may hold a total and two of its parts: a quick look."""
    printed = frozenset(filter(None, codes))
    left_out = frozenset(skipped)
    return any(
        len(printed & within(code)) >= _SEVERAL
        for code in printed
        if code in PARTS and code not in left_out
    )
