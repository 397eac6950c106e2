"""Figures from the bookkeeping: why a file is not taken, what is left open, what is said."""

FINDINGS = {
    "ledger_difference": (
        "{area}, {period}, {line}: työkirjassa {found}, kirjanpidossa {expected} ({rows} "
        "riviä). Tarkista solu {cell}."
    ),
    "ledger_difference_empty": (
        "{area}, {period}, {line}: työkirjassa ei ole lukua, kirjanpidossa {expected} ({rows} "
        "riviä). Tarkista solu {cell}."
    ),
    "ledger_no_row": (
        "{area}, {period}, {line}: kirjanpidossa on {expected} ({rows} riviä), mutta "
        "vastuualueen taulukossa ei ole riviä sille. Lisää rivi tai muuta Tilikarttaa."
    ),
    "ledger_months": (
        "{period}: kirjanpidosta puuttuvat kuukaudet {months}. Luvut eivät ole koko vuoden lukuja."
    ),
    "ledger_total": (
        "{file}, rivi {row}: tiedoston summarivi on {total}, mutta rivien summa on {sum}. Vie "
        "aineisto kirjanpidosta uudelleen."
    ),
    "ledger_row_columns": (
        "{file}, rivi {row}: rivillä on eri määrä sarakkeita kuin otsikossa. Korjaa rivi tai "
        "vie aineisto uudelleen."
    ),
    "ledger_row_amount": (
        "{file}, rivi {row}: summaa ei voi lukea euroina ja sentteinä. Korjaa summa."
    ),
    "ledger_row_date": "{file}, rivi {row}: vuotta tai lajia ei voi lukea. Korjaa päivä tai laji.",
    "ledger_row_account": "{file}, rivi {row}: tilin numeroa ei voi lukea. Korjaa tili.",
    "ledger_unmapped_unit": (
        "{rows} riviä, {sum} €, jää kartoittamatta: yksiköt {units}. Lisää ne Tilikarttaan tai "
        "merkitse viivalla pois jätetyiksi."
    ),
    "ledger_unmapped_account": (
        "{rows} riviä, {sum} €, jää kartoittamatta, koska niiden tilejä ei ole Tilikartassa "
        "(yksiköt {units}). Lisää tilit tai merkitse ne viivalla pois jätetyiksi."
    ),
    "ledger_doubled": (
        "{rows} riviä, {sum} €, on kirjanpidossa kahdesti, kaikki sarakkeet samoja. Poista "
        "toistuvat rivit; jos ne ovat eri tapahtumia, vie aineisto tositenumeroiden kanssa."
    ),
    "ledger_map_tie": (
        "Tilikartan rivit {cell} ja {related} koskevat samaa yhtä tarkasti ja sanovat eri "
        "asiaa. Tarkenna toista."
    ),
    "ledger_map_area": (
        "Tilikartan solussa {cell} on {said}, mutta sen nimistä vastuualuetta ei ole "
        "työkirjassa. Korjaa nimi."
    ),
    "ledger_map_line": (
        "Tilikartan solussa {cell} on {said}, joka ei käy riviksi. Riviksi käyvät "
        "toimintatulot, toimintamenot, valmistus omaan käyttöön ja valmistevarastojen muutos, "
        "Josta-sarakkeeseen niiden osat."
    ),
    "ledger_map_accounts": (
        "Tilikartan solun {cell} tilejä {said} ei voi lukea. Kirjoita alku ja loppu yhtä "
        "monella numerolla."
    ),
}

