"""Stands in for rpds in the browser: what jsonschema and referencing ask of it, in pure Python.

rpds itself is compiled, and no build of it for the browser is in the package index. Every change
makes a new collection here too, if slower.
"""

from collections.abc import Hashable, Iterable, Mapping
from typing import Any, Self


class HashTrieMap(dict[Any, Any]):
    """A mapping whose changes give a new one."""

    @classmethod
    def convert(cls, value: Mapping[Any, Any] | Iterable[tuple[Any, Any]]) -> Self:
        """Return the value as one of these."""
        return value if isinstance(value, cls) else cls(value)

    def insert(self, key: Hashable, value: object) -> Self:
        """Return the mapping with a key more."""
        return type(self)({**self, key: value})

    def remove(self, key: Hashable) -> Self:
        """Return the mapping without a key.

        Raises:
            KeyError: there is no such key.
        """
        rest = type(self)(self)
        del rest[key]
        return rest

    def update(self, *others: Any, **named: Any) -> Self:  # type: ignore[override]  # noqa: ANN401
        """Return the mapping with all of others."""
        whole = type(self)(self)
        dict.update(whole, *others, **named)
        return whole


class HashTrieSet(frozenset[Any]):
    """A set whose changes give a new one."""

    def insert(self, value: Hashable) -> Self:
        """Return the set with a value more."""
        return type(self)({*self, value})

    def discard(self, value: Hashable) -> Self:
        """Return the set without a value, which it need not have."""
        return type(self)(self - {value})

    def update(self, *others: Iterable[Any]) -> Self:
        """Return the set with all of others."""
        return type(self)(self.union(*others))


class List(tuple[Any, ...]):
    """A list that grows at its front."""

    __slots__ = ()

    def __new__(cls, values: Iterable[Any] = ()) -> Self:
        """Hold the values in their order."""
        return super().__new__(cls, values)

    def push_front(self, value: object) -> Self:
        """Return the list with a value before the others."""
        return type(self)((value, *self))

    @property
    def first(self) -> Any:  # noqa: ANN401
        """The value at the front."""
        return self[0]

    @property
    def rest(self) -> Self:
        """The list without the value at the front."""
        return type(self)(self[1:])
