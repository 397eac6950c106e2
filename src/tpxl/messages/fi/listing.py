"""What the first screen says: areas by severity, what to do first, many findings in one line."""

TEXTS = {
    "areas": "Havainnot vastuualueittain",
    "areas_unverifiable": "tarkistamatta",
    "areas_filled": "täytetty",
    "areas_whole": "(muut välilehdet)",
    "areas_more": "{count} muuta vastuualuetta",
    "first": "Tee ensin",
    "first_more": (
        "{count} muuta havaintoa. Kaikki: --all; yksi alue: --area NIMI; tiedostoon: --out "
        "havainnot.xlsx"
    ),
    "first_each": "Kaikki yksitellen: --all; yksi alue: --area NIMI.",
    "edits_more": "{count} muuta: --all",
    "none_chosen": "Ei tällaisia havaintoja.",
    "and_more": "{names} ja {count} muuta",
    "alike": "Samoin {count} muuta: {places}",
    "many.goal_outcome_missing": (
        "{count} tavoitteen toteuma puuttuu ({areas}). Kirjoita toteumat; raportissa on "
        "kerrottava, miten tavoitteet toteutuivat."
    ),
    "many.goal_outcome_awaited": "{count} tavoitteen toteuma on vielä kirjoittamatta ({areas}).",
    "many.goal_target_unanswered": (
        "{count} mittarissa on tavoiteluku, mutta toteumassa ei ole lukua ({areas}). Kirjoita "
        "toteutuneet luvut."
    ),
    "many.comment_needed": "{count} suurta muutosta odottaa perustelua ({areas}).",
    "many.area_same_figures": (
        "{count} alueen luvut ovat samat kuin toisen alueen ({areas}). Kirjoita niihin niiden "
        "omat luvut."
    ),
    "many.formulas_without_value": (
        "{count} välilehden kaavoilla ei ole laskettua arvoa ({sheets}). Avaa työkirja Excelissä, "
        "tallenna ja tarkista uudelleen."
    ),
    "many.allocation_unknown": (
        "{count} vyörytyksen lukua ei voi tarkistaa, koska lähtöluvut puuttuvat ({areas})."
    ),
    "many.allocation_note_unknown": (
        "{count} lauseen osuutta ei voi tarkistaa, koska vyörytystaulukossa ei ole kautta tai "
        "saajaa ({areas})."
    ),
    "demo_found": "Löytyi: {figures} lukua väärin, {outcomes} toteumaa puuttuu.",
    "demo_mended": "Korjattiin: {count} lukua.",
    "demo_remains": "Jäljellä: {figures} lukua julkaistuissa kausissa, {outcomes} toteumaa.",
    "demo_open": "Avaa: {path}",
    "demo_files": "{count} tiedostoa kansiossa {folder}",
    "findings_title": "Havainnot: {book}",
}

ERRORS = {
    "findings_suffix": (
        "{file}: havainnot kirjoitetaan tiedostoon, jonka pääte on .xlsx tai .html. Vaihda pääte."
    ),
    "findings_of_one_book": (
        "{file}: havainnot kirjoitetaan yhdestä työkirjasta kerrallaan. Anna yksi työkirja."
    ),
    "area_unknown_near": "{book}: vastuualuetta {area} ei ole. Tarkoititko: {near}?",
}
