"""Minors are named in no file name, manifest, catalogue or list of what is missing."""

import json
from pathlib import Path

import pytest

from exporters.document import texts
from exporters.dossier.manifest import MANIFEST, TABLE
from exporters.dossier.missing import missing
from exporters.dossier.volume import Edition, Item, Volume
from exporters.file_names import stem
from exporters.kinds.office import catalogue, closing_note
from exporters.labels import load_labels
from models.papers import ArchiveView, MeetingPapers
from models.snapshot import CaseView, ParticipantView, PartyView
from tests.exporters import docx_files
from tests.exporters.dossier_files import PHOTO, attachment, made, names, whole_papers
from tests.exporters.meetings import MADE_AT, conference


def _with_minor(**fields: object) -> MeetingPapers:
    party = PartyView("被害人", "卓玛草", age=14)
    attached = (attachment("卓玛草的陈述.png", PHOTO, "image/png", **fields),)
    return whole_papers(
        title="卓玛草被侵害案讨论",
        cases=(CaseView("卓玛草被侵害案", "朔川检刑诉〔2026〕3号", parties=(party,)),),
        archival_code="0123-卓玛草-1",
        number="河澜检联卓玛草〔2026〕1号",
        attachments=attached,
    )


def test_no_name_of_a_file_tells_a_minors(tmp_path: Path) -> None:
    result = made(tmp_path, _with_minor())

    assert "卓玛草" not in result.path.name + "".join(names(result.path))
    assert "刑3" in result.path.name
    (table,) = result.path.glob(TABLE)
    assert "附件1：某某的陈述" in table.read_text(encoding="utf-8-sig")
    manifest = json.loads((result.path / MANIFEST).read_bytes())
    assert manifest["meeting"]["title"] == "某某被侵害案讨论"
    assert manifest["meeting"]["number"] == "河澜检联某某〔2026〕1号"
    assert manifest["archive"]["code"] == "0123-某某-1"


def test_no_word_of_the_papers_of_a_dossier_tells_a_minors_name(tmp_path: Path) -> None:
    result = made(tmp_path, _with_minor())

    for title in ("归档目录", "卷内备考表"):
        (file,) = result.path.glob(f"*_{title}_*.docx")
        words = "".join(docx_files.texts_inside(file.read_bytes()))
        assert "〔2026〕1号" in words
        assert "卓玛草" not in words


def test_the_catalogue_and_the_closing_note_name_no_minor() -> None:
    told = _with_minor()
    item = Item("会议记录", files=())
    volume = Volume(told.meeting, ArchiveView(), Edition.ORIGINAL, MADE_AT, (item,))

    for kind in (catalogue, closing_note):
        document = kind.build(volume, load_labels())

        assert "某某被侵害案讨论" in texts(document)
        assert "卓玛草被侵害案讨论" not in texts(document)


def test_what_is_missing_tells_no_minors_name() -> None:
    (gap,) = missing(_with_minor(here=False))

    assert gap.name == "某某的陈述.png"


@pytest.mark.parametrize(
    "fields",
    [
        {"participants": (ParticipantView("p", 1, "卓玛草", role="未成年人"),)},
        {"cases": (CaseView(minor=True, parties=(PartyView("被害人", "卓玛草"),)),)},
        {"cases": (CaseView(parties=(PartyView("被害人", "甲", display="卓玛草", age=17),)),)},
        {"cases": (CaseView(parties=(PartyView("未成年被害人", "卓玛草"),)),)},
        {"cases": (CaseView(parties=(PartyView("被害人", "卓玛草（化名）", age=9),)),)},
    ],
)
@pytest.mark.parametrize("written", ["卓玛草", "卓 玛草", "卓·玛\u200b草"])
def test_a_minor_is_known_by_role_age_or_the_mark_of_the_case(
    written: str, fields: dict[str, object]
) -> None:
    meeting = conference(archival_code=f"1-{written}", **fields)

    assert stem(meeting, "会议记录").startswith("1_会议记录")


def test_an_adults_name_in_the_code_stays_as_the_office_wrote_it() -> None:
    party = PartyView("被不起诉人", "周某", age=18)
    meeting = conference(archival_code="1-周某", cases=(CaseView(minor=True, parties=(party,)),))

    assert stem(meeting, "会议记录").startswith("1-周某_")
