"""Papers in an office's own words: what changes, what stays, and how it can be told afterwards."""

import hashlib
import io
import re
from dataclasses import replace
from pathlib import Path

import pytest

from exporters.document import (
    Document,
    Form,
    Letterhead,
    Paragraph,
    ParagraphStyle,
    Run,
    Signatures,
    Statement,
    Table,
    texts,
)
from exporters.export import export, write_paper
from exporters.kinds.assembly import BuildOptions
from exporters.kinds.kind import Kind
from exporters.labels import load_labels
from exporters.registry import KINDS
from exporters.templated import build
from models.changeable import changeable_kinds
from models.own_words import OwnLetterhead, Template, Templates
from models.papers import MeetingPapers, PaperRules
from models.profiles import paper_rules_of
from models.states import REFUSED_HEARING
from models.templates import read_templates
from models.vocabulary import MeetingKind
from tests.exporters.every_paper import MEETINGS
from tests.exporters.meetings import MADE_AT, PROFILES, conference, hearing, whole
from tests.exporters.pdf_files import page_texts, seen

TEMPLATE = Template("record", "本院核定", Path("/d/own.toml"), "0123456789abcdef" * 4)


def _built(kind: str, papers: MeetingPapers, *templates: Template) -> Document:
    rules = paper_rules_of(papers.meeting, PROFILES)
    options = BuildOptions(MADE_AT, (), rules, templates=templates).for_papers(papers)
    return build(KINDS[kind], papers, options, load_labels())


def _full(kind: str) -> MeetingPapers:
    """Return the fullest of the meetings that have this paper."""
    refused = MeetingPapers(hearing(state=REFUSED_HEARING))
    found = (told for make in MEETINGS.values() if KINDS[kind].is_due(told := make()))
    return next(found, refused)


def test_without_a_template_a_paper_is_as_it_was() -> None:
    other = replace(TEMPLATE, host="别院"), replace(TEMPLATE, kind="transcript")

    assert _built("record", whole(), *other) == _built("record", whole())


def test_the_title_of_a_template_goes_before_that_of_the_profile() -> None:
    own = replace(TEMPLATE, title="本院检察官联席会议记录", titles=True)

    document = _built("record", whole(), own)

    assert document.title.startswith("本院检察官联席会议记录")
    assert "本院检察官联席会议记录" in texts(document)


def test_changed_words_of_a_title_go_before_that_of_the_profile() -> None:
    """The profile's title would else hide what the office wrote in the template."""

    def titled(papers: MeetingPapers, options: BuildOptions, labels: object) -> Document:
        del labels
        return replace(_built("record", papers), title=options.rules.titles.get("record", "none"))

    kind = replace(KINDS["record"], build=titled)
    rules = PaperRules(titles={"record": "规则的标题", "x": "一"})
    own = replace(TEMPLATE, titles=True)

    for template, title in ((own, "none"), (TEMPLATE, "规则的标题")):
        options = BuildOptions(MADE_AT, (), rules, templates=(template,))
        assert build(kind, whole(), options, load_labels()).title == title


def test_the_letterhead_stands_above_the_title() -> None:
    own = replace(TEMPLATE, letterhead=OwnLetterhead(office="甲院第一检察部"))

    document = _built("record", whole(), own)

    offices = [
        block.text
        for block in document.blocks
        if isinstance(block, Paragraph) and block.style is ParagraphStyle.OFFICE
    ]
    assert set(offices) == {"甲院第一检察部"}
    assert document.frame == _built("record", whole()).frame
    assert document.author == whole().meeting.host


def test_each_letter_under_the_offices_letterhead_begins_a_page() -> None:
    told = _full("officer_invitation")
    own = replace(TEMPLATE, kind="officer_invitation", letterhead=OwnLetterhead("甲院检察部"))

    heads = [
        block
        for block in _built("officer_invitation", told, own).blocks
        if isinstance(block, Letterhead)
    ]

    assert {block.office for block in heads} == {"甲院检察部"}
    assert [block.starts_page for block in heads] == [False] + [True] * (len(heads) - 1)
    assert len(heads) > 1


def _official(number: str) -> Kind:
    """Return a kind whose paper is an official document with this number."""
    face = Paragraph((Run(number),), ParagraphStyle.NUMBER)
    blocks = (Letterhead("甲院", number), face, Paragraph((Run(f"编号{number}。"),)))
    title = f"通知　{number}"

    def built(papers: MeetingPapers, *_: object) -> Document:
        return replace(_built("record", papers), title=title, blocks=blocks)

    return replace(KINDS["record"], build=built)


@pytest.mark.parametrize(
    ("number", "own"), [("检联〔2025〕7号", "甲检函〔2025〕7号"), ("第七号", "第七号"), ("", "")]
)
def test_the_number_gets_the_offices_beginning(number: str, own: str) -> None:
    papers = MeetingPapers(conference(number=number or None))
    template = replace(TEMPLATE, letterhead=OwnLetterhead("甲院检察部", "甲检函"))

    options = BuildOptions(MADE_AT, (), templates=(template,))

    document = build(_official(number), papers, options, load_labels())

    head, below, body = document.blocks
    assert head == Letterhead("甲院检察部", own)
    assert isinstance(below, Paragraph)
    assert isinstance(body, Paragraph)
    assert below.text == own
    assert body.text == f"编号{number}。"  # the meeting is still called what it is called
    assert document.title == f"通知　{own}"


