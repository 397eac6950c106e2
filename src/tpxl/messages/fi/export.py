"""Why a clean sheet cannot be made, and the few words it adds to what the area sheet says."""

from tpxl.messages.places import in_each_place

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


ERRORS = {
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
    "area_unknown": "{book}: vastuualuetta {area} ei ole. Työkirjan vastuualueet: {areas}.",
    "no_areas": "{book}: työkirjassa ei ole yhtään vastuualueen taulukkoa, joten vietävää ei ole.",
    "export_refused": (
        "{area}: ei viety, koska alueella on avoimia virheitä ({errors} kpl, ensimmäinen "
        "{sheet}!{cell}). Korjaa ne tai anna niille perustelu Tarkistus-taulukossa."
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
        "PDF-tiedostoja ei tehty: koneella ei ole LibreOfficea eikä Wordia. Asenna LibreOffice "
        "(Linuxissa paketti libreoffice-writer) tai Windowsissa Wordin lisäksi tpxl[word]."
    ),
    "pdf_not_made": "{file}: PDF:ää ei syntynyt ({reason}). Avaa Word-tiedosto ja tallenna PDF:nä.",
    "pdf_too_slow": (
        "{file}: PDF ei valmistunut {seconds} sekunnissa. Yritä uudelleen tai tallenna "
        "Word-tiedosto PDF:nä."
    ),
}

TEXTS = {
    "summary_written": "{path}: {count} lukua",
    "export.unfilled": "ei täytetty",
    "export.title": "Tilinpäätös {year}",
    "export.combined": "Kaikki vastuualueet",
    "export.contents": "Sisällys",
    "export.page": "Sivu",
    "export.templates": "Pohjat: {templates}",
    "export.own_templates": "tpxl:n omat",
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
