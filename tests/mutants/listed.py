"""The list of mistakes: mutants.toml as values."""

import tomllib
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[2]
LIST = Path(__file__).with_name("mutants.toml")


class Mutant(NamedTuple):
    """A rule, the files in which a text stands once, that text, the mistake, the nearest tests."""

    rule: str
    files: str
    before: str
    after: str
    tests: tuple[str, ...]

    def place(self, project: Path) -> Path:
        """Return the one file of a project that holds the text, once.

        Raises:
            ValueError: the text stands nowhere, or more than once.
        """
        found = [
            path
            for path in sorted(project.glob(self.files))
            for _ in range(path.read_text(encoding="utf-8").count(self.before))
        ]
        if len(found) != 1:
            raise ValueError(f"{self.rule}: the text stands {len(found)} times in {self.files}")
        return found[0]

    def is_about(self, word: str) -> bool:
        """Tell whether the rule or its files hold a word."""
        return word.casefold() in f"{self.rule} {self.files}".casefold()


def mutants() -> list[Mutant]:
    """Return the mistakes of the list, in order."""
    read = tomllib.loads(LIST.read_text(encoding="utf-8"))["mutant"]
    return [Mutant(**{**entry, "tests": tuple(entry["tests"])}) for entry in read]
