"""What a batch script calls: one module a command, loaded when it is asked for."""

import gc
import sys
from collections.abc import Sequence

from tpxl.errors import TpxlError

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
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8" if not stream.isatty() else None, errors="replace")
    from tpxl.cli.screen import shown_safely  # noqa: PLC0415

    with shown_safely():
        return _run(sys.argv[1:] if argv is None else argv)


def _run(said: Sequence[str]) -> int:
    from tpxl.cli.arguments import parser  # noqa: PLC0415  # `--version` needs no more than this

    arguments = parser(said).parse_args(said)
    try:
        status: int = arguments.run(arguments)
    except TpxlError as error:
        from tpxl.messages import sentence  # noqa: PLC0415

        print(f"tpxl: {sentence(error, arguments.lang)}", file=sys.stderr)
        return FAILED
    except BrokenPipeError:
        sys.stderr.close()
        return FAILED
    except KeyboardInterrupt:
        return INTERRUPTED
    return status
