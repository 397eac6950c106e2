"""Findings about figures that do not agree with those they are tied to, outside their own rows."""

_TIES = {
    "tie_amended": (
        "{place}: tryckt {found}, av den ursprungliga budgeten och ändringarna beräknat "
        "{expected} (tal {parts})."
    ),
    "tie_deviation": "{place}: tryckt {found}, beräknat {expected} (tal {parts}).",
    "tie_used_percent": "{place}: tryckt {found}{mark}, beräknat {expected}{mark} ({parts}).",
    "tie_deviation_percent": (
        "{place}: tryckt {found}{mark}, beräknat {expected}{mark} (tal {parts})."
    ),
    "tie_change": "{place}: tryckt {found}, beräknat {expected} (tal {parts}).",
    "tie_change_percent": (
        "{place}: tryckt {found}{mark}, beräknat {expected}{mark} (tal {parts})."
    ),
    "tie_total": "{place}: tryckt {found}, delarnas summa är {expected} (delar {parts}).",
    "tie_areas_total": (
        "{place}: tryckt summa av alla ansvarsområden {found}, av områdenas tal beräknat "
        "{expected} (områden {parts})."
    ),
    "tie_same_figure": (
        "{place}: tryckt {found}{mark}, men samma tal är på ett annat ställe ({related}) "
        "{parts}{mark}."
    ),
}

FINDINGS = {
    **_TIES,
    **{
        f"{code}_rounding": f"{text} Skillnaden beror på att talen är avrundade."
        for code, text in _TIES.items()
    },
    "tie_made_figures": (
        "{place}: tryckt {found}{mark}, men de tal som beräknats av det ({related}) förutsätter "
        "talet {expected}{mark}."
    ),
    "tie_made_figures_between": (
        "{place}: tryckt {found}{mark}, men de tal som beräknats av det ({related}) förutsätter "
        "ett tal mellan {low} och {high}{mark}."
    ),
    "tie_made_figures_or": (
        "{place}: tryckt {found}{mark}, men de tal som beräknats av det ({related}) förutsätter "
        "talet {expected}{mark}, om inte felet är i {rivals}."
    ),
    "table_percent_over_zero": (
        "{place}: tryckt {found}{mark}, men jämförelsetalet är noll. Procenten kan inte "
        "beräknas. Skriv ett streck i cell {cell} eller lämna den tom."
    ),
    "table_percent_over_other_sign": (
        "{place}: tryckt {found}{mark}, men jämförelsetalet har motsatt tecken. Procenten säger "
        "ingenting. Skriv ett streck i cell {cell} eller lämna den tom."
    ),
    "table_term_missing": (
        "{place}: det tryckta talet {found}{mark} kan inte kontrolleras, eftersom ett tal som det "
        "beräknas av saknas i tabellen."
    ),
    "table_unread": (
        "{place}: kolumnen kan inte kontrolleras, eftersom varken rubriken eller raderna visar "
        "hur den räknas. Skriv i rubriken vilka perioder kolumnen jämför."
    ),
    "table_unreadable": (
        '{place}: i cell {cell} står "{text}", som inte säkert kan läsas som ett tal. '
        "Skriv ett tal i cellen eller töm den."
    ),
    "total_parts_unknown": (
        "{place}: summan {found} kan inte kontrolleras mot sina delar, eftersom alla delar inte "
        "är kända eller tryckta."
    ),
    "residents_contradict": (
        "{place}: de tryckta talen i €/invånare förutsätter olika invånarantal: {ranges}. "
        "Kontrollera €/invånare och periodens invånarantal."
    ),
    "comment_needed": (
        "{area}, {period}, {line}: {found}, ändring {change}\u00a0% från {base_number} i "
        "{base_period}. Skriv en förklaring till ändringen på bladet Tarkistus."
    ),
    "comment_without_percent": (
        "{area}, {period}, {line}: {found}, medan talet i {base_period} var {base_number}. "
        "Skriv en förklaring till ändringen på bladet Tarkistus."
    ),
    "not_round": (
        "{area}, {period}, {line}: budgettalet {found} är inte runt, fast alla andra budgettal är "
        "det (på {unit} euro när)."
    ),
}
