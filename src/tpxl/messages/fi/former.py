"""What the version before said, where it is told otherwise now: reasons are known by it."""

VERSIONS = (
    {
        "findings": {
            "residents_to_type": (
                "{area}, {line}: paikat jäävät tyhjiksi ({periods}), koska kauden asukasluku "
                "puuttuu. Kirjoita Perustiedot-taulukkoon sarakkeet Kausi ja Asukasluku."
            ),
            "formulas_without_value": (
                "Taulukko {sheet}: kaavoja, joilla ei ole laskettua arvoa: {count} (ensimmäinen "
                "{cell}). Niitä ei tarkistettu eikä muutettu. Avaa työkirja Excelissä, tallenna "
                "ja tarkista uudelleen."
            ),
            "area_not_in_summary": (
                "{area} puuttuu taulukosta {sheet}, joten sen summat (ensimmäinen {cell}) eivät "
                "ole koko kaupungin. Lisää alue taulukkoon."
            ),
            "area_same_figures": (
                "{area}: luvut ovat samat kuin alueella {other}. Jos taulukko on kopioitu, "
                "kirjoita siihen alueen omat luvut."
            ),
            "residents_contradict": (
                "{place}: taulukon €/asukas-luvut edellyttävät eri asukaslukuja: {all_ranges}. "
                "Tarkista €/asukas-luvut ja kauden asukasluku."
            ),
            "goal_outcome_missing": (
                '{area}, luku {section}{focus}: tavoitteen "{goal}" toteuma puuttuu. Raportissa '
                "on kerrottava, miten tavoite toteutui (kuntalaki 115 §). Kirjoita toteuma soluun"
                " {cell}."
            ),
            "goal_outcome_awaited": (
                '{area}, luku {section}{focus}: tavoitteen "{goal}" toteuma on vielä tyhjä. Se '
                "kirjoitetaan soluun {cell}, kun tilinpäätöksen luvut ovat valmiit."
            ),
            "goal_goal_missing": (
                "{area}, luku {section}{focus}: rivillä on toimenpide tai mittari mutta ei "
                "tavoitetta. Kirjoita tavoite soluun {cell}."
            ),
            "goal_action_missing": (
                '{area}, luku {section}{focus}: tavoitteella "{goal}" ei ole toimenpidettä. '
                "Kirjoita se soluun {cell}."
            ),
            "goal_indicator_missing": (
                '{area}, luku {section}{focus}: tavoitteella "{goal}" ei ole mittaria, josta '
                "toteutuminen nähtäisiin. Kirjoita se soluun {cell}."
            ),
            "goal_outcome_column_missing": (
                "{area}, luku {section}{focus}: taulukossa ei ole toteuman saraketta. Lisää "
                "taulukkoon, jonka otsikko on solussa {cell}, sarake TP ja vuosi."
            ),
            "goal_outcome_column_awaited": (
                "{area}, luku {section}{focus}: taulukossa ei ole vielä toteuman saraketta "
                "(otsikko solussa {cell}). Se lisätään, kun tilinpäätöksen luvut ovat valmiit."
            ),
            "goal_action_column_missing": (
                "{area}, luku {section}{focus}: taulukossa ei ole toimenpiteiden saraketta. Lisää"
                " se taulukkoon, jonka otsikko on solussa {cell}."
            ),
            "goal_indicator_column_missing": (
                "{area}, luku {section}{focus}: taulukossa ei ole mittarien saraketta. Lisää se "
                "taulukkoon, jonka otsikko on solussa {cell}."
            ),
            "goal_section_missing": (
                "{area}: tavoitetaulua lukuun {missing} ({title}) ei löytynyt. Lisää taulukko tai"
                " tarkista luvun otsikko."
            ),
            "goal_section_unknown": (
                "{area}: kaupungin sääntöjen mukaan luvussa {unknown} ei ole tavoitetaulua, mutta"
                " solusta {cell} alkaa sellainen. Tarkista luvun otsikko."
            ),
            "goal_section_unnamed": (
                "{area}: tavoitetaulun (otsikko solussa {cell}) yläpuolella ei ole luvun "
                "otsikkoa, joten ei tiedetä, mihin lukuun tavoitteet kuuluvat. Lisää otsikko, "
                "esimerkiksi 4. Muut tavoitteet."
            ),
            "goal_none": (
                "{area}, luku {section}{focus}: yhtään tavoitetta ei ole, vähimmäismäärä on "
                "{limit}. Lisää tavoite taulukkoon, joka alkaa solusta {cell}."
            ),
            "goal_too_few": (
                "{area}, luku {section}{focus}: tavoitteita on {count}, vähimmäismäärä on "
                "{limit}. Lisää puuttuvat taulukkoon, joka alkaa solusta {cell}."
            ),
            "goal_too_many": (
                "{area}, luku {section}{focus}: tavoitteita on {count}, enimmäismäärä on {limit}."
                " Ensimmäinen ylimääräinen on solussa {cell}: yhdistä tai poista tavoitteita."
            ),
            "goal_focus_missing": (
                '{area}, luku {section}: painopiste "{missing}" puuttuu. Lisää sen otsikko ja '
                "tavoite."
            ),
            "goal_focus_unknown": (
                '{area}, luku {section}: solun {cell} painopiste "{unknown}" ei ole mikään '
                "kaupungin painopisteistä. Odotettu: {expected_names}. Korjaa otsikko."
            ),
            "goal_focus_absent": (
                "{area}, luku {section}: tavoitteella ei ole painopistettä. Kirjoita sen nimi "
                "solun {cell} taulukon yläpuolelle. Odotettu: {expected_names}."
            ),
            "goal_focus_areas_differ": (
                "{area}, luku {section}: painopisteet ovat muut kuin ne, joihin niitä verrataan "
                "({expected_names}). Korjaa otsikot; jos painopisteet ovat oikein, kirjoita oman "
                "tiedostonne nimi Perustiedoissa riville Tavoiteskeema."
            ),
            "goal_focus_misspelt": (
                "{area}, luku {section}: solun {cell} painopiste on kirjoitettu toisin kuin "
                '"{meant}". Korjaa nimi.'
            ),
            "goal_focus_count": (
                "{area}, luku {section}: painopisteitä on {count}, kaupungin raja on {limit}. "
                "Tarkista painopisteiden otsikot."
            ),
            "goal_text_short": (
                "{area}, luku {section}{focus}: solun {cell} tekstissä on {length} merkkiä, "
                "vähintään pitäisi olla {limit}. Täydennä teksti."
            ),
            "goal_text_long": (
                "{area}, luku {section}{focus}: solun {cell} tekstissä on {length} merkkiä, "
                "enintään saa olla {limit}. Lyhennä tekstiä."
            ),
            "goal_own_rule": (
                '{area}, luku {section}{focus}: solu {cell} ("{text}") ei ole niin kuin kaupunki '
                "on määrännyt: {rule}"
            ),
            "goal_own_rule_unnamed": (
                '{area}, luku {section}{focus}: solu {cell} ("{text}") ei ole niin kuin kaupungin'
                " omat säännöt määräävät. Kysy sääntötiedoston tekijältä, mitä soluun kuuluu."
            ),
            "goal_error_value": (
                "{area}, luku {section}: solussa {sheet}!{cell} on virhearvo {text}. Korjaa kaava"
                " tai kirjoita soluun teksti."
            ),
            "goal_row_joined": (
                "{area}, luku {section}: rivi, joka alkaa solusta {cell}, luettiin ylemmän "
                "tavoitteen jatkoksi, koska tavoitteen solu on tyhjä. Jos se on oma tavoitteensa,"
                " kirjoita tavoite."
            ),
            "goal_row_separate": (
                "{area}, luku {section}: solun {cell} rivi luettiin omaksi tavoitteekseen, vaikka"
                " siltä puuttuu numero. Lisää numero tai yhdistä rivi ylempään."
            ),
            "goals_absent": (
                "{area}: alueen taulukossa ei ole yhtään tavoitetaulua, vaikka muilla alueilla "
                "on. Jos alueella on tavoitteita, lisää ne samoihin lukuihin kuin muilla."
            ),
            "goal_target_unanswered": (
                '{area}, luku {section}{focus}: mittarissa "{indicator}" on tavoiteluku, mutta '
                "toteumassa ei ole lukua. Kirjoita toteutunut luku soluun {cell}."
            ),
            "goal_target_missed": (
                '{area}, luku {section}{focus}: mittarin "{indicator}" tavoite on {expected}, '
                "toteumassa on {found}. Tarkista luku solussa {cell} tai kerro, miksi tavoite jäi"
                " saavuttamatta."
            ),
            "goal_other_year": (
                "{area}, luku {section}{focus}: toteuma solussa {cell} kertoo vuodesta {other}, "
                "vaikka raportti on vuodelta {year}. Päivitä teksti."
            ),
            "goal_placeholder": (
                '{area}, luku {section}{focus}: solussa {cell} on täydennettävä kohta "{text}". '
                "Kirjoita teksti valmiiksi."
            ),
            "goal_unfinished": (
                '{area}, luku {section}{focus}: solun {cell} teksti jää kesken: "{text}". '
                "Kirjoita lause loppuun."
            ),
            "goal_too_long": (
                "{area}, luku {section}{focus}: solun {cell} tekstissä on {length} merkkiä, "
                "tulosteeseen mahtuu noin {limit}. Lyhennä tekstiä."
            ),
            "area_twice": (
                "Taulukot {sheets} ovat samaa vastuualuetta {area}, joten niitä ei tarkistettu "
                "eikä muutettu. Korjaa toisen otsikkoon sen oma alue tai poista ylimääräinen "
                "taulukko."
            ),
            "areas_hidden": (
                "Piilotettuja vastuualueiden taulukoita ei tarkistettu, muutettu eikä laskettu "
                "mukaan: {sheets}. Valitsin --hidden ottaa ne mukaan."
            ),
            "sheet_unread": ("{error} Taulukkoa ei tarkistettu eikä muutettu."),
            "journal_unwritten": ("Taulukkoa {sheet} ei päivitetty: {error}"),
            "goal_same_outcome": (
                "{area}: sama toteuma on {count} tavoitteella, soluissa {cells}. Kirjoita "
                "kullekin, miten juuri se toteutui."
            ),
            "number_as_text": (
                '{area}, {period}, {line}: solun {cell} luku "{text}" on tallennettu tekstinä. '
                "Laskelmissa se on mukana; Excelin kaavat eivät sitä näe."
            ),
            "base_absent": (
                "Vertailukautta {base_period} ei ole työkirjassa, joten siihen verrattuja "
                "lukuja ({count}, ensimmäinen {sheet}!{cell}) ei voi tarkistaa."
            ),
            "unread_column_near": (
                '{area}: otsikkoa "{text}" ei tunneta, joten sarakkeen lukuja ({count}) ei '
                "tarkistettu. Tarkoittaako se kautta {near}? Korjaa solu {cell}."
            ),
            "expenses_turned": (
                "{area}: toimintamenojen etumerkki on toinen kuin asetuksissa (ensimmäinen "
                "{cell}). Luvut luettiin niin kuin ne ovat. Vaihda etumerkit, jos ne ovat "
                "väärin."
            ),
            "allocation_note_unknown": (
                "{area}: lauseen (solu {cell}, {periods}) osuutta {found} ei voi tarkistaa, "
                "koska kautta tai saajaa ei ole vyörytystaulukossa."
            ),
        },
        "texts": {
            "unread_column_unnamed": (
                '{area}: sarakkeen otsikkoa "{text}" (solu {cell}) ei tunneta, joten sen '
                "lukuja ({count}) ei tarkistettu. Kirjoita otsikoksi kausi, esimerkiksi TP "
                "2025."
            ),
            "unread_row_unnamed": (
                '{area}: riviä "{text}" (solu {cell}) ei tunneta, joten sen lukuja ({count}) '
                "ei tarkistettu."
            ),
            "unread_row_lacking_unnamed": (
                '{area}: riviä "{text}" ei tunneta, mutta toimintakate poikkeaa juuri sen '
                "luvuista. Korjaa rivin nimi soluun {cell}."
            ),
            "unread_row_lacking_total_unnamed": (
                '{area}: riviä "{text}" ei tunneta, mutta summa ({totals}) poikkeaa osistaan '
                "juuri sen luvuilla. Korjaa rivin nimi soluun {cell}."
            ),
            "unread_table_unnamed": (
                "{sheet}: solusta {cell} alkavan taulukon rivejä ({labels}) ei tunneta, joten "
                "sen lukuja ({count}) ei tarkistettu."
            ),
            "todo_open": ("Korjaa solu {cell} tai anna perustelu Tarkistus-taulukossa."),
            "todo_locked": (
                "Kausi on jo julkaistu, joten solua {cell} ei muuteta: anna perustelu "
                "Tarkistus-taulukossa tai avaa kausi Perustiedoissa."
            ),
            "todo_lost": ("Kaava osoittaa taulukkoon tai soluun, jota ei enää ole. Korjaa kaava."),
        },
        "unnamed": {
            "todo_locked": ("Kausi on jo julkaistu, joten solua {cell} ei muuteta."),
            "goal_focus_areas_differ": (
                "{area}, luku {section}: painopisteet ovat muut kuin ne, joihin niitä verrataan "
                "({expected_names}). Korjaa otsikot; jos painopisteet ovat oikein, kirjoita oman "
                "tiedostonne nimi asetuksiin riville Tavoiteskeema."
            ),
        },
        "errors": {
            "part_too_many_elements": (
                "{book}: tiedoston osassa {part} on yli {limit} kohtaa. Poista työkirjasta "
                "ylimääräiset nimet, tyylit, linkit tai taulukot."
            ),
            "sheet_too_many_rows": (
                "{book}: taulukossa {sheet} on yli {limit} riviä. Poista tyhjät rivit tai siirrä "
                "aineisto toiseen työkirjaan."
            ),
            "sheet_too_many_merged": (
                "{book}: taulukossa {sheet} on yli {limit} yhdistettyä aluetta. Pura ne Excelissä."
            ),
            "sheet_too_many_headings": (
                "{book}: taulukossa {sheet} on yli {limit} otsikkoriviä, joilla on kausia. Jaa "
                "taulukko usealle taulukolle."
            ),
            "sheet_too_many_words": (
                "{book}: taulukossa {sheet} on yli {limit} raportin sanaa. Jaa taulukko usealle "
                "taulukolle."
            ),
            "sheet_too_many_goals": (
                "{book}: taulukossa {sheet} on yli {limit} tavoiteriviä tai -taulukkoa. Jaa "
                "taulukko usealle taulukolle."
            ),
            "part_missing": (
                "{book}: tiedostosta puuttuu osa {part}, joten se on vioittunut. Hae työkirja "
                "varmuuskopiosta."
            ),
            "part_damaged": (
                "{book}: tiedoston osa {part} on vioittunut. Avaa työkirja Excelissä, anna "
                "Excelin korjata se ja tallenna."
            ),
            "part_has_dtd": (
                "{book}: tiedoston osassa {part} on määrittelyjä, joita Excel ei kirjoita. Avaa "
                "työkirja Excelissä ja tallenna se uudelleen."
            ),
            "part_unordered": (
                "{book}: tiedoston osassa {part} rivit tai solut ovat väärässä järjestyksessä. "
                "Avaa työkirja Excelissä ja tallenna se uudelleen."
            ),
            "sheet_missing": (
                "{book}: työkirjassa ei ole taulukkoa {sheet}. Tarkista taulukon nimi."
            ),
            "sheet_damaged": (
                "{book}: taulukko {sheet} on vioittunut. Avaa työkirja Excelissä, anna Excelin "
                "korjata se ja tallenna."
            ),
            "sheet_unordered": (
                "{book}: taulukon {sheet} rivit tai solut ovat tiedostossa väärässä "
                "järjestyksessä. Avaa työkirja Excelissä ja tallenna se uudelleen."
            ),
            "cell_damaged": (
                "{book}: taulukon {sheet} solun {cell} sisältö on vioittunut. Kirjoita solu "
                "Excelissä uudelleen ja tallenna."
            ),
            "edit_in_merged": (
                "Taulukon {sheet} solu {cell} on yhdistetyn alueen {block} sisällä, ja vain "
                "alueen ensimmäisessä solussa voi olla arvo. Pura yhdistäminen Excelissä."
            ),
            "edit_in_array": (
                "Taulukon {sheet} solu {cell} kuuluu matriisikaavan alueeseen {block}. Poista "
                "kaava Excelissä tai jätä solu sen laskettavaksi."
            ),
            "edit_in_data_table": (
                "Taulukon {sheet} solu {cell} kuuluu arvotaulukkoon {block}. Poista arvotaulukko "
                "Excelissä tai jätä solu sen laskettavaksi."
            ),
            "edit_in_pivot": (
                "Taulukon {sheet} solu {cell} kuuluu pivot-taulukkoon {name} ({block}). Siirrä "
                "pivot-taulukko Excelissä muualle."
            ),
            "edit_in_table_header": (
                "Taulukon {sheet} solu {cell} on Excel-taulukon {name} otsikkorivillä ({block}). "
                "Muuta otsikko Excelissä."
            ),
            "edit_in_table_totals": (
                "Taulukon {sheet} solu {cell} on Excel-taulukon {name} summarivillä ({block}). "
                "Muuta solu Excelissä."
            ),
            "sheet_name_taken": (
                "{book}: taulukko {sheet} on jo työkirjassa. Anna uudelle taulukolle toinen nimi."
            ),
            "sheet_name_unusable": (
                "{book}: taulukon nimeksi ei käy {sheet}. Nimessä on enintään {limit} merkkiä "
                "eikä merkkejä [ ] : * ? / \\."
            ),
            "sheet_in_signed": (
                "{book}: työkirja tai sen makrot on allekirjoitettu, ja uusi taulukko {sheet} "
                "mitätöisi allekirjoituksen. Lisää taulukko Excelissä ja allekirjoita uudelleen."
            ),
            "sheet_in_shared": (
                "{book}: työkirja on jaettu vanhalla tavalla, joten taulukkoa {sheet} ei voi "
                "lisätä. Poista jako Excelissä (Tarkista, Jaa työkirja)."
            ),
            "sheet_not_copied": (
                "{book}: taulukkoa {sheet} ei voi kopioida, koska siinä on osa, jota ei voi "
                "kopioida varmasti ({what}). Kopioi taulukko Excelissä."
            ),
            "sheet_not_added": (
                "{book}: taulukkoa {sheet} ei voi lisätä työkirjaan. Lisää tyhjä taulukko "
                "Excelissä ja anna sille tämä nimi."
            ),
            "edit_in_shared_formula": (
                "Taulukon {sheet} solun {cell} kaava on yhteinen muiden solujen kanssa, eikä sitä"
                " voi siirtää niille. Muuta solu Excelissä."
            ),
            "edit_text_too_long": (
                "Taulukon {sheet} soluun {cell} tulisi yli 32 767 merkkiä, eikä Excelin solu voi "
                "sisältää enempää. Lyhennä tekstiä."
            ),
            "edit_not_a_number": (
                "Taulukon {sheet} soluun {cell} tulisi arvo, joka ei ole luku. Tarkista luvut, "
                "joista se lasketaan."
            ),
            "sheet_unreadable": (
                "Taulukkoa {sheet} ei voi lukea Excelistä ({reason}). Avaa työkirja uudelleen ja "
                "yritä sitten."
            ),
            "edit_failed": (
                "Taulukon {sheet} solua {cell} ei voi muuttaa: Excel sanoo: {reason} Muuta solu "
                "käsin."
            ),
            "edit_not_taken": (
                "Taulukon {sheet} solu {cell} ei pidä siihen kirjoitettua arvoa. Tarkista solun "
                "kelpoisuussääntö ja muotoilu."
            ),
            "sheet_protected": (
                "Taulukko {sheet} on suojattu salasanalla, joten sitä ei muutettu. Poista suojaus"
                " Excelissä (Tarkista, Poista taulukon suojaus) ja yritä uudelleen."
            ),
            "sheet_filtered": (
                "Taulukko {sheet} on suodatettu, joten osa riveistä on piilossa. Poista suodatus "
                "(Tiedot, Tyhjennä) ja paina uudelleen."
            ),
        },
    },
)
"""By part of the catalogue and code, the latest version first."""