def _all_changed(kind: str) -> Template:
    """Return a template that changes everything it may, each to something that can be found."""
    allowed = changeable_kinds()[kind]
    words = {}
    for one in allowed.words.values():
        words[one.key] = "改" + "".join(f"{{{name}}}" for name in one.placeholders)
    return replace(
        TEMPLATE, kind=kind, title="改标题" if allowed.title else "", titles=True, words=words
    )


def _fixed(document: Document) -> list[object]:
    """Return what no template may change: statements, labels, heads, headings, places to sign."""
    fixed: list[object] = [document.frame.statement, document.frame.page_label, document.frame.mark]
    for block in document.blocks:
        match block:
            case Statement() | Signatures():
                fixed.append(block)
            case Form(rows):
                fixed += [(row.label, row.beside.label if row.beside else "") for row in rows]
            case Table(heads=heads):
                fixed.append(heads)
            case Paragraph(style=ParagraphStyle.SPEAKER | ParagraphStyle.SPEECH):
                fixed.append(block)
            case _:
                pass
    return fixed


@pytest.mark.parametrize("kind", list(changeable_kinds()))
def test_statements_labels_and_places_to_sign_stay(kind: str) -> None:
    """Whatever an office changes: no field and no statement of a paper goes by it."""
    papers = _full(kind)

    before, after = _built(kind, papers), _built(kind, papers, _all_changed(kind))

    assert _fixed(after) == _fixed(before)
    assert len(after.blocks) == len(before.blocks)
    assert after.subject == before.subject
    assert any("改" in text for text in texts(after))


def test_what_may_be_changed_is_declared_for_papers_that_there_are() -> None:
    assert set(changeable_kinds()) <= set(KINDS)
    for name, kind in changeable_kinds().items():
        meeting = KINDS[name].meeting
        assert set(kind.meetings) == (set(MeetingKind) if meeting is None else {meeting}), name


def test_overlaid_words_leave_the_programs_own_alone() -> None:
    labels = load_labels()

    own = labels.overlaid({"record.title": "改", "record.signature_roles.出席": "改"})

    assert own("record.title") == own("record.signature_roles.出席") == "改"
    assert own("record.place") == labels("record.place")
    assert labels("record.title") == "检察官联席会议记录"


@pytest.mark.parametrize("key", ["no", "record.no", "record", "record.title.more"])
def test_words_for_no_key_are_a_bug(key: str) -> None:
    with pytest.raises(KeyError):
        load_labels().overlaid({key: "改"})


# --- with files


@pytest.fixture
def templates(tmp_path: Path) -> Templates:
    folder = tmp_path / "templates"
    folder.mkdir()
    (folder / "记录.toml").write_text(
        'kind = "record"\nsource = "本院"\ntitle = "本院联席会议记录"\n', encoding="utf-8"
    )
    (folder / "b.toml").write_text("kind = ", encoding="utf-8")
    return read_templates(folder).templates


def test_the_properties_name_the_template_with_its_digest(
    templates: Templates, tmp_path: Path
) -> None:
    """An archivist can tell by which file a paper was made."""
    digest = hashlib.sha256((tmp_path / "templates/记录.toml").read_bytes()).hexdigest()

    keywords = _built("record", whole(), *templates).keywords

    assert f"模板：记录.toml（SHA-256：{digest[:8]}）" in keywords
    assert "模板" not in _built("record", whole()).keywords


def test_a_name_of_any_characters_does_not_spoil_the_properties(tmp_path: Path) -> None:
    name = "\u202e" + "长" * 70 + ".toml"
    own = replace(TEMPLATE, file=Path("/d") / name)
    stream = io.BytesIO()

    write_paper(
        whole(),
        stream,
        kind="record",
        format_="docx",
        signers=(),
        templates=(own,),
        made_at=MADE_AT,
    )

    (tmp_path / "x.docx").write_bytes(stream.getvalue())
    assert re.search("模板：〔U[+]202E〕长{59}（", _built_clean(own))


def _built_clean(template: Template) -> str:
    from exporters.text import clean_document

    return clean_document(_built("record", whole(), template))[0].keywords


@pytest.mark.parametrize("format_", ["docx", "pdf"])
def test_the_preview_equals_the_export_with_a_template(
    templates: Templates, tmp_path: Path, format_: str
) -> None:
    papers, stream = whole(), io.BytesIO()
    write_paper(
        papers,
        stream,
        kind="record",
        format_=format_,
        signers=(),
        templates=templates,
        made_at=MADE_AT,
    )

    (file,) = export(
        papers,
        kinds=["record"],
        formats=[format_],
        folder=tmp_path / "out",
        signers=(),
        templates=templates,
        made_at=MADE_AT,
    ).files

    assert file.read_bytes() == stream.getvalue()
    if format_ == "pdf":
        assert all("本院联席会议记录" in seen(page) for page in page_texts(file.read_bytes())[:1])
