"""What a save could not keep or clear away: a line each, and the work is done all the same."""

import sys
from collections.abc import Iterable

from tpxl.errors import TpxlError
from tpxl.messages import sentence


def print_notes(notes: Iterable[TpxlError], lang: str) -> None:
    """Print each on standard error, so that a JSON document stays alone on standard output."""
    for note in notes:
        print(f"tpxl: {sentence(note, lang)}", file=sys.stderr)
