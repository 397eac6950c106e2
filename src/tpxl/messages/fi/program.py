"""What the command line says around the findings, Excel's boxes, and an export."""

from tpxl.messages.catalogue import in_each_place

_PLACES = {
    "paragraph": "kappaleessa {paragraph}",
    "table": "taulukon {table} rivillä {row}, sarakkeessa {column}",
    "header": "ylä- tai alatunnisteessa",
    "notes": "ala- tai loppuviitteessä",
    "properties": "tiedoston ominaisuuksissa",
    "cell": "solussa {cell}",
}

_PDF_PLACES = {
    "style": "tyylissä {place}",
    "paragraph": "kappaleessa ”{place}”",
    "header": "ylätunnisteessa",
    "footer": "alatunnisteessa",
    "table": "taulukossa {place}",
    "page": "sivun asetuksissa",
}

_PDF_LOOK = (
    "{template}: pohjan {place} on {what}, jota tpxl:n PDF ei seuraa. Tarkista PDF:n ulkoasu,"
    " poista ominaisuus pohjasta tai asenna LibreOffice, joka sen osaa."
)

_PDF_LOST = (
    "{template}: pohjan {place} on {what}, joka puuttuisi PDF:stä, joten PDF:ää ei tehty. "
    "Poista se pohjasta tai asenna LibreOffice; Word-tiedoston voi tallentaa PDF:nä Wordissa."
)

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
    "layout_hidden": "ei luettu: taulukko on piilotettu (valitsin --hidden ottaa mukaan)",
    "layout_veryHidden": (
        "ei luettu: vain makro saa taulukon näkyviin (valitsin --hidden ottaa mukaan)"
    ),
    "layout_damaged": "ei luettu: taulukko on vioittunut",
    "layout_area_twice": "ei luettu: toinen taulukko on samaa vastuualuetta",
    "layout_area_unclear": "ei luettu: ei selviä, minkä vastuualueen taulukko on",
    "layout_period_twice": "ei luettu: sama kausi on taulukossa kahdesti",
    "layout_line_twice": "ei luettu: sama rivi on taulukossa kahdesti",
    "layout_unread_table": "ei luettu: kausien alla ei ole kahta tuttua riviä",
    "layout_unread_column": "ei luettu: sarakkeen otsikkoa ei tunneta",
    "layout_unread_row": "ei luettu: rivin nimeä ei tunneta",
    "layout_unread_lines": "ei luettu: lukujen yläpuolella ei ole kausia",
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
    "demo_book": "Työkirja: {path}",
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
    "excel_hidden": "Muutoksia on myös piilotetuilla taulukoilla: {sheets}.",
    "excel_unsaved": (
        "Työkirjaa ei ole tallennettu. Katso muutokset ja tallenna; jos suljet tallentamatta, "
        "entiset luvut jäävät voimaan."
    ),
    "excel_autosaved": (
        "Automaattinen tallennus on päällä: muutokset on jo tallennettu. Entisen version saa "
        "takaisin versiohistoriasta."
    ),
    "excel_manual": (
        "Laskenta on asetettu manuaaliseksi: paina F9, jotta työkirjan omat kaavat laskevat "
        "uudet luvut."
    ),
    "excel_see_check": "Havainnot ovat Tarkistus-taulukossa.",
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
        "{area}, {period}, {line}: painettua lukua {found} ei voi tarkistaa, koska kauden "
        "asukasluku ei ole raportissa."
    ),
    "report.base_missing": (
        "{area}, {period}, {line}: painettua lukua {found} ei voi tarkistaa, koska vertailukauden "
        "{base_period} luku ei ole raportissa."
    ),
    "report.part_missing": (
        "{area}, {period}, {line}: painettua lukua {found} ei voi tarkistaa, koska luku, josta se "
        "lasketaan, puuttuu raportista."
    ),
    "summary_written": "{path}: {count} lukua",
    "summary_goals_written": "{path}: {count} tavoitetta",
    "summary_package_written": "{path}: {count} lukua ja {goals} tavoitetta",
    "data.title": "Tilinpäätöksen luvut ja tavoitteet",
    "data.figures": "Luvut",
    "data.goals": "Tavoitteet",
    "column.book": "Työkirja",
    "column.area": "Vastuualue",
    "column.section": "Luku",
    "column.line": "Rivi",
    "column.period": "Kausi",
    "column.value": "Arvo",
    "column.unit": "Yksikkö",
    "column.printed": "Painettu",
    "column.computed": "Laskettu",
    "column.sheet": "Taulukko",
    "column.cell": "Solu",
    "column.focus": "Painopiste",
    "column.goal": "Tavoite",
    "column.action": "Toimenpiteet",
    "column.indicator": "Mittari",
    "column.target": "Tavoitetaso",
    "column.outcome": "Toteuma",
    "about.line": "Rivin nimi sanastossa, muuten painettu nimi",
    "about.period": "TP on tilinpäätös, TA talousarvio; vuosi",
    "about.value": "Luku yksikössään: euroja, prosentteja, euroja asukasta kohden tai kappaleita",
    "about.printed": "Luku taulukon omassa yksikössä, niin kuin se on painettu",
    "about.computed": (
        "Luku, joka muista luvuista seuraa, taulukon omassa yksikössä; tyhjä, jos ei mistään"
    ),
    "about.section": "Toimintakertomuksen luku 1–9",
    "unit.EUR": "€",
    "unit.percent": "%",
    "unit.EUR/resident": "€/asukas",
    "unit.count": "kpl",
    "export.unfilled": "ei täytetty",
    "export.title": "Tilinpäätös {year}",
    "export.combined": "Kaikki vastuualueet",
    "export.contents": "Sisällys",
    "export.skip": "Siirry sisältöön",
    "export.board": "Toimielin",
    "export.meeting": "Kokous",
    "whole.by_area": "Vastuualueittain",
    "whole.by_focus": "Painopisteittäin ja luvuittain",
    "whole.figures": "Yhteenveto",
    "whole.goals": "Tavoitteet ja toteumat",
    "whole.missing": "Täyttämättä",
    "whole.sub": "Vastuualueiden toimintakertomukset",
    "whole.total": "Yhteensä",
    "whole.area": "Vastuualue",
    "whole.section": "Luku",
    "whole.focus": "Painopiste",
    "whole.count": "Tavoitteita",
    "whole.told": "Toteuma kirjattu",
    "whole.lacks": "Toteuma puuttuu",
    "whole.place": "Kohta",
    "whole.state": "Tilanne",
    "whole.done": "● kirjattu",
    "whole.begun": "○ osa puuttuu",
    "whole.open": "○ puuttuu",
    "whole.charts": "Kaaviot vastuualueittain",
    "whole.lead": "Näitä kohtia ei ole täytetty työkirjaan.",
    "whole.nothing": "Kaikki kohdat on täytetty.",
    "whole.empty": "luku on tyhjä",
    "whole.line": "{line}: {periods}",
    "whole.goal": "tavoite {number}: {fields}",
    "export.page": "Sivu",
    "export.templates": "Pohjat: {templates}",
    "export.own_templates": "tpxl:n omat",
    "export.actual": "toteutunut",
    "export.decided": "päätetty",
    "export.chart": "{line} {period}: {value} {unit}",
    "export.chart_better": (
        "{line} {period}: {value} {unit}, {difference} {unit} parempi kuin {base}"
    ),
    "export.chart_worse": (
        "{line} {period}: {value} {unit}, {difference} {unit} heikompi kuin {base}"
    ),
    "export.chart_same": "{line} {period}: {value} {unit}, sama kuin {base}",
    "export.chart_description": (
        "Pylväskaavio, jossa on {line} kausilta {first}–{last}. {title}. "
        "Luvut ovat taulukossa kaavion yläpuolella."
    ),
    "export.goal": "Tavoite",
    "export.action": "Toimenpiteet",
    "export.indicator": "Mittarit",
    "export.outcome": "Toteutuminen",
    "export.section1": "1. Toiminta-ajatus",
    "export.section2": "2. Toimintaympäristö ja sen muutokset",
    "export.section3": "3. Strategian painopisteistä johdetut tavoitteet",
    "export.section4": "4. Muut toiminnan painopistealueet ja tavoitteet",
    "export.section5": "5. Tuottavuustoimenpiteet ja -hankkeet",
    "export.section6": "6. Talouden tunnusluvut",
    "export.section7": "7. Toiminnan tunnusluvut",
    "export.section8": "8. Sisäinen valvonta ja riskienhallinta",
    "export.section9": "9. Henkilöstötavoitteet, -suunnitelma ja resurssien käyttö",
}

