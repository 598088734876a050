"""Attachments: stored once, never in the trail, checked when read, and frozen with the record."""

import json
import uuid
from pathlib import Path

import pytest
from sqlalchemy import func, select, update

from models.attachment_files import MAX_BYTES, content_of, digest_of
from models.attachment_store import forget_unused, stored_file
from models.attachments import AttachmentData
from models.backups import back_up
from models.base import Base
from models.case_file.reading import parse_document
from models.database import Database, open_database
from models.errors import AttachmentUnusable, CaseFileRefused, PartGone, RecordLocked, ValueRefused
from models.history import History, Step
from models.operations import attachments, entries, lines
from models.operations.case_files import import_documents
from models.operations.locking import lock
from models.profiles import Profiles
from models.queries import attachments as attachment_views
from models.queries import meeting_by_id, meeting_document, meeting_snapshot
from models.seal import verify_seal
from models.signing_facts import SealState
from models.snapshot import AttachmentView, MeetingSnapshot
from models.workbench import AuditEntry, Verb, write_audit
from tests.models.any_operations import carry_out
from tests.models.case_files import Document, small
from tests.models.full_files import full_conference

AT = "2026-03-02T09:05"
PNG = b"\x89PNG\r\n\x1a\nrest"
_DATA = Base.metadata.tables[AttachmentData.__tablename__]


@pytest.fixture
def meeting(database: Database) -> str:
    """Give a conference with three lines and two items."""
    return _import(database, small() | {"agenda": ["汇报", "讨论"]})


def _import(database: Database, document: Document) -> str:
    with database.write() as session:
        (taken,) = import_documents(session, [("x", document)])
    return taken.id


def _look(database: Database, meeting: str) -> MeetingSnapshot:
    with database.read() as session:
        return meeting_snapshot(session, meeting)


def _views(database: Database, meeting: str) -> tuple[AttachmentView, ...]:
    with database.read() as session:
        return attachment_views(session, meeting)


def _attach(
    database: Database,
    meeting: str,
    data: bytes = PNG,
    *,
    name: str = "图.png",
    line: int | None = None,
    item: int | None = None,
) -> str:
    seen = _look(database, meeting)
    with database.write() as session:
        (made,) = attachments.attach(
            session,
            meeting,
            [content_of(name, data)],
            at=AT,
            line_id=None if line is None else seen.lines[line].id,
            item_id=None if item is None else seen.agenda[item].id,
        )
    return made


def _stored(database: Database) -> int:
    with database.read() as session:
        return session.scalar(select(func.count()).select_from(_DATA)) or 0


def _bytes(database: Database, meeting: str, attachment: str) -> bytes:
    with database.read() as session:
        return stored_file(session, meeting, attachment).data


def test_something_is_attached_to_a_line_an_item_or_the_meeting(
    database: Database, meeting: str
) -> None:
    _attach(database, meeting, line=1)
    _attach(database, meeting, item=0)
    _attach(database, meeting, name="全.png")

    seen = _look(database, meeting)
    first, second, third = seen.attachments
    assert (first.line_id, first.item_id) == (seen.lines[1].id, None)
    assert (second.line_id, second.item_id) == (None, seen.agenda[0].id)
    assert (third.line_id, third.item_id, third.name) == (None, None, "全.png")
    assert (first.size, first.sha256, first.added_at) == (len(PNG), digest_of(PNG), AT)
    assert first.here


def test_the_same_bytes_are_stored_once(database: Database, meeting: str) -> None:
    first = _attach(database, meeting, line=1)
    second = _attach(database, meeting, line=2, name="另.png")

    assert _stored(database) == 1
    assert _bytes(database, meeting, first) == _bytes(database, meeting, second) == PNG


def test_the_same_file_at_the_same_place_stays_one(database: Database, meeting: str) -> None:
    first = _attach(database, meeting, line=1)

    assert _attach(database, meeting, line=1, name="又.png") == first
    assert len(_views(database, meeting)) == 1


def test_nothing_is_attached_to_two_places_or_to_what_is_not_there(
    database: Database, meeting: str
) -> None:
    seen, content = _look(database, meeting), content_of("图.png", PNG)
    nobody = str(uuid.UUID(int=0))

    with pytest.raises(ValueRefused), database.write() as session:
        attachments.attach(
            session,
            meeting,
            [content],
            at=AT,
            line_id=seen.lines[0].id,
            item_id=seen.agenda[0].id,
        )
    for place in ({"line_id": nobody}, {"item_id": nobody}):
        with pytest.raises(PartGone), database.write() as session:
            attachments.attach(session, meeting, [content], at=AT, **place)
    assert _views(database, meeting) == ()
    assert _stored(database) == 0


def test_a_line_of_another_meeting_takes_nothing(database: Database, meeting: str) -> None:
    other = _import(database, small() | {"number": "另"})
    line = _look(database, other).lines[0].id

    with pytest.raises(PartGone), database.write() as session:
        attachments.attach(session, meeting, [content_of("a", PNG)], at=AT, line_id=line)


