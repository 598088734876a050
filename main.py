"""Lianxi (联席): choose between the window and the command line."""

import os
import sys
from collections.abc import Sequence
from pathlib import Path

COMMANDS = ("import", "list", "show", "export", "demo", "check-wording", "archive", "verify")
"""The first words that mean the command line; everything else it has to say is in its help."""


def main(arguments: Sequence[str]) -> int:
    """Run the program; return the exit status."""
    database, rest = _split_database(arguments)
    if not rest or _names_files(rest):
        return _window(rest, database)
    if rest[0] == "verify":  # needs no database: quick, also where its libraries are missing
        from ui import verify_command

        return verify_command.run(rest[1:])
    from ui import command_line  # neither face loads the other's libraries

    named = ["--database", database] if database else []
    return command_line.run([rest[0], *named, *rest[1:]])


def _split_database(arguments: Sequence[str]) -> tuple[str | None, Sequence[str]]:
    """Return the database named before everything else, if any, and the rest."""
    first = arguments[0] if arguments else ""
    if first.startswith("--database="):
        return first.partition("=")[2], arguments[1:]
    if first == "--database" and len(arguments) > 1:
        return arguments[1], arguments[2:]
    return None, arguments


def _names_files(arguments: Sequence[str]) -> bool:
    """Say whether all arguments are files to open in the window, as a desktop hands them over."""
    return arguments[0] not in COMMANDS and all(Path(name).is_file() for name in arguments)


def _window(files: Sequence[str], database: str | None) -> int:
    if not _has_display():
        from ui.languages import system_language
        from ui.messages import command_text

        print(command_text("no_display", system_language()), file=sys.stderr)
        return 1
    from ui import app

    return app.run(files, database=Path(database) if database else None)


def _has_display() -> bool:
    variables = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return not sys.platform.startswith("linux") or any(map(os.environ.get, variables))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
