"""``tpxl approve``: an area is ready, or approved, in somebody's name."""

from argparse import ArgumentParser, Namespace
from typing import Any

from tpxl.books.package import PackageBook
from tpxl.cli import FAILED, add_deadline, tell
from tpxl.cli.documents import JSON_VERSION, json_text
from tpxl.cli.output import Progress, outcome_of, print_notes
from tpxl.cli.screen import one_line
from tpxl.cli.status import area_document, area_lines
from tpxl.errors import TpxlError
from tpxl.jobs.versions.approvals import GRANTED, AreaStatus, Wish, approve
from tpxl.messages import catalogue
from tpxl.terms.approvals import APPROVED


def add(commands: Any) -> ArgumentParser:  # noqa: ANN401  # argparse keeps the type private
    """Describe the command."""
    parser: ArgumentParser = commands.add_parser(
        "approve",
        help="merkitse alue valmiiksi tai hyväksytyksi",
        description=(
            "Lisää rivin taulukkoon Hyväksynnät. Myöhempi muutos alueen lukuihin, tavoitteisiin "
            "tai teksteihin avaa alueen uudelleen. Osoittaa muutokset, ei todista henkilöä."
        ),
    )
    parser.add_argument("book", metavar="TYÖKIRJA")
    parser.add_argument(
        "--area", required=True, metavar="NIMI", help="vastuualue (nimi tai taulukon nimi)"
    )
    parser.add_argument("--as", dest="by", required=True, metavar="NIMI", help="kenen nimissä")
    parser.add_argument(
        "--state",
        choices=GRANTED,
        default=APPROVED,
        help="ready (valmis) tai approved (hyväksytty)",
    )
    parser.add_argument("--version", default="", metavar="NIMI", help="version nimi")
    parser.add_argument("--no-backup", action="store_true", help="älä jätä varmuuskopiota")
    add_deadline(parser)
    parser.add_argument("--json", action="store_true", help="tulosta JSON-muodossa")
    return parser


def run(arguments: Namespace) -> int:
    """Approve; 2 where an error is open or nobody is named."""
    wish = Wish(arguments.area, arguments.by, arguments.state, arguments.version, arguments.lang)

    def job(book: PackageBook, progress: Progress) -> AreaStatus:
        return approve(book, wish, progress)

    def save(book: PackageBook) -> None:
        book.save(backup=not arguments.no_backup)
        print_notes(book.notes, arguments.lang)

    result = outcome_of(arguments.book, arguments, job, save)
    if isinstance(result, TpxlError):
        said = tell(result, arguments.lang)
        if arguments.json:
            print(json_text({"version": JSON_VERSION, "book": arguments.book, "error": said}))
        return FAILED
    words = catalogue(arguments.lang)
    if arguments.json:
        document = {"version": JSON_VERSION, "book": arguments.book}
        print(json_text({**document, **area_document(result, words)}))
    else:
        for line in area_lines(result, words):
            print(one_line(line))
    return 0
