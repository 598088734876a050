"""The papers for the room, of both kinds of meeting; none is of the file."""

from functools import partial

from exporters.kinds.kind import Kind, own
from exporters.kinds.room import name_plates, read_back, seating
from exporters.kinds.room.people import expected

ROOM: tuple[Kind, ...] = (
    Kind(
        "name_plates",
        None,
        "席卡",
        own(partial(name_plates.build, with_office=True)),
        exists=lambda papers: bool(expected(papers.meeting)),
        working=True,
    ),
    Kind(
        "name_plates_bare",
        None,
        "席卡只有姓名",
        own(partial(name_plates.build, with_office=False)),
        exists=lambda papers: bool(expected(papers.meeting)),
        working=True,
    ),
    Kind(
        "seating",
        None,
        "座次表",
        own(seating.build),
        exists=lambda papers: bool(expected(papers.meeting)),
        working=True,
    ),
    Kind(
        "read_back",
        None,
        "校阅页",
        own(read_back.build),
        exists=lambda papers: bool(read_back.speakers(papers.meeting)),
        working=True,
    ),
)
