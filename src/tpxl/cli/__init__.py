"""What a batch script calls: one module a command, loaded when it is asked for."""

import gc
import sys
from argparse import Namespace
from collections.abc import Sequence

from tpxl.cli.arguments import parsed
from tpxl.cli.screen import one_line, screens
from tpxl.errors import TpxlError
from tpxl.log import log_error
from tpxl.messages import sentence

FAILED = 2
INTERRUPTED = 130
_OBJECTS_BETWEEN_COLLECTIONS = 50_000


def process() -> int:
    """Run the command line as a process of its own; return its exit status.

    What a command makes lives as long as the command, so that looking for garbage every few
    hundred objects, and once more at the end, finds next to nothing.
    """
    gc.set_threshold(_OBJECTS_BETWEEN_COLLECTIONS)
    status = main()
    gc.freeze()
    return status


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line; return its exit status.

    0: no open error; 1: at least one; 2: something could not be done, told in one plain line.
    """
    said = sys.argv[1:] if argv is None else argv
    with screens() as (output, errors):
        lang = "fi"
        try:
            arguments = _arguments(said)
            lang = arguments.lang
            status = _done(arguments)
            output.flush()
        except SystemExit:
            output.flush()
            if output.failure is None:
                raise
            status = FAILED
        if output.failure is not None:
            status = FAILED
            if not isinstance(output.failure, BrokenPipeError):  # whoever closes a pipe knows it
                tell(TpxlError("output_not_written"), lang)
        errors.flush()
    return status


def _arguments(said: Sequence[str]) -> Namespace:
    return parsed(said)


def _done(arguments: Namespace) -> int:
    try:
        status: int = arguments.run(arguments)
    except TpxlError as error:
        tell(error, arguments.lang)
        return FAILED
    except KeyboardInterrupt:
        return INTERRUPTED
    except Exception as error:  # noqa: BLE001  # the outermost door: a person gets a sentence
        tell(unexpected(arguments.command, error), arguments.lang)
        return FAILED
    return status


def tell(error: TpxlError, lang: str) -> str:
    """Say on standard error why something was not done, in one line; return the sentence."""
    said = one_line(sentence(error, lang))
    print(f"tpxl: {said}", file=sys.stderr)
    return said


def unexpected(command: str, error: Exception, book: str | None = None) -> TpxlError:
    """Return what is told of an error that nobody foresaw, which is logged; of a book, if named."""
    if isinstance(error, MemoryError) and book is not None:
        return TpxlError("file_too_large", book=book)
    log = log_error(command, error, book=book or "")
    code = "command_unexpected" if book is None else "book_unexpected"
    where = "–" if log is None else log
    return TpxlError(code, book=book, kind=type(error).__name__, log=where)
