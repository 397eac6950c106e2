"""Shared costs: what cannot be divided, and parts that do not follow from what they are of."""

ERRORS = {
    "allocation_no_drivers": (
        "Jaettavaa määrää ei voi jakaa: jakoperuste on kaikilla nolla tai se puuttuu. "
        "Anna jakoperuste."
    ),
    "allocation_driver_missing": "Jakoperuste puuttuu: {receivers}. Anna se.",
    "allocation_driver_negative": (
        "Jakoperuste on negatiivinen: {receivers}. Anna se nollana tai positiivisena."
    ),
    "allocation_not_a_number": "{name}: {value} ei ole luku, jota voi jakaa. Korjaa se.",
    "allocation_shares_sum": (
        "Kiinteiden osuuksien summa ei ole 100 %: ero on {unassigned} prosenttiyksikköä. "
        "Korjaa osuudet."
    ),
    "allocation_circle": (
        "Vyörytettävät erät antavat toisilleen kehässä: {pools}. Poista yksi saaja kehästä."
    ),
    "allocation_pool_twice": "Kahdella vyörytettävällä erällä on sama nimi: {pools}. Nimeä toinen.",
}

FINDINGS: dict[str, str] = {}
