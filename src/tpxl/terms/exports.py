"""What finance may type among the settings for the clean sheets, as it may be worded."""

CITY = (
    "kaupunki",
    "kunta",
    "kuntayhtymä",
    "kaupungin nimi",
    "kunnan nimi",
    "stad",
    "kommun",
    "city",
)
BOARD = ("toimielin", "lautakunta", "valiokunta", "organ", "nämnd", "board")
MEETING = (
    "kokouspäivä",
    "kokous",
    "kokouksen päivä",
    "käsittelypäivä",
    "mötesdag",
    "meeting date",
    "meeting",
)
YEAR = ("tilivuosi", "tilinpäätösvuosi", "vuosi", "räkenskapsår", "år", "financial year", "year")
PERIODS = (
    "vietävät kaudet",
    "viennin kaudet",
    "näytettävät kaudet",
    "perioder i exporten",
    "exported periods",
)
DECIMALS = ("viennin desimaalit €", "viennin desimaalit", "decimaler i exporten", "export decimals")
CHANGE_DECIMALS = (
    "viennin desimaalit %",
    "muutosprosentin desimaalit",
    "decimaler i procent",
    "per cent decimals",
)
GROUPING = ("tuhaterotin", "tusentalsavgränsare", "thousands separator")
MINUS = ("miinusmerkki", "minustecken", "minus sign")
UNFILLED = ("tyhjän kohdan teksti", "text för tomt", "text for empty")

UNGROUPED = ("ei", "ei mitään", "nej", "ingen", "no", "none")
DOTTED = ("piste", ".", "punkt", "dot", "point")
HYPHEN = ("-", "yhdysmerkki", "viiva", "tavuviiva", "bindestreck", "hyphen")
ALL = ("kaikki", "alla", "all")
