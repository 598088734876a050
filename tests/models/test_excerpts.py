"""An excerpt holds one case: nothing of the others, and every omission can be seen."""

import copy
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from exporters.document import texts
from models.database import Database
from models.excerpts import OMITTED, Excerpt, excerpt
from models.masking import masked
from models.operations.case_files import import_documents
from models.papers import (
    CaseDetailsView,
    HandlerAnswerView,
    HandlerNoteView,
    MeetingPapers,
    PaperVersion,
    RequestView,
    SealView,
)
from models.queries import meeting_papers
from models.snapshot import (
    AgendaItemView,
    AttachmentView,
    CaseView,
    CorrectionSheetView,
    LineView,
    MeetingSnapshot,
    OpinionView,
    ParticipantView,
    PartyView,
    StretchView,
)
from models.vocabulary import MeetingKind
from tests.exporters.meetings import paper
from tests.models.full_files import full_conference
from tests.models.masked_papers import strings

_CASES = (
    CaseView(
        "周大山盗窃案", "河检诉〔2026〕1号", parties=(PartyView("犯罪嫌疑人", "周大山"),), id="c1"
    ),
    CaseView(
        "吴小川诈骗案", "河检诉〔2026〕2号", parties=(PartyView("犯罪嫌疑人", "吴小川"),), id="c2"
    ),
)
_ITEMS = (
    AgendaItemView("i0", "开场"),
    AgendaItemView("i1", "周大山案"),
    AgendaItemView("i2", "吴小川案"),
    AgendaItemView("i3", "讨论", level=1),
)


def _line(number: int, text: str, item: str | None = None, **fields: object) -> LineView:
    line = LineView(f"l{number}", number, "09:00", "p1", "意见", text, item_id=item)
    return replace(line, **fields)  # type: ignore[arg-type] # fields of a line


def _papers(*lines: LineView, **fields: object) -> MeetingPapers:
    meeting = MeetingSnapshot(
        "m",
        MeetingKind.JOINT_CONFERENCE,
        "J7",
        cases=_CASES,
        participants=(ParticipantView("p1", 1, "罗承砚", role="出席"),),
        agenda=_ITEMS,
        lines=lines,
        digest="ab" * 32,
    )
    return MeetingPapers(replace(meeting, **fields))  # type: ignore[arg-type] # of the snapshot


def _lines(done: Excerpt) -> list[tuple[int | None, str | None]]:
    return [(line.seq, line.text) for line in done.papers.meeting.lines]


def test_a_stretch_about_another_case_leaves_a_note_with_its_count_and_number() -> None:
    done = excerpt(
        _papers(
            _line(1, "现在开会。", "i0"),
            _line(2, "证据充分。", "i1"),
            _line(3, "数额存疑。", "i2"),
            _line(4, "应当补查。", "i3"),
            _line(5, "散会。", "i0"),
        ),
        "c1",
    )

    assert _lines(done) == [
        (1, "现在开会。"),
        (2, "证据充分。"),
        (3, "〔此处省略与本案无关的发言2条〕"),
        (5, "散会。"),
    ]
    assert done.papers.meeting.lines[2].omitted == 2
    assert not done.papers.meeting.lines[2].awaits_speaker
    assert (done.omitted, done.unplaced) == (2, ("l1", "l5"))


def test_an_opinion_says_of_which_case_its_lines_are() -> None:
    opinions = (
        OpinionView("o1", "p1", ("l1", "l2"), case_id="c1"),
        OpinionView("o2", "p1", ("l3", "l4"), case_id="c2", reasons="数额"),
    )

    done = excerpt(_papers(*(_line(n, f"第{n}点。") for n in range(1, 5)), opinions=opinions), "c2")

    assert _lines(done) == [
        (1, "〔此处省略与本案无关的发言2条〕"),
        (3, "第3点。"),
        (4, "第4点。"),
    ]
    assert done.papers.meeting.opinions == opinions[1:]


def test_a_question_says_of_which_case_it_is() -> None:
    fields = {"questions": ("是否盗窃？", "吴小川是否明知？"), "question_ids": ("q1", "q2")}
    opinions = (
        OpinionView("o1", "p1", ("l1",), question_id="q1", case_id="c1"),
        OpinionView("o2", "p1", ("l2",), question_id="q1"),
        OpinionView("o3", "p1", (), question_id="q2", manner="书面", text="明知。"),
    )
    papers = _papers(_line(1, "是。"), _line(2, "同意前述。"), opinions=opinions, **fields)

    done = excerpt(papers, "c1").papers.meeting

    assert done.questions == ("是否盗窃？", OMITTED)
    assert done.question_ids == ("q1", "q2")
    assert (done.lines, done.opinions) == (papers.meeting.lines, opinions[:2])


