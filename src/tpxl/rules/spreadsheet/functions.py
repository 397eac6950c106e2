"""The functions that the report's books use, as a spreadsheet computes them."""

import re
from collections.abc import Callable, Iterator, Sequence
from decimal import ROUND_DOWN, ROUND_UP
from functools import cache, partial

from tpxl.model import CellError, Value
from tpxl.rules.spreadsheet.parsing import NotUnderstood
from tpxl.rules.spreadsheet.values import (
    DIVISION,
    MISSING,
    VALUE,
    CellValues,
    Held,
    compared,
    elementwise,
    number,
    rounded,
    single,
    text,
    truth,
)

Function = Callable[[Sequence[Held]], Held]


def _numbers(arguments: Sequence[Held]) -> Iterator[float | CellError]:
    """Yield the numbers; in cells, texts and truths are none."""
    for held in arguments:
        if isinstance(held, CellValues):
            for value in held.cells:
                if isinstance(value, CellError):
                    yield value
                elif isinstance(value, int | float) and not isinstance(value, bool):
                    yield float(value)
        else:
            yield number(held)


def _of_numbers(make: Callable[[list[float]], Value], arguments: Sequence[Held]) -> Value:
    told = list(_numbers(arguments))
    error = next((one for one in told if isinstance(one, CellError)), None)
    if error is not None:
        return error
    return make([one for one in told if not isinstance(one, CellError)])


def _mean(numbers: list[float]) -> Value:
    return sum(numbers) / len(numbers) if numbers else DIVISION


def _total(numbers: list[float]) -> Value:
    total = 0.0
    for one in numbers:
        total += one
    return total


def _one(make: Callable[[float], Value], arguments: Sequence[Held]) -> Held:
    def of(value: Value, _: Value) -> Value:
        told = number(value)
        return told if isinstance(told, CellError) else make(told)

    return elementwise(of, arguments[0], None)


def _rounding(how: str, arguments: Sequence[Held]) -> Held:
    def of(value: Value, digits: Value) -> Value:
        told, places = number(value), number(digits)
        if isinstance(told, CellError):
            return told
        return places if isinstance(places, CellError) else rounded(told, int(places), how)

    return elementwise(of, arguments[0], arguments[1] if len(arguments) > 1 else 0)


def _mod(arguments: Sequence[Held]) -> Value:
    one, other = (number(single(held)) for held in arguments)
    if isinstance(one, CellError):
        return one
    if isinstance(other, CellError):
        return other
    return one % other if other else DIVISION


def _counted(test: Callable[[Value], bool], arguments: Sequence[Held]) -> Value:
    return sum(test(v) for h in arguments for v in (h.cells if isinstance(h, CellValues) else [h]))


def _is_number(value: Value) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _told(test: Callable[[Value], bool], arguments: Sequence[Held]) -> Held:
    return elementwise(lambda value, _: test(value), arguments[0], None)


def _all_of(join: Callable[[Iterator[bool]], bool], arguments: Sequence[Held]) -> Value:
    told: list[bool] = []
    for held in arguments:
        for value in held.cells if isinstance(held, CellValues) else [held]:
            if isinstance(held, CellValues) and (value is None or isinstance(value, str)):
                continue
            one = truth(value)
            if isinstance(one, CellError):
                return one
            told.append(one)
    return join(iter(told))


@cache
def _pattern(criterion: str) -> re.Pattern[str]:
    pieces = re.split(r"(~[*?~]|[*?])", criterion)
    wild = {"*": ".*", "?": "."}
    made = "".join(wild.get(p) or re.escape(p[1:] if p[:1] == "~" and p[1:] else p) for p in pieces)
    return re.compile(made, re.IGNORECASE | re.DOTALL)


