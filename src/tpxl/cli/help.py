"""``tpxl help``: what a command does, as its ``--help`` says."""

from argparse import ArgumentParser, Namespace
from typing import Any

from tpxl.cli import parsed


def add(commands: Any) -> ArgumentParser:  # noqa: ANN401  # argparse keeps the type private
    """Describe the command."""
    parser: ArgumentParser = commands.add_parser(
        "help",
        help="näytä komennon ohje",
        description="Näyttää komennon ohjeen; ilman komentoa luettelon komennoista.",
    )
    parser.add_argument("topic", nargs="?", metavar="KOMENTO", help="komento, josta kerrotaan")
    return parser


def run(arguments: Namespace) -> int:
    """Show the help of a command, or of all; return the exit status."""
    topic = [arguments.topic] if arguments.topic else []
    parsed([*topic, "--help", "--lang", arguments.lang])
    return 0
