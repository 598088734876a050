"""Opinions in full, what signing leaves, the seal, and the chain of the audit trail."""

import hashlib
import json

import sqlalchemy as sa
from alembic import op
from sqlalchemy.schema import SchemaItem

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

_UNCHAINED = "0" * 64  # what the first entry has as its predecessor

_REFERENCES = {
    "author_id": "participant",
    "line_id": "line",
    "question_id": "question",
    "case_id": "case",
}
"""What an opinion refers to, in its own meeting."""


def upgrade() -> None:
    """Widen opinions, add tables and columns, chain the audit trail."""
    for table in ("question", "case"):
        name = op.f(f"ix_{table}_id_meeting_id")
        op.create_index(name, table, ["id", "meeting_id"], unique=True)
    _widen_opinions()
    _add_columns()
    _add_parts()
    _chain_the_trail()


def _widen_opinions() -> None:
    """Make the table anew: SQLite cannot loosen a column, nor change what a table refers to.

    Spelled out, since the batch mode writes the constraints in an order that differs by run.
    """
    op.create_table(
        "opinion_anew",
        *_own_columns(),
        _position(),
        sa.Column("author_id", sa.Uuid(), nullable=False),
        *(sa.Column(name, sa.Uuid(), nullable=True) for name in _REFERENCES if name != "author_id"),
        *_texts("manner", "given_at", "text", "reasons", "legal_basis", "silence_reason"),
        *(
            sa.ForeignKeyConstraint(
                [column, "meeting_id"],
                [f"{table}.id", f"{table}.meeting_id"],
                name=op.f(f"fk_opinion_{column}_meeting_id"),
            )
            for column, table in _REFERENCES.items()
        ),
        sa.ForeignKeyConstraint(
            ["meeting_id"], ["meeting.id"], name=op.f("fk_opinion_meeting_id"), ondelete="CASCADE"
        ),
        sa.CheckConstraint(
            "manner IN ('口头', '书面', '未发表')", name=op.f("ck_opinion_manner_listed")
        ),
        sa.CheckConstraint(
            "line_id IS NOT NULL OR coalesce(manner, '口头') <> '口头'",
            name=op.f("ck_opinion_spoken_in_a_line"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_opinion")),
        sa.UniqueConstraint("line_id", name=op.f("uq_opinion_line_id")),
        sa.UniqueConstraint("id", "meeting_id", name=op.f("uq_opinion_id_meeting_id")),
    )
    columns = "id, meeting_id, shape, position, author_id, line_id, question_id"
    op.execute(f"INSERT INTO opinion_anew ({columns}) SELECT {columns} FROM opinion")  # noqa: S608  # constant
    op.drop_table("opinion")
    op.rename_table("opinion_anew", "opinion")
    _index("opinion", "author_id", "meeting_id", "question_id", "case_id")
    op.create_index(op.f("ix_opinion_meeting_id_position"), "opinion", ["meeting_id", "position"])
    op.create_table(
        "opinion_line",
        *_own_columns(),
        _position(),
        sa.Column("opinion_id", sa.Uuid(), nullable=False),
        sa.Column("line_id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["opinion_id", "meeting_id"],
            ["opinion.id", "opinion.meeting_id"],
            name=op.f("fk_opinion_line_opinion_id_meeting_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["line_id", "meeting_id"],
            ["line.id", "line.meeting_id"],
            name=op.f("fk_opinion_line_line_id_meeting_id"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_opinion_line")),
        sa.UniqueConstraint("line_id", name=op.f("uq_opinion_line_line_id")),
    )
    _index("opinion_line", "opinion_id", "meeting_id")


def _add_columns() -> None:
    texts = {
        "meeting": ["statement_read_at"],
        "participant": ["specialist_question"],
        "handler_note": ["road", "own_view", "signed_at"],
        "handler_answer": ["at"],
        "divergence_report": ["signed_at"],
        "hearing_decision": ["signed_at"],
    }
    for table, names in texts.items():
        for name in names:
            op.add_column(table, sa.Column(name, sa.Text(), nullable=True))
    reference = sa.ForeignKey("opinion.id", name=op.f("fk_handler_answer_opinion_id"))
    op.add_column(
        "handler_answer",
        sa.Column("opinion_id", sa.Uuid(), reference, nullable=True),
        inline_references=True,
    )
    _index("handler_answer", "opinion_id")


def _add_parts() -> None:
    _add_part(
        "signature",
        *_texts("name", "role", "status", "at", "reason"),
        _position(),
        sa.Column("participant_id", sa.Uuid(), nullable=True),
        sa.ForeignKeyConstraint(
            ["participant_id", "meeting_id"],
            ["participant.id", "participant.meeting_id"],
            name=op.f("fk_signature_participant_id_meeting_id"),
        ),
    )
    _index("signature", "participant_id")
    _add_part(
        "correction_sheet",
        *_texts("place", "wrong", "corrected", "reason", "by", "at", "signed_at"),
        _position(),
        sa.Column("number", sa.Integer(), nullable=True),
        sa.Column("line_id", sa.Uuid(), nullable=True),
        sa.ForeignKeyConstraint(
            ["line_id", "meeting_id"],
            ["line.id", "line.meeting_id"],
            name=op.f("fk_correction_sheet_line_id_meeting_id"),
        ),
        sa.UniqueConstraint(
            "meeting_id", "number", name=op.f("uq_correction_sheet_meeting_id_number")
        ),
    )
    _index("correction_sheet", "line_id")
    _add_part("office_rule", *_texts("organ", "title", "number"), _position())
    _add_part("kept_wording", *_texts("place", "words", "rule", "reason", "by", "at"), _position())
    _add_part(
        "seal",
        sa.Column("sealed_at", sa.Text(), nullable=False),
        sa.Column("form", sa.Integer(), nullable=False),
        sa.Column("algorithm", sa.Text(), nullable=False),
        sa.Column("digest", sa.Text(), nullable=False),
        sa.UniqueConstraint("meeting_id", name=op.f("uq_seal_meeting_id")),
    )


def _add_part(table: str, *more: SchemaItem) -> None:
    op.create_table(
        table,
        *_own_columns(),
        *more,
        sa.ForeignKeyConstraint(
            ["meeting_id"], ["meeting.id"], name=op.f(f"fk_{table}_meeting_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{table}")),
    )
    _index(table, "meeting_id")


def _own_columns() -> tuple[SchemaItem, ...]:
    return (
        sa.Column("meeting_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("shape", sa.Text(), nullable=False),
    )


def _position() -> SchemaItem:
    return sa.Column("position", sa.Integer(), nullable=False)


def _texts(*names: str) -> tuple[SchemaItem, ...]:
    return tuple(sa.Column(name, sa.Text(), nullable=True) for name in names)


def _index(table: str, *columns: str) -> None:
    for column in columns:
        op.create_index(op.f(f"ix_{table}_{column}"), table, [column], unique=False)


def _chain_the_trail() -> None:
    """Link the entries that are there, in their order, as later ones will be."""
    for name in ("previous", "digest"):
        op.add_column("audit_entry", sa.Column(name, sa.Text(), nullable=True))
    bind = op.get_bind()
    columns = "number, at, verb, operation, meetings, changes"
    one = sa.text(f"SELECT {columns} FROM audit_entry WHERE number = :number")  # noqa: S608  # constant
    link = sa.text(
        "UPDATE audit_entry SET previous = :previous, digest = :digest WHERE number = :number"
    )
    numbers = bind.execute(sa.text("SELECT number FROM audit_entry ORDER BY number")).scalars()
    previous = _UNCHAINED
    for number in numbers.all():
        entry = bind.execute(one, {"number": number}).one()
        told = json.dumps([*entry, previous], ensure_ascii=False, separators=(",", ":"))
        digest = hashlib.sha256(told.encode("utf-8")).hexdigest()
        bind.execute(link, {"number": number, "previous": previous, "digest": digest})
        previous = digest
    with op.batch_alter_table("audit_entry") as batch:
        for name in ("previous", "digest"):
            batch.alter_column(name, existing_type=sa.Text(), nullable=False)
