"""Why a workbook cannot be read or written, and what to do.

The journals: rules by name, rows whose finding is no more, and why one was not written.
"""

ERRORS = {
    "no_books_found": ("{place}: työkirjoja ei löytynyt. Tarkista kansio tai nimen malli."),
    "folder_not_readable": ("{folder}: kansiota ei saa lukea. Pyydä lukuoikeus kansioon."),
    "worker_died": (
        "{book}: käsittely katkesi (tila {status}). Työkirja on ennallaan tai kokonaan "
        "tallennettu; aja komento sille uudelleen."
    ),
    "worker_hung": (
        "{book}: työkirja ei valmistunut {seconds} sekunnissa ja sen käsittely lopetettiin. "
        "Tarkista levy tai verkko ja aja komento sille uudelleen."
    ),
    "worker_not_started": (
        "{book}: käsittelijää ei voitu käynnistää ({detail}). Pienennä valintaa --jobs."
    ),
    "no_tables": (
        "{book}: työkirjasta ei löytynyt yhtään raportin taulukkoa (otsikkorivi, jossa on "
        "vähintään kaksi kautta kuten TP 2025, ja sen alla vähintään kaksi riviä kuten "
        "Toimintamenot). Tarkista, että tiedosto on oikea."
    ),
    "file_missing": "{book}: tiedostoa ei ole. Tarkista polku ja nimi.",
    "file_is_folder": "{book}: tämä on kansio. Anna työkirjan nimi.",
    "file_empty": "{book}: tiedosto on tyhjä. Hae työkirja varmuuskopiosta.",
    "file_not_readable": (
        "{book}: tiedostoa ei saa lukea. Pyydä lukuoikeus tai kopioi tiedosto omaan kansioon."
    ),
    "file_too_large": (
        "{book}: tiedosto on purettuna liian suuri raportin työkirjaksi. Tarkista, että "
        "tiedosto on oikea."
    ),
    "file_not_regular": "{book}: tämä ei ole tiedosto vaan putki tai laite. Anna työkirjan nimi.",
    "file_swells": (
        "{book}: tiedosto paisuu purettaessa yli {limit}-kertaiseksi, kuten yksikään työkirja ei "
        "paisu. Kysy lähettäjältä, mikä tiedosto on."
    ),
    "file_too_many_parts": (
        "{book}: tiedostossa on yli {limit} osaa. Jaa työkirja tai poista siitä kuvia ja kaavioita."
    ),
    "file_too_many_sheets": (
        "{book}: työkirjassa on yli {limit} välilehteä. Jaa se usealle työkirjalle."
    ),
    "file_too_many_texts": (
        "{book}: työkirjassa on yli {limit} eri tekstiä. Poista siitä välilehdet, jotka eivät "
        "kuulu raporttiin."
    ),
    "part_too_many_elements": (
        "{book}: tiedostossa on liikaa tietoa ({part}: yli {limit} kohtaa). Poista työkirjasta "
        "ylimääräiset nimet, tyylit, linkit tai välilehdet."
    ),
    "sheet_too_many_rows": (
        "{book}: välilehdellä {sheet} on yli {limit} riviä. Poista tyhjät rivit tai siirrä "
        "aineisto toiseen työkirjaan."
    ),
    "sheet_too_many_merged": (
        "{book}: välilehdellä {sheet} on yli {limit} yhdistettyä aluetta. Pura ne Excelissä."
    ),
    "sheet_too_many_headings": (
        "{book}: välilehdellä {sheet} on yli {limit} otsikkoriviä, joilla on kausia. Jaa se "
        "usealle välilehdelle."
    ),
    "sheet_too_many_words": (
        "{book}: välilehdellä {sheet} on yli {limit} raportin sanaa. Jaa se usealle välilehdelle."
    ),
    "sheet_too_many_goals": (
        "{book}: välilehdellä {sheet} on yli {limit} tavoiteriviä tai -taulukkoa. Jaa se usealle "
        "välilehdelle."
    ),
    "text_too_long": (
        "{book}: työkirjassa on teksti, jossa on yli {limit} merkkiä. Lyhennä se Excelissä."
    ),
    "format_too_long": (
        "{book}: työkirjassa on lukumuotoilu, jossa on yli {limit} merkkiä. Poista se Excelissä "
        "(Muotoile solut, Oma)."
    ),
    "deadline_over": (
        "{book}: työkirja ei valmistunut {seconds} sekunnissa, ja se on ennallaan. Poista siitä "
        "ylimääräiset välilehdet tai anna lisää aikaa: --deadline SEKUNTIA."
    ),
    "book_unexpected": (
        "{book}: tpxl:ssä on vika ({kind}), ja työkirja jäi käsittelemättä. Lähetä "
        "tekijöille loki {log}."
    ),
    "file_encrypted": (
        "{book}: työkirja on suojattu salasanalla. Poista salasana Excelissä (Tiedosto, "
        "Tiedot, Suojaa työkirja) ja tallenna."
    ),
    "file_is_old_excel": (
        "{book}: tämä on vanhan Excelin .xls-tiedosto. Tallenna se Excelissä muotoon .xlsx."
    ),
    "file_is_binary": (
        "{book}: tämä on binaarityökirja (.xlsb). Tallenna se Excelissä muotoon .xlsx tai .xlsm."
    ),
    "file_not_workbook": (
        "{book}: tämä ei ole Excel-työkirja (.xlsx tai .xlsm). Tarkista, että tiedosto on oikea."
    ),
    "file_is_report": (
        "{book}: tämä on raportti (PDF tai Word), jota ei muuteta. Tarkista se komennolla "
        "tpxl check."
    ),
    "marks_of_pdf_alone": "{book}: merkitty kopio (--out) tehdään vain PDF-raportista.",
    "marks_over_report": (
        "{book}: merkitty kopio ei voi tulla raportin paikalle. Anna toinen nimi."
    ),
    "report_damaged": (
        "{book}: tiedosto on vioittunut, tai se ei ole sitä, mitä sen pääte sanoo. Hae raportti "
        "uudelleen."
    ),
    "report_encrypted": "{book}: raportti on suojattu salasanalla. Tallenna se ilman salasanaa.",
    "report_scanned": (
        "{book}: raportissa ei ole tekstiä, vaan sivut ovat kuvia. Hae PDF, joka on tallennettu "
        "suoraan tekstinkäsittelystä."
    ),
    "report_without_reader": (
        "{book}: PDF-raportin lukija puuttuu. Pyydä se pääkäyttäjältä (lisäosa pdf)."
    ),
    "report_too_long": "{book}: raportissa on yli {limit} sivua. Jaa se osiin.",
    "file_damaged": (
        "{book}: tiedosto on katkennut tai vioittunut. Hae työkirja varmuuskopiosta tai lataa"
        " se uudelleen."
    ),
    "file_has_twins": (
        "{book}: työkirja on vioittunut ({part} on siinä kahdesti). Avaa se Excelissä ja "
        "tallenna uudelleen."
    ),
    "part_missing": ("{book}: työkirja on vioittunut ({part} puuttuu). Hae se varmuuskopiosta."),
    "part_damaged": (
        "{book}: työkirja on vioittunut ({part}). Avaa se Excelissä, anna Excelin korjata se "
        "ja tallenna."
    ),
    "part_has_dtd": (
        "{book}: työkirjassa on jotain, mitä Excel ei kirjoita ({part}). Avaa se Excelissä ja "
        "tallenna uudelleen."
    ),
    "part_unordered": (
        "{book}: työkirjan rivit tai solut ovat väärässä järjestyksessä ({part}). Avaa se "
        "Excelissä ja tallenna uudelleen."
    ),
    "sheet_missing": "{book}: työkirjassa ei ole välilehteä {sheet}. Tarkista välilehden nimi.",
    "sheet_damaged": (
        "{book}: välilehti {sheet} on vioittunut. Avaa työkirja Excelissä, anna Excelin "
        "korjata se ja tallenna."
    ),
    "sheet_unordered": (
        "{book}: välilehden {sheet} rivit tai solut ovat tiedostossa väärässä järjestyksessä. "
        "Avaa työkirja Excelissä ja tallenna se uudelleen."
    ),
    "cell_damaged": (
        "{book}: välilehden {sheet} solun {cell} sisältö on vioittunut. Kirjoita solu Excelissä"
        " uudelleen ja tallenna."
    ),
    "cell_unknown": "{sheet}: {cell} ei ole solun osoite. Anna osoite muodossa C7.",
    "edit_in_merged": (
        "Välilehden {sheet} solu {cell} on yhdistetyn alueen {block} sisällä, ja vain alueen "
        "ensimmäisessä solussa voi olla arvo. Pura yhdistäminen Excelissä."
    ),
    "edit_in_array": (
        "Välilehden {sheet} solu {cell} kuuluu matriisikaavan alueeseen {block}. Poista kaava "
        "Excelissä tai jätä solu sen laskettavaksi."
    ),
    "edit_in_data_table": (
        "Välilehden {sheet} solu {cell} kuuluu arvotaulukkoon {block}. Poista arvotaulukko "
        "Excelissä tai jätä solu sen laskettavaksi."
    ),
    "edit_in_pivot": (
        "Välilehden {sheet} solu {cell} kuuluu pivot-taulukkoon {name} ({block}). Siirrä pivot-"
        "taulukko Excelissä muualle."
    ),
    "edit_in_table_header": (
        "Välilehden {sheet} solu {cell} on Excel-taulukon {name} otsikkorivillä ({block}). "
        "Muuta otsikko Excelissä."
    ),
    "edit_in_table_totals": (
        "Välilehden {sheet} solu {cell} on Excel-taulukon {name} summarivillä ({block}). Muuta "
        "solu Excelissä."
    ),
    "sheet_name_taken": (
        "{book}: välilehti {sheet} on jo työkirjassa. Anna uudelle välilehdelle toinen nimi."
    ),
    "sheet_name_unusable": (
        "{book}: välilehden nimeksi ei käy {sheet}. Nimessä on enintään {limit} merkkiä eikä "
        "merkkejä [ ] : * ? / \\."
    ),
    "structure_protected": (
        "{book}: työkirjan rakenne on suojattu, joten välilehteä {sheet} ei voi lisätä. Poista "
        "suojaus Excelissä (Tarkista, Suojaa työkirja)."
    ),
    "sheet_in_signed": (
        "{book}: työkirja tai sen makrot on allekirjoitettu, ja uusi välilehti {sheet} mitätöisi "
        "allekirjoituksen. Lisää välilehti Excelissä ja allekirjoita uudelleen."
    ),
    "sheet_in_shared": (
        "{book}: työkirja on jaettu vanhalla tavalla, joten välilehteä {sheet} ei voi lisätä. "
        "Poista jako Excelissä (Tarkista, Jaa työkirja)."
    ),
    "sheet_not_copied": (
        "{book}: välilehteä {sheet} ei voi kopioida, koska siinä on osa, jota ei voi kopioida "
        "varmasti ({what}). Kopioi välilehti Excelissä."
    ),
    "rows_not_moved": (
        "{book}: välilehden {sheet} rivejä ei voi siirtää, koska siinä on osa, jota ei voi siirtää "
        "varmasti ({what}). Tee muutos Excelissä."
    ),
    "rows_in_use": (
        "{sheet}!{cell}: kaava {formula} hakee luvun alueelta, joka poistettaisiin. Korjaa kaava "
        "ensin."
    ),
    "sheet_not_added": (
        "{book}: välilehteä {sheet} ei voi lisätä työkirjaan. Lisää tyhjä välilehti Excelissä ja "
        "anna sille tämä nimi."
    ),
    "edit_in_signed": (
        "{book}: työkirja on allekirjoitettu sähköisesti, ja muutos mitätöisi "
        "allekirjoituksen. Poista allekirjoitus Excelissä."
    ),
    "edit_in_shared_formula": (
        "Välilehden {sheet} solun {cell} kaava on yhteinen muiden solujen kanssa, eikä sitä voi"
        " siirtää niille. Muuta solu Excelissä."
    ),
    "edit_text_too_long": (
        "Välilehden {sheet} soluun {cell} tulisi yli 32 767 merkkiä, eikä Excelin solu voi "
        "sisältää enempää. Lyhennä tekstiä."
    ),
    "edit_not_a_number": (
        "Välilehden {sheet} soluun {cell} tulisi arvo, joka ei ole luku. Tarkista luvut, joista"
        " se lasketaan."
    ),
    "file_open": (
        "{book}: työkirja on auki ohjelmassa {program}. Tallenna ja sulje se, ja aja komento "
        "uudelleen. Jos se ei ole kenelläkään auki, poista tiedosto {lock}."
    ),
    "file_open_by": (
        "{book}: työkirja on auki ohjelmassa {program} käyttäjällä {user}. Pyydä tallentamaan ja "
        "sulkemaan se, ja aja komento uudelleen. Jos se ei ole kenelläkään auki, poista tiedosto "
        "{lock}."
    ),
    "file_busy": (
        "{book}: toinen tpxl tallentaa samaan kansioon. Odota, että se on valmis, ja aja komento "
        "uudelleen."
    ),
    "file_changed_kept": (
        "{book}: toinen ohjelma tallensi työkirjan samalla hetkellä. Sen versio on "
        "varmuuskopiossa {backup}. Vertaa versioita ennen kuin jatkat."
    ),
    "file_name_too_long": (
        "{book}: tiedoston nimi tai polku on liian pitkä. Lyhennä nimeä tai siirrä työkirja "
        "lyhyempään polkuun."
    ),
    "backups_not_cleared": (
        "{book}: työkirja on tallennettu, mutta vanhimpia varmuuskopioita ei voitu poistaa. "
        "Poista ne kansiosta itse."
    ),
    "owner_not_kept": (
        "{book}: työkirja on tallennettu, mutta sen omistajaksi tai ryhmäksi tuli komennon ajaja. "
        "Pyydä ylläpitoa palauttamaan omistaja, jos muut tarvitsevat sen."
    ),
    "attributes_not_kept": (
        "{book}: työkirja on tallennettu, mutta kaikkia sen lisämääritteitä (esimerkiksi "
        "käyttöoikeusluetteloa) ei voitu siirtää. Tarkista, että muut voivat yhä avata sen."
    ),
    "hard_link_parted": (
        "{book}: työkirja on tallennettu, mutta saman tiedoston toiset nimet (kovat linkit) "
        "näyttävät yhä vanhan version. Linkitä ne uudelleen."
    ),
    "backup_unknown": (
        "{book}: varmuuskopiota {backup} ei ole. Katso nimet komennolla tpxl restore {book}."
    ),
    "backup_damaged": (
        "{book}: varmuuskopio {backup} on katkennut tai vioittunut. Valitse toinen."
    ),
    "backups_unreadable": (
        "{book}: kansiota tai varmuuskopiota ei voi lukea ({detail}). Pyydä lukuoikeus."
    ),
    "file_changed": (
        "{book}: tiedosto on muuttunut sen jälkeen, kun se luettiin. Aja komento uudelleen."
    ),
    "disk_full": (
        "{book}: levy on täynnä, eikä tiedostoa voitu tallentaa. Vapauta tilaa. Vanha "
        "tiedosto on ennallaan."
    ),
    "file_not_writable": (
        "{book}: tiedostoon tai sen kansioon ei saa kirjoittaa. Pyydä kirjoitusoikeus tai "
        "kopioi työkirja omaan kansioon. Vanha tiedosto on ennallaan."
    ),
    "file_not_written": (
        "{book}: tallennus ei onnistunut ({detail}). Yritä uudelleen. Vanha tiedosto on ennallaan."
    ),
    "folder_missing": "{book}: kansiota {folder} ei ole. Luo kansio tai tarkista polku.",
    "macros_none": (
        "{book}: työkirjassa ei ole makroja, joten vaihdettavaa ei ole. Painikkeet saa "
        "lisäosasta (ASENNUS.md)."
    ),
    "macros_foreign": (
        "{book}: työkirjan makrot eivät ole tpxl:n, eikä niihin kosketa. Painikkeet saa "
        "lisäosasta (ASENNUS.md)."
    ),
    "macros_mixed": (
        "{book}: työkirjassa on myös muiden tekemiä makroja ({modules}), jotka voisivat lakata "
        "toimimasta. Siirrä ne toiseen työkirjaan ja aja komento uudelleen."
    ),
    "macros_newer": (
        "{book}: työkirjan makrot ovat tpxl:n versiosta {made_for}, mutta tällä koneella on "
        "versio {installed}. Päivitä tpxl ja aja komento uudelleen."
    ),
    "macros_signed": (
        "{book}: työkirjan makrot on allekirjoitettu, ja vaihto rikkoisi allekirjoituksen. Pyydä "
        "allekirjoittajaa poistamaan se, vaihda makrot ja allekirjoita uudelleen."
    ),
    "macros_damaged": (
        "{book}: työkirjan makroja ei voi lukea ({detail}). Avaa työkirja Excelissä, tallenna se "
        "ja aja komento uudelleen."
    ),
    "nothing_tied": (
        "{book}: yhtään luvuista ({count}, välilehdet {sheets}) ei voitu tarkistaa, koska "
        "mikään ei sido niitä toisiinsa. Tarkista otsikoiden kaudet ja rivien nimet (tpxl "
        "layout näyttää, mitä luettiin)."
    ),
}

