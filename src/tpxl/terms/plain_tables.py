"""What a plain table is known by: its header words in each language, wherever it stands.

The journals, the chart of accounts and the like are each a declaration of such words. A table is
written in the language of its own words.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from tpxl.terms.folding import key

LONGEST = 40

Words = Mapping[str, Mapping[str, tuple[str, ...]]]
"""By language and column: the words that may head it; the first one is written."""


@dataclass(frozen=True, eq=False)
class TableWords:
    """A kind of plain table: its header words, and the columns without which it is none.

    `sheet` is what its sheet is called where tpxl adds it, by language; `widths` are in letters.
    """

    words: Words
    needed: frozenset[str]
    sheet: Mapping[str, str]
    widths: Mapping[str, float]

    @cached_property
    def _columns(self) -> Mapping[str, Mapping[str, str]]:
        return {
            lang: {key(word): column for column, words in columns.items() for word in words}
            for lang, columns in self.words.items()
        }

    def column(self, text: str, lang: str) -> str | None:
        """Return which column a heading names in a language, None where it names none."""
        return self._columns[lang].get(key(text)) if len(text) <= LONGEST else None

    def is_known(self, text: str) -> bool:
        """Tell whether a text heads a column, in any language."""
        return len(text) <= LONGEST and any(key(text) in known for known in self._columns.values())

    def headings(self, lang: str) -> Mapping[str, str]:
        """Return the headings to write in a language, by column in their order."""
        return {
            column: words[0][:1].upper() + words[0][1:]
            for column, words in self.words[lang].items()
        }

    def every_word(self) -> Iterator[str]:
        """Yield every word that may head a column, in every language."""
        for columns in self.words.values():
            for words in columns.values():
                yield from words
