"""What a batch script calls: one module a command, loaded when it is asked for."""

import sys
from collections.abc import Sequence

from tpxl.errors import TpxlError

FAILED = 2
INTERRUPTED = 130


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line; return its exit status.

    0: no open error; 1: at least one; 2: something could not be done, told in one plain line.
    """
    from tpxl.cli.arguments import parser  # noqa: PLC0415  # `--version` needs no more than this

    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8" if not stream.isatty() else None, errors="replace")
    arguments = parser().parse_args(argv)
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
