"""Forms to the areas and back: what they say, why one is not taken, what is to be looked at."""

ERRORS = {
    "send_nothing": (
        "{book}: mitään kysyttävää ei ole: alueilla ei ole tavoitteita eikä selitettäviä muutoksia."
    ),
    "collect_none_sent": (
        "{book}: tästä työkirjasta ei ole lähetetty lomakkeita. Lähetä ensin: tpxl send."
    ),
    "return_format": (
        "{file}: lomake on tallennettu toiseen muotoon. Pyydä palautus muodossa .xlsx."
    ),
    "return_no_form": (
        "{file}: tämä ei ole tpxl:n lomake, tai siitä puuttuu Lähetys-välilehti. Pyydä palautus "
        "lähetetyllä tiedostolla."
    ),
    "return_foreign": "{file}: tätä ei ole lähetetty työkirjasta {book}. Tarkista tiedosto.",
    "return_old": (
        "{file}: vanha lomake: {area} lähetettiin uudelleen {at}. Pyydä palautus uudella "
        "lomakkeella."
    ),
    "return_other_year": (
        "{file}: lomake kysyi kautta {asked}, mutta työkirjan uusin on {period}. Tarkista tiedosto."
    ),
    "send_no_day": "{said} ei ole päivä. Kirjoita päivä muodossa 12.2.2026 ja paina uudelleen.",
    "area_no_column": (
        "{book}: vastuualueiden asetuksissa ei ole saraketta {column}. "
        "Lisää sarake tai jätä valinta pois."
    ),
}

