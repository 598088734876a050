"""A DOCX that was saved again is told from one whose text was edited; traps are not unpacked."""

import io
import re
import shutil
import subprocess
import zipfile
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from exporters import docx_package, docx_text
from exporters.document import Block, Document, Form, Origin, PageFrame, Table, texts
from exporters.docx_package import Unreadable
from exporters.docx_seal import TextState, check_docx, compared
from exporters.docx_text import FORM
from tests.exporters.documents import (
    document,
    empty,
    extreme,
    form_row,
    heading,
    paragraph,
    signatures,
    table,
    usual,
)
from tests.exporters.docx_files import DOCUMENT, FOOTER, HEADER, packed, parts, written
from tests.exporters.dossier_files import office_papers, reworked
from tests.exporters.every_paper import ALL_PAPERS
from tests.exporters.meetings import sample_papers, sheet_papers

CUSTOM = "docProps/custom.xml"
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
PAPER = document(
    paragraph("赔偿2500元，已退赃。"),
    heading("二、发言"),
    Form((form_row("会议地点", "三楼"), form_row("主持人", "罗承砚"))),
    table(("甲", "同意"), ("乙", "不同意"), heads=("姓名", "意见")),
    paragraph("第一行\n第二行"),
    signatures(2),
    frame=PageFrame("河澜州院　记录", "仅供参考。", "制作", "第{page}页共{pages}页", "签名"),
)
CONTENT = written(PAPER)
_HIGH = 1_000  # characters, which fill a page or more


def state(content: bytes) -> TextState:
    """Return what a DOCX is beside its own seal."""
    return check_docx(io.BytesIO(content)).state


def unreadable(content: bytes) -> str:
    """Return why a DOCX is refused."""
    with pytest.raises(Unreadable) as refused:
        check_docx(io.BytesIO(content))
    return refused.value.reason


def edited(before: str, after: str, part: str = DOCUMENT) -> bytes:
    """Return the paper with one place changed."""
    return reworked(CONTENT, part, before.encode(), after.encode())


def test_a_paper_says_which_it_is_and_what_it_said() -> None:
    content = written(replace(PAPER, origin=Origin("record", "m-1")))

    check = check_docx(io.BytesIO(content))

    assert check.seal is not None
    assert (check.seal.paper, check.seal.meeting, check.seal.form) == ("record", "m-1", FORM)
    assert check.seal.digest == check.digest
    assert content == written(replace(PAPER, origin=Origin("record", "m-1")))


@pytest.mark.parametrize("made", [empty(), usual(), extreme(), *sample_papers().values()])
def test_every_paper_bears_its_own_digest(made: object) -> None:
    assert state(written(made)) is TextState.SAME  # type: ignore[arg-type] # a document


def test_what_it_says_of_itself_is_no_part_of_the_text() -> None:
    other = written(replace(PAPER, origin=Origin("other", "m-2")))

    assert check_docx(io.BytesIO(other)).digest == check_docx(io.BytesIO(CONTENT)).digest


EDITS = {
    "a digit": ("2500元", "2600元"),
    "a comma in half width": ("元，已", "元,已"),
    "a word more": ("已退赃", "已全部退赃"),
    "a break less": ("<w:br/>", ""),
    "hidden": (
        '<w:r><w:t xml:space="preserve">赔偿',
        '<w:r><w:rPr><w:vanish/></w:rPr><w:t xml:space="preserve">赔偿',
    ),
    "struck": (
        '<w:r><w:t xml:space="preserve">赔偿',
        '<w:r><w:rPr><w:strike w:val="true"/></w:rPr><w:t xml:space="preserve">赔偿',
    ),
    "tracked insertion": (
        '<w:r><w:t xml:space="preserve">赔偿',
        (
            '<w:ins w:id="1" w:author="x"><w:r><w:t>不</w:t></w:r></w:ins>'
            '<w:r><w:t xml:space="preserve">赔偿'
        ),
    ),
    "a numbered paragraph": (
        '<w:pStyle w:val="Body"/>',
        '<w:pStyle w:val="Body"/><w:numPr><w:numId w:val="3"/></w:numPr>',
    ),
    "another file shown": (
        '<w:p><w:pPr><w:pStyle w:val="Heading',
        '<w:altChunk xmlns:r="x" r:id="rId9"/><w:p><w:pPr><w:pStyle w:val="Heading',
    ),
    "a text box": (
        '<w:r><w:t xml:space="preserve">赔偿',
        (
            "<w:r><w:pict><w:txbxContent><w:p><w:r><w:t>作废</w:t></w:r></w:p></w:txbxContent>"
            '</w:pict></w:r><w:r><w:t xml:space="preserve">赔偿'
        ),
    ),
    "a picture": (
        '<w:r><w:t xml:space="preserve">赔偿',
        '<w:r><w:pict/></w:r><w:r><w:t xml:space="preserve">赔偿',
    ),
}


