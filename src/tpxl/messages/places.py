"""One sentence for each place it may speak of: a catalogue words a place once."""

from collections.abc import Mapping


def in_each_place(code: str, sentence: str, places: Mapping[str, str]) -> dict[str, str]:
    """Return the sentence by code, its ``{place}`` worded for each of the places.

    >>> in_each_place("tag_in", "Virhe {place}.", {"cell": "solussa {cell}"})
    {'tag_in_cell': 'Virhe solussa {cell}.'}
    """
    return {
        f"{code}_{place}": sentence.replace("{place}", words) for place, words in places.items()
    }
