"""The command line's own words: argparse's English ones in Finnish."""

ARGUMENTS = {
    "usage: ": "käyttö: ",
    "positional arguments": "mitä annetaan",
    "options": "valinnat",
    "show this help message and exit": "näytä tämä ohje",
    "argument %(argument_name)s: %(message)s": "%(argument_name)s: %(message)s",
    "unrecognized arguments: %s": "tuntematon valinta tai sana: %s",
    "not allowed with argument %s": "ei käy yhdessä valinnan %s kanssa",
    "ignored explicit argument %r": "tälle valinnalle ei anneta arvoa (%r)",
    "the following arguments are required: %s": "puuttuu %s",
    "one of the arguments %s is required": "anna jokin näistä: %s",
    "expected one argument": "tarvitsee arvon",
    "expected at most one argument": "ottaa enintään yhden arvon",
    "expected at least one argument": "tarvitsee ainakin yhden arvon",
    "expected %s argument": "tarvitsee %s arvon",
    "expected %s arguments": "tarvitsee %s arvoa",
    "ambiguous option: %(option)s could match %(matches)s": (
        "%(option)s voi olla jokin näistä: %(matches)s"
    ),
    "invalid %(type)s value: %(value)r": "arvo %(value)r ei kelpaa",
    "invalid choice: %(value)r (choose from %(choices)s)": (
        "%(value)r ei kelpaa (valitse %(choices)s)"
    ),
}
