"""Protection of an open sheet, asked of a sheet that answers as Excel does."""

from types import SimpleNamespace
from typing import Any

import pytest

from tpxl.books.excel.writing import unprotected
from tpxl.errors import TpxlError

ALLOWED = (
    "FormattingCells FormattingColumns FormattingRows InsertingColumns InsertingRows "
    "InsertingHyperlinks DeletingColumns DeletingRows Sorting Filtering UsingPivotTables"
)


class RefusedError(Exception):
    hresult = -2146827284


class Native:
    """A worksheet; `state` is what ``Protect`` was told last, None while it is not protected."""

    def __init__(self, password: str, state: tuple[bool, ...] | None) -> None:
        self.password, self.state = password, state
        self.EnableSelection = 1

    @property
    def ProtectContents(self) -> bool:  # noqa: N802  # Excel's names
        return self.state is not None

    def __getattr__(self, name: str) -> Any:
        own = {"ProtectDrawingObjects": 0, "ProtectScenarios": 2, "ProtectionMode": 3}
        if self.state is None or name not in {*own, "Protection"}:
            raise AttributeError(name)
        if name in own:
            return self.state[own[name]]
        names = (f"Allow{word}" for word in ALLOWED.split())
        return SimpleNamespace(**dict(zip(names, self.state[4:], strict=True)))

    def Unprotect(self, password: str) -> None:  # noqa: N802
        if password != self.password:
            raise RefusedError
        self.state, self.EnableSelection = None, 0

    def Protect(self, password: str, *options: bool) -> None:  # noqa: N802
        self.password, self.state = password, options


def sheet(native: Native) -> Any:
    return SimpleNamespace(api=native, name="Alue", book=SimpleNamespace(name="kirja.xlsx"))


def options(number: int) -> tuple[bool, ...]:
    """Fifteen options of which each is told from the others by some number of 0..15."""
    said = [bool((at >> (number % 4)) & 1) ^ (number >= 4) for at in range(15)]
    return (said[0], True, *said[2:])


@pytest.mark.parametrize("number", range(8))
def test_every_option_is_put_back_also_after_an_exception(number: int) -> None:
    native = Native("", options(number))
    with unprotected(sheet(native)):
        assert not native.ProtectContents
    assert (native.password, native.state, native.EnableSelection) == ("", options(number), 1)
    with pytest.raises(RuntimeError), unprotected(sheet(native)):
        raise RuntimeError
    assert (native.password, native.state) == ("", options(number))


def test_a_sheet_that_is_not_protected_is_left_so() -> None:
    native = Native("", None)
    with unprotected(sheet(native)):
        pass
    assert native.state is None


def test_a_password_is_respected() -> None:
    native = Native("salasana", options(1))
    with pytest.raises(TpxlError) as caught, unprotected(sheet(native)):
        raise AssertionError
    assert (caught.value.code, caught.value.facts["sheet"]) == ("sheet_protected", "Alue")
    assert native.state == options(1)
