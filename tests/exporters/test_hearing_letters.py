"""What a hearing sends and puts up: who is named to whom, on which sheet, with which number."""

import re
from dataclasses import replace
from pathlib import Path

import pytest
from docx.oxml.ns import qn

from exporters.document import Sheet, texts
from exporters.export import export
from exporters.kinds.assembly import BuildOptions
from exporters.labels import load_labels
from exporters.registry import KINDS, kinds_due
from exporters.text import clean_document
from models.errors import KindNotDue
from models.papers import CaseDetailsView, MeetingPapers, NoticeView, PaperRules
from models.snapshot import CaseView, ParticipantView, PartyView
from tests.exporters import docx_files, pdf_files
from tests.exporters.form_words import pages_begun, words_of
from tests.exporters.meetings import MADE_AT, built
from tests.exporters.told_hearing import MEETING, OWN, TOLD


def test_a_public_notice_of_a_closed_hearing_cannot_be_made(tmp_path: Path) -> None:
    closed = replace(TOLD, meeting=replace(MEETING, open=False))

    with pytest.raises(KindNotDue):
        export(closed, kinds=["public_notice"], formats=["pdf"], folder=tmp_path, signers=())

    assert list(tmp_path.iterdir()) == []


def test_what_is_published_names_no_party() -> None:
    for kind in ("public_notice", "officer_invitation"):
        words = words_of(built(kind, TOLD))
        assert "薛大蓝" not in words
    assert "薛某某申诉案" in words_of(built("public_notice", TOLD))


def test_nothing_of_a_public_notice_tells_the_name_of_a_minor() -> None:
    told = _juvenile()
    told = replace(told, meeting=replace(told.meeting, open=True, number="检听陈小鹿〔2025〕5号"))

    notice = built("public_notice", told)

    for text in (*texts(notice), notice.title, notice.subject, notice.author, notice.keywords):
        assert "小鹿" not in text


def test_a_refused_application_names_a_minor_to_the_minors_own_side_alone() -> None:
    told = _juvenile()
    victim, parent = (
        ParticipantView("x", 9, name, role=role)
        for name, role in (("张大山", "申请人"), ("陈小鹿", "申请人"))
    )
    for applicants, named in (((victim,), False), ((parent,), True), ((), False)):
        people = (*told.meeting.participants, *applicants)
        refused = replace(told, meeting=replace(told.meeting, state="HX", participants=people))

        words = words_of(built("hearing_refusal", refused))

        assert ("陈小鹿盗窃案" in words) is named


def _juvenile() -> MeetingPapers:
    people = (
        ParticipantView("m", 1, "陈小鹿", role="未成年人"),
        ParticipantView("l", 2, "陈建国", role="法定代理人"),
        ParticipantView("v", 3, "张大山", role="被害人"),
        ParticipantView("d", 4, "胡可", "某律师事务所", "律师", role="辩护人"),
        ParticipantView("g", 5, "李文", "某律师事务所", "律师", role="代理人"),
    )
    parties = (
        PartyView("犯罪嫌疑人（未成年人）", "陈小鹿", age=16),
        PartyView("被害人", "张大山"),
    )
    case = CaseView("陈小鹿盗窃案", cause="盗窃罪", parties=parties, minor=True)
    return MeetingPapers(
        replace(MEETING, open=False, participants=people, cases=(case,), title="陈小鹿案听证")
    )


def test_a_minor_is_named_to_the_minors_own_side_alone() -> None:
    sheets = pages_begun(built("hearing_notice", _juvenile()))
    own, _, parent, _, victim, receipt, defender, _, agent, _ = sheets

    assert "陈小鹿：" in own
    assert "陈小鹿盗窃案" in own
    assert "陈小鹿盗窃案" in parent
    assert "张大山：" in victim
    assert "陈小鹿盗窃案" in defender
    assert "陈小鹿" not in victim + receipt + agent
    assert "陈某某1盗窃案" in victim


def test_an_adult_suspect_does_not_read_the_name_of_the_minor_victim() -> None:
    people = (
        ParticipantView("s", 1, "张大山", role="犯罪嫌疑人"),
        ParticipantView("v", 2, "陈小鹿", role="被害人"),
    )
    parties = (PartyView("犯罪嫌疑人", "张大山", age=40), PartyView("被害人", "陈小鹿", age=14))
    case = CaseView("陈小鹿被侵害案", parties=parties, minor=True)
    told = replace(TOLD, meeting=replace(MEETING, participants=people, cases=(case,)))

    suspect, receipt, victim, _ = pages_begun(built("hearing_notice", told))

    assert "陈小鹿" not in suspect + receipt
    assert "陈小鹿被侵害案" in victim


