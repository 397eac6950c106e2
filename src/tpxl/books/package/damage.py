"""What is wrong with a part, before it is known whose part it is."""


class MarkupError(Exception):
    """The bytes cannot be read: no XML, a forbidden DTD, rows out of order, more than a limit."""

    def __init__(self, detail: str, code: str = "part_damaged", **facts: object) -> None:
        """Say what is wrong; `code` is that of the error it becomes, with `facts`."""
        super().__init__(detail)
        self.code = code
        self.facts = facts
