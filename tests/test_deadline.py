"""Work that is stuck is stopped: in a loop, in an expression, in work within work."""

import re
import signal
import threading
import time
from collections.abc import Iterator
from contextlib import suppress

import pytest

from tpxl import deadline
from tpxl.deadline import renew, stop_if_late, within
from tpxl.errors import TpxlError

SHORT, LONG = 0.2, 20.0
LATE = TpxlError("late")


def loop() -> None:
    while True:
        pass


def expression() -> None:
    re.fullmatch(r"(a|a)+b", "a" * 60)


def swallowing() -> None:
    while True:
        with suppress(Exception):
            time.sleep(0.01)


def cleaning_up() -> None:
    try:
        loop()
    finally:
        time.sleep(0.01)


@pytest.fixture(params=["alarm", "timer"])
def way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    if request.param == "timer":
        monkeypatch.delattr(signal, "setitimer")
    was = signal.getsignal(signal.SIGALRM), signal.getsignal(signal.SIGINT)
    yield request.param
    assert (signal.getsignal(signal.SIGALRM), signal.getsignal(signal.SIGINT)) == was


@pytest.mark.parametrize("work", [loop, swallowing, cleaning_up])
def test_work_that_is_stuck_is_stopped(way: str, work: object) -> None:
    del way
    started = time.monotonic()
    with pytest.raises(TpxlError) as caught:
        within(SHORT, LATE, work)  # type: ignore[arg-type]
    assert caught.value is LATE
    assert time.monotonic() - started < LONG


def test_an_expression_that_never_ends_is_stopped() -> None:
    with pytest.raises(TpxlError):
        within(SHORT, LATE, expression)


def test_what_is_done_in_time_is_returned_and_leaves_no_alarm(way: str) -> None:
    del way
    assert within(SHORT, LATE, lambda: 1) == 1
    time.sleep(2 * SHORT)


def test_an_error_of_the_work_is_its_own(way: str) -> None:
    del way
    with pytest.raises(ZeroDivisionError):
        within(SHORT, LATE, lambda: 1 // 0)


def test_of_work_within_work_the_one_that_is_late_is_told() -> None:
    inner, outer = TpxlError("inner"), TpxlError("outer")
    with pytest.raises(TpxlError) as caught:
        within(LONG, outer, lambda: within(SHORT, inner, loop))
    assert caught.value is inner
    with pytest.raises(TpxlError) as caught:
        within(SHORT, outer, lambda: within(LONG, inner, loop))
    assert caught.value is outer
    with pytest.raises(TpxlError) as caught:
        within(SHORT, outer, lambda: (within(LONG, inner, lambda: None), loop()))
    assert caught.value is outer


def test_a_step_that_is_done_gives_the_next_its_whole_time() -> None:
    def steps() -> int:
        for _ in range(4):
            time.sleep(SHORT * 0.8)
            renew()
        return 4

    assert within(SHORT, LATE, steps) == 4


def test_in_another_thread_work_is_stopped_where_it_asks() -> None:
    caught: list[BaseException] = []

    def asks() -> None:
        while True:
            time.sleep(0.01)
            stop_if_late()

    def run() -> None:
        try:
            within(SHORT, LATE, asks)
        except TpxlError as error:
            caught.append(error)

    thread = threading.Thread(target=run)
    thread.start()
    thread.join(LONG)
    assert caught == [LATE]


def test_where_nothing_can_wake_it_work_is_stopped_where_it_asks(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("tpxl.deadline.sys.platform", "emscripten")
    monkeypatch.delattr(signal, "setitimer")
    monkeypatch.delattr(threading.Thread, "start")

    def asks() -> None:
        while True:
            stop_if_late()

    assert within(SHORT, LATE, lambda: 1) == 1
    with pytest.raises(TpxlError):
        within(SHORT, LATE, asks)


def test_nothing_is_late_where_nothing_is_limited() -> None:
    stop_if_late()
    renew()
    assert deadline.DEFAULT_SECONDS == 30
