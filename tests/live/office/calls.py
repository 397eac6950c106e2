"""How often the live book is asked: each of xlwings' calls to the engine counts as one."""

import functools
from collections import Counter
from collections.abc import Callable
from typing import Any

CALLS: Counter[str] = Counter()


def counted(function: Callable[..., Any]) -> Callable[..., Any]:
    """Count the calls of a method or of a property's getter or setter."""

    @functools.wraps(function)
    def counting(*args: Any, **options: Any) -> Any:
        CALLS[function.__qualname__] += 1
        return function(*args, **options)

    return counting
