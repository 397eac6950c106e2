"""What exported documents, pages and open data say, and what is said of PDFs."""

from tpxl.messages.catalogue import in_each_place

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

TEXTS = {
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
    "export.preview": "esikatselu",
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
    "templates.in_folder": "Pohjat ja niiden ohje ovat kansiossa\n{folder}",
    "templates.came": "Tuotiin: {files}",
    "templates.kept": "Oli jo kansiossa, ei muutettu: {files}",
    "templates.preview": "Esikatselu vastuualueesta {area}: {count} tiedostoa kansiossa\n{folder}",
    "templates.no_preview": "Esikatselu ei onnistunut.",
}

ERRORS = {
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
    "templates_words": (
        "--area ja --hidden valitsevat esikatseltavan vastuualueen. Lisää --preview TYÖKIRJA."
    ),
    "templates_in_cloud": (
        "{book}: työkirja on verkossa, eikä sillä ole tällä koneella kansiota, johon pohjat "
        "tuotaisiin. Tallenna työkirja tai sen kopio tämän koneen kansioon ja paina siinä."
    ),
}
