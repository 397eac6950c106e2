"""What the command line says around the findings, Excel's boxes, and what templates get wrong."""

from tpxl.messages.catalogue import in_each_place

_PLACES = {
    "paragraph": "kappaleessa {paragraph}",
    "table": "taulukon {table} rivillä {row}, sarakkeessa {column}",
    "header": "ylä- tai alatunnisteessa",
    "notes": "ala- tai loppuviitteessä",
    "properties": "tiedoston ominaisuuksissa",
    "cell": "solussa {cell}",
}

_FIELD = (
    "{template}: pohjan {place} on kenttä {tag}, mutta kenttää {field} ei ole. "
    "Korjaa kentän nimi pohjaan tai poista kenttä."
)

_TAG = (
    "{template}: pohjan {place} on merkintä {tag}, jota ei voi tulkita: sulku, alku tai loppu "
    "puuttuu. Korjaa merkintä pohjaan."
)

_REFUSED = (
    "{template}: pohjan {place} on merkintä {tag}, mutta {what} ei ole sallittu pohjassa. "
    "Käytä vain ohjeen (OHJE.md) kenttiä, toistoja ja ehtoja."
)

TEXTS = {
    "figures_checked": "{count} lukua tarkistettu",
    "no_figures_yet": ("ei vielä lukuja"),
    "figures_changed": "{count} muutettu",
    "wrong_in_locked": "julkaistuissa kausissa {count}",
    "explained": "perusteltu {count}",
    "explanation": "Perustelu: {reason}",
    "completeness": "Valmius vastuualueittain",
    "completeness_filled": "täytetty",
    "completeness_checked": "tarkistettu",
    "completeness_explained": "perusteltu",
    "edits": "Muutokset ({count})",
    "empty": "tyhjä",
    "figures_table": "tunnuslukutaulukko",
    "unread_table": (
        "{place}: kausien alla ei ole kahta riviä, jotka tpxl tuntee, joten "
        "taulukkoa ei lasketa ({periods}; {labels})."
    ),
    "layout_area": "vastuualueen tunnusluvut",
    "layout_areas_in_table": "vastuualueita samassa taulukossa",
    "layout_total": "kaikkien vastuualueiden summat",
    "layout_summary": "yhteenveto",
    "layout_goals": "tavoitteet",
    "layout_comparison": "vertailutaulukko",
    "layout_allocation": "kustannusten vyörytys",
    "layout_settings": "asetukset",
    "layout_findings_journal": "havaintojen luettelo",
    "layout_changes_journal": "muutosten luettelo",
    "layout_hidden": "ei luettu: välilehti on piilotettu (valinta --hidden ottaa mukaan)",
    "layout_veryHidden": (
        "ei luettu: vain makro saa välilehden näkyviin (valinta --hidden ottaa mukaan)"
    ),
    "layout_damaged": "ei luettu: välilehti on vioittunut",
    "layout_area_twice": "ei luettu: toinen välilehti on samaa vastuualuetta",
    "layout_area_unclear": "ei luettu: ei selviä, minkä vastuualueen välilehti on",
    "layout_period_twice": "ei luettu: sama kausi on taulukossa kahdesti",
    "layout_line_twice": "ei luettu: sama rivi on taulukossa kahdesti",
    "layout_unread_table": "ei luettu: kausien alla ei ole kahta tuttua riviä",
    "layout_unread_column": "ei luettu: sarakkeen otsikkoa ei tunneta",
    "layout_unread_row": "ei luettu: rivin nimeä ei tunneta",
    "layout_unread_lines": "ei luettu: lukujen yläpuolella ei ole kausia",
    "layout_unread_numbers": "ei luettu: otsikoita ei tunneta",
    "layout_empty": "tyhjä",
    "layout_nothing_known": "ei luettu: ei raportin taulukoita",
    "summary_table": "Yhteenveto:",
    "residents_found": "Asukasluku {period}: {residents} ({status}), {sheet}!{cell}",
    "backups": "{book}: {count} varmuuskopiota, uusin ensin",
    "backups_none": "{book}: varmuuskopioita ei ole.",
    "backup_whole": "ehjä",
    "backup_cut": "vioittunut",
    "backup_size": "{size} kt",
    "restored": "{book}: palautettu {backup}.",
    "restored_already": "{book}: työkirja on jo sama kuin {backup}.",
    "restored_kept": "Edellinen versio on varmuuskopiossa {backup}.",
    "demo_check": "Raportin luvut ennen päivitystä",
    "demo_refresh": "Päivitys",
    "demo_export": "Lautakunnalle vietävät",
    "upgraded": (
        "{book}: makrot vaihdettiin tpxl:n version {version} makroihin. Mikään muu ei muuttunut."
    ),
    "would_upgrade": (
        "{book}: makrot vaihdettaisiin tpxl:n version {version} makroihin. Mikään muu ei muuttuisi."
    ),
    "upgrade_needless": (
        "{book}: makrot ovat jo tpxl:n version {version} makrot. Mitään ei muutettu."
    ),
    "excel_started": "tpxl: luetaan työkirjaa ...",
    "excel_progress": "tpxl: luettu {done}/{total}: {sheet}",
    "excel_log": "Tarkemmat tiedot: {path}",
    "excel_nothing_changed": "Mikään ei muuttunut: luvut ovat jo ajan tasalla.",
    "excel_changed": "Muutettiin {count} lukua:",
    "excel_would_change": "Päivitys muuttaisi {count} lukua:",
    "excel_would_change_nothing": "Päivitys ei muuttaisi mitään: luvut ovat jo ajan tasalla.",
    "excel_more": "... ja {count} muuta.",
    "excel_not_changed": "Kaikkea ei voitu muuttaa:",
    "excel_hidden": "Muutoksia on myös piilotetuilla välilehdillä: {sheets}.",
    "excel_unsaved": (
        "Työkirjaa ei ole tallennettu. Katso muutokset ja tallenna; jos suljet tallentamatta, "
        "entiset luvut jäävät voimaan."
    ),
    "excel_autosaved": (
        "Automaattinen tallennus on päällä: muutokset on jo tallennettu. Entisen version saa "
        "takaisin versiohistoriasta."
    ),
    "excel_kept": "Työkirja ennen muutoksia: {path}",
    "excel_not_kept": "Työkirjasta ei jäänyt varmuuskopiota: {why}",
    "excel_manual": (
        "Laskenta on asetettu manuaaliseksi: paina F9, jotta työkirjan omat kaavat laskevat "
        "uudet luvut."
    ),
    "excel_see_check": "Havainnot ovat Tarkistus-välilehdellä.",
    "self_test_head": "tpxl {tpxl}, Python {python}:",
    "self_test_works": "OK:",
    "self_test_fails": "EI:",
    "self_test_copy": "Työkirja luetaan yhdestä kopiosta ({count} välilehteä, {seconds} s).",
    "self_test_cells": (
        "Excel ei anna työkirjasta luettavaa kopiota, joten se luetaan solu kerrallaan "
        "({count} välilehteä, {seconds} s)."
    ),
    "self_test_writable": "Työkirjaa voi muuttaa.",
    "self_test_read_only": "Työkirja on avattu vain luku -tilassa: tallenna se toisella nimellä.",
    "self_test_backup": "Varmuuskopiot menevät kansioon {folder}",
    "self_test_no_backup": "Kansioon {folder} ei voi kirjoittaa: pyydä kirjoitusoikeus.",
    "self_test_cloud": "Työkirja on verkossa: vienti menee kansioon {folder}",
    "self_test_pdf": "PDF syntyy ilman muita ohjelmia.",
    "self_test_no_pdf": "PDF-tiedostoihin tarvitaan Word tai LibreOffice.",
    "self_test_functions": "Taulukkofunktioiden kirjasto on paikallaan.",
    "self_test_no_functions": (
        "Taulukkofunktioiden kirjasto puuttuu: aja asennus (install.ps1) uudelleen."
    ),
    "self_test_log": "Virheloki: {folder}",
    "self_test_end": "Mitään ei muutettu.",
    "excel_first_findings": "Tärkeimmät havainnot:",
    "excel_no_findings": "Kaikki täsmää.",
    "excel_exported": "Vietiin {count} tiedostoa kansioon\n{folder}",
    "excel_old_macros": (
        "Painikkeen makrot ovat tpxl:n aiemmasta versiosta. Sulje työkirja ja aja komento "
        "tpxl upgrade; jos painoit valintanauhaa, aja asennus (install.ps1) uudelleen."
    ),
    "templates_kept": "{path} on jo kansiossa; sitä ei muutettu",
    "compare.tied": "Työkirjan luvuista ja tavoitteista sama raporteissa: {tied}/{total}.",
    "compare.differences": "Eroaa ({count})",
    "compare.missing": "Puuttuu raporteista ({count})",
    "compare.unknown": "Ei ole työkirjassa ({count})",
    "compare.numbers": "Raporttien taulukoiden luvuista verrattu {done}/{of}.",
    "compare.not_read_back": "Ei luettu takaisin (HTML): {files}.",
    "compare.read_back": "Luettu takaisin: {files}.",
    "compare.book": "työkirjassa {value}",
    "compare.report": "raportissa {value}",
    "compare.goal": "tavoite",
    "report.proof_made": "Täsmää: laskettu luvuista {terms}.",
    "report.proof_part": "Täsmää: tästä on laskettu {result}.",
    "report.page": "s. {page}",
    "report.row": "taulukko {table}, rivi {row}",
    "report.tied": "Täsmäytetty {done}/{of} taulukoiden luvusta.",
    "report.untied": "Taulukot, joiden lukuja ei täsmäytetty ({count})",
    "report.untied_table": "{heading} ({count} lukua)",
    "report.residents_missing": (
        "{area}, {period}, {line}: raportin lukua {found} ei voi tarkistaa, koska kauden "
        "asukasluku ei ole raportissa."
    ),
    "report.base_missing": (
        "{area}, {period}, {line}: raportin lukua {found} ei voi tarkistaa, koska vertailukauden "
        "{base_period} luku ei ole raportissa."
    ),
    "report.part_missing": (
        "{area}, {period}, {line}: raportin lukua {found} ei voi tarkistaa, koska luku, josta se "
        "lasketaan, puuttuu raportista."
    ),
    "summary_written": "{path}: {count} lukua",
    "summary_goals_written": "{path}: {count} tavoitetta",
    "summary_package_written": "{path}: {count} lukua ja {goals} tavoitetta",
}