def test_of_several_minors_none_is_named_to_the_side_of_another() -> None:
    people = (
        ParticipantView("s", 1, "赵小虎", role="犯罪嫌疑人"),
        ParticipantView("l", 2, "赵建国", role="法定代理人"),
        ParticipantView("v", 3, "陈小鹿", role="被害人"),
    )
    parties = (PartyView("犯罪嫌疑人", "赵小虎", age=16), PartyView("被害人", "陈小鹿", age=14))
    case = CaseView("赵小虎侵害陈小鹿案", parties=parties, minor=True)
    told = replace(TOLD, meeting=replace(MEETING, participants=people, cases=(case,)))

    suspect, to_suspect, parent, to_parent, victim, to_victim = pages_begun(
        built("hearing_notice", told)
    )

    assert "陈小鹿" not in suspect + to_suspect + parent + to_parent
    assert "赵小虎" not in victim + to_victim
    assert "赵某某" in victim


def test_no_minor_stands_in_the_name_of_a_file(tmp_path: Path) -> None:
    told = _juvenile()

    result = export(
        told, kinds=kinds_due(told), formats=["pdf"], folder=tmp_path, signers=(), made_at=MADE_AT
    )

    assert len(result.files) == 4
    assert not any("陈" in file.name or "鹿" in file.name for file in result.files)


@pytest.mark.parametrize(
    ("line", "cites", "words", "source"),
    [
        ("民事检察", "", "不影响听证的进行", "《人民检察院民事诉讼监督规则》第五十七条"),
        ("行政检察", "", "由主持人确定", "《人民检察院行政诉讼监督规则》第七十一条"),
        ("刑事检察", "", "由主持人根据听证情况依法处理", ""),
        ("刑事检察", "《人民检察院民事诉讼监督规则》", "不影响听证的进行", "第五十七条"),
    ],
)
def test_what_follows_from_being_absent_is_told_with_its_source(
    line: str, cites: str, words: str, source: str
) -> None:
    told = replace(TOLD, case_details=(CaseDetailsView("", line),))
    options = BuildOptions(MADE_AT, (), PaperRules(cites=(cites,)))

    document = KINDS["hearing_notice"].build(told, options, load_labels())

    paragraphs = texts(document)
    told_words = paragraphs[paragraphs.index("五、缺席的后果") + 1]
    assert words in told_words
    assert source in told_words


def test_official_documents_stand_on_their_sheets() -> None:
    sheets = {kind: built(kind, TOLD).sheet for kind in OWN}

    assert {kind for kind, sheet in sheets.items() if sheet is Sheet.LETTER} == {
        "officer_invitation"
    }
    assert {kind for kind, sheet in sheets.items() if sheet is Sheet.OFFICIAL} == {
        *("hearing_refusal", "public_notice", "hearing_notice")
    }


def test_each_letter_begins_with_a_page_without_a_number_in_both_formats() -> None:
    document = clean_document(built("officer_invitation", TOLD))[0]

    pages = pdf_files.page_texts(pdf_files.written(document))
    sections = docx_files.part(docx_files.written(document), docx_files.DOCUMENT).iter(
        qn("w:sectPr")
    )

    numbers = [re.findall("— [0-9]+ —", page) for page in pages]
    assert numbers == [[], ["— 2 —"], ["— 3 —"]] * 2
    assert [one.find(qn("w:titlePg")) is not None for one in sections] == [True, True]


def test_each_notice_bears_the_number() -> None:
    sheets = pages_begun(built("hearing_notice", TOLD))

    notices = [sheet for sheet in sheets if "：\n" in sheet.split("一、")[0]]
    assert len(notices) > 1
    assert all(f"\n{MEETING.number}\n" in notice for notice in notices)


def test_a_name_that_no_letterhead_holds_leaves_each_letter_its_page_and_number() -> None:
    told = replace(TOLD, meeting=replace(TOLD.meeting, host="某" * 61))

    first, _, second, _ = pages_begun(built("officer_invitation", told))

    assert second == first.replace("程砺石", "贺兰舒")
    assert first.startswith(f"听证员邀请函\n{MEETING.number}\n")


def test_an_invitation_has_the_day_on_which_the_officers_were_asked() -> None:
    asked = replace(TOLD, notices=(NoticeView("听证员2人", "2025-09-19", "邀请函"),))

    assert "2025年9月19日" in texts(built("officer_invitation", asked))
    assert "2025年9月21日" in texts(built("officer_invitation", TOLD))
