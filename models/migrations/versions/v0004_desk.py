"""The live desk: time spent, comings and goings, the queue, notes, short codes; attachments."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.schema import SchemaItem

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add columns to lines and items, and the tables of the desk."""
    op.add_column("agenda_item", sa.Column("number", sa.Text(), nullable=True))
    for name in ("movement", "recording"):
        op.add_column("line", sa.Column(name, sa.Text(), nullable=True))
    op.add_column("line", sa.Column("seconds", sa.Integer(), nullable=True))
    op.add_column("line", sa.Column("marked", sa.Boolean(), nullable=True))
    mover = sa.ForeignKey("participant.id", name=op.f("fk_line_mover_id"))
    op.add_column("line", sa.Column("mover_id", sa.Uuid(), mover), inline_references=True)
    _index("line", "mover_id")
    _add_stretches()
    _add_notes()
    _add_queue()
    _add_short_codes()
    _add_attachments()


def _add_stretches() -> None:
    op.create_table(
        "stretch",
        *_own_columns(),
        _position(),
        sa.Column("item_id", sa.Uuid(), nullable=True),
        sa.Column("step", sa.Integer(), nullable=True),
        sa.Column("began_at", sa.Text(), nullable=False),
        sa.Column("ended_at", sa.Text(), nullable=True),
        sa.CheckConstraint(
            "(item_id IS NULL) <> (step IS NULL)", name=op.f("ck_stretch_item_or_step")
        ),
        sa.CheckConstraint("step BETWEEN 0 AND 7", name=op.f("ck_stretch_step_known")),
        sa.ForeignKeyConstraint(["item_id"], ["agenda_item.id"], name=op.f("fk_stretch_item_id")),
        _of_meeting("stretch"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_stretch")),
    )
    _index("stretch", "meeting_id", "item_id")


def _add_notes() -> None:
    op.create_table(
        "internal_note",
        *_own_columns(),
        _position(),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("at", sa.Text(), nullable=True),
        sa.Column("after_id", sa.Uuid(), nullable=True),
        sa.ForeignKeyConstraint(["after_id"], ["line.id"], name=op.f("fk_internal_note_after_id")),
        _of_meeting("internal_note"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_internal_note")),
    )
    _index("internal_note", "meeting_id", "after_id")


def _add_queue() -> None:
    op.create_table(
        "queue_entry",
        *_own_columns(),
        _position(),
        sa.Column("participant_id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["participant_id", "meeting_id"],
            ["participant.id", "participant.meeting_id"],
            name=op.f("fk_queue_entry_participant_id_meeting_id"),
        ),
        _of_meeting("queue_entry"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_queue_entry")),
        sa.UniqueConstraint("participant_id", name=op.f("uq_queue_entry_participant_id")),
    )
    _index("queue_entry", "meeting_id")


def _add_short_codes() -> None:
    op.create_table(
        "short_code",
        sa.Column("meeting_id", sa.Uuid(), nullable=True),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("shape", sa.Text(), nullable=False),
        _of_meeting("short_code"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_short_code")),
        sa.UniqueConstraint("meeting_id", "code", name=op.f("uq_short_code_meeting_id_code")),
    )
    _index("short_code", "meeting_id")


def _add_attachments() -> None:
    op.create_table(
        "attachment",
        *_own_columns(),
        _position(),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("media_type", sa.Text(), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("added_at", sa.Text(), nullable=True),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("line_id", sa.Uuid(), nullable=True),
        sa.Column("item_id", sa.Uuid(), nullable=True),
        sa.CheckConstraint(
            "line_id IS NULL OR item_id IS NULL", name=op.f("ck_attachment_one_place")
        ),
        sa.CheckConstraint("length(sha256) = 64", name=op.f("ck_attachment_sha256_whole")),
        sa.ForeignKeyConstraint(["line_id"], ["line.id"], name=op.f("fk_attachment_line_id")),
        sa.ForeignKeyConstraint(
            ["item_id"], ["agenda_item.id"], name=op.f("fk_attachment_item_id")
        ),
        _of_meeting("attachment"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_attachment")),
    )
    _index("attachment", "meeting_id", "line_id", "item_id", "sha256")
    op.create_table(
        "attachment_data",
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("data", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("sha256", name=op.f("pk_attachment_data")),
    )


def _of_meeting(table: str) -> SchemaItem:
    name = op.f(f"fk_{table}_meeting_id")
    return sa.ForeignKeyConstraint(["meeting_id"], ["meeting.id"], name=name, ondelete="CASCADE")


def _own_columns() -> tuple[SchemaItem, ...]:
    return (
        sa.Column("meeting_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("shape", sa.Text(), nullable=False),
    )


def _position() -> SchemaItem:
    return sa.Column("position", sa.Integer(), nullable=False)


def _index(table: str, *columns: str) -> None:
    for column in columns:
        op.create_index(op.f(f"ix_{table}_{column}"), table, [column], unique=False)
