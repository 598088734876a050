"""How fast papers are written, against LibreOffice, the zip floor and a fresh process."""

import io
import random
import resource
import shutil
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

import pypdfium2

from exporters.document import Document
from exporters.progress import CancelToken, no_progress
from exporters.registry import FORMATS
from tests.exporters.meetings import conference, paper

ROOT = Path(__file__).parents[2]
LINES = 1_700
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


def long_record(lines: int) -> Document:
    """Return a record of ``lines`` speeches of varied length and words, about 280 pages long."""
    chance = random.Random(7)  # the same record in every run
    characters = "".join(SENTENCES)
    speeches = ("".join(chance.choices(characters, k=20 + 35 * (n % 5))) for n in range(lines))
    return paper(conference(*speeches))


def measure() -> list[tuple[str, str, str]]:
    """Return rows of what was measured, the figure, and the goal."""
    document = long_record(LINES)
    pdf, pdf_cpu = _cpu(lambda: _written(document, "pdf"))
    docx, docx_cpu = _cpu(lambda: _written(document, "docx"))
    pages = _pages(pdf)
    rows = [
        (f"PDF of {pages} pages, CPU", f"{pdf_cpu:.2f} s", ""),
        ("DOCX of the same, CPU", f"{docx_cpu:.2f} s", ""),
        ("DOCX against packing its parts", f"{docx_cpu / _zip_floor(docx):.1f}×", "≤ 5×"),
    ]
    office = _office_cpu(docx)
    rows.append(
        ("LibreOffice for the same DOCX", "not installed", "")
        if office is None
        else ("LibreOffice's CPU against ours", f"{office / pdf_cpu:.1f}×", "≥ 3×")
    )
    bare, first = _wall("pass"), _wall(FIRST_PAPER)
    rows.append(
        ("first PDF, fresh process", f"{first:.2f} s ({first / bare:.0f}× bare)", "< 0.5 s")
    )
    return rows


def _written(document: Document, name: str) -> bytes:
    stream = io.BytesIO()
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
        spent = []
        for _ in range(2):  # the first makes the profile
            before = resource.getrusage(resource.RUSAGE_CHILDREN)
            subprocess.run(command, check=True, capture_output=True)
            after = resource.getrusage(resource.RUSAGE_CHILDREN)
            spent.append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
        return min(spent)


def _wall(code: str, rounds: int = 5) -> float:
    """Return the least wall seconds of a fresh process that runs ``code``."""
    best = float("inf")
    for _ in range(rounds):
        start = time.perf_counter()
        subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=True)
        best = min(best, time.perf_counter() - start)
    return best


def _pages(pdf: bytes) -> int:
    file = pypdfium2.PdfDocument(pdf)
    try:
        return len(file)
    finally:
        file.close()
