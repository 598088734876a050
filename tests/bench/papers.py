"""How fast papers are written, against LibreOffice, typst, the zip floor and a fresh process."""

import io
import json
import os
import random
import resource
import shutil
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

import pypdfium2

import resources
from exporters.collector import no_collection
from exporters.document import (
    Block,
    Cell,
    Document,
    Paragraph,
    ParagraphStyle,
    Run,
    Table,
    texts,
)
from exporters.progress import CancelToken, no_progress
from exporters.registry import FORMATS
from models.snapshot import MeetingSnapshot
from tests.exporters.meetings import conference, paper

ROOT = Path(__file__).parents[2]
LINES = 1_500
TABLES, ROWS = 15, 20
SENTENCES = (
    "三套卡的47笔转账，是在被害人资金进入之前还是之后？录音录像在卷，时间码00:41:17。",
    "我的个人意见：定帮信更稳。理由是十四套卡交付后他不再参与，没有与上游通谋的证据。",
    "46个聊天截图里有9张没有提取过程记录，建议先补正电子数据提取笔录和哈希值。",
    "“黑料卡”的含义有没有让本人解释过？依据是《中华人民共和国刑法》第二百八十七条之二。",
)
FIRST_PAPER = """
import io
from datetime import UTC, datetime
from exporters.kinds.assembly import BuildOptions
from exporters.labels import load_labels
from exporters.progress import CancelToken, no_progress
from exporters.registry import FORMATS, KINDS
from models.papers import MeetingPapers
from models.snapshot import MeetingSnapshot
from models.vocabulary import MeetingKind
meeting = MeetingSnapshot(id="1", kind=MeetingKind.JOINT_CONFERENCE, state="J6", host="河澜州院")
options = BuildOptions(datetime.now(UTC), ())
document = KINDS["record"].build(MeetingPapers(meeting), options, load_labels())
FORMATS["pdf"].write(document, io.BytesIO(), no_progress, CancelToken())
"""


MEMORY = """
import resource, sys, tempfile
from pathlib import Path
from exporters.export import export
from models.papers import MeetingPapers
from tests.bench.papers import long_meeting
papers = MeetingPapers(long_meeting(5_000))
with tempfile.TemporaryDirectory() as folder:
    kinds, formats = ("record",), ("docx", "pdf")
    export(papers, kinds=kinds, formats=formats, folder=Path(folder), signers=())
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
"""
TYPST = """
import sys, typst
typst.compile(
    sys.argv[1], sys.argv[2], font_paths=[sys.argv[3]], ignore_system_fonts=True, pdf_standards="a-2a"
)
"""
TYPST_SOURCE = """
#set page(width: 210mm, height: 297mm, margin: (top: 30mm, bottom: 38mm, left: 28mm, right: 26mm),
  header: [检察官联席会议记录], footer: context [第 #counter(page).display() 页])
#set document(title: "记录", date: datetime(year: 2026, month: 1, day: 2))
#set text(font: ("FandolFang", "LXGW WenKai"), size: 14pt, lang: "zh", region: "cn")
#set par(justify: true, first-line-indent: (amount: 2em, all: true), leading: 15pt, spacing: 15pt)
#for one in json("paper.json") {
  if type(one) == str { par(one) } else {
    table(columns: one.widths.map(width => width * 1mm), table.header(..one.heads), ..one.cells)
  }
}
"""
_TYPST_WHEEL = "typst==0.15.2"


def long_meeting(lines: int) -> MeetingSnapshot:
    """Return a conference of ``lines`` speeches of varied length and words."""
    chance = random.Random(7)  # the same record in every run
    characters = "".join(SENTENCES)
    speeches = ("".join(chance.choices(characters, k=20 + 35 * (n % 5))) for n in range(lines))
    return conference(*speeches)


