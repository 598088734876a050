"""The file holds to PDF/A-2a and PDF/UA-1, and is the same each time.

Here the documents of the writers' own tests; the papers of meetings in ``test_every_paper``.
"""

import hashlib
import io
import os
import re
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from functools import cache, partial
from pathlib import Path

import page
import pikepdf
import pytest

from exporters.document import Document, Form, Paragraph, ParagraphStyle
from tests.exporters.documents import (
    document,
    empty,
    extreme,
    form_row,
    heading,
    paragraph,
    table,
    usual,
)
from tests.exporters.dossier_files import office_papers
from tests.exporters.pdf_audit import audit
from tests.exporters.pdf_files import BARE, content_streams, written

ROOT = Path(__file__).parents[2]


def printable() -> Document:
    """Return the odd document without the characters that no shipped font has."""
    blocks = extreme().blocks
    kept = (one for one in blocks if not (isinstance(one, Paragraph) and "👨" in one.text))
    return replace(extreme(), blocks=(*kept, paragraph("𠮷葛\U000e0100\ufa1b\u200b\u00a0一⼀")))


PAPERS: dict[str, Callable[[], Document]] = {
    "usual": usual,
    "empty": empty,
    "extreme": printable,
    **{name: partial(replace, made) for name, made in office_papers().items()},
}


@cache
def pdf(name: str) -> bytes:
    return written(PAPERS[name]())


@pytest.mark.parametrize("profile", ["2a", "ua1"])
@pytest.mark.parametrize("name", PAPERS)
def test_validator_finds_no_fault(name: str, profile: str) -> None:
    report = page.validate_pdf_bytes(pdf(name), profile=profile)

    assert [failure.message for failure in report.failures] == []
    assert report.is_compliant


@pytest.mark.parametrize("name", PAPERS)
def test_own_audit_finds_no_fault(name: str) -> None:
    assert audit(pdf(name)) == set()


@pytest.mark.parametrize(
    ("sound", "planted", "fault"),
    [
        (b"/MCID 0>> BDC", b"/MCID 0>> BDC 0 0 0 1 k", "unexpected operator k"),
        (b"/P <</MCID 0>> BDC", b"", "unbalanced tags"),
        (b"] TJ", b"<0000>] TJ", "code 0000 shows .notdef"),
    ],
)
def test_audit_finds_a_planted_fault(sound: bytes, planted: bytes, fault: str) -> None:
    with pikepdf.open(io.BytesIO(pdf("usual"))) as file:
        stream = file.pages[0].Contents
        content = stream.read_bytes()
        stream.write(content.replace(sound, planted, 1))
        file.save(changed := io.BytesIO())

    assert sound in content
    assert fault in audit(changed.getvalue())


def test_headings_do_not_skip_a_level() -> None:
    """A paper may begin with the heading of a part: then that is the first level."""
    paper = document(heading("一、议题"), paragraph("正文"), heading("二、意见"), frame=BARE)

    report = page.validate_pdf_bytes(written(paper), profile="ua1")

    assert report.is_compliant


def test_form_is_a_table_with_row_headings() -> None:
    made = written(document(Form((form_row("时间", "今日"), form_row("地点", "本院")))))

    assert made.count(b"/S /TR") == 2
    assert made.count(b"/S /TH") == 2
    assert made.count(b"/S /TD") == 2
    assert made.count(b"/Scope /Row") == 2


def test_a_table_has_column_headings_and_a_cell_for_each_blank() -> None:
    made = written(document(table(("1", ""), ("2", "□"), heads=("序号", "到会"))))

    assert made.count(b"/S /TR") == 3
    assert made.count(b"/S /TH") == 2
    assert made.count(b"/S /TD") == 4
    assert made.count(b"/Scope /Column") == 2


def test_tags_do_not_stand_inside_each_other() -> None:
    """Some programs end the outer one with the inner one and lose the rest of a paragraph."""
    for code in content_streams(pdf("usual")):
        tagged = code.split("/Artifact <</Type /Pagination", 1)[0]
        ends = re.findall(r"BDC|BMC|EMC", tagged)
        assert ends[::2] == [end for end in ends if end != "EMC"]


def test_title_is_the_first_heading() -> None:
    made = written(document(paragraph("记录", ParagraphStyle.TITLE), heading("一、议题")))

    assert made.count(b"/S /H1") == 1
    assert made.count(b"/S /H2") == 1


def test_same_document_gives_the_same_bytes() -> None:
    assert written(usual()) == pdf("usual")


def test_same_document_gives_the_same_bytes_in_another_process() -> None:
    """Sets and dictionaries are in another order there."""
    script = (
        "import hashlib; from tests.exporters.documents import usual;"
        "from tests.exporters.pdf_files import written;"
        "print(hashlib.sha256(written(usual())).hexdigest())"
    )
    for seed in ("1", "2"):
        environment = os.environ | {"PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT)}
        command = [sys.executable, "-c", script]
        done = subprocess.run(command, env=environment, check=True, capture_output=True, text=True)
        assert done.stdout.strip() == hashlib.sha256(pdf("usual")).hexdigest()


def test_only_time_in_the_file_is_that_of_the_document() -> None:
    made = pdf("usual")

    assert b"(D:20250618120300+00'00')" in made
    assert b"2025-06-18T12:03:00+00:00" in made
    assert made != written(replace(usual(), made_at=usual().made_at.replace(second=1)))


def test_different_text_gives_another_identity() -> None:
    identities = {one[one.rindex(b"/ID") :].split(b"]")[0] for one in map(pdf, PAPERS)}

    assert len(identities) == len(PAPERS)