@pytest.mark.parametrize("name", EDITS)
def test_an_edit_of_the_body_is_seen(name: str) -> None:
    before, after = EDITS[name]
    body = parts(CONTENT)[DOCUMENT].decode()
    if before not in body and "pStyle" in before:
        style = re.search(r'<w:pStyle w:val="[^"]+"/>', body)
        assert style is not None
        after, before = after.replace(before, style.group()), style.group()

    assert state(edited(before, after)) is TextState.EDITED


def test_a_tracked_deletion_is_seen() -> None:
    root = etree.fromstring(parts(CONTENT)[DOCUMENT])
    run = next(root.iter(f"{{{W}}}r"))
    place = run.getparent()
    assert place is not None
    deleted = etree.SubElement(place, f"{{{W}}}del", {f"{{{W}}}id": "1", f"{{{W}}}author": "x"})
    deleted.append(run)

    changed = packed(parts(CONTENT) | {DOCUMENT: etree.tostring(root)})

    assert state(changed) is TextState.EDITED


def _rows(root: etree._Element) -> list[etree._Element]:
    return list(list(root.iter(f"{{{W}}}tbl"))[1].iter(f"{{{W}}}tr"))


@pytest.mark.parametrize("work", ["swap cells", "swap rows", "delete row", "cell across rows"])
def test_work_on_a_table_is_seen(work: str) -> None:
    root = etree.fromstring(parts(CONTENT)[DOCUMENT])
    _, first, second = _rows(root)
    if work == "swap cells":
        first.append(first.findall(f"{{{W}}}tc")[0])
    elif work == "swap rows":
        second.addnext(first)
    elif work == "delete row":
        second.getparent().remove(second)  # type: ignore[union-attr] # it is in a table
    else:
        second.insert(0, first.findall(f"{{{W}}}tc")[1])

    changed = packed(parts(CONTENT) | {DOCUMENT: etree.tostring(root)})

    assert state(changed) is TextState.EDITED


@pytest.mark.parametrize(("part", "word"), [(HEADER, "河澜州院"), (FOOTER, "仅供参考")])
def test_work_on_head_and_foot_is_told_from_work_on_the_body(part: str, word: str) -> None:
    assert state(edited(word, "改", part)) is TextState.FURNITURE


def test_the_words_in_a_text_box_are_text() -> None:
    boxed = edited(*EDITS["a text box"])
    other = reworked(boxed, DOCUMENT, "作废".encode(), "有效".encode())

    one, two = (check_docx(io.BytesIO(content)).digest for content in (boxed, other))

    assert one != two


def test_what_stands_for_a_field_cannot_be_typed() -> None:
    field = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> PAGE </w:instrText>'
    field += '</w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
    plain = '<w:r><w:t xml:space="preserve">赔偿2500元，已退赃。</w:t></w:r>'
    digests = {
        check_docx(io.BytesIO(edited(plain, words))).digest
        for words in (
            field,
            *(plain.replace("赔偿2500元，已退赃。", w) for w in ("{PAGE}", "PAGE", "")),
        )
    }

    assert len(digests) == 4


def test_what_programs_do_when_they_save_is_no_edit() -> None:
    """Runs split, proofing marks, bookmarks, an empty paragraph more, other compression."""
    plain = '<w:r><w:t xml:space="preserve">赔偿2500元，已退赃。</w:t></w:r>'
    split = (
        '<w:proofErr w:type="spellStart"/><w:bookmarkStart w:id="0" w:name="_GoBack"/>'
        '<w:r w:rsidR="00AB12CD"><w:t>赔偿25</w:t></w:r><w:bookmarkEnd w:id="0"/>'
        '<w:r><w:rPr><w:b/><w:vanish w:val="0"/></w:rPr><w:t>00元，已退赃。</w:t></w:r>'
    )
    content = edited(plain, split)

    content = reworked(content, DOCUMENT, b"<w:sectPr", b"<w:p/><w:sectPr")

    assert state(content) is TextState.SAME
    assert content != CONTENT


