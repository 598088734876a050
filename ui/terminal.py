"""What the commands share: how they speak, and how a refusal ends. Light, for a quick start."""

import io
import os
import sys
from collections.abc import Callable

from models.errors import AppError
from ui.languages import system_language
from ui.messages import command_text, error_text, hint_text


def carried_out(command: Callable[[], int | None]) -> int:
    """Run a command; return the exit status. Refusals are told on stderr."""
    language = system_language()
    try:
        status = command() or 0
        sys.stdout.flush()
    except AppError as error:
        for words in filter(None, (error_text(error, language), hint_text(error, language))):
            print(words, file=sys.stderr)
        return 1
    except BrokenPipeError:  # the reader has seen enough; what was asked for is done
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except KeyboardInterrupt:
        return 1
    return status


def speak_utf8() -> None:
    """Write UTF-8 whatever the locale; file names that are not UTF-8 come out as they are."""
    for stream, errors in ((sys.stdout, "surrogateescape"), (sys.stderr, "backslashreplace")):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors=errors)


def say(key: str, **values: object) -> None:
    """Tell words of the command line on stderr."""
    print(command_text(key, system_language(), **values), file=sys.stderr)
