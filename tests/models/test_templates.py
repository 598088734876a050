"""Templates of an office: what is refused, what the guard says, hostile files, and the examples."""

import os
import re
from pathlib import Path

import pytest

import models.templates
from models.changeable import (
    ChangeableKind,
    ChangeableWords,
    ContactLine,
    changeable_kinds,
    placeholders_of,
    statements,
)
from models.file_faults import TemplateInvalid
from models.own_words import template_for
from models.template_examples import SOURCE, example, write_examples
from models.templates import MOST_IN_WORDS, read_template, read_templates
from models.vocabulary import MeetingKind

HEAD = 'kind = "made_up"\nsource = "本院办公室2025年核定"\n'
NOTICE = ChangeableKind(
    id="made_up",
    name="会议通知",
    meetings=(MeetingKind.JOINT_CONFERENCE,),
    field="通知",
    title="",
    letterhead=("office", "number_prefix", "contact", "phone"),
    words={
        "title": ChangeableWords("n.title", "标题", "关于召开{meeting}的通知", title=True),
        "opening": ChangeableWords("n.opening", "开头", "定于{time}召开{meeting}。"),
        "end": ChangeableWords("n.end", "结尾", "特此通知，{host}。", frozenset({"host"})),
    },
    contact=ContactLine("n.contact", "联系人：{name}，电话：＿＿。", "{name}", "＿＿"),
)


