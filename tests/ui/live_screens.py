"""What the pictures of the live desk show: people who come, go, talk and wait; attachments."""

import time
from collections.abc import Callable

from PySide6.QtWidgets import QApplication

from models.operations.people import number_people
from models.vocabulary import Movement
from ui.attachment_operations import Target, attach_data, describe_attachment
from ui.changes import Operation
from ui.live.operations import mark_lines, note_movement, set_queue
from ui.main_window import MainWindow
from ui.operations import add_entries, set_values

_PATIENCE_S = 30

_ADDED = (
    ("王伟", "朔川县人民检察院", "视频"),
    ("王伟", "白塔沟县人民检察院", "视频"),
    ("阿卜杜拉·买买提", "河澜州人民检察院", "现场"),
    ("周明", "河澜州人民检察院", "现场"),
)


def wait(done: Callable[[], bool]) -> None:
    """Run the event loop until it is so."""
    end = time.monotonic() + _PATIENCE_S
    while not done():
        if time.monotonic() > end:
            raise TimeoutError
        QApplication.processEvents()
        time.sleep(0.005)


def settle() -> None:
    """Let layouts come to rest."""
    for _ in range(12):
        QApplication.processEvents()


def take_presence(window: MainWindow) -> None:
    """Fill the meeting in view up to twelve people, of whom some move, one talks and four wait."""
    record, workspace = window.desk.page.record, window.workspace
    assert record.meeting is not None
    meeting, profiles = record.meeting.id, {**window.workspace.profiles}
    values = [
        {"name": name, "role": "出席", "organ": organ, "mode": mode, "grade": "二级检察官"}
        for name, organ, mode in _ADDED
    ]
    workspace.run(add_entries(meeting, "participant", values, profiles=profiles, name="x"))
    wait(lambda: record.meeting is not None and len(record.meeting.participants) >= len(_ADDED) + 6)
    workspace.run(Operation("x", "x", number_people, (meeting,), meeting=meeting))
    ids = [person.id for person in record.meeting.participants]
    for person in ids[:-1]:
        workspace.run(
            set_values(
                meeting, "participant", {"attendance": "到场"},
                profiles=profiles, name="x", entry_id=person,
            )
        )  # fmt: skip
    for place, movement, at in (
        (3, Movement.RECUSED, "11:41"),
        (4, Movement.LEFT, "11:43"),
        (8, Movement.CUT_OFF, "11:44"),
    ):
        workspace.run(note_movement(meeting, ids[place], movement, at=at))
    workspace.run(mark_lines(meeting, [record.meeting.lines[-2].id], marked=True))
    waiting = (ids[9], ids[10], ids[1], ids[2])
    workspace.run(set_queue(meeting, waiting))
    wait(lambda: record.state.queue == waiting)
    record.state.timer.begin(ids[2])
    record.state.timer._before = 125
    window.desk.actions_by_id["people"].setChecked(True)
    record.timeline.scrollToBottom()


def lose_quorum(window: MainWindow) -> None:
    """Have nearly everybody leave, and be asked about one more."""
    record = window.desk.page.record
    assert record.meeting is not None
    for person in record.meeting.participants[2:]:
        if person.role == "出席":
            move = note_movement(record.meeting.id, person.id, Movement.LEFT, at="11:50")
            window.workspace.run(move)
    wait(record.quorum_band.isVisible)
    window.desk.people.ask_movement(record.meeting.participants[1].id)


def attach_some(window: MainWindow) -> None:
    """Attach photos and scans to lines, to an item and to the meeting."""
    record, workspace = window.desk.page.record, window.workspace
    assert record.meeting is not None
    meeting, lines, items = record.meeting.id, record.meeting.lines, record.meeting.agenda
    for name, start, size, target in (
        ("转账凭证.jpg", b"\xff\xd8\xff", 2_400_000, Target(line_id=lines[1].id)),
        ("扫描件第3页.pdf", b"%PDF-1.7", 740_000, Target(line_id=lines[1].id)),
        ("现场照片.png", b"\x89PNG\r\n\x1a\n", 900, Target(line_id=lines[3].id)),
        ("审查报告扫描件.pdf", b"%PDF-1.6", 5_200_000, Target(item_id=items[1].id)),
        ("会场座次表.png", b"\x89PNG\r\n\x1a\n1", 86_000, Target()),
    ):
        data = start + bytes(size)
        workspace.run(
            attach_data(meeting, name, lambda data=data: data, target, at="2026-03-02T09:05")  # type: ignore[misc]  # bound
        )
    wait(lambda: record.meeting is not None and len(record.meeting.attachments) == 5)
    first = record.meeting.attachments[0].id
    workspace.run(mark_lines(meeting, [lines[3].id], marked=True))
    workspace.run(describe_attachment(meeting, first, "银行盖章的原件"))
    wait(lambda: record.meeting is not None and bool(record.meeting.attachments[0].note))
