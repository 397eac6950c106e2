"""Shared costs: what cannot be divided, and parts that do not follow from what they are of."""

_PART = (
    "{area}, {period}, {line}: i tabellen {found}, borde vara {expected}. Post som fördelas: "
    "{pool}."
)

_ROUNDED = " Skillnaden beror på avrundning: delarna ska bli beloppet som fördelas."

FINDINGS = {
    "allocation_share": _PART,
    "allocation_share_rounding": _PART + _ROUNDED,
    "allocation_part": _PART,
    "allocation_part_rounding": _PART + _ROUNDED,
    "allocation_sum": (
        "{pool}, {period}, {line} sammanlagt: i tabellen {found}, borde vara {expected}."
    ),
    "allocation_received": (
        "{pool}, {period}: i tabellen {found}, borde vara {expected}. Talet är det som posten får "
        "av andra poster, eller det egna beloppet och det erhållna tillsammans."
    ),
    "allocation_left": (
        "{pool}, {period}: ofördelat i tabellen {found}, borde vara {expected}. Delarna blir "
        "beloppet som fördelas."
    ),
    "allocation_flow": (
        "{area}, {period}, {line}: i tabellen {found}, men posten {pool} ger inget till denna "
        "mottagare. Kontrollera namnen i kolumnerna Från och Till eller ta bort raden."
    ),
    "allocation_flow_absent": (
        "{area}, {period}: i förteckningen saknas raden där {pool} fördelas till denna mottagare. "
        "Lägg till raden: Period, Från och Till."
    ),
    "allocation_unknown": (
        "{area}, {period}, {line}: talet {found} kan inte kontrolleras: uppgifterna saknas i "
        "fördelningstabellen."
    ),
    "allocation_drivers_absent": (
        "{pool}, {period}: ingen mottagare har en fördelningsgrund, så beloppet kan inte fördelas. "
        "Skriv fördelningsgrunden eller fasta andelar."
    ),
    "allocation_driver_missing": (
        "{pool}, {period}: fördelningsgrunden saknas: {receivers}. Beloppet fördelades inte. Skriv "
        "fördelningsgrunden; om mottagaren inte ska ha något, skriv 0."
    ),
    "allocation_driver_negative": (
        "{pool}, {period}: fördelningsgrunden eller andelen är negativ: {receivers}. Beloppet "
        "fördelades inte. Skriv den som noll eller positiv."
    ),
    "allocation_drivers_zero": (
        "{pool}, {period}: fördelningsgrunden är noll för alla ({receivers}). Beloppet fördelades "
        "inte. Rätta fördelningsgrunden."
    ),
    "allocation_shares_sum": (
        "{pool}, {period}: andelarna är sammanlagt {found}, så {unassigned} % är ofördelat. "
        "Beloppet fördelades inte. Rätta andelarna till 100 %."
    ),
    "allocation_shares_lacking": (
        "{pool}, {period}: andelarna är sammanlagt {found}, så {unassigned} % är ofördelat. "
        "Utan andel: {receivers}. Beloppet fördelades inte. Skriv den andel som saknas."
    ),
    "allocation_shares_over": (
        "{pool}, {period}: andelarna är sammanlagt {found}, alltså {unassigned} procentenheter för "
        "mycket. Beloppet fördelades inte. Rätta andelarna till 100 %."
    ),
    "allocation_two_bases": (
        "{pool}, {period}: både fördelningsgrund och fasta andelar är skrivna. Beloppet fördelades "
        "inte. Töm det ena."
    ),
    "allocation_circle": (
        "Posterna som fördelas ger till varandra i en cirkel ({period}): {pools}. De fördelades "
        "inte. Ta bort en mottagare."
    ),
    "allocation_pool_twice": (
        "{period}: två poster som fördelas har samma namn, {pool}. Ingendera fördelades. Byt namn "
        "på den ena."
    ),
    "allocation_place_twice": (
        "{pool}, {period}: samma tal ({area}, {line}) har två platser i tabellen, cellerna {cell} "
        "och {second}. Posten lämnades orörd. Ta bort den ena."
    ),
    "allocation_note": (
        "{area}: i meningen (cell {cell}, {periods}) är andelen {found}, borde vara {expected}. "
        "Rätta meningen."
    ),
    "allocation_note_blank": (
        "{area}: i meningen (cell {cell}, {periods}) saknas andelen ännu, borde vara {expected}."
    ),
    "allocation_note_mixed": (
        "{area}: meningen (cell {cell}) har en andel, {found}, men andelarna för {periods} är "
        "olika. Dela meningen efter period."
    ),
    "allocation_note_unknown": (
        "{area}: andelen {found} (cell {cell}, {periods}) kan inte kontrolleras: perioden "
        "eller mottagaren saknas i fördelningstabellen."
    ),
}

ERRORS = {
    "allocation_no_drivers": (
        "Beloppet kan inte fördelas: fördelningsgrunden är noll för alla eller saknas. "
        "Ange fördelningsgrunden."
    ),
    "allocation_driver_missing": "Fördelningsgrunden saknas: {receivers}. Ange den.",
    "allocation_driver_negative": (
        "Fördelningsgrunden är negativ: {receivers}. Ange den som noll eller positiv."
    ),
    "allocation_not_a_number": "{name}: {value} är inget tal som kan fördelas. Rätta det.",
}
