"""Data files of the program: fonts, icons, themes, words, profiles, samples.

The only way to a file is :func:`path`, which also holds when the program is frozen.
"""

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

_ROOT = Path(__file__).resolve().parent


def path(name: str) -> Path:
    """Return the file or folder ``name``, relative to ``resources`` with ``/`` as separator."""
    return _ROOT.joinpath(*name.split("/"))


@cache
def toml(name: str) -> dict[str, Any]:
    """Return the parsed TOML file ``name``; read once, so callers must not change it."""
    return tomllib.loads(path(name).read_text(encoding="utf-8"))
