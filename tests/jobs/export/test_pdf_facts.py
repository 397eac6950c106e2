from tpxl.jobs.export.pdf_facts import outline, pages_of, with_tab_order


def item(title: str, page: int) -> bytes:
    name = ("\ufeff" + title).encode("utf-16-be").hex().upper()
    return f"<</Count 0/Title<{name}>\n/Dest[{page} 0 R/XYZ 56.7 1 0]>>\n".encode()


PDF = (
    b"%PDF-1.6\n<</Type/Page/Annots[1 0 R]\n/Tabs(S)\n/StructParents 0>>"
    b"<</Type/Pages\n/Resources 9 0 R\n/Kids[ 4 0 R 17 0 R ]\n/Count 2>>"
    + item("Katu", 4)
    + item("1. Toiminta-ajatus", 4)
    + item("Puisto", 17)
    + item("1. Toiminta-ajatus", 17)
    + item("muualla", 99)
)


def test_bookmarks_come_with_their_pages() -> None:
    assert list(outline(PDF)) == [
        ("Katu", 1),
        ("1. Toiminta-ajatus", 1),
        ("Puisto", 2),
        ("1. Toiminta-ajatus", 2),
    ]


def test_headings_of_the_same_words_are_told_apart_by_their_order() -> None:
    headings = ("Katu", "1.  Toiminta-ajatus", "Puisto", "1. Toiminta-ajatus")
    assert pages_of(PDF, headings) == ("1", "1", "2", "2")


def test_a_heading_that_is_not_there_makes_all_pages_unknown() -> None:
    assert pages_of(PDF, ("Katu", "Uimahalli")) is None
    assert pages_of(b"%PDF-1.7 written another way", ("Katu",)) is None


def test_the_tab_order_becomes_a_name_and_nothing_moves() -> None:
    mended = with_tab_order(PDF)
    assert b"/Tabs/S \n/StructParents 0" in mended
    assert len(mended) == len(PDF)
    assert with_tab_order(b"other") == b"other"