ERRORS = {
    "rows_empty": "{file}: tiedosto on tyhjä. Vie aineisto uudelleen.",
    "rows_foreign": (
        "{file}: tästä tiedostosta ei voi lukea rivejä. Vie aineisto muotoon .csv tai .xlsx."
    ),
    "ledger_no_header": (
        "{file}: otsikkoriviä ei löydy. Tarvitaan sarakkeet kustannuspaikka, tili ja summa "
        "(tai debet ja kredit)."
    ),
    "ledger_two_columns": (
        "{file}: tiedostossa on sekä {first} että {second}. Kerro kumpaa käytetään ({option}) "
        "tai poista toinen sarake."
    ),
    "ledger_two_sheets": (
        "{file}: usealla välilehdellä on kirjanpidon otsikkorivi ({sheets}). Jätä tiedostoon "
        "vain yksi."
    ),
    "ledger_same_file": "{file}: sama tiedosto kahdesti ({first}). Anna kukin tiedosto kerran.",
    "ledger_no_year": "{file}: vuotta ei löydy sarakkeista eikä otsikosta. Kerro se: --year VUOSI.",
    "ledger_empty": "{file}: otsikkorivin alla ei ole yhtään riviä. Vie aineisto uudelleen.",
    "ledger_is_invoices": (
        "{file}: tämä on ostolaskuaineisto, ei pääkirja: siinä ei ole palkkoja eikä tuloja. "
        "Vie kirjanpidosta pääkirja."
    ),
    "ledger_sign": (
        "{file}: etumerkkiä ei voi päätellä tuloista ja menoista. Kerro se: --sign accounting "
        "(tulot miinuksella), report (menot miinuksella) tai positive (molemmat plussalla)."
    ),
    "ledger_no_map": (
        "{book}: työkirjassa ei ole Tilikarttaa. Tee se ensin komennolla tpxl ledger."
    ),
}

TEXTS = {
    "ledger_note_below_margin": "toimintakatteen alapuolella",
    "ledger_note_balance": "tase",
    "ledger_file": (
        "{file}: {rows} riviä, summa {sum} € ({encoding}; otsikkorivi {header}; {columns}; "
        "etumerkki {sign})"
    ),
    "ledger_landings": "Mihin rivit menevät",
    "ledger_landing_mapped": "vastuualueille",
    "ledger_landing_left_out": "jätetty pois",
    "ledger_landing_locked": "julkaistu kausi",
    "ledger_landing_not_in_book": "kautta ei työkirjassa",
    "ledger_landing_no_place": "ei riviä työkirjassa",
    "ledger_landing_unmapped_unit": "yksikköä ei kartassa",
    "ledger_landing_unmapped_account": "tiliä ei kartassa",
    "ledger_landing_doubled": "kahdesti",
    "ledger_landing_unreadable": "ei voi lukea",
    "ledger_landing_total_row": "summarivejä",
    "ledger_landing": "{rows} riviä, {sum} €",
    "ledger_unmapped": "Kartoittamatta",
    "ledger_unmapped_row": "{about}: {rows} riviä, {sum} € (ensimmäinen {file}, rivi {row})",
    "ledger_unmapped_unit_row": "yksikkö {about}",
    "ledger_unmapped_account_row": "tili {about}",
    "ledger_edit": "{edit} ({rows} riviä)",
    "ledger_zero": "{edit} (ei rivejä, joten nolla)",
    "ledger_untouched": "Ei rivejä kirjanpidossa, jäi ennalleen: {places}",
    "ledger_rounding": "Pyöristys kokonaisiin lukuihin yhteensä {sum} €.",
    "ledger_map_would": (
        "Työkirjassa ei ole tilikarttaa. Ilman valintaa --dry-run siihen lisätään välilehti "
        "{sheet}, jossa ovat viralliset tilivälit ja tiedostojen yksiköt ({units})."
    ),
    "ledger_map_added": (
        "Työkirjaan lisättiin välilehti {sheet}: siinä ovat viralliset tilivälit ja {units} "
        "yksikköä. Kirjoita kunkin yksikön vastuualue (tai viiva) ja aja komento uudelleen."
    ),
    "ledger_blocked": (
        "Lukuja ei kirjoitettu. Korjaa yllä oleva, tai kirjoita muut luvut valinnalla "
        "--allow-unmapped."
    ),
    "ledger_would_write": "Näin kirjoitettaisiin; työkirja on ennallaan.",
    "ledger_more": "… ja {count} muuta",
    "ledger_nothing": "Luvut ovat jo samat kuin kirjanpidossa.",
    "excel_ledger_ask": "Kirjoitetaanko luvut?",
    "excel_ledger_cancelled": "Mitään ei muutettu.",
    "excel_ledger_choose": "Valitse kirjanpidon tiedostot",
    "excel_ledger_blocked": "Lukuja ei kirjoitettu. Korjaa yllä oleva ja paina nappia uudelleen.",
}
