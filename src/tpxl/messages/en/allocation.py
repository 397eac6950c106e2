"""Shared costs: what cannot be divided, and parts that do not follow from what they are of."""

_PART = "{area}, {period}, {line}: in the table {found}, should be {expected}. Cost pool: {pool}."

_ROUNDED = " The difference is one of rounding: the parts must sum to the amount."

FINDINGS = {
    "allocation_share": _PART,
    "allocation_share_rounding": _PART + _ROUNDED,
    "allocation_part": _PART,
    "allocation_part_rounding": _PART + _ROUNDED,
    "allocation_sum": (
        "{pool}, {period}, {line} in total: in the table {found}, should be {expected}."
    ),
    "allocation_received": (
        "{pool}, {period}: in the table {found}, should be {expected}. The figure is what the pool "
        "receives from other pools, or its own amount and the received together."
    ),
    "allocation_left": (
        "{pool}, {period}: left over in the table {found}, should be {expected}. The parts sum to "
        "the amount."
    ),
    "allocation_flow": (
        "{area}, {period}, {line}: in the table {found}, but the pool {pool} gives nothing to this "
        "receiver. Check the names in the columns From and To, or remove the row."
    ),
    "allocation_flow_absent": (
        "{area}, {period}: the list lacks the row that gives {pool} to this receiver. Add the "
        "row: period, from and to."
    ),
    "allocation_unknown": (
        "{area}, {period}, {line}: the figure {found} cannot be checked: what it comes from is "
        "missing from the allocation table."
    ),
    "allocation_drivers_absent": (
        "{pool}, {period}: no receiver has a driver, so the amount cannot be divided. Type the "
        "driver or fixed shares."
    ),
    "allocation_driver_missing": (
        "{pool}, {period}: the driver is missing: {receivers}. The amount was not divided. Type "
        "the driver; if nothing belongs to the receiver, type 0."
    ),
    "allocation_driver_negative": (
        "{pool}, {period}: a driver or share is negative: {receivers}. The amount was not "
        "divided. Type it as zero or positive."
    ),
    "allocation_drivers_zero": (
        "{pool}, {period}: the driver is zero for all ({receivers}). The amount was not divided. "
        "Correct the driver."
    ),
    "allocation_shares_sum": (
        "{pool}, {period}: the shares sum to {found}, so {unassigned} % is unassigned. No euros "
        "were divided. Correct the shares so that they sum to 100 %."
    ),
    "allocation_shares_lacking": (
        "{pool}, {period}: the shares sum to {found}, so {unassigned} % is unassigned. Without a "
        "share: {receivers}. No euros were divided. Type the missing share."
    ),
    "allocation_shares_over": (
        "{pool}, {period}: the shares sum to {found}, {unassigned} percentage points too much. No "
        "euros were divided. Correct the shares so that they sum to 100 %."
    ),
    "allocation_two_bases": (
        "{pool}, {period}: both a driver and fixed shares are typed. The amount was not divided. "
        "Clear one of them."
    ),
    "allocation_circle": (
        "The cost pools give to each other in a circle ({period}): {pools}. They were not "
        "divided. Remove one receiver from the circle."
    ),
    "allocation_pool_twice": (
        "{period}: two cost pools have the same name, {pool}. Neither was divided. Rename one."
    ),
    "allocation_place_twice": (
        "{pool}, {period}: the same figure ({area}, {line}) has two places in the table, cells "
        "{cell} and {second}. The pool was left as it is. Remove one."
    ),
    "allocation_note": (
        "{area}: in the sentence (cell {cell}, {periods}) the share is {found}, computed "
        "{expected}. Correct the sentence."
    ),
    "allocation_note_blank": (
        "{area}: the sentence (cell {cell}, {periods}) has no share yet, should be {expected}."
    ),
    "allocation_note_mixed": (
        "{area}: the sentence (cell {cell}) has one share, {found}, but the shares of {periods} "
        "differ. Split the sentence by period."
    ),
    "allocation_note_unknown": (
        "{area}: the share {found} (cell {cell}, {periods}) cannot be checked: its period or "
        "receiver is not in the allocation table."
    ),
}

ERRORS = {
    "allocation_no_drivers": (
        "The amount cannot be divided: the driver is zero for all or is missing. Give the driver."
    ),
    "allocation_driver_missing": "The driver is missing: {receivers}. Give it.",
    "allocation_driver_negative": (
        "The driver is negative: {receivers}. Give it as zero or positive."
    ),
    "allocation_not_a_number": "{name}: {value} is not a number that can be divided. Correct it.",
}