FINDINGS = {
    "edit_refused": (
        "{area}, {period}, {line}: solua {cell} ei muutettu, koska muutos vahingoittaisi "
        "työkirjaa. {error}"
    ),
    "area_twice": (
        "Välilehdet {sheets} ovat samaa vastuualuetta {area}, eikä niitä tarkistettu. Korjaa "
        "toisen otsikko tai poista se."
    ),
    "areas_unclear": (
        "{sheet}: samat rivit ovat taulukoissa {first} ja {cell} eri luvuin, eikä alueen nimeä "
        "ole niiden yllä. Niitä ei tarkistettu eikä muutettu. Kirjoita kummankin yläpuolelle "
        "alueen nimi."
    ),
    "area_unfilled": "{area}: ei vielä lukuja.",
    "areas_hidden": (
        "Piilotettuja välilehtiä ei tarkistettu eikä laskettu mukaan: {sheets}. Valinta "
        "--hidden ottaa ne mukaan."
    ),
    "sheet_unread": "{error} Välilehteä ei tarkistettu eikä muutettu.",
    "sheet_refused": "{error} Alueen {area} lukuja ei päivitetty.",
    "macros_old": (
        "Työkirjan {book} makrot ovat aiemmasta tpxl:n versiosta: sen painikkeissa työkirja voi "
        "valita, mikä ohjelma käynnistyy. Sulje työkirja ja aja tpxl upgrade."
    ),
    "journal_unwritten": "Välilehteä {sheet} ei päivitetty: {error}",
}