ERRORS = {
    "output_is_read": (
        "{file}: tämä tiedosto luetaan, joten sen päälle ei kirjoiteta. Anna toinen nimi."
    ),
    "output_not_written": (
        "Tulosta ei voitu näyttää: levy on täynnä tai tulosteen kohde on suljettu. Työkirjat, "
        "joista ei ole virheriviä, on käsitelty."
    ),
    "command_unexpected": (
        "tpxl:ssä on vika ({kind}), ja komento keskeytyi. Lähetä tekijöille loki {log}."
    ),
    "folder_not_writable": "{folder}: kansioon ei voi kirjoittaa. Valitse toinen kansio.",
    "excel_busy": (
        "Excel on varattu: jossakin solussa on muokkaus kesken tai valintaikkuna on auki. "
        "Paina Enter tai Esc, sulje ikkuna ja paina painiketta uudelleen."
    ),
    "excel_gone": (
        "Excel ei vastaa enää. Katso, onko työkirja vielä auki, ja avaa se uudelleen. Levyllä "
        "oleva tiedosto on ennallaan."
    ),
    "changes_left_kept": (
        "{book}: muutos jäi kesken, ja osa siitä ehti tapahtua. Sulje työkirja tallentamatta ja "
        "avaa se uudelleen. {kept}\n\n{reason}"
    ),
    "changes_left": (
        "{book}: Excel lakkasi vastaamasta kesken muutosten, ja osa luvuista ehti muuttua. Sulje "
        "työkirja tallentamatta ja avaa se uudelleen."
    ),
    "caller_missing": (
        "Työkirjaa, jonka painiketta painettiin, ei löytynyt avoimena. Tallenna työkirja, sulje "
        "muut Excelin ikkunat ja paina uudelleen. Tiedoston nimessä ei saa olla =-merkkiä."
    ),
    "another_book_active": (
        "Painike kuuluu työkirjaan {book}, mutta edessä on työkirja {active}. Siirry työkirjaan "
        "{book} ja paina uudelleen."
    ),
    "book_newer": (
        "{book}: työkirja on tehty tpxl:n versiolle {made_for}, mutta tällä koneella on versio "
        "{installed}. Asenna uusi versio (install.ps1) ja paina uudelleen."
    ),
    "book_unsaved": (
        "{book}: työkirjaa ei ole vielä tallennettu, joten sillä ei ole kansiota, johon viedä. "
        "Tallenna työkirja ja paina uudelleen."
    ),
    "not_a_worksheet": (
        "{book}: avoinna on kaavion tai makrojen välilehti. Siirry vastuualueen välilehdelle ja "
        "paina uudelleen."
    ),
    "not_an_area_sheet": (
        "Välilehdellä {sheet} ei ole vastuualueen lukuja. Siirry vastuualueen välilehdelle ja "
        "paina uudelleen, tai paina Päivitä kaikki."
    ),
    "book_unreadable": "{book}: työkirjaa ei voi lukea Excelistä ({reason}). Yritä uudelleen.",
    "sheet_unreadable": (
        "Välilehteä {sheet} ei voi lukea Excelistä ({reason}). Avaa työkirja uudelleen ja yritä "
        "sitten."
    ),
    "book_unwritable": (
        "{book}: Excel ei suostu muuttamaan tai tallentamaan työkirjaa ({reason}). Tarkista, "
        "ettei työkirja ole avattu vain lukua varten."
    ),
    "edit_failed": (
        "Välilehden {sheet} solua {cell} ei voi muuttaa: Excel sanoo: {reason} Muuta solu käsin."
    ),
    "cell_changed_meanwhile": (
        "Välilehden {sheet} solu {cell} muuttui sen jälkeen, kun se luettiin, joten sitä ei "
        "muutettu. Paina uudelleen."
    ),
    "edit_not_taken": (
        "Välilehden {sheet} solu {cell} ei pidä siihen kirjoitettua arvoa. Tarkista solun "
        "kelpoisuussääntö ja muotoilu."
    ),
    "sheet_protected": (
        "Välilehti {sheet} on suojattu salasanalla, joten sitä ei muutettu. Poista suojaus "
        "Excelissä (Tarkista, Poista taulukon suojaus) ja yritä uudelleen."
    ),
    "sheet_filtered": (
        "Välilehti {sheet} on suodatettu, joten osa riveistä on piilossa. Poista suodatus "
        "(Tiedot, Tyhjennä) ja paina uudelleen."
    ),
    "unexpected": (
        "Jotain odottamatonta tapahtui ({detail}). Työkirja on ennallaan. Yritä uudelleen; jos "
        "virhe toistuu, lähetä lokitiedosto tuelle."
    ),
    "udf_shapes": "alueet ovat eri kokoisia. Anna yhtä suuret alueet.",
    "udf_decimals": "{value} ei käy: anna kokonaisluku väliltä {least}...{most}.",
    "udf_not_a_number": "{value} ei ole luku.",
    **in_each_place("template_field_in", _FIELD, _PLACES),
    **in_each_place("template_tag_in", _TAG, _PLACES),
    **in_each_place("template_refused_in", _REFUSED, _PLACES),
    "template_field_elsewhere": (
        "{template}: pohjassa on kenttä, jota ei ole ({field}). Korjaa kentän nimi pohjaan."
    ),
    "template_refused_elsewhere": (
        "{template}: {what} ei ole sallittu pohjassa. Käytä vain ohjeen (OHJE.md) kenttiä, "
        "toistoja ja ehtoja."
    ),
    "template_not_filled": (
        "{template}: pohjaa ei voi täyttää ({reason}). Korjaa pohjan merkinnät tai palauta "
        "alkuperäinen."
    ),
    "template_too_much": (
        "{template}: pohjasta tulisi kohtuuttoman pitkä. Poista siitä sisäkkäisiä toistoja."
    ),
    "template_too_large": (
        "{template}: pohja on liian suuri. Poista siitä ylimääräinen sisältö tai palauta "
        "alkuperäinen."
    ),
    "template_cell_too_far": (
        "{template}: pohjan solussa {cell} on sisältöä liian kaukana muusta. Tyhjennä solu."
    ),
    "template_part_broken": (
        "{template}: pohja on rikki ({part}), tai sitä ei voi käyttää. Tallenna pohja "
        "uudelleen tai palauta alkuperäinen."
    ),
    "template_link": (
        "{template}: pohjan osassa {part} on linkitetty tai upotettu sisältö {target}, mikä ei ole "
        "sallittu pohjassa. Lisää kuva tiedostoon ilman linkkiä ja poista muu."
    ),
    "template_foreign_field": (
        "{template}: pohjan osassa {part} on Wordin kenttä {field}, joka ei ole sallittu "
        "pohjassa. Poista kenttä."
    ),
    "template_missing": "{template}: pohjaa ei ole. Palauta se kansioon {folder}.",
    "template_unreadable": (
        "{template}: pohja ei ole ehjä Word- tai Excel-tiedosto. Tallenna se uudelleen tai "
        "palauta alkuperäinen."
    ),
    "area_words": (
        "Kirjoita tpxl area add TYÖKIRJA ALUE [--like MALLI], tpxl area rename TYÖKIRJA ALUE UUSI "
        "tai tpxl area remove TYÖKIRJA ALUE."
    ),
    "area_approved": (
        "{book}: vastuualue {area} on hyväksytty, joten sitä ei nimetä eikä poisteta. Avaa se "
        "ensin uudelleen (tpxl approve --state ready)."
    ),
    "area_taken": "{book}: vastuualue {area} on jo työkirjassa. Anna toinen nimi.",
    "area_is_last": "{book}: {area} on ainoa vastuualue, eikä sitä voi poistaa.",
    "area_shares_sheet": (
        "{book}: vastuualue {area} on samalla välilehdellä {sheet} toisen alueen kanssa, joten "
        "sitä ei voi kopioida eikä poistaa. Siirrä se ensin omalle välilehdelle."
    ),
    "area_unknown": "{book}: vastuualuetta {area} ei ole. Työkirjan vastuualueet: {areas}.",
    "no_areas": "{book}: työkirjassa ei ole yhtään vastuualueen välilehteä, joten vietävää ei ole.",
    "export_refused": (
        "{area}: ei viety, koska alueella on avoimia virheitä ({errors} kpl, ensimmäinen "
        "{sheet}!{cell}). Korjaa ne tai anna niille perustelu Tarkistus-välilehdellä."
    ),
    "export_area_twice": (
        "{area}: ei viety, koska välilehdet {sheets} ovat samaa vastuualuetta. Korjaa toisen "
        "otsikko tai poista ylimääräinen välilehti."
    ),
    "left_hidden": (
        "Piilotettuja vastuualueiden välilehtiä ei otettu mukaan: {sheets}. Valinta --hidden "
        "ottaa ne mukaan."
    ),
    "left_in_table": (
        "{sheet}: vastuualueita {areas} ei viety, koska ne ovat samassa taulukossa. Tee kullekin "
        "alueelle oma välilehti, niin se viedään."
    ),
    "export_cells_left": (
        "{area}: välilehden {sheet} soluja jäi viennistä pois: {count} ({cells}). Siirrä niiden "
        "tekstit jonkin osion otsikon alle, jos ne kuuluvat raporttiin."
    ),
    "export_error_value": (
        "{area}: solussa {sheet}!{cell} on virhearvo {value}; viedyssä tiedostossa sen paikalla "
        "lukee virhearvo. Korjaa solu ja vie uudelleen."
    ),
    "export_refused_error_value": (
        "{area}: ei viety, koska solussa {sheet}!{cell} on virhearvo {value}. Korjaa solu."
    ),
    "export_no_scratch": (
        "{folder}: väliaikaisia tiedostoja ei voitu kirjoittaa. Vapauta levytilaa ja tarkista, "
        "että väliaikaiseen kansioon saa kirjoittaa."
    ),
    "export_not_written": (
        "{file}: tiedostoa ei voitu kirjoittaa. Sulje se, jos se on auki muualla, ja tarkista, "
        "että kansioon saa kirjoittaa."
    ),
    "summary_suffix": (
        "{file}: yhteenvedon muoto valitaan päätteestä: .csv, .xlsx tai .parquet. Vaihda pääte."
    ),
    "summary_needs_pandas": (
        "Yhteenvedon lisäosa puuttuu. Pyydä se pääkäyttäjältä (lisäosa data)."
    ),
}

UNNAMED = {
    "export_refused": (
        "{area}: ei viety, koska alueella on avoimia virheitä ({errors} kpl, ensimmäinen "
        "{sheet}!{cell}). Korjaa ne."
    ),
}
"""The same where the book lacks the sheet that the sentence names."""
