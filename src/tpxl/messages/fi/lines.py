"""The lines' names in running text: nominative, genitive."""

LINES = {
    "OPERATING_EXPENSES": ("toimintamenot", "toimintamenojen"),
    "OPERATING_INCOME": ("toimintatulot", "toimintatulojen"),
    "OWN_PRODUCTION": ("valmistus omaan käyttöön", "omaan käyttöön valmistuksen"),
    "OPERATING_MARGIN": ("toimintakate", "toimintakatteen"),
    "STAFF_EXPENDITURE": ("henkilöstömenot", "henkilöstömenojen"),
    "SERVICES_PURCHASED": ("palvelujen ostot", "palvelujen ostojen"),
    "PERMANENT_POSTS": ("vakinaiset virat ja toimet", "vakinaisten virkojen ja toimien"),
}