def test_words_that_belong_nowhere_stay_unless_they_name_another_case() -> None:
    names = ["吴 小川的情况不同。", "参见河检诉〔2026〕2号。", "吴小川诈骗案另行讨论。"]

    done = excerpt(_papers(*(_line(n, text) for n, text in enumerate([*names, "休会。"], 1))), "c1")

    assert _lines(done) == [(1, OMITTED), (2, OMITTED), (3, OMITTED), (4, "休会。")]
    assert {line.speaker_id for line in done.papers.meeting.lines} == {"p1"}
    assert (done.omitted, done.unplaced) == (3, ("l4",))


def test_an_item_about_both_cases_belongs_to_neither() -> None:
    items = (AgendaItemView("i1", "周大山案、吴小川案"),)
    lines = (_line(1, "两案都看了。", "i1"), _line(2, "吴小川也在场。", "i1"))

    done = excerpt(_papers(*lines, agenda=items), "c1")

    assert _lines(done) == [(1, "两案都看了。"), (2, OMITTED)]
    assert done.unplaced == ("l1",)
    assert done.papers.meeting.agenda[0].title == OMITTED


def test_what_is_about_this_case_stays_word_for_word_and_is_reported() -> None:
    said = _line(1, "周大山与吴小川案不同。", "i1")

    done = excerpt(_papers(said), "c1")

    assert done.papers.meeting.lines == (said,)
    assert done.naming == ("l1",)


def test_a_party_of_both_cases_names_neither_as_another() -> None:
    shared = PartyView("证人", "何青山")
    cases = tuple(replace(case, parties=(*case.parties, shared)) for case in _CASES)

    done = excerpt(_papers(_line(1, "何青山到过现场。"), cases=cases), "c1")

    assert done.papers.meeting.lines[0].text == "何青山到过现场。"


def test_who_comes_and_goes_stays() -> None:
    left = _line(2, "罗承砚离会", "i2", movement="离会", speaker_id=None, mover_id="p1")

    done = excerpt(_papers(_line(1, "数额。", "i2"), left), "c1")

    assert done.papers.meeting.lines[1] == left


def test_a_note_does_not_reach_over_a_step() -> None:
    lines = (_line(1, "甲。", "i2", step=1), _line(2, "乙。", "i2", step=2))

    done = excerpt(_papers(*lines, kind=MeetingKind.HEARING, state="H9"), "c1")

    assert [(line.step, line.omitted) for line in done.papers.meeting.lines] == [(1, 1), (2, 1)]


def test_all_other_parts_keep_to_the_case() -> None:
    papers = _papers(
        _line(1, "数额。", "i2"),
        title="周大山盗窃案、吴小川诈骗案联席会议",
        issues=("是否入户", "吴小川的数额"),
        materials=("周大山案审查报告", "吴小川案审查报告"),
        stretches=(StretchView("i1", None, "09:00"), StretchView("i2", None, "09:30")),
        attachments=(
            AttachmentView("a1", "现场.jpg", "image/jpeg", 1, "a", item_id="i1"),
            AttachmentView("a2", "账册.jpg", "image/jpeg", 1, "b", line_id="l1"),
            AttachmentView("a3", "吴小川供述.pdf", "application/pdf", 1, "c"),
        ),
        correction_sheets=(CorrectionSheetView("s1", 1, "l1", wrong="三", corrected="五"),),
    )
    papers = replace(
        papers,
        case_details=(CaseDetailsView("c1", summary="一"), CaseDetailsView("c2", summary="二")),
        request=RequestView(by="罗承砚", issues=("是否入户", "吴小川的数额")),
        note=HandlerNoteView(
            by="罗承砚",
            answers=(
                HandlerAnswerView("罗承砚", 1, "数额。"),
                HandlerAnswerView("罗承砚", 9, "对。"),
            ),
        ),
        seal=SealView("2026-03-03", 1, "sha256", "ab" * 32),
    )

    done = excerpt(papers, "c1").papers

    meeting = done.meeting
    assert (meeting.cases, done.case_details) == (_CASES[:1], papers.case_details[:1])
    assert meeting.title == "周大山盗窃案、〔略〕联席会议"
    assert meeting.issues == ("是否入户", OMITTED)
    assert meeting.materials == ("周大山案审查报告", OMITTED)
    assert [item.title for item in meeting.agenda] == ["开场", "周大山案", OMITTED, OMITTED]
    assert meeting.stretches == papers.meeting.stretches[:1]
    assert [one.name for one in meeting.attachments] == ["现场.jpg", OMITTED]
    assert meeting.correction_sheets == ()
    assert done.request == RequestView(by="罗承砚", issues=("是否入户", OMITTED))
    assert done.note is not None
    assert [answer.line_seq for answer in done.note.answers] == [9]
    assert (meeting.digest, done.seal) == ("", None)
    assert done.version == PaperVersion(excerpt="周大山盗窃案")


