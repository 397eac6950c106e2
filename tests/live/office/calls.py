"""Each of xlwings' calls to the engine: counted, and what fails in it said as Excel says it."""

import functools
from collections import Counter
from collections.abc import Callable
from typing import Any

CALLS: Counter[str] = Counter()

PRESSED: Counter[str] = Counter()
"""The calls of the last press of a button alone."""


class ExcelRefused(Exception):  # noqa: N818  # named after what pywin32's com_error would say
    """What pywin32 raises when Excel will not do something: an `hresult` and a description."""

    def __init__(self, said: str, hresult: int = -2147352567) -> None:
        super().__init__(said)
        self.hresult = hresult
        self.excepinfo = (0, "Microsoft Excel", said, None, 0, -2146827284)


def counted(function: Callable[..., Any]) -> Callable[..., Any]:
    """Count the calls of a method or of a property's getter or setter."""

    @functools.wraps(function)
    def counting(*args: Any, **options: Any) -> Any:
        CALLS[function.__qualname__] += 1
        try:
            return function(*args, **options)
        except Exception as error:
            if "com.sun.star" not in type(error).__name__:
                raise
            said = str(error)
        raise ExcelRefused(said)  # outside: LibreOffice's own errors cannot be a cause

    return counting