ERRORS = {
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
        "{book}: avoinna on kaavio- tai makrotaulukko. Siirry vastuualueen taulukkoon ja paina "
        "uudelleen."
    ),
    "not_an_area_sheet": (
        "Taulukolla {sheet} ei ole vastuualueen lukuja. Siirry vastuualueen taulukkoon ja paina "
        "uudelleen, tai paina Päivitä kaikki."
    ),
    "book_unreadable": "{book}: työkirjaa ei voi lukea Excelistä ({reason}). Yritä uudelleen.",
    "sheet_unreadable": (
        "Taulukkoa {sheet} ei voi lukea Excelistä ({reason}). Avaa työkirja uudelleen ja yritä "
        "sitten."
    ),
    "book_unwritable": (
        "{book}: Excel ei suostu muuttamaan tai tallentamaan työkirjaa ({reason}). Tarkista, "
        "ettei työkirja ole avattu vain lukua varten."
    ),
    "edit_failed": (
        "Taulukon {sheet} solua {cell} ei voi muuttaa: Excel sanoo: {reason} Muuta solu käsin."
    ),
    "edit_not_taken": (
        "Taulukon {sheet} solu {cell} ei pidä siihen kirjoitettua arvoa. Tarkista solun "
        "kelpoisuussääntö ja muotoilu."
    ),
    "sheet_protected": (
        "Taulukko {sheet} on suojattu salasanalla, joten sitä ei muutettu. Poista suojaus "
        "Excelissä (Tarkista, Poista taulukon suojaus) ja yritä uudelleen."
    ),
    "sheet_filtered": (
        "Taulukko {sheet} on suodatettu, joten osa riveistä on piilossa. Poista suodatus "
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
        "{template}: pohjan osa {part} on rikki, tai sellaista ei voi käyttää. Tallenna pohja "
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
    "area_taken": "{book}: vastuualue {area} on jo työkirjassa. Anna toinen nimi.",
    "area_is_last": "{book}: {area} on ainoa vastuualue, eikä sitä voi poistaa.",
    "area_shares_sheet": (
        "{book}: vastuualue {area} on samalla taulukolla {sheet} toisen alueen kanssa, joten sitä "
        "ei voi kopioida eikä poistaa. Siirrä se ensin omalle taulukolle."
    ),
    "area_unknown": "{book}: vastuualuetta {area} ei ole. Työkirjan vastuualueet: {areas}.",
    "no_areas": "{book}: työkirjassa ei ole yhtään vastuualueen taulukkoa, joten vietävää ei ole.",
    "export_refused": (
        "{area}: ei viety, koska alueella on avoimia virheitä ({errors} kpl, ensimmäinen "
        "{sheet}!{cell}). Korjaa ne tai anna niille perustelu Tarkistus-taulukossa."
    ),
    "export_area_twice": (
        "{area}: ei viety, koska taulukot {sheets} ovat samaa vastuualuetta. Korjaa toisen "
        "otsikko tai poista ylimääräinen taulukko."
    ),
    "left_hidden": (
        "Piilotettuja vastuualueiden taulukoita ei otettu mukaan: {sheets}. Valitsin --hidden "
        "ottaa ne mukaan."
    ),
    "left_in_table": (
        "{sheet}: vastuualueita {areas} ei viety, koska ne ovat samassa taulukossa. Tee kullekin "
        "alueelle oma taulukko, niin se viedään."
    ),
    "export_cells_left": (
        "{area}: taulukon {sheet} soluja jäi viennistä pois: {count} ({cells}). Siirrä niiden "
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
        "Yhteenvetoon tarvitaan pandas (Parquet-muotoon myös pyarrow), joita ei ole asennettu. "
        "Asenna ne: pip install 'tpxl[data]'."
    ),
    "pdf_converter_missing": (
        "PDF-tiedostoja ei tehty: koneella ei ole typst-pakettia, LibreOfficea eikä Wordia. "
        "Asenna LibreOffice (Linuxissa paketti libreoffice-writer) tai Windowsissa Wordin lisäksi "
        "tpxl[word]."
    ),
    **in_each_place("pdf_look_in", _PDF_LOOK, _PDF_PLACES),
    **in_each_place("pdf_lost_in", _PDF_LOST, _PDF_PLACES),
    "pdf_font_missing": (
        "{template}: fonttia {font} ei ole tällä koneella, joten PDF:ssä sen tilalla on Carlito. "
        "Asenna fontti tai valitse pohjaan Calibri."
    ),
    "pdf_sign_missing": (
        "{file}: PDF:ää ei syntynyt, sillä merkkiä {sign} ei ole tämän koneen fonteissa. Vaihda "
        "merkki työkirjassa tai tallenna Word-tiedosto PDF:nä Wordissa."
    ),
    "word_property": "ominaisuus {name}",
    "word_footnoteReference": "alaviite",
    "word_endnoteReference": "loppuviite",
    "word_shape": "piirros tai tekstiruutu",
    "word_pict": "piirros tai tekstiruutu",
    "word_object": "upotettu objekti",
    "word_AlternateContent": "tekstiruutu tai muoto",
    "word_anchor": "kelluva kuva",
    "word_cols": "palstat",
    "word_pgBorders": "sivun reunaviiva",
    "word_sym": "symbolifontin merkki",
    "word_oMath": "kaava",
    "export_choice_unknown": (
        "{setting}: sanaa {word} ei tunneta, joten se jätettiin pois. "
        "Korjaa asetus; sanat ovat ohjeessa (OHJE.md)."
    ),
    "pdf_not_made": "{file}: PDF:ää ei syntynyt ({reason}). Avaa Word-tiedosto ja tallenna PDF:nä.",
    "pdf_too_slow": (
        "{file}: PDF ei valmistunut {seconds} sekunnissa. Yritä uudelleen tai tallenna "
        "Word-tiedosto PDF:nä."
    ),
}

UNNAMED = {
    "export_refused": (
        "{area}: ei viety, koska alueella on avoimia virheitä ({errors} kpl, ensimmäinen "
        "{sheet}!{cell}). Korjaa ne."
    ),
}
"""The same where the book lacks the sheet that the sentence names."""