TEXTS = {
    "many_left": ("jäljellä noin {time}"),
    "many_done": (
        "{count} työkirjaa: kunnossa {clear}, avoimia virheitä {open}, tekemättä {failed}."
    ),
    "many_not_reached": ("Keskeytyi: aloittamatta {count}."),
    "many_skipped": ("Ohitettu: {kinds}."),
    "many_backup": ("varmuuskopioita {count}"),
    "many_lock": ("lukko- ja väliaikaistiedostoja {count}"),
    "many_export": ("vietyjä tiedostoja {count}"),
    "many_form": ("lomakkeita {count}"),
    "many_template": ("mallipohjia {count}"),
    "state_open": "avoin",
    "state_explained": "perusteltu",
    "state_told": "tiedoksi",
    "do_fix": "korjaa tai perustele",
    "do_locked": "perustele",
    "do_outcome": "kirjoita toteuma",
    "do_reason": "kirjoita perustelu",
    "do_look": "katso",
    "journal_gone": "poistunut",
    "rule_change": "Muutos-%",
    "rule_margin": "Toimintakate",
    "rule_per_resident": "€/asukas",
    "rule_residents": "Asukasluku",
    "rule_same_figure": "Sama luku",
    "rule_total": "Summa ja osat",
    "rule_comparison": "Vertailutaulukko",
    "rule_comment": "Suuri muutos",
    "rule_round": "Pyöreä luku",
    "rule_goals": "Tavoitteet",
    "rule_allocation": "Vyörytys",
    "rule_reading": "Luettavuus",
}
