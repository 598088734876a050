"""The papers of a hearing, in the order of its file; its own paper first."""

from exporters.kinds.hearing import run_sheet, transcript
from exporters.kinds.kind import Kind, own
from models.vocabulary import MeetingKind

_OF = MeetingKind.HEARING

HEARING: tuple[Kind, ...] = (
    Kind("transcript", _OF, "听证笔录", own(transcript.build), catalogue_order=70),
    Kind("hearing_run_sheet", _OF, "主持人流程单", run_sheet.build, working=True),
)
