"""Where a refresh spends its time: `python -m tests.bench.phases BOOK`, seconds a step."""

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def timed(step: str) -> Iterator[None]:
    started = time.process_time()
    yield
    print(f"  {step:<28}{time.process_time() - started:7.3f} s")


def main(path: Path) -> None:
    with timed("imports"):
        from tpxl.books import open_book  # noqa: PLC0415
        from tpxl.jobs.refresh import refresh  # noqa: PLC0415
        from tpxl.layout import survey  # noqa: PLC0415
        from tpxl.terms.known import is_known  # noqa: PLC0415
    with timed("read: open and known words"), open_book(path) as book:
        for sheet in book.sheets:
            list(book.read(sheet).texts(is_known))
    with timed("read and locate: survey"), open_book(path) as book:
        survey(book)
    with open_book(path) as book:
        with timed("refresh, survey included"):
            result = refresh(book)
        with timed("save"):
            book.save(path.with_name("vaiheet.xlsx"))
    edits = list(result.edits)
    with open_book(path) as book, timed(f"apply {len(edits)} edits, read anew"):
        book.apply(edits)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
