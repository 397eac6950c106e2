"""A template's file that its library cannot read: told in one sentence, whatever is broken."""

from collections.abc import Iterator
from contextlib import contextmanager

from tpxl.errors import TpxlError


@contextmanager
def reading(template: str) -> Iterator[None]:
    """Tell whatever goes wrong while a template is read as its file's fault.

    The libraries promise nothing of what they raise on a broken package.
    """
    try:
        yield
    except TpxlError:
        raise
    except Exception as error:
        raise TpxlError("template_unreadable", template=template) from error
