"""Shared costs: what cannot be divided, and parts that do not follow from what they are of."""

_PART = (
    "{area}, {period}, {line}: taulukossa {found}, pitäisi olla {expected}. Jaettava erä: {pool}."
)

_ROUNDED = " Ero johtuu pyöristyksestä: osien summan pitää olla jaettava määrä."

FINDINGS = {
    "allocation_share": _PART,
    "allocation_share_rounding": _PART + _ROUNDED,
    "allocation_part": _PART,
    "allocation_part_rounding": _PART + _ROUNDED,
    "allocation_sum": (
        "{pool}, {period}, {line} yhteensä: taulukossa {found}, pitäisi olla {expected}."
    ),
    "allocation_received": (
        "{pool}, {period}: taulukossa {found}, pitäisi olla {expected}. Luku on se, mitä erä saa "
        "muilta eriltä, tai erän oma määrä ja muilta saatu yhteensä."
    ),
    "allocation_left": (
        "{pool}, {period}: jakamatta taulukossa {found}, pitäisi olla {expected}. Osien summan "
        "pitää olla jaettava määrä."
    ),
    "allocation_flow": (
        "{area}, {period}, {line}: taulukossa {found}, mutta erästä {pool} ei mene mitään tälle "
        "saajalle. Tarkista sarakkeiden Mistä ja Mihin nimet tai poista rivi."
    ),
    "allocation_flow_absent": (
        "{area}, {period}: luettelosta puuttuu rivi, jolla {pool} jaetaan tälle saajalle. "
        "Lisää rivi: Kausi, Mistä ja Mihin."
    ),
    "allocation_unknown": (
        "{area}, {period}, {line}: lukua {found} ei voi tarkistaa: laskennan tiedot puuttuvat "
        "vyörytystaulukosta."
    ),
    "allocation_drivers_absent": (
        "{pool}, {period}: jakoperuste puuttuu kaikilta saajilta, joten määrää ei voi jakaa. "
        "Kirjoita jakoperuste tai kiinteät osuudet."
    ),
    "allocation_driver_missing": (
        "{pool}, {period}: jakoperuste puuttuu: {receivers}. Määrää ei jaettu. Kirjoita "
        "jakoperuste; jos saajalle ei kuulu mitään, kirjoita 0."
    ),
    "allocation_driver_negative": (
        "{pool}, {period}: jakoperuste tai osuus on negatiivinen: {receivers}. Määrää ei jaettu. "
        "Kirjoita se nollana tai positiivisena."
    ),
    "allocation_drivers_zero": (
        "{pool}, {period}: jakoperuste on kaikilla nolla ({receivers}). Määrää ei jaettu. "
        "Korjaa jakoperuste."
    ),
    "allocation_shares_sum": (
        "{pool}, {period}: osuuksien summa on {found}, joten {unassigned} % on jakamatta. "
        "Euroja ei jaettu. Korjaa osuudet niin, että summa on 100 %."
    ),
    "allocation_shares_lacking": (
        "{pool}, {period}: osuuksien summa on {found}, joten {unassigned} % on jakamatta. "
        "Ilman osuutta: {receivers}. Euroja ei jaettu. Kirjoita puuttuva osuus."
    ),
    "allocation_shares_over": (
        "{pool}, {period}: osuuksien summa on {found}, siis {unassigned} prosenttiyksikköä liikaa. "
        "Euroja ei jaettu. Korjaa osuudet niin, että summa on 100 %."
    ),
    "allocation_two_bases": (
        "{pool}, {period}: sekä jakoperuste että kiinteät osuudet on kirjoitettu. Määrää ei "
        "jaettu. Tyhjennä toinen."
    ),
    "allocation_circle": (
        "Vyörytettävät erät antavat toisilleen kehässä ({period}): {pools}. Niitä ei jaettu. "
        "Poista yksi saaja kehästä."
    ),
    "allocation_pool_twice": (
        "{period}: kahdella vyörytettävällä erällä on sama nimi, {pool}. Kumpaakaan ei jaettu. "
        "Nimeä toinen."
    ),
    "allocation_place_twice": (
        "{pool}, {period}: saman luvun ({area}, {line}) paikka on taulukossa kahdesti, soluissa "
        "{cell} ja {second}. Erä jätettiin ennalleen. Poista toinen."
    ),
    "allocation_note": (
        "{area}: lauseessa (solu {cell}, {periods}) osuus on {found}, pitäisi olla {expected}. "
        "Korjaa lause."
    ),
    "allocation_note_blank": (
        "{area}: lauseessa (solu {cell}, {periods}) ei ole vielä osuutta, pitäisi olla {expected}."
    ),
    "allocation_note_mixed": (
        "{area}: lauseessa (solu {cell}) on yksi osuus, {found}, mutta kausien {periods} osuudet "
        "ovat eri suuret. Jaa lause kausittain."
    ),
    "allocation_note_unknown": (
        "{area}: osuutta {found} (solu {cell}, {periods}) ei voi tarkistaa: kausi tai saaja "
        "puuttuu vyörytystaulukosta."
    ),
}

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
}