def test_what_is_attached_elsewhere_is_not_read(database: Database, meeting: str) -> None:
    other = _import(database, small() | {"number": "另"})
    made = _attach(database, other, line=0)

    with pytest.raises(PartGone):
        _bytes(database, meeting, made)


def test_a_deleted_line_leaves_its_attachments_to_the_meeting(
    database: Database, meeting: str
) -> None:
    _attach(database, meeting, line=1)
    line = _look(database, meeting).lines[1].id
    history = History()

    done = carry_out(database, lambda s: lines.delete_lines(s, meeting, [line]))

    (left,) = _views(database, meeting)
    assert (left.line_id, left.item_id) == (None, None)
    history.push(Step("删除", "delete lines", frozenset({meeting}), done))
    history.undo(database)
    assert _views(database, meeting)[0].line_id == line


def test_a_deleted_item_leaves_its_attachments_to_the_meeting(
    database: Database, meeting: str, profiles: Profiles
) -> None:
    _attach(database, meeting, item=1)
    item = _look(database, meeting).agenda[1].id

    with database.write() as session:
        entries.delete_entries(session, meeting, "agenda_item", [item], profiles=profiles)

    (left,) = _views(database, meeting)
    assert (left.line_id, left.item_id) == (None, None)


def test_detaching_closes_up(database: Database, meeting: str) -> None:
    first = _attach(database, meeting, line=0)
    _attach(database, meeting, b"%PDF-2", name="b.pdf")

    with database.write() as session:
        attachments.detach(session, meeting, [first])

    with database.read() as session:
        assert [one.position for one in meeting_by_id(session, meeting).attachments] == [0]
    with pytest.raises(PartGone), database.write() as session:
        attachments.detach(session, meeting, [first])


def test_a_note_says_what_it_shows(database: Database, meeting: str) -> None:
    made = _attach(database, meeting)

    with database.write() as session:
        attachments.describe(session, meeting, made, " 现场照片 ")
    assert _views(database, meeting)[0].note == "现场照片"
    with pytest.raises(ValueRefused), database.write() as session:
        attachments.describe(session, meeting, made, "a\0")
    with database.write() as session:
        attachments.describe(session, meeting, made, "")
    assert _views(database, meeting)[0].note is None


def test_undone_and_done_again_the_bytes_are_there(database: Database, meeting: str) -> None:
    history = History()
    done = carry_out(
        database, lambda s: attachments.attach(s, meeting, [content_of("a", PNG)], at=AT)
    )
    history.push(Step("添加附件", "attach", frozenset({meeting}), done))
    made = _views(database, meeting)[0].id

    history.undo(database)
    assert _views(database, meeting) == ()
    history.redo(database)

    assert _bytes(database, meeting, made) == PNG


def test_unused_bytes_are_forgotten_and_used_ones_stay(database: Database, meeting: str) -> None:
    _attach(database, meeting, line=0)
    gone = _attach(database, meeting, b"%PDF-2", name="b.pdf")
    with database.write() as session:
        attachments.detach(session, meeting, [gone])
    assert _stored(database) == 2

    forget_unused(database)
    forget_unused(database)

    assert _stored(database) == 1
    assert _bytes(database, meeting, _views(database, meeting)[0].id) == PNG


def test_the_trail_tells_the_entry_and_never_the_bytes(database: Database, meeting: str) -> None:
    data = PNG + b"SECRET" * 100
    done = carry_out(
        database, lambda s: attachments.attach(s, meeting, [content_of("图.png", data)], at=AT)
    )
    with database.write() as session:
        write_audit(session, Verb.DO, "attach", meetings=[meeting], changes=done)

    with database.read() as session:
        told = json.dumps(session.scalars(select(AuditEntry.changes)).all(), ensure_ascii=False)
    assert {change.table for change in done} == {"attachment"}
    assert digest_of(data) in told
    assert "SECRET" not in told


def test_bytes_that_are_others_are_refused(database: Database, meeting: str) -> None:
    made = _attach(database, meeting)
    other = content_of("b", PNG + b"2")
    with database.write() as session:  # a new row under the old hash, as a forger would
        session.connection().exec_driver_sql('DROP TRIGGER "guard_attachment_data_update"')
        session.execute(update(_DATA).values(data=other.data))

    with pytest.raises(AttachmentUnusable) as refused:
        _bytes(database, meeting, made)

    assert (refused.value.name, refused.value.reason) == ("图.png", "attachment_differs")


def test_the_database_keeps_bytes_that_something_names(database: Database, meeting: str) -> None:
    _attach(database, meeting)

    for statement in (
        _DATA.delete(),
        _DATA.update().values(data=b"x"),
        _DATA.update().values(sha256="b" * 64),
        _DATA.insert().prefix_with("OR REPLACE").values(sha256=digest_of(PNG), data=b"x"),
    ):
        with pytest.raises(RecordLocked), database.write() as session:
            session.execute(statement)
    assert _stored(database) == 1