TEXTS = {
    "form_title": "{area}: toteumat ja perustelut",
    "form_fill": "Kirjoita keltaisiin soluihin ja palauta tämä tiedosto.",
    "form_fill_by": "Kirjoita keltaisiin soluihin ja palauta tämä tiedosto viimeistään {due}.",
    "form_read": (
        "Muu on luettavaksi: tavoitteita ja lukuja ei muuteta täällä. Luvut ovat välilehdellä "
        "Luvut."
    ),
    "form_missing": "puuttuu",
    "form_missing_count": "Puuttuu:",
    "form_done": "kirjoitettu",
    "form_letters": "merkkiä",
    "form_too_long": "liian pitkä",
    "form_limit": (
        "Raporttiin mahtuu {limit} merkkiä. Lyhennä tekstiä, tai jätä se pitkäksi ja sovi asiasta "
        "talousyksikön kanssa."
    ),
    "form_figures_sheet": "Luvut",
    "form_figures": "{area}: luvut",
    "form_figures_read": "Vain luettavaksi. Jos luku on väärä, kerro siitä talousyksikölle.",
    "form_sent_note": "Tämän avulla vastaukset löytävät paikkansa. Älä muuta.",
    "form_reasons": "Selitettävä muutos",
    "form_change": (
        "Mistä {change_of} johtuu? {period}: {found}; {base_period}: {base_number}; muutos "
        "{change}\u00a0%."
    ),
    "form_change_without_percent": (
        "Mistä {change_of} johtuu? {period}: {found}; {base_period}: {base_number}."
    ),
    "form_list": "lahetyslista",
    "form_list_area": "vastuualue",
    "form_list_person": "vastuuhenkilö",
    "form_list_address": "sähköposti",
    "form_list_file": "tiedosto",
    "form_list_due": "määräpäivä",
    "form_list_questions": "kysytään",
    "form_list_missing": "puuttuu",
    "send_line": "{area}: {file}, puuttuu {missing}/{questions}",
    "send_to": "{area}: {file}, puuttuu {missing}/{questions}; {person} {address}",
    "send_not_asked": "{area}: ei kysyttävää, lomaketta ei tehty.",
    "send_list": "Lähetyslista: {file}",
    "return_state_taken": "koottu",
    "return_state_partly": "koottu osin",
    "return_state_repeated": "sama palautus on jo koottu",
    "return_state_refused": "ei koottu",
    "return_late": "myöhässä",
    "return_by": "täyttäjä {by}",
    "return_counts": (
        "otettu {taken}, jo työkirjassa {same}, ennallaan {unchanged}, ristiriitoja {conflicts}, "
        "katsottavaa {odd}; puuttuu {missing}"
    ),
    "return_conflict": (
        'Ristiriita, {sheet}!{cell}, {title}: työkirjassa "{master}", palautuksessa "{returned}".'
    ),
    "return_conflict_leave": "Kumpikaan ei muuttunut. Valitse --conflict ours tai theirs.",
    "return_conflict_ours": "Työkirjan teksti jäi.",
    "return_conflict_theirs": "Palautuksen teksti otettiin.",
    "odd_no_key": "rivi, jota ei lähetetty; lisää se työkirjaan, jos se kuuluu sinne: {text}",
    "odd_contradicts": "rivin tunniste ja tavoite ovat eri riveiltä, vastausta ei otettu: {text}",
    "odd_rewritten": "tavoite on kirjoitettu kokonaan uudelleen, vastausta ei otettu: {text}",
    "odd_dragged": "vastaus on voitu siirtää toiselta riviltä, sitä ei otettu: {text}",
    "odd_twice": "rivi on kahdesti eri vastauksin, kumpaakaan ei otettu: {text}",
    "odd_copied": "rivi on kahdesti, toisen vastaus otettiin: {text}",
    "odd_error_value": "vastaus on virhearvo, sitä ei otettu: {text}",
    "odd_emptied": "alue tyhjensi vastauksen, työkirjan teksti jäi: {text}",
    "odd_gone": (
        "tavoite tai luku on muuttunut tai poistettu työkirjasta, vastausta ei otettu: {text}"
    ),
    "odd_formula": "solussa on kaava, vastausta ei otettu: {text}",
    "odd_several_cells": "toteuma on useassa solussa, vastausta ei otettu: {text}",
    "odd_lettering": (
        "solun tekstissä on lihavointia tai muuta kirjasinta, vastausta ei otettu: {text}"
    ),
    "odd_no_row": (
        "muutosta ei ole vielä Tarkistuksessa; päivitä työkirja ja kokoa uudelleen: {text}"
    ),
    "odd_goal_changed": "alue muutti tavoitetta, muutosta ei otettu: {text}",
    "odd_row_changed": "alue muutti toimenpiteitä tai mittaria, muutosta ei otettu: {text}",
    "odd_goal_edited": "tavoitetta on muutettu työkirjassa sen jälkeen, vastaus otettiin: {text}",
    "odd_figure_changed": "alue muutti lukua, muutosta ei otettu: {text}",
    "odd_row_missing": "rivi puuttuu palautuksesta: {text}",
    "odd_stray": "tekstiä sarakkeessa, jota lomakkeella ei ole: {text}",
    "odd_same_answer": "sama vastaus usealla rivillä: {text}",
    "excel_send_due": (
        "Milloin lomakkeet viimeistään palautetaan? Esimerkiksi 12.2.2026; tyhjä: ei määräpäivää."
    ),
    "excel_sent": "Tehtiin {count} lomaketta kansioon\n{folder}",
    "excel_sent_save": (
        "Tallenna työkirja ennen kuin lähetät lomakkeet: vain niin palautukset tunnetaan."
    ),
    "excel_collect_choose": "Valitse palautetut lomakkeet",
    "excel_would_collect": "Palautuksista kirjoitettaisiin {count} solua:",
    "excel_collected": "Palautuksista kirjoitettiin {count} solua:",
    "excel_collect_ask": "Kirjoitetaanko vastaukset?",
    "excel_collect_conflicts": (
        "Kirjoitetaanko vastaukset? Kyllä: ristiriidoissa palautuksen teksti. Ei: ristiriidat "
        "jätetään ennalleen. Peruuta: mitään ei kirjoiteta."
    ),
    "form_text": "Teksti",
}