def _criterion(value: Value) -> Callable[[Value], bool]:
    """Return the test of COUNTIF and its like: a value, ``">5"``, ``"?*"``."""
    if not isinstance(value, str):
        wanted = 0.0 if value is None else value
        return lambda cell: cell is not None and compared("=", cell, wanted) is True
    found = re.match(r"(<=|>=|<>|<|>|=)?(.*)", value, re.DOTALL)
    sign, rest = (found[1] or "=", found[2]) if found else ("=", value)
    as_number = number(rest) if rest else VALUE
    if not isinstance(as_number, CellError):
        return lambda cell: (
            compared(sign, cell, as_number) is True if _is_number(cell) else sign == "<>"
        )
    if not rest:
        is_empty = sign == "="
        return lambda cell: (
            (cell is None or (cell == "" and not found[1] if found else False)) is (is_empty)
        )
    if sign in {"=", "<>"}:
        pattern = _pattern(rest)
        return lambda cell: (
            (isinstance(cell, str) and pattern.fullmatch(cell) is not None) is (sign == "=")
        )
    return lambda cell: isinstance(cell, str) and compared(sign, cell, rest) is True


def _chosen(pairs: Sequence[Held]) -> list[int]:
    """Return which places of the ranges all criteria choose."""
    ranges = [held if isinstance(held, CellValues) else CellValues([[held]]) for held in pairs[::2]]
    if len({block.size for block in ranges}) > 1:
        raise NotUnderstood("ranges of different sizes")
    tests = [_criterion(single(held)) for held in pairs[1::2]]
    cells = [block.cells for block in ranges]
    places = list(range(len(cells[0])))
    for test, own in zip(tests, cells, strict=True):
        places = [at for at in places if test(own[at])]
    return places


def _over_criteria(make: Callable[[list[int]], Value], pairs: Sequence[Held]) -> Held:
    """Return a value for each criterion of an array, one of plain criteria."""
    for place, held in enumerate(pairs):
        if place % 2 and isinstance(held, CellValues) and held.size != (1, 1):
            rows = [
                [single(_over_criteria(make, [*pairs[:place], one, *pairs[place + 1 :]]))
                 for one in row]
                for row in held.rows
            ]  # fmt: skip
            return CellValues(rows)
    return make(_chosen(pairs))


def _count_ifs(arguments: Sequence[Held]) -> Held:
    return _over_criteria(len, arguments)


def _sum_of(of: Held, pairs: Sequence[Held]) -> Held:
    cells = of.cells if isinstance(of, CellValues) else [of]

    def total(places: list[int]) -> Value:
        return _of_numbers(_total, [CellValues([[cells[at] for at in places]])])

    return _over_criteria(total, pairs)


def _sum_ifs(arguments: Sequence[Held]) -> Held:
    return _sum_of(arguments[0], arguments[1:])


def _sum_if(arguments: Sequence[Held]) -> Held:
    of = arguments[2] if len(arguments) > 2 else arguments[0]  # noqa: PLR2004
    return _sum_of(of, arguments[:2])


def _sum_product(arguments: Sequence[Held]) -> Value:
    blocks = [held if isinstance(held, CellValues) else CellValues([[held]]) for held in arguments]
    if len({block.size for block in blocks}) > 1:
        return VALUE
    total = 0.0
    for values in zip(*(block.cells for block in blocks), strict=True):
        product = 1.0
        for value in values:
            if isinstance(value, CellError):
                return value
            is_number = _is_number(value) and value is not None
            product *= float(value) if is_number and not isinstance(value, str) else 0.0
        total += product
    return total


def _match(arguments: Sequence[Held]) -> Value:
    wanted, within = single(arguments[0]), arguments[1]
    kind = number(single(arguments[2])) if len(arguments) > 2 else 1.0  # noqa: PLR2004
    if kind != 0 or not isinstance(within, CellValues) or 1 not in within.size:
        raise NotUnderstood("MATCH of sorted values")
    if isinstance(wanted, CellError):
        return wanted
    test = _criterion(wanted) if isinstance(wanted, str) else None
    for place, value in enumerate(within.cells, 1):
        is_same = (
            test(value) if test else value is not None and compared("=", value, wanted) is True
        )
        if is_same:
            return place
    return MISSING


def _index(arguments: Sequence[Held]) -> Value:
    within = arguments[0]
    block = within if isinstance(within, CellValues) else CellValues([[within]])
    places = [number(single(held)) for held in arguments[1:]]
    error = next((one for one in places if isinstance(one, CellError)), None)
    if error is not None:
        return error
    told = [int(one) for one in places if not isinstance(one, CellError)]
    rows, columns = block.size
    row, column = told if len(told) > 1 else (told[0], 1) if rows > 1 else (1, told[0])
    if not (1 <= row <= rows and 1 <= column <= columns):
        if 0 in (row, column):
            raise NotUnderstood("a whole row or column")
        return CellError("#REF!")
    return block.rows[row - 1][column - 1]


