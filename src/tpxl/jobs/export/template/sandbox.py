"""Where templates are filled: no program runs here, and nothing grows without bounds.

`tpxl.jobs.export.template.grammar` is held to every text that is made into a program, whatever part
of a template it came from. What is filled in are texts, lists and values by name; nothing of Python
is within reach of them, and turns, letters and time are counted.
"""

import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from typing import Any

from jinja2 import StrictUndefined, Template, Undefined, UndefinedError, nodes, pass_context
from jinja2.runtime import Context, LoopContext
from jinja2.sandbox import ImmutableSandboxedEnvironment

from tpxl.errors import TpxlError
from tpxl.jobs.export.template.fields import Prose
from tpxl.jobs.export.template.grammar import LOOP, refused

MOST_TURNS, MOST_LETTERS, MOST_SECONDS = 100_000, 8_000_000, 20.0
"""Of one area's loops, of what is printed for it, of the time it takes."""

_TURNS = "counted turns"
"""The name of a filter that no template can write."""

_LONGEST_REASON = 80

_FILTERS: dict[str, Callable[..., Any]] = {
    "first": lambda items: _end(items, 0),
    "last": lambda items: _end(items, -1),
    "length": len,
    "lower": lambda value: _text(value).lower(),
    "trim": lambda value: _text(value).strip(),
    "upper": lambda value: _text(value).upper(),
}


class Refused(Exception):  # noqa: N818  # a template's fault, told by `filling`
    """Something that is not allowed in a template, as its writer wrote it."""


class TooMuch(Exception):  # noqa: N818  # likewise
    """A template that would print without end."""


class Sandbox(ImmutableSandboxedEnvironment):
    """Jinja without anything that a template need not have."""

    def __init__(self, *, is_markup: bool, calls: Mapping[str, type[object]] | None = None) -> None:
        """Make one; `calls` are tpxl's own around a template: their names, and what they are."""
        super().__init__(
            autoescape=is_markup, undefined=StrictUndefined, finalize=printable, cache_size=0
        )
        self.globals = {}
        self.filters = {**_FILTERS, _TURNS: _counted}
        self.tests = dict(_TESTS)
        self.calls = dict(calls or {})
        self._made: dict[str, Template] = {}
        self.begin()

    def begin(self) -> None:
        """Count from nothing again."""
        self.turns = self.letters = 0
        self.ends = time.monotonic() + MOST_SECONDS

    def spend(self, *, turns: int = 0, letters: int = 0) -> None:
        """Count what is used.

        Raises:
            TooMuch: more than any report needs.
        """
        self.turns += turns
        self.letters += letters
        is_late = time.monotonic() > self.ends
        if is_late or self.turns > MOST_TURNS or self.letters > MOST_LETTERS:
            raise TooMuch

    def concat(self, pieces: Iterable[str]) -> str:
        """Return the pieces in one."""
        kept = []
        for piece in pieces:
            self.spend(letters=len(piece))
            kept.append(piece)
        return "".join(kept)

    def getattr(self, obj: Any, attribute: str) -> Any:  # noqa: ANN401  # any value of a template
        """Return a value by its name, of things that have names."""
        match obj:
            case Mapping() if attribute in obj:
                return obj[attribute]
            case Prose() if attribute == "luettelo":
                return obj.luettelo
            case LoopContext() if attribute in LOOP:
                return getattr(obj, attribute)
            case Undefined():
                obj._fail_with_undefined_error()  # noqa: SLF001  # Jinja's own way to tell
        return self.undefined(obj=obj, name=attribute)

    def getitem(self, obj: Any, argument: Any) -> Any:  # noqa: ANN401  # likewise
        """Return an item of a list by its number."""
        if isinstance(obj, list | tuple) and isinstance(argument, int):
            with suppress(IndexError):
                return obj[argument]
        return self.undefined(obj=obj, name=argument)

    def is_safe_callable(self, obj: object) -> bool:
        """Tell whether something is one of tpxl's own calls."""
        return isinstance(obj, tuple(self.calls.values()))

    def from_string(self, source: Any, *rest: Any, **more: Any) -> Template:  # noqa: ANN401
        """Return a text's template; that of one seen before, for every area has the same."""
        if rest or more or not isinstance(source, str):
            return super().from_string(source, *rest, **more)
        if source not in self._made:
            self._made[source] = super().from_string(source)
        return self._made[source]

    def _generate(self, source: nodes.Template, *rest: Any, **more: Any) -> str:  # noqa: ANN401
        """Make a template's program, if it may become one."""
        for _, what in refused(source, frozenset(self.calls)):
            raise Refused(what)
        for loop in list(source.find_all(nodes.For)):
            loop.iter = nodes.Filter(
                loop.iter, _TURNS, [], [], None, None, lineno=loop.lineno, environment=self
            )
        return super()._generate(source, *rest, **more)


@contextmanager
def filling(sandbox: Sandbox, template: str) -> Iterator[None]:
    """Tell whatever goes wrong while a template is filled as the template's fault."""
    sandbox.begin()
    try:
        yield
    except TpxlError:
        raise
    except Refused as error:
        raise TpxlError("template_refused_elsewhere", template=template, what=str(error)) from error
    except (TooMuch, MemoryError) as error:
        raise TpxlError("template_too_much", template=template) from error
    except UndefinedError as error:
        raise TpxlError(
            "template_field_elsewhere", template=template, field=_reason(error)
        ) from error
    except Exception as error:
        raise TpxlError("template_not_filled", template=template, reason=_reason(error)) from error


def printable(value: Any) -> Any:  # noqa: ANN401  # any value of a template
    """Return what is printed as it is.

    Raises:
        Refused: it is no text, number or picture: a list, something with fields.
    """
    if isinstance(value, list | tuple | dict | LoopContext):
        raise Refused("[ ]")
    return value


def _reason(error: Exception) -> str:
    words = "".join(filter(str.isprintable, str(error)))
    return words[:_LONGEST_REASON] or type(error).__name__


@pass_context
def _counted(context: Context, items: Iterable[Any]) -> list[Any]:
    """Return the items of a loop, counted; the context keeps Jinja from doing it beforehand."""
    kept = list(items)
    context.environment.spend(turns=len(kept))  # type: ignore[attr-defined]  # a `Sandbox`
    return kept


def _text(value: Any) -> str:  # noqa: ANN401
    return str(printable(value))


def _end(items: Any, place: int) -> Any:  # noqa: ANN401
    if not isinstance(items, Sequence) or not items:
        raise UndefinedError("[ ]")
    return items[place]


def _is_odd(value: object) -> bool:
    return isinstance(value, int) and value % 2 == 1


_TESTS: dict[str, Callable[..., bool]] = {
    "defined": lambda value: not isinstance(value, Undefined),
    "even": lambda value: isinstance(value, int) and not _is_odd(value),
    "none": lambda value: value is None,
    "odd": _is_odd,
}