def test_the_only_case_of_a_meeting_is_the_whole_meeting() -> None:
    papers = _papers(_line(1, "吴小川。"), cases=_CASES[:1])

    done = excerpt(papers, "c1")

    assert done.papers.meeting == replace(papers.meeting, digest="")
    assert (done.omitted, done.unplaced, done.naming) == (0, (), ())
    assert done.papers.version.excerpt == "周大山盗窃案"


def test_a_case_of_another_meeting_is_refused() -> None:
    with pytest.raises(KeyError):
        excerpt(_papers(), "c9")


def test_an_excerpt_of_a_masked_version_is_both() -> None:
    papers = _papers(_line(1, "周大山与吴小川。"), _line(2, "周大山认罪。", "i1"))

    done = excerpt(masked(papers).papers, "c1").papers

    assert done.version == PaperVersion(masked=True, excerpt="周某某盗窃案")
    assert [line.text for line in done.meeting.lines] == [OMITTED, "周某某认罪。"]
    assert not [text for text in strings(done) if "吴" in text or "周大山" in text]


def test_the_record_prints_what_was_left_out() -> None:
    done = excerpt(_papers(_line(1, "开会。", "i0"), _line(2, "数额。", "i2")), "c1")

    printed = texts(paper(done.papers.meeting))

    assert "〔此处省略与本案无关的发言1条〕" in printed
    assert not any("发言人待定" in text or "数额" in text for text in printed)


def test_the_cases_of_a_case_file_are_told_apart(database: Database) -> None:
    document = full_conference("J5")
    added = document["lianxi"] = copy.deepcopy(document["lianxi"])
    added["cases"] = [{"name": "吴小川诈骗案", "summary": "数额。"}]
    added["opinions"][0]["case"] = 2
    with database.write() as session:
        (taken,) = import_documents(session, [("x", document)])
    with database.read() as session:
        papers = meeting_papers(session, taken.id)
    first, second = papers.meeting.cases

    one, two = excerpt(papers, first.id), excerpt(papers, second.id)

    assert [line.seq for line in one.papers.meeting.lines] == [1, 2, 3, 5]
    assert one.papers.meeting.lines[2].omitted == 2
    assert "证据不足" not in str(one.papers.meeting)
    assert [line.omitted for line in two.papers.meeting.lines] == [None] * 5
    assert two.papers.case_details == papers.case_details[1:]


_PLACES = st.sampled_from([None, "i0", "i1", "i2", "i3"])


@settings(max_examples=80, deadline=None)
@given(said=st.lists(st.tuples(_PLACES, st.sampled_from(["吴小川", "周大山", "甲"])), max_size=12))
def test_no_line_disappears_and_no_other_case_is_named(said: list[tuple[str | None, str]]) -> None:
    lines = [_line(n, f"{word}。", place) for n, (place, word) in enumerate(said, 1)]

    done = excerpt(_papers(*lines), "c1")

    left = done.papers.meeting.lines
    numbers = [n for one in left for n in range(one.seq or 0, (one.seq or 0) + (one.omitted or 1))]
    assert numbers == list(range(1, len(lines) + 1))
    naming = [one.id for one in left if "吴小川" in (one.text or "")]
    assert naming == list(done.naming)
    assert not [
        text for text in strings(replace(done.papers, meeting=_bare(done))) if "吴小川" in text
    ]


def _bare(done: Excerpt) -> MeetingSnapshot:
    return replace(done.papers.meeting, lines=())
