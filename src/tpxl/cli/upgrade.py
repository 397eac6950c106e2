"""``tpxl upgrade``: the present macros in a workbook that an earlier version made."""

from argparse import ArgumentParser, Namespace
from typing import Any

from tpxl.books.package import PackageBook
from tpxl.cli import add_deadline
from tpxl.cli.output import Progress, keeping, run_books
from tpxl.jobs.upgrade import Upgraded, upgrade
from tpxl.messages import catalogue


def add(commands: Any) -> ArgumentParser:  # noqa: ANN401  # argparse keeps the type private
    """Describe the command."""
    parser: ArgumentParser = commands.add_parser(
        "upgrade",
        help="vaihda työkirjan vanhat tpxl-makrot uusiin",
        description="Vaihtaa työkirjan vanhat tpxl-makrot nykyisiin. Mikään muu ei muutu.",
    )
    parser.add_argument("book", nargs="+", metavar="TYÖKIRJA")
    parser.add_argument("--dry-run", action="store_true", help="näytä muutokset, älä kirjoita")
    parser.add_argument("--no-backup", action="store_true", help="älä jätä varmuuskopiota")
    add_deadline(parser)
    parser.add_argument("--json", action="store_true", help="tulosta JSON-muodossa")
    return parser


def run(arguments: Namespace) -> int:
    """Upgrade every book named; return the exit status."""

    def job(book: PackageBook, progress: Progress) -> Upgraded:
        del progress
        return upgrade(book)

    def tell(path: str, result: Upgraded) -> None:
        code = "upgraded" if result.has_changed else "upgrade_needless"
        if result.has_changed and arguments.dry_run:
            code = "would_upgrade"
        text = catalogue(arguments.lang).texts[code]
        print(text.format(book=path, version=result.version, modules=", ".join(result.gone)))

    return run_books(arguments, job, _document, tell, keeping(arguments))


def _document(book: str, result: Any) -> dict[str, Any]:  # noqa: ANN401  # an Upgraded
    return {
        "book": book,
        "macros": result.version,
        "changed": result.has_changed,
        "gone": list(result.gone),
        "come": list(result.come),
    }
