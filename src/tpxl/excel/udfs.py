"""Worksheet functions, on Windows: the report's arithmetic in any cell, rounded as the jobs do.

Their docstrings and the descriptions of their arguments are what Excel shows in its function
wizard, so they are Finnish, in letters that VBA's text may hold. xlwings makes the VBA around
them; it is committed as ``xl_macros/xlwings_udfs.bas``.
"""

from decimal import Decimal

import xlwings as xw

from tpxl.excel.shapes import Cells, each, numbers_of, shaped, told, whole, zero_for_empty
from tpxl.rules.allocation import allocate, shares_percent
from tpxl.rules.change import change_percent
from tpxl.rules.margin import operating_margin
from tpxl.rules.per_resident import per_resident
from tpxl.rules.rounding import rounded

__all__ = ["TP_ASUKAS", "TP_KATE", "TP_MUUTOS", "TP_OSUUS", "TP_VYORYTYS"]

_CATEGORY = "Tilinpäätös"
_MOST_DECIMALS = 6
_EXACT = 10  # a sum is as exact as its parts


@xw.func(category=_CATEGORY)
@xw.arg("uusi", ndim=2, err_to_str=True, doc="Kauden luku tai alue")
@xw.arg("vertailu", ndim=2, err_to_str=True, doc="Vertailukauden luku tai alue")
@xw.arg("desimaalit", doc="Desimaalien lukumäärä; oletus 1")
@told
def TP_MUUTOS(uusi: Cells, vertailu: Cells, desimaalit: Cells = 1) -> Cells:  # noqa: N802  # as in Excel
    """Muutosprosentti vertailukaudesta. Viiva, jos vertailuluku on nolla tai erimerkkinen."""
    places = whole(desimaalit, 0, _MOST_DECIMALS)

    def compute(new: Decimal, base: Decimal) -> Decimal | None:
        change = change_percent(new, base)
        return None if change is None else rounded(change, places)

    return each(compute, uusi, vertailu)


@xw.func(category=_CATEGORY)
@xw.arg("kate", ndim=2, err_to_str=True, doc="Toimintakate euroina, luku tai alue")
@xw.arg("asukasluku", ndim=2, err_to_str=True, doc="Saman kauden asukasluku, luku tai alue")
@xw.arg("desimaalit", doc="Desimaalien lukumäärä; oletus 0")
@told
def TP_ASUKAS(kate: Cells, asukasluku: Cells, desimaalit: Cells = 0) -> Cells:  # noqa: N802  # as in Excel
    """Euroa asukasta kohti. Viiva, jos asukasluku on nolla."""
    places = whole(desimaalit, 0, _MOST_DECIMALS)

    def compute(euros: Decimal, residents: Decimal) -> Decimal | None:
        share = per_resident(euros, residents)
        return None if share is None else rounded(share, places)

    return each(compute, kate, asukasluku)


@xw.func(category=_CATEGORY)
@xw.arg("menot", ndim=2, err_to_str=True, doc="Toimintamenot etumerkkeineen, luku tai alue")
@xw.arg("tulot", ndim=2, err_to_str=True, doc="Toimintatulot, luku tai alue")
@xw.arg("valmistus", ndim=2, err_to_str=True, doc="Valmistus omaan käyttöön; oletus 0")
@xw.arg("etumerkki", doc="Menojen etumerkki: -1 negatiiviset (oletus), 1 positiiviset")
@told
def TP_KATE(menot: Cells, tulot: Cells, valmistus: Cells = 0, etumerkki: Cells = -1) -> Cells:  # noqa: N802  # as in Excel
    """Toimintakate: menot + tulot + oma valmistus. Jos menot ovat positiivisia, etumerkki on 1."""
    is_negative = whole(etumerkki, -1, 1) < 0

    def compute(expenses: Decimal, income: Decimal, own: Decimal) -> Decimal:
        margin = operating_margin(income, expenses, own, expenses_are_negative=is_negative)
        return rounded(margin, _EXACT)

    return each(compute, menot, tulot, zero_for_empty(valmistus))


@xw.func(category=_CATEGORY)
@xw.arg("ajurit", ndim=2, err_to_str=True, doc="Jakoperusteet, esimerkiksi toimintavolyymit")
@xw.arg("desimaalit", doc="Desimaalien lukumäärä; oletus 1")
@told
def TP_OSUUS(ajurit: Cells, desimaalit: Cells = 1) -> Cells:  # noqa: N802  # as in Excel
    """Osuudet prosentteina jakoperusteen mukaan. Osuuksien summa on tasan 100."""
    places = whole(desimaalit, 0, _MOST_DECIMALS)
    return shaped(shares_percent(numbers_of(ajurit), places), ajurit)


@xw.func(category=_CATEGORY)
@xw.arg("summa", ndim=2, err_to_str=True, doc="Jaettavat kustannukset euroina")
@xw.arg("ajurit", ndim=2, err_to_str=True, doc="Jakoperusteet, esimerkiksi toimintavolyymit")
@xw.arg("desimaalit", doc="0 = kokonaiset eurot (oletus), 2 = sentit")
@told
def TP_VYORYTYS(summa: Cells, ajurit: Cells, desimaalit: Cells = 0) -> Cells:  # noqa: N802  # as in Excel
    """Jaettava summa osiin jakoperusteen mukaan. Osien summa on tasan jaettava summa."""
    places = whole(desimaalit, 0, 2)
    pool = numbers_of(summa)[0]
    return shaped(allocate(pool if pool is not None else 0, numbers_of(ajurit), places), ajurit)