def _texts(make: Callable[..., Value], arguments: Sequence[Held]) -> Value:
    told: list[str] = []
    for held in arguments:
        one = text(single(held))
        if isinstance(one, CellError):
            return one
        told.append(one)
    return make(*told)


def _substitute(arguments: Sequence[Held]) -> Value:
    if len(arguments) != 3:  # noqa: PLR2004
        raise NotUnderstood("SUBSTITUTE of one instance")
    return _texts(lambda of, old, new: of.replace(old, new) if old else of, arguments)


def _joined(*texts: str) -> str:
    return "".join(texts)


def _part(make: Callable[[str, int], str], arguments: Sequence[Held]) -> Value:
    said = text(single(arguments[0]))
    count = number(single(arguments[1])) if len(arguments) > 1 else 1.0
    if isinstance(said, CellError):
        return said
    if isinstance(count, CellError) or count < 0:
        return VALUE
    return make(said, int(count))


def _size(of: int, arguments: Sequence[Held]) -> Value:
    return arguments[0].size[of] if isinstance(arguments[0], CellValues) else 1


def _not(arguments: Sequence[Held]) -> Value:
    told = truth(single(arguments[0]))
    return told if isinstance(told, CellError) else not told


def _number_or_zero(value: Value, _: Value) -> Value:
    return value if isinstance(value, bool | int | float | CellError) else 0.0


FUNCTIONS: dict[str, Function] = {
    "SUM": partial(_of_numbers, _total),
    "AVERAGE": partial(_of_numbers, _mean),
    "MIN": partial(_of_numbers, lambda told: min(told, default=0.0)),
    "MAX": partial(_of_numbers, lambda told: max(told, default=0.0)),
    "ABS": partial(_one, abs),
    "INT": partial(_one, lambda told: told // 1),
    "SIGN": partial(_one, lambda told: (told > 0) - (told < 0)),
    "ROUND": partial(_rounding, "ROUND_HALF_UP"),
    "ROUNDUP": partial(_rounding, ROUND_UP),
    "ROUNDDOWN": partial(_rounding, ROUND_DOWN),
    "MOD": _mod,
    "COUNT": partial(_counted, _is_number),
    "COUNTA": partial(_counted, lambda value: value is not None),
    "COUNTBLANK": partial(_counted, lambda value: value in (None, "")),
    "COUNTIF": _count_ifs,
    "COUNTIFS": _count_ifs,
    "SUMIF": _sum_if,
    "SUMIFS": _sum_ifs,
    "SUMPRODUCT": _sum_product,
    "MATCH": _match,
    "INDEX": _index,
    "HYPERLINK": lambda arguments: arguments[-1],
    "SUBSTITUTE": _substitute,
    "CONCATENATE": partial(_texts, _joined),
    "UPPER": partial(_texts, str.upper),
    "LOWER": partial(_texts, str.lower),
    "TRIM": partial(_texts, lambda said: " ".join(said.split(" ")).strip()),
    "LEN": partial(_texts, len),
    "LEFT": partial(_part, lambda said, count: said[:count]),
    "RIGHT": partial(_part, lambda said, count: said[-count:] if count else ""),
    "ISNUMBER": partial(_told, _is_number),
    "ISTEXT": partial(_told, lambda value: isinstance(value, str)),
    "ISBLANK": partial(_told, lambda value: value is None),
    "ISERROR": partial(_told, lambda value: isinstance(value, CellError)),
    "N": lambda arguments: elementwise(_number_or_zero, arguments[0], None),
    "ROWS": partial(_size, 0),
    "COLUMNS": partial(_size, 1),
    "AND": partial(_all_of, all),
    "OR": partial(_all_of, any),
    "NOT": _not,
    "NA": lambda _: MISSING,
}
"""By name; IF, IFERROR and IFNA compute only what they choose and stand with the evaluation."""
