"""The year's turn: why a year is not opened, what moved and why, what is to be looked at."""

ERRORS = {
    "rollover_exists": "{out}: tiedosto on jo olemassa. Anna uudelle työkirjalle toinen nimi.",
    "rollover_suffix": (
        "{out}: uuden työkirjan päätteen on oltava {suffix} kuten vanhan. Vaihda pääte."
    ),
    "rollover_no_areas": (
        "{book}: työkirjassa ei ole vastuualueita, joiden luvut siirtyisivät. Tarkista tiedosto."
    ),
    "rollover_contested": (
        "{book}: välilehdet {sheets} ovat samaa vastuualuetta ({area}). Korjaa toisen otsikko tai "
        "poista ylimääräinen välilehti ja avaa vuosi uudelleen."
    ),
    "rollover_years_differ": (
        "{book}: alueiden uusin kausi ei ole sama ({first}; {second}). Korjaa otsikot samoiksi ja "
        "avaa vuosi uudelleen."
    ),
    "rollover_open": "{book}: {period} on tyhjä: vuosi {year} on jo avattu. Täytä luvut ensin.",
    "rollover_not_next": (
        "{book}: vuosi {year} ei seuraa työkirjan vuotta. Avaa ensin vuosi {next}."
    ),
    "rollover_twice": (
        "{book}: {what} on kahdesti, {sheet}!{first} ja {sheet}!{second}: ei tiedetä, kumpi "
        "siirtyy. Poista toinen."
    ),
    "rollover_unsettled": (
        "{book}: vuotta ei avata, ennen kuin luvut, jotka eivät täsmää, on korjattu tai "
        "perusteltu ({count} kpl): ne lukittuisivat. Katso {places}."
    ),
    "rollover_formula": (
        "{book}: {sheet}!{cell} hakee luvun kaavalla {formula} paikasta {source}, joka ei siirry. "
        "Se näyttäisi vanhan luvun uutena vuonna. Korjaa kaava tai jatka valinnalla "
        "--formulas-checked (tällaisia {count} kpl)."
    ),
    "rollover_constant_formula": (
        "{book}: {sheet}!{cell} on kaava {formula}, joka ei viittaa siirtyvään lukuun. Se "
        "näyttäisi vanhan luvun uutena vuonna. Kirjoita tilalle luku tai jatka valinnalla "
        "--formulas-checked (tällaisia {count} kpl)."
    ),
    "rollover_unknown": (
        "{book}: kaavan {sheet}!{cell} arvoa ei ole tiedostossa, joten se ei voi siirtyä. Avaa "
        "työkirja Excelissä, tallenna ja yritä uudelleen."
    ),
    "new_exists": ("{book}: tiedosto on jo olemassa. Anna uudelle työkirjalle toinen nimi."),
    "new_suffix": (
        "{book}: uuden työkirjan päätteen on oltava {suffix}, koska siinä on napit. Vaihda pääte."
    ),
    "new_unwritten": ("{book}: työkirjaa ei voi kirjoittaa tähän. Tarkista kansio ja oikeudet."),
    "new_year": ("Vuosi {year} ei käy. Anna tilivuosi väliltä 2000–2098."),
    "new_city": ("Kaupungin nimi on tyhjä tai yli {most} merkkiä. Anna nimi yhdellä rivillä."),
    "new_of_what": (
        "{book}: lähde puuttuu tai niitä on kaksi. Anna --year ja --areas, tai "
        "--from ja viime vuoden raportti."
    ),
    "new_report_without_year": (
        "{book}: raportista ei löytynyt vastuualueita, joilla on tilinpäätöksen lukuja ({year}). "
        "Tarkista tiedosto ja --year."
    ),
    "new_period": ("{period} ei ole kausi. Kirjoita esimerkiksi TP 2025 tai TA 2025."),
    "new_periods": (
        "Kausissa on oltava {actual} ja {budget}, kukin kausi kerran ja enintään {most} kautta. "
        "Korjaa --periods."
    ),
    "names_none": ("{file}: tiedostossa ei ole yhtään nimeä. Kirjoita nimet, yksi riville."),
    "names_many": ("{file}: nimiä on {count}, enintään {most} käy. Tarkista, onko tiedosto oikea."),
    "names_twice": ("{file}: {name} on kahdesti, riveillä {first} ja {second}. Poista toinen."),
    "names_taken": (
        "Rivi {line}: {sheet} on työkirjan oma sana, joten se ei käy vastuualueen nimeksi. "
        "Vaihda nimi."
    ),
    "names_unusable": (
        "Rivi {line}: {sheet} ei käy välilehden nimeksi. Nimessä on enintään {limit} merkkiä eikä "
        "merkkejä [ ] : * ? / \\. Lyhennä tai vaihda nimi."
    ),
    "names_blank": ("{file}: tyhjiä rivejä oli {count}, ne ohitettiin."),
    "names_heading": ("{file}: ensimmäinen rivi {name} luettiin otsikoksi."),
    "names_encoding": (
        "{file}: merkistö on {encoding} eikä UTF-8. Tarkista ä, ö ja å työkirjasta."
    ),
}

