"""The first schema: meetings, people, lines, opinions, hearings."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create all tables."""
    op.create_table(
        "meeting",
        sa.Column(
            "kind",
            sa.Enum(
                "joint_conference",
                "hearing",
                name="kind",
                native_enum=False,
                create_constraint=True,
                length=20,
            ),
            nullable=False,
        ),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("scope", sa.Text(), nullable=True),
        sa.Column("open", sa.Boolean(), nullable=True),
        sa.Column("profile", sa.Text(), nullable=True),
        sa.Column("title", sa.Text(), nullable=True),
        sa.Column("number", sa.Text(), nullable=True),
        sa.Column("host", sa.Text(), nullable=True),
        sa.Column("observers", sa.Integer(), nullable=True),
        sa.Column("follow_up", sa.Text(), nullable=True),
        sa.Column("notes", sa.Text(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("shape", sa.Text(), nullable=False),
        sa.CheckConstraint("state <> ''", name=op.f("ck_meeting_state_given")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_meeting")),
        sa.UniqueConstraint("id", "kind", name=op.f("uq_meeting_id_kind")),
    )
    op.create_index(op.f("ix_meeting_number"), "meeting", ["number"], unique=False)
    op.create_table(
        "agenda_item",
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("meeting_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("shape", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["meeting_id"],
            ["meeting.id"],
            name=op.f("fk_agenda_item_meeting_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_agenda_item")),
    )
    op.create_index(op.f("ix_agenda_item_meeting_id"), "agenda_item", ["meeting_id"], unique=False)
    op.create_table(
        "archive_data",
        sa.Column("period", sa.Text(), nullable=True),
        sa.Column("code", sa.Text(), nullable=True),
        sa.Column("original", sa.Text(), nullable=True),
        sa.Column("meeting_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("shape", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["meeting_id"],
            ["meeting.id"],
            name=op.f("fk_archive_data_meeting_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_archive_data")),
        sa.UniqueConstraint("meeting_id", name=op.f("uq_archive_data_meeting_id")),
    )
    op.create_index(
        op.f("ix_archive_data_meeting_id"), "archive_data", ["meeting_id"], unique=False
    )
    op.create_table(
        "case",
        sa.Column("name", sa.Text(), nullable=True),
        sa.Column("case_no", sa.Text(), nullable=True),
        sa.Column("system_no", sa.Text(), nullable=True),
        sa.Column("line_of_work", sa.Text(), nullable=True),
        sa.Column("cause", sa.Text(), nullable=True),
        sa.Column("stage", sa.Text(), nullable=True),
        sa.Column("time_limit_end", sa.Text(), nullable=True),
        sa.Column("summary", sa.Text(), nullable=True),
        sa.Column("state_secret", sa.Text(), nullable=True),
        sa.Column("work_secret", sa.Boolean(), nullable=True),
        sa.Column("minor", sa.Boolean(), nullable=True),
        sa.Column("meeting_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("shape", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["meeting_id"], ["meeting.id"], name=op.f("fk_case_meeting_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_case")),
    )
    op.create_index(op.f("ix_case_meeting_id"), "case", ["meeting_id"], unique=False)
    op.create_table(
        "divergence_report",
        sa.Column("by", sa.Text(), nullable=True),
        sa.Column("at", sa.Text(), nullable=True),
        sa.Column("basis", sa.Text(), nullable=True),
        sa.Column("content", sa.Text(), nullable=True),
        sa.Column("chief", sa.Text(), nullable=True),
        sa.Column("chief_at", sa.Text(), nullable=True),
        sa.Column("meeting_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("shape", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["meeting_id"],
            ["meeting.id"],
            name=op.f("fk_divergence_report_meeting_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_divergence_report")),
        sa.UniqueConstraint("meeting_id", name=op.f("uq_divergence_report_meeting_id")),
    )
    op.create_index(
        op.f("ix_divergence_report_meeting_id"), "divergence_report", ["meeting_id"], unique=False
    )
    op.create_table(
        "handler_note",
        sa.Column("by", sa.Text(), nullable=True),
        sa.Column("at", sa.Text(), nullable=True),
        sa.Column("meeting_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("shape", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["meeting_id"],
            ["meeting.id"],
            name=op.f("fk_handler_note_meeting_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_handler_note")),
        sa.UniqueConstraint("meeting_id", name=op.f("uq_handler_note_meeting_id")),
    )
    op.create_index(
        op.f("ix_handler_note_meeting_id"), "handler_note", ["meeting_id"], unique=False
    )
    op.create_table(
        "hearing_approval",
        sa.Column("basis", sa.Text(), nullable=True),
        sa.Column("by", sa.Text(), nullable=True),
        sa.Column("at", sa.Text(), nullable=True),
        sa.Column("open_reason", sa.Text(), nullable=True),
        sa.Column("broadcast_approved", sa.Boolean(), nullable=True),
        sa.Column("broadcast_channel", sa.Text(), nullable=True),
        sa.Column("broadcast_at", sa.Text(), nullable=True),
        sa.Column("meeting_id", sa.Uuid(), nullable=False),
        sa.Column("meeting_kind", sa.Text(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("shape", sa.Text(), nullable=False),
        sa.CheckConstraint(
            "meeting_kind = 'hearing'", name=op.f("ck_hearing_approval_only_hearings")
        ),
        sa.ForeignKeyConstraint(
            ["meeting_id", "meeting_kind"],
            ["meeting.id", "meeting.kind"],
            name=op.f("fk_hearing_approval_meeting_id_meeting_kind"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_hearing_approval")),
        sa.UniqueConstraint("meeting_id", name=op.f("uq_hearing_approval_meeting_id")),
    )
    op.create_index(
        op.f("ix_hearing_approval_meeting_id"), "hearing_approval", ["meeting_id"], unique=False
    )
    op.create_table(
        "hearing_decision",
        sa.Column("adopted", sa.Text(), nullable=True),
        sa.Column("detail", sa.Text(), nullable=True),
        sa.Column("by", sa.Text(), nullable=True),
        sa.Column("at", sa.Text(), nullable=True),
        sa.Column("consent_at", sa.Text(), nullable=True),
        sa.Column("told_officers", sa.Text(), nullable=True),
        sa.Column("meeting_id", sa.Uuid(), nullable=False),
        sa.Column("meeting_kind", sa.Text(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("shape", sa.Text(), nullable=False),
        sa.CheckConstraint(
            "meeting_kind = 'hearing'", name=op.f("ck_hearing_decision_only_hearings")
        ),
        sa.ForeignKeyConstraint(
            ["meeting_id", "meeting_kind"],
            ["meeting.id", "meeting.kind"],
            name=op.f("fk_hearing_decision_meeting_id_meeting_kind"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_hearing_decision")),
        sa.UniqueConstraint("meeting_id", name=op.f("uq_hearing_decision_meeting_id")),
    )
    op.create_index(
        op.f("ix_hearing_decision_meeting_id"), "hearing_decision", ["meeting_id"], unique=False
    )
    op.create_table(
        "hearing_deliberation",
        sa.Column("began_at", sa.Text(), nullable=True),
        sa.Column("ended_at", sa.Text(), nullable=True),
        sa.Column("majority", sa.Text(), nullable=True),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("meeting_id", sa.Uuid(), nullable=False),
        sa.Column("meeting_kind", sa.Text(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("shape", sa.Text(), nullable=False),
        sa.CheckConstraint(
            "meeting_kind = 'hearing'", name=op.f("ck_hearing_deliberation_only_hearings")
        ),
        sa.ForeignKeyConstraint(
            ["meeting_id", "meeting_kind"],
            ["meeting.id", "meeting.kind"],
            name=op.f("fk_hearing_deliberation_meeting_id_meeting_kind"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_hearing_deliberation")),
        sa.UniqueConstraint("meeting_id", name=op.f("uq_hearing_deliberation_meeting_id")),
    )
    op.create_index(
        op.f("ix_hearing_deliberation_meeting_id"),
        "hearing_deliberation",
        ["meeting_id"],
        unique=False,
    )
    op.create_table(
        "hearing_supervisor_feedback",
        sa.Column("name", sa.Text(), nullable=True),
        sa.Column("opinion", sa.Text(), nullable=True),
        sa.Column("reply", sa.Text(), nullable=True),
        sa.Column("meeting_id", sa.Uuid(), nullable=False),
        sa.Column("meeting_kind", sa.Text(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("shape", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "meeting_kind = 'hearing'", name=op.f("ck_hearing_supervisor_feedback_only_hearings")
        ),
        sa.ForeignKeyConstraint(
            ["meeting_id", "meeting_kind"],
            ["meeting.id", "meeting.kind"],
            name=op.f("fk_hearing_supervisor_feedback_meeting_id_meeting_kind"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_hearing_supervisor_feedback")),
    )
    op.create_index(
        op.f("ix_hearing_supervisor_feedback_meeting_id"),
        "hearing_supervisor_feedback",
        ["meeting_id"],
        unique=False,
    )
    op.create_table(
        "hearing_transcript_check",
        sa.Column("name", sa.Text(), nullable=True),
        sa.Column("result", sa.Text(), nullable=True),
        sa.Column("correction", sa.Text(), nullable=True),
        sa.Column("meeting_id", sa.Uuid(), nullable=False),
        sa.Column("meeting_kind", sa.Text(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("shape", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "meeting_kind = 'hearing'", name=op.f("ck_hearing_transcript_check_only_hearings")
        ),
        sa.ForeignKeyConstraint(
            ["meeting_id", "meeting_kind"],
            ["meeting.id", "meeting.kind"],
            name=op.f("fk_hearing_transcript_check_meeting_id_meeting_kind"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_hearing_transcript_check")),
    )
    op.create_index(
        op.f("ix_hearing_transcript_check_meeting_id"),
        "hearing_transcript_check",
        ["meeting_id"],
        unique=False,
    )
    op.create_table(
        "material",
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("meeting_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("shape", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["meeting_id"], ["meeting.id"], name=op.f("fk_material_meeting_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_material")),
    )
    op.create_index(op.f("ix_material_meeting_id"), "material", ["meeting_id"], unique=False)
    op.create_table(
        "organ",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("meeting_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("shape", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["meeting_id"], ["meeting.id"], name=op.f("fk_organ_meeting_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_organ")),
    )
    op.create_index(op.f("ix_organ_meeting_id"), "organ", ["meeting_id"], unique=False)
    op.create_table(
        "participant",
        sa.Column("number", sa.Integer(), nullable=True),
        sa.Column("name", sa.Text(), nullable=True),
        sa.Column("organ", sa.Text(), nullable=True),
        sa.Column("post", sa.Text(), nullable=True),
        sa.Column("grade", sa.Text(), nullable=True),
        sa.Column("role", sa.Text(), nullable=True),
        sa.Column("mode", sa.Text(), nullable=True),
        sa.Column("counts_for_quorum", sa.Boolean(), nullable=True),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("meeting_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("shape", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["meeting_id"],
            ["meeting.id"],
            name=op.f("fk_participant_meeting_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_participant")),
        sa.UniqueConstraint("id", "meeting_id", name=op.f("uq_participant_id_meeting_id")),
        sa.UniqueConstraint("meeting_id", "number", name=op.f("uq_participant_meeting_id_number")),
    )
    op.create_index(op.f("ix_participant_meeting_id"), "participant", ["meeting_id"], unique=False)
    op.create_table(
        "question",
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("meeting_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("shape", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["meeting_id"], ["meeting.id"], name=op.f("fk_question_meeting_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_question")),
    )
    op.create_index(op.f("ix_question_meeting_id"), "question", ["meeting_id"], unique=False)
    op.create_table(
        "quorum",
        sa.Column("rule", sa.Text(), nullable=True),
        sa.Column("required", sa.Integer(), nullable=True),
        sa.Column("counted", sa.Integer(), nullable=True),
        sa.Column("met", sa.Boolean(), nullable=True),
        sa.Column("meeting_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("shape", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["meeting_id"], ["meeting.id"], name=op.f("fk_quorum_meeting_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_quorum")),
        sa.UniqueConstraint("meeting_id", name=op.f("uq_quorum_meeting_id")),
    )
    op.create_index(op.f("ix_quorum_meeting_id"), "quorum", ["meeting_id"], unique=False)
    op.create_table(
        "recusal",
        sa.Column("person", sa.Text(), nullable=True),
        sa.Column("ground", sa.Text(), nullable=True),
        sa.Column("raised", sa.Text(), nullable=True),
        sa.Column("recorded", sa.Boolean(), nullable=True),
        sa.Column("ruling", sa.Text(), nullable=True),
        sa.Column("at", sa.Text(), nullable=True),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("meeting_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("shape", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["meeting_id"], ["meeting.id"], name=op.f("fk_recusal_meeting_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_recusal")),
    )
    op.create_index(op.f("ix_recusal_meeting_id"), "recusal", ["meeting_id"], unique=False)
    op.create_table(
        "request",
        sa.Column("by", sa.Text(), nullable=True),
        sa.Column("at", sa.Text(), nullable=True),
        sa.Column("handler_view", sa.Text(), nullable=True),
        sa.Column("approved_by", sa.Text(), nullable=True),
        sa.Column("approved_at", sa.Text(), nullable=True),
        sa.Column("approval", sa.Text(), nullable=True),
        sa.Column("meeting_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("shape", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["meeting_id"], ["meeting.id"], name=op.f("fk_request_meeting_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_request")),
        sa.UniqueConstraint("meeting_id", name=op.f("uq_request_meeting_id")),
    )
    op.create_index(op.f("ix_request_meeting_id"), "request", ["meeting_id"], unique=False)
    op.create_table(
        "schedule",
        sa.Column("notice_at", sa.Text(), nullable=True),
        sa.Column("first_notice_at", sa.Text(), nullable=True),
        sa.Column("postponed_from", sa.Text(), nullable=True),
        sa.Column("postponed_reason", sa.Text(), nullable=True),
        sa.Column("held_from", sa.Text(), nullable=True),
        sa.Column("held_to", sa.Text(), nullable=True),
        sa.Column("place", sa.Text(), nullable=True),
        sa.Column("public_notice_at", sa.Text(), nullable=True),
        sa.Column("observer_deadline", sa.Text(), nullable=True),
        sa.Column("meeting_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("shape", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["meeting_id"], ["meeting.id"], name=op.f("fk_schedule_meeting_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_schedule")),
        sa.UniqueConstraint("meeting_id", name=op.f("uq_schedule_meeting_id")),
    )
    op.create_index(op.f("ix_schedule_held_from"), "schedule", ["held_from"], unique=False)
    op.create_index(op.f("ix_schedule_meeting_id"), "schedule", ["meeting_id"], unique=False)
    op.create_table(
        "hearing_officer",
        sa.Column("participant_id", sa.Uuid(), nullable=False),
        sa.Column("meeting_id", sa.Uuid(), nullable=False),
        sa.Column("meeting_kind", sa.Text(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("shape", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "meeting_kind = 'hearing'", name=op.f("ck_hearing_officer_only_hearings")
        ),
        sa.ForeignKeyConstraint(
            ["meeting_id", "meeting_kind"],
            ["meeting.id", "meeting.kind"],
            name=op.f("fk_hearing_officer_meeting_id_meeting_kind"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["participant_id", "meeting_id"],
            ["participant.id", "participant.meeting_id"],
            name=op.f("fk_hearing_officer_participant_id_meeting_id"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_hearing_officer")),
    )
    op.create_index(
        op.f("ix_hearing_officer_meeting_id"), "hearing_officer", ["meeting_id"], unique=False
    )
    op.create_index(
        op.f("ix_hearing_officer_participant_id"),
        "hearing_officer",
        ["participant_id"],
        unique=False,
    )
    op.create_table(
        "hearing_officer_view",
        sa.Column("deliberation_id", sa.Uuid(), nullable=False),
        sa.Column("name", sa.Text(), nullable=True),
        sa.Column("view", sa.Text(), nullable=True),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("shape", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["deliberation_id"],
            ["hearing_deliberation.id"],
            name=op.f("fk_hearing_officer_view_deliberation_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_hearing_officer_view")),
    )
    op.create_index(
        op.f("ix_hearing_officer_view_deliberation_id"),
        "hearing_officer_view",
        ["deliberation_id"],
        unique=False,
    )
    op.create_table(
        "line",
        sa.Column("speaker_id", sa.Uuid(), nullable=True),
        sa.Column("seq", sa.Integer(), nullable=True),
        sa.Column("at", sa.Text(), nullable=True),
        sa.Column("speaker_written", sa.Text(), nullable=True),
        sa.Column("kind", sa.Text(), nullable=True),
        sa.Column("lang", sa.Text(), nullable=True),
        sa.Column("text", sa.Text(), nullable=True),
        sa.Column("step", sa.Integer(), nullable=True),
        sa.Column("source_lang", sa.Text(), nullable=True),
        sa.Column("source_text", sa.Text(), nullable=True),
        sa.Column("translation", sa.Text(), nullable=True),
        sa.Column("translation_by", sa.Text(), nullable=True),
        sa.Column("limit", sa.Text(), nullable=True),
        sa.Column("signed", sa.Text(), nullable=True),
        sa.Column("sensitive", sa.Text(), nullable=True),
        sa.Column("event", sa.Text(), nullable=True),
        sa.Column("verbatim_guard_hint", sa.Text(), nullable=True),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("meeting_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("shape", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.CheckConstraint("seq > 0", name=op.f("ck_line_seq_positive")),
        sa.CheckConstraint("step BETWEEN 0 AND 7", name=op.f("ck_line_step_known")),
        sa.ForeignKeyConstraint(
            ["meeting_id"], ["meeting.id"], name=op.f("fk_line_meeting_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["speaker_id", "meeting_id"],
            ["participant.id", "participant.meeting_id"],
            name=op.f("fk_line_speaker_id_meeting_id"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_line")),
        sa.UniqueConstraint("id", "meeting_id", name=op.f("uq_line_id_meeting_id")),
        sa.UniqueConstraint("meeting_id", "seq", name=op.f("uq_line_meeting_id_seq")),
    )
    op.create_index(op.f("ix_line_meeting_id"), "line", ["meeting_id"], unique=False)
    op.create_index(op.f("ix_line_speaker_id"), "line", ["speaker_id"], unique=False)
    op.create_table(
        "participant_notice",
        sa.Column("schedule_id", sa.Uuid(), nullable=False),
        sa.Column("to", sa.Text(), nullable=True),
        sa.Column("at", sa.Text(), nullable=True),
        sa.Column("way", sa.Text(), nullable=True),
        sa.Column("days_before", sa.Integer(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("shape", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["schedule_id"],
            ["schedule.id"],
            name=op.f("fk_participant_notice_schedule_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_participant_notice")),
    )
    op.create_index(
        op.f("ix_participant_notice_schedule_id"),
        "participant_notice",
        ["schedule_id"],
        unique=False,
    )
    op.create_table(
        "party",
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column("role", sa.Text(), nullable=True),
        sa.Column("name", sa.Text(), nullable=True),
        sa.Column("display", sa.Text(), nullable=True),
        sa.Column("age", sa.Integer(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("shape", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["case_id"], ["case.id"], name=op.f("fk_party_case_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_party")),
    )
    op.create_index(op.f("ix_party_case_id"), "party", ["case_id"], unique=False)
    op.create_table(
        "remote_venue",
        sa.Column("schedule_id", sa.Uuid(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("shape", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["schedule_id"],
            ["schedule.id"],
            name=op.f("fk_remote_venue_schedule_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_remote_venue")),
    )
    op.create_index(
        op.f("ix_remote_venue_schedule_id"), "remote_venue", ["schedule_id"], unique=False
    )
    op.create_table(
        "request_issue",
        sa.Column("request_id", sa.Uuid(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("shape", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["request_id"],
            ["request.id"],
            name=op.f("fk_request_issue_request_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_request_issue")),
    )
    op.create_index(
        op.f("ix_request_issue_request_id"), "request_issue", ["request_id"], unique=False
    )
    op.create_table(
        "request_reason",
        sa.Column("request_id", sa.Uuid(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("shape", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["request_id"],
            ["request.id"],
            name=op.f("fk_request_reason_request_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_request_reason")),
    )
    op.create_index(
        op.f("ix_request_reason_request_id"), "request_reason", ["request_id"], unique=False
    )
    op.create_table(
        "handler_answer",
        sa.Column("note_id", sa.Uuid(), nullable=False),
        sa.Column("line_id", sa.Uuid(), nullable=True),
        sa.Column("speaker", sa.Text(), nullable=True),
        sa.Column("status", sa.Text(), nullable=True),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("shape", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["line_id"], ["line.id"], name=op.f("fk_handler_answer_line_id")),
        sa.ForeignKeyConstraint(
            ["note_id"],
            ["handler_note.id"],
            name=op.f("fk_handler_answer_note_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_handler_answer")),
    )
    op.create_index(op.f("ix_handler_answer_line_id"), "handler_answer", ["line_id"], unique=False)
    op.create_index(op.f("ix_handler_answer_note_id"), "handler_answer", ["note_id"], unique=False)
    op.create_table(
        "opinion",
        sa.Column("author_id", sa.Uuid(), nullable=False),
        sa.Column("line_id", sa.Uuid(), nullable=False),
        sa.Column("question_id", sa.Uuid(), nullable=True),
        sa.Column("meeting_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("shape", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["author_id", "meeting_id"],
            ["participant.id", "participant.meeting_id"],
            name=op.f("fk_opinion_author_id_meeting_id"),
        ),
        sa.ForeignKeyConstraint(
            ["line_id", "meeting_id"],
            ["line.id", "line.meeting_id"],
            name=op.f("fk_opinion_line_id_meeting_id"),
        ),
        sa.ForeignKeyConstraint(
            ["meeting_id"], ["meeting.id"], name=op.f("fk_opinion_meeting_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["question_id"], ["question.id"], name=op.f("fk_opinion_question_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_opinion")),
        sa.UniqueConstraint("line_id", name=op.f("uq_opinion_line_id")),
    )
    op.create_index(op.f("ix_opinion_author_id"), "opinion", ["author_id"], unique=False)
    op.create_index(op.f("ix_opinion_meeting_id"), "opinion", ["meeting_id"], unique=False)
