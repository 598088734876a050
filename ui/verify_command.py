"""The command ``verify``: checks a dossier without a database, and starts without its libraries."""

import argparse
from collections.abc import Sequence
from pathlib import Path

from exporters.dossier.verify import Report, verify
from exporters.text import visible
from ui.languages import system_language
from ui.messages import command_text, file_state_text
from ui.terminal import carried_out, say, speak_utf8


def run(arguments: Sequence[str]) -> int:
    """Run the command; return 0 if all is intact, 1 if it is not, or cannot be told."""
    speak_utf8()
    language = system_language()
    words = command_text("verify", language)
    parser = argparse.ArgumentParser(prog="main.py verify", description=words, add_help=False)
    add_arguments(parser.add_argument_group(command_text("options", language)), language)
    options = parser.parse_args(arguments)
    return carried_out(lambda: check(options.path))


def add_arguments(group: argparse._ArgumentGroup, language: str) -> None:
    """Add what the command is given."""
    group.add_argument("-h", "--help", action="help", help=command_text("help", language))
    group.add_argument(
        "path", type=Path, metavar="PATH", help=command_text("verify_path", language)
    )


def check(path: Path) -> int:
    """Print every file that is not as it was made, with what is wrong; return the exit status."""
    report = verify(path)
    language = system_language()
    for file in report.faults:
        print(visible(file.name).text, file_state_text(file, language), sep="\t")
    _conclude(report, language)
    return 0 if report.intact else 1


def _conclude(report: Report, language: str) -> None:
    if report.intact and report.manifest is None:
        state = file_state_text(report.files[0], language)
        say("verified_alone", file=visible(report.files[0].name).text, state=state)
    elif report.faults and report.manifest is not None:
        say("faulty", count=len(report.faults))
    elif report.intact:
        say("verified", count=len(report.files))
    if report.digest:
        say("whole_digest_now", digest=report.digest)
