"""Finnish: what staff see unless they ask for another language."""

from tpxl.messages.catalogue import Catalogue
from tpxl.messages.fi import allocation, books, causes, figures
from tpxl.messages.fi.lines import LINES

CATALOGUE = Catalogue(
    lang="fi",
    decimal_mark=",",
    findings={
        **allocation.FINDINGS,
        **books.FINDINGS,
        **figures.FINDINGS,
    },
    errors={
        **allocation.ERRORS,
        **books.ERRORS,
    },
    causes={
        **causes.CAUSES,
    },
    lines=LINES,
    measures={
        "": "{line}",
        "change_percent": "{of_line} muutos",
        "per_resident": "{line} €/asukas",
    },
    severities={
        "error": "virhe",
        "rounding": "pyöristys",
        "warning": "varoitus",
        "comment": "selitettävä",
        "unverifiable": "ei tarkistettavissa",
        "info": "tieto",
    },
    texts={**figures.TEXTS},
)