def test_the_number_of_a_page_is_no_text() -> None:
    footer = parts(CONTENT)[FOOTER]
    assert b"<w:t>1</w:t>" in footer

    assert state(reworked(CONTENT, FOOTER, b"<w:t>1</w:t>", b"<w:t>17</w:t>")) is TextState.SAME


def test_strict_open_xml_reads_the_same() -> None:
    strict = {
        name: part.replace(W.encode(), b"http://purl.oclc.org/ooxml/wordprocessingml/main")
        for name, part in parts(CONTENT).items()
    }

    assert state(packed(strict)) is TextState.SAME


def test_a_paper_without_a_digest_is_neither_same_nor_edited() -> None:
    bare = parts(CONTENT)
    del bare[CUSTOM]
    other = reworked(CONTENT, CUSTOM, f">{FORM}<".encode(), b">99<")

    assert state(packed(bare)) is TextState.UNKNOWN
    assert state(other) is TextState.UNKNOWN


WORDS = st.text(st.characters(categories=["L", "N", "P"]), min_size=1, max_size=6)


@settings(max_examples=150, deadline=None)
@given(data=st.data())
def test_any_other_character_anywhere_is_seen(data: st.DataObject) -> None:
    root = etree.fromstring(parts(CONTENT)[DOCUMENT])
    texts = [one for one in root.iter(f"{{{W}}}t") if one.text]
    one = data.draw(st.sampled_from(texts))
    place = data.draw(st.integers(0, len(one.text or "") - 1))
    word, before = data.draw(WORDS), one.text or ""
    one.text = before[:place] + word + before[place + data.draw(st.integers(0, 2)) :]

    changed = packed(parts(CONTENT) | {DOCUMENT: etree.tostring(root)})

    same = one.text == before
    assert state(changed) is (TextState.SAME if same else TextState.EDITED)


@settings(max_examples=100, deadline=None)
@given(data=st.data())
def test_a_run_may_be_split_anywhere(data: st.DataObject) -> None:
    root = etree.fromstring(parts(CONTENT)[DOCUMENT])
    one = data.draw(st.sampled_from([one for one in root.iter(f"{{{W}}}t") if one.text]))
    place = data.draw(st.integers(0, len(one.text or "")))
    run = one.getparent()
    assert run is not None
    text = one.text or ""
    rest = etree.fromstring(etree.tostring(run))
    for shown in rest.iter(f"{{{W}}}t"):
        shown.text = text[place:]
    if len(run.findall(f"{{{W}}}t")) == 1:
        one.text = text[:place]
        run.addnext(rest)

    changed = packed(parts(CONTENT) | {DOCUMENT: etree.tostring(root)})

    assert state(changed) is TextState.SAME


# Hostile packages


