"""``tpxl approve``: an area is ready, or approved, in somebody's name."""

from argparse import ArgumentParser, Namespace
from typing import Any

from tpxl.books.package import PackageBook
from tpxl.cli import add_deadline
from tpxl.cli.output import Progress, keeping, outcome_of, print_outcome
from tpxl.cli.screen import one_line
from tpxl.cli.status import area_document, area_lines
from tpxl.jobs.versions.approvals import GRANTED, ApprovalWish, AreaStatus, approve
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
        "--area", required=True, metavar="NIMI", help="vastuualue (nimi tai välilehden nimi)"
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
    wish = ApprovalWish(
        arguments.area, arguments.by, arguments.state, arguments.version, arguments.lang
    )

    def job(book: PackageBook, progress: Progress) -> AreaStatus:
        return approve(book, wish, progress)

    result = outcome_of(arguments.book, arguments, job, keeping(arguments))
    words = catalogue(arguments.lang)
    return print_outcome(
        arguments.book,
        result,
        arguments,
        lambda one: {"book": arguments.book, **area_document(one, words)},
        lambda one: map(one_line, area_lines(one, words)),
    )
