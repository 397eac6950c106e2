"""Books done on the machines of a Dask cluster, each in a process of its own as on this one.

A book at an address is brought to a folder of the machine, done there as any, and put back. Of a
machine that is lost, the scheduler gives the work to another.
"""

import asyncio
from argparse import Namespace
from collections.abc import Generator, Sequence
from contextlib import suppress
from pathlib import Path, PurePath
from tempfile import TemporaryDirectory
from typing import Any, TypeVar
from uuid import uuid4

from tpxl import __version__
from tpxl.books.files.addresses import address_of, is_address, path_of
from tpxl.books.files.backups import sweep_scratch
from tpxl.books.files.remote import bring, put_back, put_files
from tpxl.cli import unexpected
from tpxl.cli.output import Report
from tpxl.cli.pool import LAST_SECONDS, Late, Outcome, alone
from tpxl.cli.worker import Task
from tpxl.errors import TpxlError

ANSWER_SECONDS = 15.0
"""So long an answer of the cluster is waited for."""

Told = TypeVar("Told")


def on_cluster(tasks: Sequence[Task], address: str, late: Late) -> Generator[tuple[int, Outcome]]:
    """Yield what became of each task, with its number, as they are done on a cluster.

    Where it is closed or interrupted before the end, what is not begun is taken back; `late` is
    told what became of the rest.

    Raises:
        TpxlError: Dask is not installed, or nothing answers at the address.
    """
    dask = _library()
    if not tasks:
        return
    try:
        asyncio.run(_greeted(dask, address))  # a client that reaches nobody ends badly
        client = dask.Client(address, timeout=ANSWER_SECONDS, set_as_default=False)
    except (OSError, ValueError, TypeError) as error:
        raise TpxlError(
            "cluster_not_reached", address=address, detail=type(error).__name__
        ) from error
    with client:
        futures = {
            client.submit(done_there, sendable(task), __version__, uuid4().hex, pure=False): number
            for number, task in enumerate(tasks)
        }
        try:
            for future in dask.as_completed(list(futures), loop=client.loop):
                outcome = _outcome(future, tasks[futures[future]], dask)
                yield futures.pop(future), outcome
        finally:
            if futures:
                _leave(client, futures, tasks, late, dask)


def _library() -> Any:  # noqa: ANN401  # a module without types
    try:
        import distributed  # noqa: PLC0415  # an optional extra
    except ImportError as error:
        raise TpxlError("cluster_not_installed") from error
    return distributed


async def _greeted(dask: Any, address: str) -> None:  # noqa: ANN401  # Dask's own
    await (await dask.comm.connect(address, timeout=ANSWER_SECONDS)).close()


def _outcome(future: Any, task: Task, dask: Any) -> Outcome:  # noqa: ANN401  # Dask's own
    try:
        outcome: Outcome = future.result()
    except dask.KilledWorker:
        return TpxlError("worker_died", book=task.book.path, status="KilledWorker")
    except Exception as error:  # noqa: BLE001  # of this book alone: the others are done
        return unexpected(task.arguments.command, error, task.book.path)
    return outcome


def _leave(client: Any, futures: Any, tasks: Sequence[Task], late: Late, dask: Any) -> None:  # noqa: ANN401
    """Take back what no machine has begun, and wait a while for the rest."""
    begun = {key for keys in client.processing().values() for key in keys}
    kept = {one: at for one, at in futures.items() if one.key in begun or one.done()}
    client.cancel([one for one in futures if one not in kept])
    ended = dask.as_completed(list(kept), loop=client.loop, timeout=LAST_SECONDS)
    with suppress(TimeoutError):
        for _ in ended:
            pass
    for future, number in kept.items():
        if future.done():
            late(number, _outcome(future, tasks[number], dask))
        else:
            late(number, TpxlError("cluster_left", book=tasks[number].book.path))


def done_there(task: Task, version: str, mark: str) -> Outcome:
    """Do a task on the machine that this is; return what became of it, whatever happened.

    `mark` is of this task alone, on whatever machine and for the how many-eth time it is done.
    """
    if version != __version__:
        return TpxlError(
            "cluster_other_version", book=task.book.path, here=version, there=__version__
        )
    task = _received(task)
    if not is_address(task.book.path):
        return alone(task)
    sweep_scratch()
    try:
        with TemporaryDirectory(prefix="tpxl-") as folder:
            return _brought(task, Path(folder).resolve(), mark)
    except TpxlError as error:
        return error


def sendable(task: Task) -> Task:
    """Return a task that machines of any system understand: paths are whole, and of no system."""
    asked = {name: _whole(value) for name, value in vars(task.arguments).items()}
    ledger = [str(path_of(name)) for name in getattr(task.arguments, "ledger", ())]
    return task._replace(arguments=Namespace(**{**asked, "ledger": ledger, "report": None}))


def _whole(value: object) -> object:
    if not isinstance(value, Path):
        return value
    return PurePath(value if is_address(address_of(value)) else value.absolute())


def _received(task: Task) -> Task:
    """Return a task with paths of this machine."""
    asked = vars(task.arguments).items()
    own = {name: Path(value) if isinstance(value, PurePath) else value for name, value in asked}
    return task._replace(arguments=Namespace(**own))


def _brought(task: Task, folder: Path, mark: str) -> Outcome:
    """Bring a book into a folder, do it there, and put back what came of it."""
    inside, outside = folder / "in", folder / "out"
    inside.mkdir()
    outside.mkdir()
    book = bring(task.book.path, inside)
    arguments, target = _turned(task.arguments, outside)
    there = task.book._replace(path=str(inside / book.name))
    outcome = alone(Task(there, arguments))
    names = {
        str(inside): task.book.path.rpartition("/")[0],
        **({} if target is None else {str(outside): target}),
    }
    if isinstance(outcome, TpxlError):
        return TpxlError(outcome.code, **_renamed(outcome.facts, names))
    if target is not None:  # first, as here: what cannot be written leaves the book as it was
        put_files(outside, target)
    put_back(book, inside, mark)
    return _told(outcome, names)


def _turned(asked: Namespace, outside: Path) -> tuple[Namespace, str | None]:
    """Return the arguments with what is written elsewhere turned into a folder, and its target."""
    arguments = Namespace(**vars(asked))
    if getattr(asked, "to", None) is not None:
        arguments.to = outside
        return arguments, address_of(asked.to)
    if asked.command != "summary" and getattr(asked, "out", None) is not None:
        arguments.out = outside / asked.out.name
        return arguments, address_of(asked.out.parent)
    return arguments, None


def _told(report: Report, names: dict[str, str]) -> Report:
    """Return a report that names the places where things are, not where they were done."""
    done = report.done._replace(
        error=_renamed(report.done.error, names),
        document=_renamed(report.done.document, names),
        facts=_renamed(report.done.facts, names),
    )
    return report._replace(
        done=done, out=_renamed(report.out, names), err=_renamed(report.err, names)
    )


def _renamed(told: Told, names: dict[str, str]) -> Told:
    """Return what was told with each folder called by its other name."""
    again: Any = told
    if isinstance(told, str | Path):
        again = str(told)
        for one, other in names.items():
            again = again.replace(one, other)
    elif isinstance(told, dict):
        again = {name: _renamed(value, names) for name, value in told.items()}
    elif isinstance(told, list | tuple):
        again = [_renamed(value, names) for value in told]
    return again  # type: ignore[no-any-return]  # of the same kind