def test_a_broken_or_foreign_file_is_refused() -> None:
    assert unreadable(b"") == "zip_broken"
    assert unreadable(b"%PDF-1.7") == "zip_broken"
    assert unreadable(CONTENT[: len(CONTENT) // 2]) == "zip_broken"
    assert unreadable(packed({"x": b"y"})) == "not_docx"


def test_an_entry_before_the_beginning_of_the_file_is_refused(tmp_path: Path) -> None:
    """The end of the archive says that its list begins further on than it does."""
    content = bytearray(CONTENT)
    content[content.rindex(b"PK\5\6") + 18] += 1  # 65,536 bytes further
    file = tmp_path / "paper.docx"
    file.write_bytes(content)

    with file.open("rb") as stream, pytest.raises(Unreadable) as refused:
        check_docx(stream)

    assert unreadable(bytes(content)) == refused.value.reason == "zip_broken"


def test_entities_are_refused_not_unfolded() -> None:
    laughs = (
        b'<!DOCTYPE x [<!ENTITY a "haha"><!ENTITY b "&a;&a;&a;">]>'
        b'<w:document xmlns:w="' + W.encode() + b'"><w:body>&b;</w:body></w:document>'
    )
    outside = laughs.replace(b'"haha"', b'SYSTEM "file:///etc/passwd"')
    for part in (laughs, outside, laughs.decode().encode("utf-16")):
        assert unreadable(packed(parts(CONTENT) | {DOCUMENT: part})) in {"xml_entities", "not_xml"}


def test_xml_that_is_none_is_refused() -> None:
    assert unreadable(packed(parts(CONTENT) | {DOCUMENT: b"<w:document"})) == "not_xml"
    deep = b"<a>" * 5000 + b"</a>" * 5000
    assert unreadable(packed(parts(CONTENT) | {DOCUMENT: deep})) == "not_xml"


def test_a_bomb_is_not_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as target:
        for name, part in parts(CONTENT).items():
            target.writestr(name, part)
        target.writestr("word/media/x", b"\0" * (docx_package.SAFE_BYTES + 1))
    assert unreadable(stream.getvalue()) == "zip_bomb"

    monkeypatch.setattr(docx_package, "MOST_BYTES", 1000)
    assert unreadable(CONTENT) == "zip_bomb"
    monkeypatch.setattr(docx_package, "MOST_ENTRIES", 3)
    assert unreadable(CONTENT) == "zip_bomb"


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_a_part_that_is_there_twice_is_refused() -> None:
    stream = io.BytesIO(CONTENT)
    with zipfile.ZipFile(stream, "a") as target:
        target.writestr(DOCUMENT, b"<x/>")

    assert unreadable(stream.getvalue()) == "zip_twice"


@settings(max_examples=200, deadline=None)
@given(data=st.data())
def test_no_damage_gets_past_the_reader(data: st.DataObject) -> None:
    """Any bytes: they are read, or refused with a reason; nothing else is raised."""
    content = bytearray(CONTENT)
    for _ in range(data.draw(st.integers(1, 4))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    with suppress(Unreadable):
        check_docx(io.BytesIO(bytes(content)))


# Programs that save again


def _low() -> Document:
    """Return the odd document without what is high: LibreOffice takes ten times as long to save it."""
    whole = extreme()
    kept = (one for one in whole.blocks if not any(len(text) > _HIGH for text in _texts(one)))
    return replace(whole, blocks=tuple(kept))


def _texts(block: Block) -> list[str]:
    return texts(document(block))


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a folder with papers of every sort."""
    made = tmp_path_factory.mktemp("papers")
    papers = {"plain": PAPER, "usual": usual(), "extreme": extreme() if ALL_PAPERS else _low()}
    papers |= {"sample": sample_papers()["s01-joint"], "sheet": sheet_papers()["s01-joint sheet"]}
    papers |= {name: made for name, made in office_papers().items() if "usual" in name}
    for name, paper in papers.items():
        (made / f"{name.replace(' ', '_')}.docx").write_bytes(written(paper))
    return made


@pytest.mark.foreign
def test_libreoffice_saves_again_without_an_edit(folder: Path) -> None:
    soffice = shutil.which("soffice")
    if soffice is None:
        pytest.skip("soffice is not installed")
    saved = folder / "saved"
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    papers = sorted(folder.glob("*.docx"))
    for target, suffix, sources in (
        (saved / "odt", "odt", papers),
        (saved / "again", "docx", [saved / "odt" / f"{paper.stem}.odt" for paper in papers]),
        (saved / "docx", "docx", papers),
    ):
        subprocess.run(
            [
                soffice,
                profile,
                "--headless",
                "--convert-to",
                suffix,
                "--outdir",
                str(target),
                *map(str, sources),
            ],
            check=True,
            capture_output=True,
            timeout=600,
        )

    for paper in papers:
        for again in (saved / "docx" / paper.name, saved / "again" / paper.name):
            content = again.read_bytes()
            assert content != paper.read_bytes()
            assert state(content) is TextState.SAME, again


@pytest.mark.foreign
def test_pandoc_keeps_the_text_of_the_body(folder: Path, tmp_path: Path) -> None:
    """It drops heads and feet, and what the file says of itself."""
    pandoc = shutil.which("pandoc")
    if pandoc is None:
        pytest.skip("pandoc is not installed")
    for paper in sorted(folder.glob("*.docx")):
        again = tmp_path / paper.name
        subprocess.run([pandoc, str(paper), "-o", str(again)], check=True, capture_output=True)
        then = check_docx(io.BytesIO(paper.read_bytes())).digest

        now = check_docx(io.BytesIO(again.read_bytes()))

        assert now.seal is None
        assert compared(now.digest, then) is TextState.FURNITURE, paper


def test_plain_runs_read_the_same_both_ways(monkeypatch: pytest.MonkeyPatch) -> None:
    papers = [written(paper) for paper in (PAPER, usual(), extreme())]
    quick = [check_docx(io.BytesIO(paper)).digest for paper in papers]

    monkeypatch.setattr(docx_text, "_plain_text", lambda _paragraph: None)

    assert [check_docx(io.BytesIO(paper)).digest for paper in papers] == quick


def test_a_table_without_rows_is_no_text() -> None:
    assert state(written(document(Table((156.0,), ())))) is TextState.SAME
