"""Why tpxl cannot go on.

Three kinds of trouble are never mixed: bad data is a `Finding`, "cannot go on" is a `TpxlError`,
a programmer's mistake is a built-in exception that nobody catches.
"""

from functools import partial


class TpxlError(Exception):
    """Something a person can cause and mend: a code and the facts; the sentence is made last.

    `tpxl.messages.sentence(error, lang)` tells what is wrong, where, and what to do. `str(error)`
    is the plain English of the code and its facts, for logs and for callers from Python.
    """

    def __init__(self, code: str, **facts: object) -> None:
        """Name the trouble by `code`; `facts` fill its sentence (book, sheet, cell, ...)."""
        super().__init__(code, facts)
        self.code = code
        self.facts = facts

    def __reduce__(self) -> tuple[object, ...]:
        """Return how another process makes the same of it."""
        return partial(type(self), self.code, **self.facts), ()

    def __str__(self) -> str:
        """Return the code and its facts in words: ``cell in merged area (sheet: A, cell: C7)``."""
        facts = ", ".join(f"{name}: {value}" for name, value in self.facts.items())
        said = self.code.replace("_", " ")
        return f"{said} ({facts})" if facts else said
