"""``tpxl completion``: a script by which bash or PowerShell completes commands and options.

The script is made of the parsers themselves. Where it knows nothing, the shell completes the names
of files.
"""

import argparse
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from typing import Any, NamedTuple

from tpxl.cli import COMMANDS, parser

_BASH = """\
_tpxl() {{
    local word="${{COMP_WORDS[COMP_CWORD]}}" last="${{COMP_WORDS[COMP_CWORD-1]}}"
    local command="" before="" at words=""
    for at in "${{COMP_WORDS[@]:1:COMP_CWORD-1}}"; do
        if [[ $at != -* && $before != --lang ]]; then command=$at; break; fi
        before=$at
    done
    case "$command $last" in
{values}
    *) case "$command" in
{words}
        esac;;
    esac
    COMPREPLY=($(compgen -W "$words" -- "$word"))
}}
complete -o default -F _tpxl tpxl"""

_POWERSHELL = """\
Register-ArgumentCompleter -Native -CommandName tpxl -ScriptBlock {{
    param($word, $tree, $cursor)
    $words = @{{
{words}
    }}
    $values = @{{
{values}
    }}
    $given = @($tree.CommandElements | Select-Object -Skip 1 | ForEach-Object {{ "$_" }})
    if ($word) {{ $given = @($given | Select-Object -SkipLast 1) }}
    $command = ''
    $last = ''
    foreach ($one in $given) {{
        if (-not $command -and $one -notlike '-*' -and $last -ne '--lang') {{ $command = $one }}
        $last = $one
    }}
    $known = if ($values.ContainsKey("$command $last")) {{ $values["$command $last"] }}
        else {{ $words[$command] }}
    "$known".Split(' ') | Where-Object {{ $_ -and $_ -like "$word*" }} | ForEach-Object {{
        [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_)
    }}
}}"""


class _Following(NamedTuple):
    """What may follow: after a command, and after an option of it that has fixed values."""

    words: tuple[tuple[str, str], ...]
    values: tuple[tuple[str, str], ...]


def add(commands: Any) -> ArgumentParser:  # noqa: ANN401  # argparse keeps the type private
    """Describe the command."""
    added: ArgumentParser = commands.add_parser(
        "completion",
        help="täydennä komennot sarkaimella (bash, PowerShell)",
        description=(
            "Tulostaa komentotiedoston, jolla bash tai PowerShell täydentää komennot ja valinnat "
            'sarkaimella. Bash: eval "$(tpxl completion bash)". PowerShell: tpxl completion '
            "powershell | Out-String | Invoke-Expression."
        ),
    )
    added.add_argument(
        "shell", choices=("bash", "powershell"), metavar="KUORI", help="bash tai powershell"
    )
    return added


def run(arguments: Namespace) -> int:
    """Print the script; return the exit status."""
    known = _known()
    if arguments.shell == "bash":
        words = "\n".join(f'        "{name}") words="{told}";;' for name, told in known.words)
        values = "\n".join(f'    "{name}") words="{told}";;' for name, told in known.values)
        print(_BASH.format(words=words, values=values))
    else:
        words = "\n".join(f"        '{name}' = '{told}'" for name, told in known.words)
        values = "\n".join(f"        '{name}' = '{told}'" for name, told in known.values)
        print(_POWERSHELL.format(words=words, values=values))
    return 0


def _known() -> _Following:
    top = parser()
    words, values = [("", " ".join((*COMMANDS, *_options(top))))], list(_values("", top))
    (commands,) = (one.choices for one in top._actions if isinstance(one.choices, dict))  # noqa: SLF001
    for name, described in commands.items():
        words.append((name, " ".join((*_fixed(described), *_options(described)))))
        values += _values(name, described)
    return _Following(tuple(words), tuple(values))


def _options(described: argparse.ArgumentParser) -> Iterator[str]:
    """Yield the long names of the options."""
    for name in described._option_string_actions:  # noqa: SLF001  # argparse has no other way
        if name.startswith("--"):
            yield name


def _values(command: str, described: argparse.ArgumentParser) -> Iterator[tuple[str, str]]:
    """Yield each option that has fixed values behind its command, and these."""
    for name, action in described._option_string_actions.items():  # noqa: SLF001
        if action.choices and name.startswith("--"):
            yield f"{command} {name}", " ".join(map(str, action.choices))


def _fixed(described: argparse.ArgumentParser) -> Iterator[str]:
    """Yield the values of an argument that has fixed ones."""
    for action in described._actions:  # noqa: SLF001
        if not action.option_strings and action.choices:
            yield from map(str, action.choices)
