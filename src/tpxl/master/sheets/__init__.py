"""The sheets of the master: a module for each, and for each part of the larger ones."""

SHEETS = (
    *("Ohje", "Perustiedot", "Vyörytys", "Yhteenveto", "Tarkistus", "Muutosloki"),
    "Vertailuluvut",
)
"""What the sheets that are no area's are called; a test holds it to what is drawn."""
