"""The results of formulas whose sources have changed, each computed once."""

from collections.abc import Callable, Mapping

from tpxl.model import Address, Block, CellError, Value
from tpxl.rules.references import Reference
from tpxl.rules.spreadsheet.functions import FUNCTIONS
from tpxl.rules.spreadsheet.parsing import (
    Array,
    Call,
    Constant,
    Name,
    Node,
    NotUnderstood,
    Operation,
    parsed,
)
from tpxl.rules.spreadsheet.values import (
    MISSING,
    CellValues,
    Held,
    arithmetic,
    compared,
    elementwise,
    finite,
    single,
    text,
    truth,
)

_COMPARISONS = frozenset({"=", "<>", "<", ">", "<=", ">="})
_MOST_CELLS = 200_000

Cells = Callable[[str, Address], Value]
"""What a cell holds: typed, or what a formula gives.

Raises:
    NotUnderstood: nobody knows what its formula gives.
"""

LastRow = Callable[[str], int]


class Evaluator:
    """Computes formulas over cells that it is told of."""

    def __init__(self, cells: Cells, last_row: LastRow, names: Mapping[str, str]) -> None:
        """Ask `cells` for values; `names` are the defined names with what they refer to."""
        self._cells, self._last_row = cells, last_row
        self._blocks: dict[tuple[str, Block], CellValues] = {}
        self._names = {name.casefold(): formula for name, formula in names.items()}

    def result(self, formula: str, sheet: str) -> Value:
        """Return what a formula on a sheet gives.

        Raises:
            NotUnderstood: that is not known for certain.
        """
        try:
            value = single(self._held(parsed(formula), sheet))
        except (OverflowError, ArithmeticError, ValueError, IndexError, TypeError) as error:
            raise NotUnderstood(formula) from error  # an argument of a kind nobody foresaw
        return finite(0 if value is None else value)

    def _held(self, node: Node, sheet: str) -> Held:
        match node:
            case Constant():
                return node.value
            case Reference():
                return self._block(node, sheet)
            case Operation():
                return self._operation(node, sheet)
            case Call():
                return self._call(node, sheet)
            case Array():
                return CellValues(
                    [[single(self._held(one, sheet)) for one in row] for row in node.rows]
                )
            case Name():
                if node.name.casefold() not in self._names:
                    raise NotUnderstood(node.name)
                return self._held(parsed(self._names[node.name.casefold()]), sheet)

    def _block(self, reference: Reference, own: str) -> Held:
        sheet, block = reference.sheet or own, reference.block
        if reference.is_cell:
            return self._cells(sheet, Address(*block[:2]))
        bottom = min(block.bottom, max(self._last_row(sheet), block.top))
        if (bottom - block.top + 1) * (block.right - block.left + 1) > _MOST_CELLS:
            raise NotUnderstood(block.a1)
        if (sheet, block) in self._blocks:
            return self._blocks[sheet, block]
        rows = range(block.top, bottom + 1)
        columns = range(block.left, block.right + 1)
        values = [[self._cells(sheet, Address(row, at)) for at in columns] for row in rows]
        held = self._blocks[sheet, block] = CellValues(values, is_cells=True)
        return held

    def _operation(self, node: Operation, sheet: str) -> Held:
        left = self._held(node.left, sheet)
        if node.right is None:
            if node.sign == "+":
                return left
            sign, other = ("/", 100.0) if node.sign == "%" else ("*", -1.0)
            return elementwise(lambda one, _: arithmetic(sign, one, other), left, None)
        right = self._held(node.right, sheet)
        if node.sign == "&":
            return elementwise(_joined, left, right)
        make = compared if node.sign in _COMPARISONS else arithmetic
        return elementwise(lambda one, other: make(node.sign, one, other), left, right)

    def _call(self, node: Call, sheet: str) -> Held:
        if node.name in _CHOICES:
            return self._chosen(node, sheet)
        function = FUNCTIONS.get(node.name)
        if function is None or not (node.arguments or node.name == "NA"):
            raise NotUnderstood(node.name)
        held = [None if one is None else self._held(one, sheet) for one in node.arguments]
        return function(held)

    def _chosen(self, node: Call, sheet: str) -> Held:
        """Return what IF and its like choose: the other branch is not computed."""
        first, *rest = node.arguments
        held = None if first is None else self._held(first, sheet)
        told = single(held)
        if node.name == "IF":
            is_true = truth(told)
            if isinstance(is_true, CellError):
                return is_true
            if len(rest) <= (not is_true):
                return is_true
            branch = rest[not is_true]
            return 0.0 if branch is None else self._held(branch, sheet)
        is_error = told == MISSING if node.name == "IFNA" else isinstance(told, CellError)
        if not is_error:
            return told
        return 0.0 if not rest or rest[0] is None else self._held(rest[0], sheet)


_CHOICES = frozenset({"IF", "IFERROR", "IFNA"})


def _joined(left: Value, right: Value) -> Value:
    one, other = text(left), text(right)
    if isinstance(one, CellError):
        return one
    return other if isinstance(other, CellError) else one + other
