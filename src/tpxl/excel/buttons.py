"""The functions that the buttons call: no argument, a message box at the end.

A click starts a new Python, so nothing heavy is imported here: what a button does is loaded once
the workbook has been found and its status bar tells that something happens.
"""

from tpxl.excel.door import pressed

__all__ = ["esikatsele", "paivita_alue", "paivita_kaikki", "tarkista", "vie_alueet"]


def paivita_alue() -> None:
    """Päivitä tämä alue: compute the figures of the active sheet."""
    with pressed("paivita_alue") as press:
        from tpxl.excel import actions  # noqa: PLC0415  # see above

        press.says(actions.refresh_active(press))


def paivita_kaikki() -> None:
    """Päivitä kaikki: compute the figures of every area."""
    with pressed("paivita_kaikki") as press:
        from tpxl.excel import actions  # noqa: PLC0415  # see above

        press.says(actions.refresh_all(press))


def esikatsele() -> None:
    """Esikatsele: tell what Päivitä kaikki would change; nothing is changed."""
    with pressed("esikatsele") as press:
        from tpxl.excel import actions  # noqa: PLC0415  # see above

        press.says(actions.preview(press))


def tarkista() -> None:
    """Tarkista: check every figure and goal, and tell what was found."""
    with pressed("tarkista") as press:
        from tpxl.excel import actions  # noqa: PLC0415  # see above

        press.says(actions.check(press))


def vie_alueet() -> None:
    """Vie alueet: write a clean file of each area into a folder beside the workbook."""
    with pressed("vie_alueet") as press:
        from tpxl.excel import actions  # noqa: PLC0415  # see above

        press.says(actions.export(press))
