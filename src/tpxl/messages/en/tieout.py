"""Findings about figures that do not agree with those they are tied to, outside their own rows."""

_TIES = {
    "tie_amended": (
        "{place}: printed {found}, computed from the original budget and its changes {expected} "
        "(figures {parts})."
    ),
    "tie_deviation": "{place}: printed {found}, computed {expected} (figures {parts}).",
    "tie_used_percent": "{place}: printed {found}{mark}, computed {expected}{mark} ({parts}).",
    "tie_deviation_percent": (
        "{place}: printed {found}{mark}, computed {expected}{mark} (figures {parts})."
    ),
    "tie_change": "{place}: printed {found}, computed {expected} (figures {parts}).",
    "tie_change_percent": (
        "{place}: printed {found}{mark}, computed {expected}{mark} (figures {parts})."
    ),
    "tie_total": "{place}: printed {found}, its parts add up to {expected} (parts {parts}).",
    "tie_areas_total": (
        "{place}: printed total of all service areas {found}, computed from the areas {expected} "
        "(areas {parts})."
    ),
    "tie_same_figure": (
        "{place}: printed {found}{mark}, but the same figure stands elsewhere ({related}) as "
        "{parts}{mark}."
    ),
}

FINDINGS = {
    **_TIES,
    **{
        f"{code}_rounding": f"{text} The difference comes from the rounding of the figures."
        for code, text in _TIES.items()
    },
    "tie_made_figures": (
        "{place}: printed {found}{mark}, but the figures made from it ({related}) call for "
        "{expected}{mark}."
    ),
    "tie_made_figures_between": (
        "{place}: printed {found}{mark}, but the figures made from it ({related}) call for "
        "one between {low} and {high}{mark}."
    ),
    "tie_made_figures_or": (
        "{place}: printed {found}{mark}, but the figures made from it ({related}) call for "
        "{expected}{mark}, unless it is {rivals} that is wrong."
    ),
    "table_percent_over_zero": (
        "{place}: printed {found}{mark}, but the figure it is compared with is zero. There is no "
        "percentage: print a dash or leave cell {cell} empty."
    ),
    "table_percent_over_other_sign": (
        "{place}: printed {found}{mark}, but the figure it is compared with has the other sign. "
        "The percentage means nothing: print a dash or leave cell {cell} empty."
    ),
    "table_term_missing": (
        "{place}: the printed figure {found}{mark} cannot be checked, because a figure it is "
        "computed from is missing from the table."
    ),
    "table_unread": (
        "{place}: the column cannot be checked, because neither its heading nor its rows tell how "
        "it is computed. Write into the heading which periods the column compares."
    ),
    "table_unreadable": (
        '{place}: cell {cell} holds "{text}", which is not one number for certain. '
        "Write a number into the cell or clear it."
    ),
    "total_parts_unknown": (
        "{place}: the total {found} cannot be checked against its parts, because not all of them "
        "are known or printed."
    ),
    "residents_contradict": (
        "{place}: the printed figures per resident imply different numbers of residents: {ranges}. "
        "Check the figures per resident and the residents of the period."
    ),
    "comment_needed": (
        "{area}, {period}, {line}: {found}, a change of {change}\u00a0% from {base_number} in "
        "{base_period}. Write a reason for the change on the sheet Tarkistus."
    ),
    "comment_without_percent": (
        "{area}, {period}, {line}: {found}, when the figure for {base_period} was {base_number}. "
        "Write a reason for the change on the sheet Tarkistus."
    ),
    "not_round": (
        "{area}, {period}, {line}: the budget figure {found} is not round, though all other "
        "budget figures are (to {unit} euros)."
    ),
}
