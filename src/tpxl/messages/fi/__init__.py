"""Finnish: what staff see unless they ask for another language.

What lines, measures and severities are called in running text.
"""

DECIMAL_MARK = ","

LINES = {
    "OPERATING_EXPENSES": ("toimintamenot", "toimintamenojen"),
    "OPERATING_INCOME": ("toimintatulot", "toimintatulojen"),
    "OWN_PRODUCTION": ("valmistus omaan käyttöön", "omaan käyttöön valmistuksen"),
    "STOCK_CHANGE": ("valmistevarastojen muutos", "valmistevarastojen muutoksen"),
    "OPERATING_MARGIN": ("toimintakate", "toimintakatteen"),
    "STAFF_EXPENDITURE": ("henkilöstömenot", "henkilöstömenojen"),
    "SERVICES_PURCHASED": ("palvelujen ostot", "palvelujen ostojen"),
    "PERMANENT_POSTS": ("vakinaiset virat ja toimet", "vakinaisten virkojen ja toimien"),
    "SHARED_COSTS": ("jaettava määrä", "jaettavan määrän"),
    "ALLOCATION_DRIVER": ("jakoperuste", "jakoperusteen"),
    "ALLOCATED_COSTS": ("vyörytetyt kustannukset", "vyörytettyjen kustannusten"),
}
"""By lexicon code: nominative, genitive."""

MEASURES = {
    "": "{line}",
    "change_percent": "{of_line} muutos",
    "per_resident": "{line} €/asukas",
    "share_percent": "osuus jaettavista kustannuksista",
}

PERIODS: dict[str, str] = {}
"""What periods are called otherwise than by the marks of their kinds."""

SEVERITIES = {
    "error": "virhe",
    "rounding": "pyöristys",
    "warning": "varoitus",
    "comment": "selitettävä",
    "unverifiable": "ei tarkistettavissa",
    "info": "tieto",
}