@pytest.fixture(autouse=True)
def a_notice(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a notice with placeholders be changed, besides the kinds that there are."""
    kinds = {**changeable_kinds(), "made_up": NOTICE}
    monkeypatch.setattr(models.templates, "changeable_kinds", lambda: kinds)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "own.toml"


def _fault(file: Path, content: str | bytes) -> TemplateInvalid:
    file.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
    with pytest.raises(TemplateInvalid) as caught:
        read_template(file)
    return caught.value


def test_a_template_holds_what_its_file_says(file: Path) -> None:
    file.write_text(
        f'{HEAD}host = "甲市人民检察院"\nnote = "试行"\n'
        '[letterhead]\noffice = "甲市人民检察院第一检察部"\nnumber_prefix = "甲检函"\n'
        'contact = "王某"\n[words]\nopening = "定于{time}召开{meeting}，请参加。"\n',
        encoding="utf-8",
    )

    template, doubts = read_template(file)

    assert doubts == ()
    assert (template.kind, template.host, template.note) == ("made_up", "甲市人民检察院", "试行")
    assert template.letterhead.office == "甲市人民检察院第一检察部"
    assert template.letterhead.number_prefix == "甲检函"
    assert template.words == {
        "n.opening": "定于{time}召开{meeting}，请参加。",
        "n.contact": "联系人：王某，电话：＿＿。",
    }
    assert not template.titles
    assert re.fullmatch("[0-9a-f]{64}", template.digest)
    assert template.digest.startswith(template.short_digest)


@pytest.mark.parametrize(
    ("content", "reason", "line"),
    [
        ("", "missing_key", 0),
        ('kind = "notice"\n', "missing_key", 0),
        ('kind = "minutes_of_vote"\nsource = "一"\n', "not_listed", 1),
        ('kind = ["notice"]\nsource = "一"\n', "not_a_text", 1),
        (HEAD + 'statement = "一"\n', "not_changeable", 3),
        (HEAD + '[statement]\nconference = "一"\n', "not_changeable", 3),
        (HEAD + '[words]\nstatement = "一"\n', "not_changeable", 4),
        (HEAD + '[words]\n"statement.conference" = "一"\n', "not_changeable", 4),
        (HEAD + '[words]\ntime = ""\n', "not_changeable", 4),
        (HEAD + "words = 3\n", "not_a_table", 3),
        (HEAD + "[words]\nopening = 3\n", "not_a_text", 4),
        (HEAD + '[words]\nopening = ""\n', "empty_text", 4),
        (HEAD + '[words]\nopening = "{time}召开"\n', "missing_placeholder", 4),
        (HEAD + '[words]\nopening = "{time}{meeting}{votes}"\n', "unknown_placeholder", 4),
        (HEAD + '[words]\nopening = "{time.__class__}{meeting}"\n', "bad_braces", 4),
        (HEAD + '[words]\nopening = "{time!r}{meeting}"\n', "bad_braces", 4),
        (HEAD + '[words]\nopening = "{time:>999999999}{meeting}"\n', "bad_braces", 4),
        (HEAD + '[words]\nopening = "{time}{meeting}{}"\n', "bad_braces", 4),
        (HEAD + '[words]\nopening = "{time}{meeting}{"\n', "bad_braces", 4),
        (HEAD + '[words]\nopening = "{{time}}{meeting}"\n', "bad_braces", 4),
        (HEAD + '[words]\nend = "一\\u202e二"\n', "bad_text", 4),
        (HEAD + '[words]\nend = "一\\n二"\n', "bad_text", 4),
        (HEAD + f'[words]\nend = "{"长" * (MOST_IN_WORDS + 1)}"\n', "long_text", 4),
        (HEAD + f'[words]\ntitle = "{{meeting}}{"长" * 60}"\n', "long_text", 4),
        (HEAD + 'title = "通知"\n', "title_in_words", 3),
        (HEAD + '[letterhead]\noffice = "乙院"\n', "host_needed", 3),
        (HEAD + 'host = "乙院"\n[letterhead]\noffice = "{host}"\n', "braces", 5),
        (HEAD + 'host = "乙院"\n[letterhead]\nseal = "一"\n', "not_changeable", 5),
        (HEAD + 'kind = "made_up"\n', "syntax_twice", 3),
        ('kind = "record"\nsource = "一"\nhost = "一"\n[letterhead]\nphone = "1"\n', "not_changeable", 5),
    ],
)  # fmt: skip
def test_what_must_not_be_changed_is_refused_with_its_line(
    file: Path, content: str, reason: str, line: int
) -> None:
    fault = _fault(file, content)

    assert (fault.file, fault.reason, fault.line) == (file, reason, line)


def test_a_refusal_says_what_is_allowed(file: Path) -> None:
    assert _fault(file, HEAD + '[words]\nvotes = "一"\n').values["listed"] == "title、opening、end"
    braces = _fault(file, HEAD + '[words]\nopening = "{time}{meeting}{votes}"\n')
    assert braces.values["listed"] == "{time}、{meeting}"


def test_a_placeholder_that_may_be_left_out_may_be_left_out(file: Path) -> None:
    file.write_text(HEAD + '[words]\nend = "特此通知。"\n', encoding="utf-8")

    assert read_template(file)[0].words == {"n.end": "特此通知。"}


@pytest.mark.parametrize(
    "words",
    [
        'end = "会议决定起诉。"',
        'end = "与会人员一致认为构成犯罪。"',
        'end = "多数意见供参考。"',
        'opening = "{time}{meeting}决定：起诉。"',
        'title = "{meeting}决议的通知"',
    ],
)
def test_wording_that_the_guard_stops_refuses_the_template(file: Path, words: str) -> None:
    fault = _fault(file, f"{HEAD}[words]\n{words}\n")

    assert fault.reason in ("wording_stops", "title_decides")
    assert fault.line == 4


def test_the_letterhead_and_the_title_are_judged_as_well(file: Path) -> None:
    letterhead = HEAD + 'host = "一"\n[letterhead]\noffice = "会议决定起诉"\n'
    title = 'kind = "record"\nsource = "一"\ntitle = "检察官联席会议{}"\n'

    assert _fault(file, letterhead).reason == "wording_stops"
    assert _fault(file, title.format("决议")).reason == "title_decides"
    assert _fault(file, title.format("纪要")).reason == "title_of_minutes"


@pytest.mark.parametrize("statement", statements())
def test_no_statement_can_be_said_by_a_template(file: Path, statement: str) -> None:
    """One on a paper of the other kind of meeting would be wrong, one of its own would be twice."""
    spaced = "　".join(statement)

    assert _fault(file, f'{HEAD}[words]\nend = "{statement}"\n').reason == "statement"
    assert _fault(file, f'{HEAD}[words]\nend = "{spaced}"\n').reason == "statement"


def test_a_warning_of_the_guard_is_told_and_the_template_used(file: Path) -> None:
    file.write_text(HEAD + '[words]\nend = "以专家的权威意见为准。"\n', encoding="utf-8")

    installed = read_templates(file.parent)

    assert len(installed.templates) == 1
    assert installed.faults == ()
    assert [(doubt.reason, doubt.line) for doubt in installed.warnings] == [("wording_warns", 4)]


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"x" * (64 * 1024 + 1), "too_large"),
        (bytes(range(256)), "not_utf8"),
        (b"\x00\x01\x02", "syntax"),
        (HEAD.encode("gb18030"), "not_utf8"),
        (HEAD.encode("utf-16"), "not_utf8"),
        (b"a = " + b"[" * 20_000, "too_deep"),
        (b"a = " + b"{a=" * 10_000, "too_deep"),
        (b"a = " + b"9" * 20_000, "syntax"),
        (b'kind = "notice', "syntax_text"),
    ],
)
def test_hostile_files_are_refused(file: Path, content: bytes, reason: str) -> None:
    assert _fault(file, content).reason == reason


def test_a_huge_file_is_not_read_whole(file: Path) -> None:
    with file.open("wb") as stream:
        stream.truncate(100 * 1024 * 1024)

    with pytest.raises(TemplateInvalid) as caught:
        read_template(file)

    assert caught.value.reason == "too_large"


def test_a_byte_order_mark_is_taken(file: Path) -> None:
    file.write_bytes(b"\xef\xbb\xbf" + HEAD.replace("\n", "\r\n").encode())

    assert read_template(file)[0].kind == "made_up"


@pytest.mark.skipif(os.name != "posix", reason="pipes")
def test_a_pipe_is_not_waited_for(file: Path) -> None:
    os.mkfifo(file)

    assert [fault.reason for fault in read_templates(file.parent).faults] == ["not_a_file"]


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may read anything")
def test_a_file_without_rights_is_told(file: Path) -> None:
    file.touch(0)

    assert [fault.reason for fault in read_templates(file.parent).faults] == ["EACCES"]


def test_a_folder_that_is_not_there_holds_none(tmp_path: Path) -> None:
    assert read_templates(tmp_path / "none") == read_templates(tmp_path)


def test_a_faulty_file_holds_the_others_up_in_nothing(tmp_path: Path) -> None:
    (tmp_path / "a.toml").write_text("kind =", encoding="utf-8")
    (tmp_path / "b.toml").write_text(HEAD, encoding="utf-8")

    installed = read_templates(tmp_path)

    assert [one.file.name for one in installed.templates] == ["b.toml"]
    assert [fault.file.name for fault in installed.faults] == ["a.toml"]


def test_a_second_template_for_the_same_paper_is_refused(tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / f"{name}.toml").write_text(HEAD, encoding="utf-8")

    (fault,) = read_templates(tmp_path).faults

    assert (fault.file.name, fault.reason, fault.values["name"]) == (
        "b.toml",
        "kind_taken",
        "a.toml",
    )


def test_a_template_of_the_host_goes_before_that_of_all(tmp_path: Path) -> None:
    for name, host in (("a", ""), ("b", 'host = "甲院"\n'), ("c", 'host = "乙院"\n')):
        (tmp_path / f"{name}.toml").write_text(HEAD + host, encoding="utf-8")
    templates = read_templates(tmp_path).templates

    chosen = [template_for(templates, "made_up", host) for host in ("甲院", "乙院", "丙院", None)]

    assert [one.file.stem for one in chosen if one] == ["b", "c", "a", "a"]
    assert template_for(templates, "record", "甲院") is None
    assert template_for(templates[1:], "made_up", "丙院") is None


# --- what may be changed, and the examples


@pytest.mark.parametrize("kind", changeable_kinds().values(), ids=lambda kind: kind.id)
def test_an_example_is_valid_and_changes_nothing(kind: ChangeableKind, file: Path) -> None:
    file.write_text(example(kind), encoding="utf-8")

    template, doubts = read_template(file)

    assert doubts == ()
    assert (template.kind, template.source) == (kind.id, SOURCE)
    assert not any((template.words, template.title, template.letterhead.office))


@pytest.mark.parametrize("kind", changeable_kinds().values(), ids=lambda kind: kind.id)
def test_an_example_with_everything_taken_says_the_programs_own_words(
    kind: ChangeableKind, file: Path
) -> None:
    """What may be changed passes the wording guard as it is, and each key is really taken."""
    file.write_text(re.sub(r"^#(?! )", "", example(kind), flags=re.MULTILINE), encoding="utf-8")

    template, doubts = read_template(file)

    assert doubts == ()
    assert template.title == kind.title
    for words in kind.words.values():
        assert template.words[words.key] == words.own
    assert bool(template.letterhead.office) == ("office" in kind.letterhead)


@pytest.mark.parametrize("kind", changeable_kinds().values(), ids=lambda kind: kind.id)
def test_nothing_that_must_stand_can_be_changed(kind: ChangeableKind) -> None:
    tables = {words.key.split(".")[0] for words in kind.words.values()}

    assert not tables & {"statement", "page", "common", "signing", "remark", "role"}
    assert not any(words.own in statements() for words in kind.words.values())
    for words in kind.words.values():
        assert words.may_omit <= set(words.placeholders)
        assert len(words.about) > 3
    if kind.contact:
        assert kind.contact.contact in kind.contact.own
        assert kind.contact.phone in kind.contact.own


def test_a_contact_line_keeps_what_is_not_given() -> None:
    assert NOTICE.contact is not None
    assert NOTICE.contact.filled("", "123") == "联系人：{name}，电话：123。"
    assert NOTICE.contact.filled("王某", "123") == "联系人：王某，电话：123。"


def test_examples_never_overwrite_a_file(tmp_path: Path) -> None:
    folder = tmp_path / "new" / "examples"
    first = write_examples(folder)
    first[0].write_text("mine", encoding="utf-8")
    first[1].unlink()

    again = write_examples(folder)

    assert {file.stem for file in first} == set(changeable_kinds())
    assert again == (first[1],)
    assert first[0].read_text(encoding="utf-8") == "mine"
    assert sorted(folder.iterdir()) == sorted(first)


def test_placeholders_are_names_in_braces_and_nothing_else() -> None:
    assert placeholders_of("一{a}二{b}三{a}") == ("a", "b")
    for bad in ("{", "}", "{}", "{0}", "{a.b}", "{a[0]}", "{a!r}", "{a:x}", "{{a}}"):
        with pytest.raises(ValueError, match=re.escape(bad)):
            placeholders_of(bad)


def test_every_word_of_a_title_is_judged_as_a_title() -> None:
    for kind in changeable_kinds().values():
        named = [name for name, words in kind.words.items() if "title" in name]
        assert all(kind.words[name].title for name in named), kind.id


@pytest.mark.parametrize("order", ["必须参加。", "责令你院派员。", "务请按时，不得缺席。"])
def test_a_letter_to_an_equal_office_gives_no_orders(file: Path, order: str) -> None:
    head = 'kind = "notice"\nsource = "一"\n[words]\n'

    assert _fault(file, f'{head}leave_letter = "{order}"\n').reason == "never_here"
    file.write_text(f'{head}leave_words = "{order}"\n', encoding="utf-8")  # inside of one office
    assert read_template(file)[0].words == {"notice.leave_words": order}
