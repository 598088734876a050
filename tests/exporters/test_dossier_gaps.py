"""What a dossier lacks: named, refused, written down; bytes that are not those attached."""

import io
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO

import pytest

from exporters.dossier.missing import missing
from exporters.dossier.verify import verify
from models.archive_errors import DossierIncomplete
from models.archive_gaps import Missing, MissingKind
from models.errors import AttachmentUnusable
from models.papers import DivergenceReportView, HandlerNoteView, MeetingPapers
from models.snapshot import AttachmentView, CorrectionSheetView
from models.states import has_reached
from tests.exporters import docx_files
from tests.exporters.dossier_files import ATTACHMENTS, PHOTO, SCAN, made, names, told, whole_papers
from tests.exporters.meetings import conference, hearing


def test_of_a_whole_meeting_nothing_is_missing() -> None:
    assert missing(whole_papers()) == ()


@pytest.mark.parametrize(
    ("papers", "gap"),
    [
        (replace(whole_papers(), note=None), Missing(MissingKind.PAPER, "参考情况说明")),
        (
            replace(whole_papers(), note=HandlerNoteView(by="陶𬤇")),
            Missing(MissingKind.UNSIGNED, "参考情况说明"),
        ),
        (whole_papers(state="J10"), Missing(MissingKind.PAPER, "分歧情况报告")),
        (
            replace(whole_papers(), divergence=DivergenceReportView(by="罗承砚")),
            Missing(MissingKind.UNSIGNED, "分歧情况报告"),
        ),
        (
            whole_papers(correction_sheets=(CorrectionSheetView("c", number=2),)),
            Missing(MissingKind.UNSIGNED, "更正说明第2号"),
        ),
        (
            whole_papers(attachments=(replace(ATTACHMENTS[0], here=False),)),
            Missing(MissingKind.ATTACHMENT, "现场.png"),
        ),
        (whole_papers(archival_code=None), Missing(MissingKind.CODE)),
        (replace(whole_papers(), archive=None), Missing(MissingKind.PERIOD)),
    ],
)
def test_what_is_missing_is_named_refused_and_written_down(
    papers: MeetingPapers, gap: Missing, tmp_path: Path
) -> None:
    assert missing(papers) == (gap,)
    with pytest.raises(DossierIncomplete) as refused:
        made(tmp_path, papers)
    assert refused.value.missing == (gap,)
    assert names(tmp_path) == []

    result = made(tmp_path, papers, incomplete=True)

    assert result.missing == (gap,)
    assert told(result.path)["missing"] == [{"kind": gap.kind.value, "name": gap.name}]
    assert told(result.path)["complete"] is False
    (note,) = result.path.glob("*卷内备考表_*.docx")
    assert any(gap.name in text for text in docx_files.texts_inside(note.read_bytes()))
    assert "材料不全" in docx_files.story_text(note.read_bytes(), docx_files.HEADER)
    assert verify(result.path).intact


def test_an_open_record_lacks_its_signatures() -> None:
    assert Missing(MissingKind.UNSIGNED, "会议记录") in missing(MeetingPapers(conference("一")))
    assert Missing(MissingKind.UNSIGNED, "听证笔录") in missing(MeetingPapers(hearing()))


def test_a_referral_to_others_than_the_chief_demands_no_report() -> None:
    papers = whole_papers(state="J10")
    assert papers.note is not None

    assert missing(replace(papers, note=replace(papers.note, road="提请检委会"))) == ()


def test_a_stopped_meeting_has_reached_nothing() -> None:
    assert has_reached("J9", "J9")
    assert has_reached("J11", "J9")
    assert not has_reached("J8", "J9")
    assert not has_reached("JC", "J0")


@pytest.mark.parametrize("wrong", [b"", PHOTO[:-1] + b"x", PHOTO + b"x"])
def test_bytes_that_are_not_those_attached_are_never_filed(wrong: bytes, tmp_path: Path) -> None:
    def other(one: AttachmentView) -> BinaryIO:
        return io.BytesIO(wrong if one.name == "现场.png" else SCAN)

    with pytest.raises(AttachmentUnusable):
        made(tmp_path, opened=other)
    assert names(tmp_path) == []

    result = made(tmp_path, opened=other, incomplete=True)

    assert result.missing == (Missing(MissingKind.ATTACHMENT, "现场.png"),)
    assert list(result.path.glob("*.png")) == []
    assert verify(result.path).intact
