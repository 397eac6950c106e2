"""What a button's process begins with: data libraries stay out, whatever else is installed.

xlwings loads pandas and numpy wherever they are, which costs four tenths of a second of every
press, and a button needs neither. The macro that starts Python calls this before it loads xlwings.
"""

import sys
from collections.abc import Sequence
from importlib.machinery import ModuleSpec
from types import ModuleType

KEPT_OUT = frozenset({"matplotlib", "numpy", "pandas"})


class _KeptOut:
    """Says of the data libraries that they are not there; its base would load twenty modules."""

    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        del path, target
        if fullname in KEPT_OUT:
            raise ModuleNotFoundError(f"{fullname} stays out of a button", name=fullname)
        return None


def keep_light() -> None:
    """Let nothing in this process find the data libraries."""
    sys.meta_path.insert(0, _KeptOut())
