"""Databases to measure with: one meeting with a long record, and a long list of meetings."""

import random
from collections.abc import Iterator
from pathlib import Path

from sqlalchemy import insert, update
from sqlalchemy.orm import Session

from models.agenda import AgendaItem
from models.base import FileShape
from models.database import open_database
from models.ids import new_id
from models.journal import RowChange
from models.lines import Line
from models.meeting import Meeting, Schedule
from models.opinions import Opinion
from models.people import Participant
from models.vocabulary import LineKind, MeetingKind, Role
from models.workbench import Verb, write_audit

LINES, PEOPLE, ITEMS = 10_000, 60, 12
ENDLESS = 100_000  # lines, more than any record has
MEETINGS = 10_000
LAST_YEAR, PER_YEAR = 2026, 700
_WORDS = "三套卡的四十七笔转账是在被害人资金进入之前还是之后录音录像在卷我的个人意见定帮信更稳"


def long_meeting(file: Path, lines: int = LINES) -> None:
    """Make a database with one conference of 60 people whose record has so many lines."""
    database = open_database(file)
    with database.write() as session:
        _add_long_record(session, lines)
    database.close()


def many_meetings(file: Path) -> None:
    """Make a database with 10,000 meetings over some years, the newest with a long record."""
    database = open_database(file)
    with database.write() as session:
        rows = list(_meetings())
        session.execute(insert(Meeting), [meeting for meeting, _ in rows])
        session.execute(insert(Schedule), [schedule for _, schedule in rows])
        held = Meeting.kind == MeetingKind.HEARING
        session.execute(update(Meeting).where(held).values(state="H13"))  # takes no rows any more
    database.close()


def grow_audit(file: Path, entries: int) -> None:
    """Make the audit trail as long as after years of work."""
    database = open_database(file)
    with database.write() as session:
        key = new_id()
        change = RowChange("line", key, None, {"text": _WORDS})
        for _ in range(entries):
            write_audit(session, Verb.DO, "add line", meetings=[str(key)], changes=[change])
    database.close()


def _meetings() -> Iterator[tuple[dict[str, object], dict[str, object]]]:
    chance = random.Random(7)  # the same list in every run
    for number in range(MEETINGS):
        hearing = number % 3 == 0
        year = LAST_YEAR - number // PER_YEAR
        kind = MeetingKind.HEARING if hearing else MeetingKind.JOINT_CONFERENCE
        meeting = {
            "id": new_id(),
            "shape": FileShape(),
            "kind": kind,
            "state": "H9" if hearing else "J5",
            "title": f"{_sentence(chance, 8 + number % 20)}一案第{number}次会议",
            "number": f"河检联〔{year}〕{number}号",
            "host": "河澜州人民检察院",
        }
        schedule = {
            "id": new_id(),
            "shape": FileShape(),
            "meeting_id": meeting["id"],
            "held_from": f"{year}-{1 + number % 12:02}-{1 + number % 28:02}T09:00",
            "place": f"{number % 40}号会议室",
        }
        yield meeting, schedule


def _add_long_record(session: Session, count: int = LINES) -> None:
    chance = random.Random(7)  # the same record in every run
    meeting = Meeting(kind=MeetingKind.JOINT_CONFERENCE, state="J5", title="久长一案联席会议")
    meeting.schedule = Schedule(held_from="2026-11-02T08:30", place="一号会议室")
    people = [
        Participant(
            position=place,
            number=place + 1,
            name=f"{_WORDS[place % len(_WORDS)]}{_WORDS[-1 - place % 30]}{place}",
            organ="青屏区人民检察院",
            post="检察官",
            role=Role.CHAIR if place == 0 else Role.ATTENDING,
        )
        for place in range(PEOPLE)
    ]
    items = [
        AgendaItem(position=place, title=_sentence(chance, 12), planned_minutes=20)
        for place in range(ITEMS)
    ]
    meeting.participants.extend(people)
    meeting.agenda.extend(items)
    session.add(meeting)
    session.flush()
    kinds = [LineKind.OPINION, LineKind.REPORT, LineKind.QUESTION, LineKind.ANSWER]
    lines = [
        {
            "id": new_id(),
            "shape": FileShape(),
            "meeting_id": meeting.id,
            "position": place,
            "seq": place + 1,
            "at": f"{(8 + place // 600) % 24:02}:{place // 10 % 60:02}",
            "speaker_id": people[place * 7 % PEOPLE].id,
            "item_id": items[place * ITEMS // count].id,
            "kind": kinds[place % 4],
            "text": _sentence(chance, 10 + 37 * (place % 5)),
        }
        for place in range(count)
    ]
    session.execute(insert(Line), lines)
    opinions = [
        {
            "id": new_id(),
            "shape": FileShape(),
            "meeting_id": meeting.id,
            "position": place,
            "author_id": line["speaker_id"],
            "line_id": line["id"],
        }
        for place, line in enumerate(lines[::4])
    ]
    session.execute(insert(Opinion), opinions)


def _sentence(chance: random.Random, length: int) -> str:
    return "".join(chance.choices(_WORDS, k=length)) + "。"
