"""Editing: levels and minutes of the agenda, the item of a line, attendance, bin, drafts, audit."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add columns and tables; nothing that was there changes."""
    op.add_column("meeting", sa.Column("binned_at", sa.Text(), nullable=True))
    op.add_column(
        "agenda_item", sa.Column("level", sa.Integer(), nullable=False, server_default="0")
    )
    op.add_column("agenda_item", sa.Column("planned_minutes", sa.Integer(), nullable=True))
    op.add_column("participant", sa.Column("attendance", sa.Text(), nullable=True))
    reference = sa.ForeignKey("agenda_item.id", name=op.f("fk_line_item_id"))
    op.add_column(
        "line",
        sa.Column("item_id", sa.Uuid(), reference, nullable=True),
        inline_references=True,
    )
    op.create_index(op.f("ix_line_item_id"), "line", ["item_id"], unique=False)
    op.create_index(op.f("ix_line_meeting_id_position"), "line", ["meeting_id", "position"])
    op.create_table(
        "draft",
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_draft")),
    )
    op.create_table(
        "audit_entry",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.Column("verb", sa.Text(), nullable=False),
        sa.Column("operation", sa.Text(), nullable=False),
        sa.Column("meetings", sa.Text(), nullable=False),
        sa.Column("changes", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_audit_entry")),
    )