def long_record(lines: int) -> Document:
    """Return a record of ``lines`` speeches with a table after every hundredth, about 280 pages."""
    document = paper(long_meeting(lines))
    blocks: list[Block] = []
    for number, block in enumerate(document.blocks, 1):
        blocks.append(block)
        if number % (2 * LINES // TABLES) == 0:
            blocks.append(_table(number))
    return replace(document, blocks=tuple(blocks))


def _table(seed: int) -> Table:
    chance = random.Random(seed)
    characters = "".join(SENTENCES)

    def cell(most: int) -> Cell:
        text = "".join(chance.choices(characters, k=chance.randint(1, most)))
        return (Paragraph((Run(text),), ParagraphStyle.CELL),)

    rows = tuple((cell(2), cell(12), cell(40), cell(12), cell(4)) for _ in range(ROWS))
    return Table((16, 40, 50, 30, 20), rows, ("序号", "材料", "内容", "来源", "页数"))


def measure() -> list[tuple[str, str, str]]:
    """Return rows of what was measured, the figure, and the goal."""
    document = long_record(LINES)
    pdf, pdf_cpu = _cpu(lambda: _written(document, "pdf"))
    docx, docx_cpu = _cpu(lambda: _written(document, "docx"))
    pages = _pages(pdf)
    rows = [
        (f"PDF of {pages} pages with {TABLES} tables, CPU", f"{pdf_cpu:.2f} s", ""),
        ("DOCX of the same, CPU", f"{docx_cpu:.2f} s", ""),
        ("DOCX against packing its parts", f"{docx_cpu / _zip_floor(docx):.1f}×", "≤ 8×"),
    ]
    office, typst = _office_cpu(docx), _typst_cpu(document)
    rows += [
        ("LibreOffice's CPU for the same DOCX against ours", _against(office, pdf_cpu), "≥ 3×"),
        ("typst's CPU for the same text against ours", _against(typst, pdf_cpu), "≥ 1×"),
    ]
    (bare, _), (first, cpu) = _first("pass"), _first(FIRST_PAPER)
    told = f"{first:.2f} s ({first / bare:.0f}× bare), CPU {cpu:.2f} s"
    run = subprocess.run(
        [sys.executable, "-c", MEMORY], cwd=ROOT, check=True, capture_output=True, text=True
    )
    return [
        *rows,
        ("first PDF, fresh process", told, "< 0.5 s"),
        ("5,000 lines in both formats, peak memory", f"{float(run.stdout):.0f} MB", "< 200 MB"),
    ]


def _against(theirs: float | None, ours: float) -> str:
    return "not installed" if theirs is None else f"{theirs / ours:.1f}×"


def _written(document: Document, name: str) -> bytes:
    """Return a paper, written as an export does it."""
    stream = io.BytesIO()
    with no_collection():
        FORMATS[name].write(document, stream, no_progress, CancelToken())
    return stream.getvalue()


def _cpu(work: Callable[[], bytes], rounds: int = 3) -> tuple[bytes, float]:
    """Return the result and the least CPU seconds of some rounds after a first one."""
    result = work()
    best = float("inf")
    for _ in range(rounds):
        start = time.process_time()
        work()
        best = min(best, time.process_time() - start)
    return result, best


def _zip_floor(content: bytes) -> float:
    """Return the CPU seconds of packing the parts of a package that are ready."""
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        parts = {name: packed.read(name) for name in packed.namelist()}

    def pack() -> bytes:
        stream = io.BytesIO()
        with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as target:
            for name, part in parts.items():
                target.writestr(name, part)
        return stream.getvalue()

    return _cpu(pack)[1]


def _office_cpu(docx: bytes) -> float | None:
    """Return the CPU seconds LibreOffice needs to make a PDF, or None where it is missing."""
    office = shutil.which("soffice")
    if office is None:
        return None
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "paper.docx"
        file.write_bytes(docx)
        command = [
            office,
            f"-env:UserInstallation={Path(folder, 'profile').as_uri()}",
            "--headless",
            "--convert-to",
            "pdf",
            "--outdir",
            folder,
            str(file),
        ]
        return _child_cpu(command, rounds=2)  # the first makes the profile


def _typst_cpu(document: Document) -> float | None:
    """Return the CPU seconds typst needs for the same text, or None where its wheel is not to be had.

    It is put into a folder of its own: neither the program nor its tests need it.
    """
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        wheel = folder / "wheel"
        install = [sys.executable, "-m", "pip", "install", "--quiet", "--only-binary", ":all:"]
        install += ["--target", str(wheel), _TYPST_WHEEL]
        if subprocess.run(install, check=False, capture_output=True).returncode:
            return None
        source = folder / "paper.typ"
        source.write_text(TYPST_SOURCE, encoding="utf-8")
        blocks = [_for_typst(replace(document, blocks=(one,))) for one in document.blocks]
        (folder / "paper.json").write_text(json.dumps(blocks), encoding="utf-8")
        files = (str(source), str(folder / "paper.pdf"), str(resources.path("fonts")))
        command = [sys.executable, "-c", TYPST, *files]
        return _child_cpu(command, rounds=2, environment={"PYTHONPATH": str(wheel)})


def _for_typst(document: Document) -> object:
    (block,) = document.blocks
    if isinstance(block, Table):
        cells = ["".join(one.text for one in cell) for row in block.rows for cell in row]
        return {"widths": block.widths_mm, "heads": block.heads, "cells": cells}
    return "\n".join(texts(document))


def _child_cpu(
    command: list[str], *, rounds: int, environment: Mapping[str, str] | None = None
) -> float:
    """Return the least CPU seconds of some runs of a program."""
    spent = []
    for _ in range(rounds):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        own = os.environ | dict(environment or {})
        subprocess.run(command, cwd=ROOT, env=own, check=True, capture_output=True)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        spent.append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    return min(spent)


def _first(code: str, rounds: int = 5) -> tuple[float, float]:
    """Return the least wall and CPU seconds of a fresh process that runs ``code``."""
    command = [sys.executable, "-c", code]
    best = float("inf")
    for _ in range(rounds):
        start = time.perf_counter()
        subprocess.run(command, cwd=ROOT, check=True)
        best = min(best, time.perf_counter() - start)
    return best, _child_cpu(command, rounds=rounds)


def _pages(pdf: bytes) -> int:
    file = pypdfium2.PdfDocument(pdf)
    try:
        return len(file)
    finally:
        file.close()