FINDINGS = {
    "year_setting": (
        "{sheet}!{cell}: tilivuosi on {typed}, mutta alueiden uusin kausi on {newest}. Korjaa "
        "tilivuosi tai kausien otsikot."
    ),
    "year_texts": (
        '{sheet}: otsikossa lukee vanhempi vuosi kuin taulukoissa, "{text}", mutta uusin kausi '
        "on vuodelta {year} (tällaisia tekstejä {count}). Korjaa vuosi."
    ),
    "summary_period_missing": (
        "{sheet}: yhteenvedosta puuttuu kausi {missing}. Korjaa otsikko tai lisää sarake."
    ),
}

TEXTS = {
    "kept_bases": (
        "Luvut, joihin muutoksia verrataan, kun niiden kausi on jäänyt pois alueiden taulukoista. "
        "Älä muuta."
    ),
    "kept_area": "Vastuualue",
    "kept_line": "Tunnusluku",
    "area_added": "Vastuualue lisättiin",
    "area_renamed": "Vastuualue sai uuden nimen",
    "area_removed": "Vastuualue poistettiin",
    "area_added_head": "{book}: vastuualue {name} lisättiin.",
    "area_renamed_head": "{book}: vastuualue {name} on nyt {new}.",
    "area_removed_head": "{book}: vastuualue {name} poistettiin.",
    "area_added_would": "{book}: vastuualue {name} lisättäisiin (ei kirjoitettu).",
    "area_renamed_would": "{book}: vastuualue {name} olisi {new} (ei kirjoitettu).",
    "area_removed_would": "{book}: vastuualue {name} poistettaisiin (ei kirjoitettu).",
    "area_rows_copied": "{sheet}: uusi rivi rivin {rows} alle",
    "area_rows_removed": "{sheet}: poistuu rivi {rows}",
    "area_review": "Katso itse ({count}):",
    "review_area_named": "nimeää alueen tekstissä: {text}",
    "review_area_across": "alue on sarakkeen otsikkona: {text}",
    "review_area_kept": "taulukkoon ei lisätty rivejä: {text}",
    "review_area_single": "kaava ei kata uutta aluetta: {text}",
    "review_area_name_lost": "nimi viittaa poistettuun: {text}",
    "excel_area_name": "Anna uuden vastuualueen nimi. Malli on edessä oleva alue.",
    "excel_area_new_name": "Anna vastuualueelle uusi nimi.",
    "excel_area_ask": "Tehdäänkö muutos? Poistettua ei voi palauttaa Kumoa-toiminnolla.",
    "year_opened": "Vuosi {year} avattiin",
    "rollover_head": "{book}: vuosi {year} → {to}",
    "rollover_would": "{book}: vuosi {year} → {to} (ei kirjoitettu)",
    "rollover_moved": "Siirtyy {moved} lukua, tyhjenee {emptied}, otsikoita ja tekstejä {texts}.",
    "rollover_fell": "Pois jäävät {periods}.",
    "rollover_kept": "Vertailulukuja säilyy {count}.",
    "rollover_lost": (
        "{count} vertailulukua jää pois: niihin verrattuja muutoksia ei voi enää tarkistaa. "
        "Muutokset täsmäsivät vanhassa työkirjassa."
    ),
    "rollover_residents": "Kirjoita asukasluku: {periods}.",
    "rollover_plan": (
        "TS {year} siirtyy kaudeksi TS {to}. TA {year} jää tyhjäksi: suunnitelmaa ei kopioida."
    ),
    "rollover_review": "Tarkista ({count}):",
    "rollover_journal": (
        "Tarkistuksessa selitettävien ja tarkistamattomien määrä muuttuu: vanhimmat kaudet jäivät "
        "pois ja uudet ovat tyhjiä. Lähetykset ja hyväksynnät alkavat alusta."
    ),
    "rollover_written": "Uusi työkirja: {out}. Vanhaan ei koskettu.",
    "excel_year_ask": (
        "Tallennetaanko uusi työkirja tämän viereen nimellä {out}? Tähän työkirjaan ei kosketa."
    ),
    "review_error_gone": "jää pois korjaamatta: {text}",
    "review_figure_stays": "luku ei siirry, joten otsikkoa ei vaihdettu: {text}",
    "review_unread_table": "taulukkoa ei tunneta, otsikot jäivät ennalleen: {text}",
    "review_sheet_name": "välilehden nimessä on vuosi: {text}",
    "review_formula_text": "kaavan tekstissä on vuosi: {text}",
    "review_look": "tarkista vuosi: {text}",
    "review_meeting": "vaihda kokouspäivä: {text}",
    "review_drawn": "kaavion tai kuvion tekstissä on vuosi: {text}",
    "new_taken": "Raportin taulukoiden luvuista otettiin {done}/{of}. Tarkista ne: tpxl check.",
    "new_area_left": "Ei otettu: vastuualue {area}, jonka nimi ei käy välilehden nimeksi.",
    "new_periods_left": "Ei otettu: kaudet {periods}.",
    "new_table_left": "Ei otettu: {place} {heading}: lukuja {count}.",
    "new_made": (
        "{book}: uusi työkirja, vastuualueita {areas}, kaudet {periods}. Aloita "
        "välilehdeltä Perustiedot."
    ),
}