def test_a_signed_record_takes_and_loses_nothing(database: Database, meeting: str) -> None:
    made = _attach(database, meeting, line=1)
    with database.write() as session:
        lock(session, meeting_by_id(session, meeting), "J7")

    with pytest.raises(RecordLocked):
        _attach(database, meeting, b"%PDF-2", name="b.pdf")
    with pytest.raises(RecordLocked), database.write() as session:
        attachments.detach(session, meeting, [made])
    with pytest.raises(RecordLocked), database.write() as session:
        attachments.describe(session, meeting, made, "改")
    assert _stored(database) == 1
    assert _bytes(database, meeting, made) == PNG


def test_the_seal_is_over_the_hash(database: Database, meeting: str) -> None:
    made = _attach(database, meeting, line=1)
    with database.write() as session:
        lock(session, meeting_by_id(session, meeting), "J7")
        assert verify_seal(session, meeting) is SealState.INTACT
    with database.write() as session:
        session.connection().exec_driver_sql('DROP TRIGGER "guard_attachment_update"')
        table = Base.metadata.tables["attachment"]
        row = update(table).where(table.c.id == uuid.UUID(made))
        session.execute(row.values(sha256="b" * 64))

    with database.read() as session:
        assert verify_seal(session, meeting) is SealState.BROKEN


def test_a_case_file_tells_the_entries_and_takes_them_in(
    database: Database, meeting: str, tmp_path: Path, profiles: Profiles
) -> None:
    _attach(database, meeting, line=1)
    _attach(database, meeting, b"%PDF-2", name="b.pdf", item=0)
    with database.read() as session:
        document = meeting_document(session, meeting)
    data = json.dumps(document, ensure_ascii=False).encode()

    away = open_database(tmp_path / "away" / "lianxi.db")
    taken = _import(away, parse_document(data, name="x", profiles=profiles))
    with away.read() as session:
        assert meeting_document(session, taken) == document
    first, second = _views(away, taken)
    seen = _look(away, taken)
    assert (first.line_id, second.item_id) == (seen.lines[1].id, seen.agenda[0].id)
    assert not first.here
    with pytest.raises(AttachmentUnusable) as refused:
        _bytes(away, taken, first.id)
    assert refused.value.reason == "attachment_missing"

    _attach(away, taken, line=1, name="同一个.png")  # the file itself comes later
    assert _bytes(away, taken, first.id) == PNG
    assert [one.here for one in _views(away, taken)] == [True, False]
    away.close()


@pytest.mark.parametrize(
    ("changed", "place", "code"),
    [
        ({"record": 1, "item": 1}, "lianxi.attachments[0].item", "record_or_item"),
        ({"record": 9}, "lianxi.attachments[0].record", "no_such_place"),
        ({"item": 9}, "lianxi.attachments[0].item", "no_such_place"),
        ({"record": 0}, "lianxi.attachments[0].record", "out_of_range"),
        ({"sha256": "A" * 64}, "lianxi.attachments[0].sha256", "out_of_range"),
        ({"sha256": "a" * 63}, "lianxi.attachments[0].sha256", "out_of_range"),
        ({"sha256": "a" * 64 + "\n"}, "lianxi.attachments[0].sha256", "out_of_range"),
        ({"size": 0}, "lianxi.attachments[0].size", "out_of_range"),
        ({"size": MAX_BYTES + 1}, "lianxi.attachments[0].size", "out_of_range"),
        ({"media_type": "image/svg+xml"}, "lianxi.attachments[0].media_type", "not_listed"),
        ({"name": None}, "lianxi.attachments[0].name", "wrong_type"),
    ],
)
def test_faulty_entries_of_a_case_file_are_refused(
    profiles: Profiles, changed: Document, place: str, code: str
) -> None:
    entry = {"name": "a", "media_type": "image/png", "size": 1, "sha256": "a" * 64} | changed
    document = small() | {"agenda": ["汇报"], "lianxi": {"attachments": [entry]}}

    with pytest.raises(CaseFileRefused) as refused:
        parse_document(json.dumps(document).encode(), name="x", profiles=profiles)

    assert (place, code) in [(fault.place, fault.code) for fault in refused.value.faults]


def test_a_signed_meeting_comes_in_with_its_attachments(database: Database) -> None:
    taken = _import(database, full_conference("J7"))

    (one,) = _views(database, taken)
    assert (one.name, one.here) == ("现场.jpg", False)
    with database.read() as session:
        assert verify_seal(session, taken) is SealState.INTACT


def test_a_backup_holds_the_bytes(database: Database, meeting: str, tmp_path: Path) -> None:
    made = _attach(database, meeting, line=1)

    backup = back_up(database.path, tmp_path / "backups")

    copy = open_database(backup.file)
    assert _bytes(copy, meeting, made) == PNG
    copy.close()
