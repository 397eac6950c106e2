"""In which order pools of shared costs are closed where they give to each other.

Source: step-down allocation (vyörytys portaittain) of the municipal accounting guides: support
units are closed one by one, and a closed one receives nothing more.
"""

from collections.abc import Collection, Mapping

Gifts = Mapping[str, Collection[str]]
"""To whom each pool gives something, by names; who is no pool may be among them."""


def closing_order(gifts: Gifts) -> tuple[str, ...]:
    """Return the pools so that each comes after all that give to it; there is no circle.

    Among those ready, the earlier on the sheet comes first.

    >>> closing_order({"Johtaminen": {"A", "B"}, "Tietohallinto": {"Johtaminen", "A"}})
    ('Tietohallinto', 'Johtaminen')
    """
    waiting, closed = list(gifts), list[str]()
    while waiting:
        ready = next(pool for pool in waiting if not _givers(pool, gifts, waiting))
        waiting.remove(ready)
        closed.append(ready)
    return tuple(closed)


def circle_of(gifts: Gifts) -> tuple[str, ...]:
    """Return the pools that give to each other in a circle, the first again at the end.

    Empty where there is none; of several circles, one.
    """
    waiting = list(gifts)
    while ready := [pool for pool in waiting if not _givers(pool, gifts, waiting)]:
        waiting = [pool for pool in waiting if pool not in ready]
    if not waiting:
        return ()
    walked = [waiting[0]]
    while (giver := _givers(walked[-1], gifts, waiting)[0]) not in walked:
        walked.append(giver)
    names = walked[walked.index(giver) :]
    return (*reversed(names), names[-1])


def _givers(pool: str, gifts: Gifts, waiting: Collection[str]) -> list[str]:
    return [giver for giver in waiting if pool in gifts[giver]]
