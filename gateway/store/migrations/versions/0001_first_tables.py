"""Make the first tables."""

import sqlalchemy as sa
from alembic import op

from gateway.store.columns import Instant

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:

    op.create_table(
        "audit",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("at", Instant(), nullable=False),
        sa.Column("actor", sa.String(length=80), nullable=False),
        sa.Column("action", sa.String(length=40), nullable=False),
        sa.Column("subject", sa.String(length=80), nullable=False),
        sa.Column("detail", sa.String(length=200), server_default="", nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_audit")),
    )
    with op.batch_alter_table("audit", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_audit_at"), ["at"], unique=False)

    op.create_table(
        "fact",
        sa.Column("name", sa.String(length=40), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_fact")),
    )
    op.create_table(
        "part",
        sa.Column("hash", sa.LargeBinary(length=16), nullable=False),
        sa.Column("reference", sa.String(length=40), nullable=False),
        sa.Column("number", sa.SmallInteger(), nullable=False),
        sa.Column("total", sa.SmallInteger(), nullable=False),
        sa.Column("cipher", sa.LargeBinary(), nullable=False),
        sa.Column("taken_at", Instant(), nullable=False),
        sa.PrimaryKeyConstraint("hash", "reference", "number", name=op.f("pk_part")),
    )
    with op.batch_alter_table("part", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_part_taken_at"), ["taken_at"], unique=False)

    op.create_table(
        "quarantine",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("provider", sa.String(length=24), nullable=False),
        sa.Column("kind", sa.String(length=8), nullable=False),
        sa.Column("reason", sa.String(length=200), nullable=False),
        sa.Column("state", sa.String(length=10), nullable=False),
        sa.Column("cipher", sa.LargeBinary(), nullable=True),
        sa.Column("received_at", Instant(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_quarantine")),
    )
    with op.batch_alter_table("quarantine", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_quarantine_received_at"), ["received_at"], unique=False
        )

    op.create_table(
        "release",
        sa.Column("sequence", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("period", sa.String(length=10), nullable=False),
        sa.Column("corrects", sa.Integer(), nullable=True),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.Column("cells", sa.LargeBinary(), nullable=False),
        sa.Column("created_at", Instant(), nullable=False),
        sa.ForeignKeyConstraint(
            ["corrects"], ["release.sequence"], name=op.f("fk_release_corrects")
        ),
        sa.PrimaryKeyConstraint("sequence", name=op.f("pk_release")),
    )
    with op.batch_alter_table("release", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_release_period"), ["period"], unique=False)

    op.create_table(
        "sender",
        sa.Column("hash", sa.LargeBinary(length=16), nullable=False),
        sa.Column("stopped_at", Instant(), nullable=True),
        sa.Column("stopped_by", sa.String(length=16), server_default="", nullable=False),
        sa.Column("invited_on", sa.Date(), nullable=True),
        sa.Column("greeted_at", Instant(), nullable=True),
        sa.PrimaryKeyConstraint("hash", name=op.f("pk_sender")),
    )
    op.create_table(
        "taken",
        sa.Column("provider", sa.String(length=24), nullable=False),
        sa.Column("message_id", sa.String(length=80), nullable=False),
        sa.Column("hash", sa.LargeBinary(length=16), nullable=True),
        sa.Column("digest", sa.LargeBinary(length=16), nullable=False),
        sa.Column("dialogue_id", sa.String(length=36), nullable=True),
        sa.Column("step", sa.SmallInteger(), nullable=False),
        sa.Column("taken_at", Instant(), nullable=False),
        sa.PrimaryKeyConstraint("provider", "message_id", name=op.f("pk_taken")),
    )
    with op.batch_alter_table("taken", schema=None) as batch_op:
        batch_op.create_index("ix_taken_hash_taken_at", ["hash", "taken_at"], unique=False)
        batch_op.create_index("ix_taken_taken_at", ["taken_at"], unique=False)

    op.create_table(
        "unit",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("key", sa.String(length=64), nullable=False),
        sa.Column("parent_id", sa.String(length=36), nullable=True),
        sa.Column("name_fi", sa.String(length=200), nullable=False),
        sa.Column("name_sv", sa.String(length=200), server_default="", nullable=False),
        sa.Column("name_en", sa.String(length=200), server_default="", nullable=False),
        sa.Column("short_name", sa.String(length=25), nullable=False),
        sa.Column("public_name", sa.String(length=25), server_default="", nullable=False),
        sa.Column("oid", sa.String(length=64), server_default="", nullable=False),
        sa.Column("sensitive", sa.Boolean(), nullable=False),
        sa.Column("sms_allowed", sa.Boolean(), nullable=False),
        sa.Column("case_owner", sa.String(length=200), server_default="", nullable=False),
        sa.ForeignKeyConstraint(["parent_id"], ["unit.id"], name=op.f("fk_unit_parent_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_unit")),
        sa.UniqueConstraint("key", name=op.f("uq_unit_key")),
    )
    with op.batch_alter_table("unit", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_unit_parent_id"), ["parent_id"], unique=False)

    op.create_table(
        "cell",
        sa.Column("unit_id", sa.String(length=36), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("channel", sa.String(length=12), nullable=False),
        sa.Column("measure", sa.String(length=12), nullable=False),
        sa.Column("key", sa.String(length=60), nullable=False),
        sa.Column("count", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["unit_id"], ["unit.id"], name=op.f("fk_cell_unit_id")),
        sa.PrimaryKeyConstraint(
            "unit_id", "day", "channel", "measure", "key", name=op.f("pk_cell")
        ),
    )
    with op.batch_alter_table("cell", schema=None) as batch_op:
        batch_op.create_index("ix_cell_day", ["day"], unique=False)

    op.create_table(
        "delivery",
        sa.Column("sequence", sa.Integer(), nullable=False),
        sa.Column("destination", sa.String(length=40), nullable=False),
        sa.Column("message_id", sa.String(length=40), nullable=False),
        sa.Column("state", sa.String(length=10), nullable=False),
        sa.Column("attempts", sa.SmallInteger(), nullable=False),
        sa.Column("due_at", Instant(), nullable=False),
        sa.Column("claimed_until", Instant(), nullable=True),
        sa.Column("reason", sa.String(length=200), server_default="", nullable=False),
        sa.Column("queued_at", Instant(), nullable=False),
        sa.Column("ended_at", Instant(), nullable=True),
        sa.ForeignKeyConstraint(
            ["sequence"], ["release.sequence"], name=op.f("fk_delivery_sequence")
        ),
        sa.PrimaryKeyConstraint("sequence", "destination", name=op.f("pk_delivery")),
    )
    with op.batch_alter_table("delivery", schema=None) as batch_op:
        batch_op.create_index("ix_delivery_state_due_at", ["state", "due_at"], unique=False)

    op.create_table(
        "dirty",
        sa.Column("unit_id", sa.String(length=36), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.ForeignKeyConstraint(["unit_id"], ["unit.id"], name=op.f("fk_dirty_unit_id")),
        sa.PrimaryKeyConstraint("unit_id", "day", name=op.f("pk_dirty")),
    )
    op.create_table(
        "invitation",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("source", sa.String(length=40), nullable=False),
        sa.Column("key", sa.String(length=80), nullable=False),
        sa.Column("unit_id", sa.String(length=36), nullable=False),
        sa.Column("hash", sa.LargeBinary(length=16), nullable=True),
        sa.Column("visited_at", Instant(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("language", sa.String(length=2), nullable=False),
        sa.Column("age_band", sa.String(length=16), server_default="", nullable=False),
        sa.Column("municipality", sa.String(length=40), server_default="", nullable=False),
        sa.Column("service_type", sa.String(length=40), server_default="", nullable=False),
        sa.Column("state", sa.String(length=12), nullable=False),
        sa.Column("reason", sa.String(length=24), server_default="", nullable=False),
        sa.Column("created_at", Instant(), nullable=False),
        sa.ForeignKeyConstraint(["unit_id"], ["unit.id"], name=op.f("fk_invitation_unit_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_invitation")),
        sa.UniqueConstraint("source", "key", name=op.f("uq_invitation_source_key")),
    )
    with op.batch_alter_table("invitation", schema=None) as batch_op:
        batch_op.create_index("ix_invitation_hash", ["hash"], unique=False)
        batch_op.create_index("ix_invitation_unit_id_day", ["unit_id", "day"], unique=False)

    op.create_table(
        "response",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("source", sa.String(length=16), nullable=False),
        sa.Column("key", sa.String(length=80), nullable=False),
        sa.Column("unit_id", sa.String(length=36), nullable=False),
        sa.Column("channel", sa.String(length=12), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("language", sa.String(length=8), nullable=False),
        sa.Column("score", sa.SmallInteger(), nullable=True),
        sa.Column("answers", sa.JSON(), nullable=False),
        sa.Column("comment", sa.Text(), nullable=True),
        sa.Column("late", sa.Boolean(), nullable=False),
        sa.Column("held", sa.String(length=12), nullable=False),
        sa.Column("question_set", sa.String(length=48), server_default="", nullable=False),
        sa.Column("role", sa.String(length=12), server_default="", nullable=False),
        sa.Column("helper", sa.String(length=12), server_default="", nullable=False),
        sa.Column("received_at", Instant(), nullable=False),
        sa.Column("labelling", sa.String(length=10), nullable=False),
        sa.Column("attempts", sa.SmallInteger(), nullable=False),
        sa.Column("claimed_until", Instant(), nullable=True),
        sa.ForeignKeyConstraint(["unit_id"], ["unit.id"], name=op.f("fk_response_unit_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_response")),
        sa.UniqueConstraint("source", "key", name=op.f("uq_response_source_key")),
    )
    with op.batch_alter_table("response", schema=None) as batch_op:
        batch_op.create_index(
            "ix_response_labelling", ["labelling", "attempts", "received_at"], unique=False
        )
        batch_op.create_index("ix_response_received_at", ["received_at"], unique=False)
        batch_op.create_index("ix_response_unit_id_day", ["unit_id", "day"], unique=False)

    op.create_table(
        "touchpoint",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("code", sa.String(length=16), nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("unit_id", sa.String(length=36), nullable=False),
        sa.Column("state", sa.String(length=12), nullable=False),
        sa.Column("batch", sa.String(length=40), server_default="", nullable=False),
        sa.Column("note", sa.String(length=200), server_default="", nullable=False),
        sa.Column("question_set", sa.String(length=40), server_default="adult", nullable=False),
        sa.Column("created_at", Instant(), nullable=False),
        sa.ForeignKeyConstraint(["unit_id"], ["unit.id"], name=op.f("fk_touchpoint_unit_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_touchpoint")),
        sa.UniqueConstraint("code", name=op.f("uq_touchpoint_code")),
    )
    with op.batch_alter_table("touchpoint", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_touchpoint_unit_id"), ["unit_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_touchpoint_batch"), ["batch"], unique=False)

    op.create_table(
        "unit_text",
        sa.Column("unit_id", sa.String(length=36), nullable=False),
        sa.Column("name", sa.String(length=12), nullable=False),
        sa.Column("language", sa.String(length=8), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["unit_id"], ["unit.id"], name=op.f("fk_unit_text_unit_id")),
        sa.PrimaryKeyConstraint("unit_id", "name", "language", name=op.f("pk_unit_text")),
    )
    op.create_table(
        "scan",
        sa.Column("unit_id", sa.String(length=36), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("count", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["unit_id"], ["unit.id"], name=op.f("fk_scan_unit_id")),
        sa.PrimaryKeyConstraint("unit_id", "day", "kind", name=op.f("pk_scan")),
    )
    op.create_table(
        "dialogue",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("definition", sa.String(length=40), nullable=False),
        sa.Column("unit_id", sa.String(length=36), nullable=False),
        sa.Column("invitation_id", sa.String(length=36), nullable=True),
        sa.Column("touchpoint_id", sa.String(length=36), nullable=True),
        sa.Column("hash", sa.LargeBinary(length=16), nullable=True),
        sa.Column("number", sa.LargeBinary(), nullable=True),
        sa.Column("language", sa.String(length=2), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("state", sa.String(length=10), nullable=False),
        sa.Column("step", sa.SmallInteger(), nullable=False),
        sa.Column("reasked", sa.Boolean(), nullable=False),
        sa.Column("replies", sa.SmallInteger(), nullable=False),
        sa.Column("asked_at", Instant(), nullable=True),
        sa.Column("step_asked_at", Instant(), nullable=True),
        sa.Column("expires_at", Instant(), nullable=True),
        sa.ForeignKeyConstraint(
            ["invitation_id"], ["invitation.id"], name=op.f("fk_dialogue_invitation_id")
        ),
        sa.ForeignKeyConstraint(
            ["touchpoint_id"], ["touchpoint.id"], name=op.f("fk_dialogue_touchpoint_id")
        ),
        sa.ForeignKeyConstraint(["unit_id"], ["unit.id"], name=op.f("fk_dialogue_unit_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_dialogue")),
    )
    with op.batch_alter_table("dialogue", schema=None) as batch_op:
        batch_op.create_index("ix_dialogue_hash_asked_at", ["hash", "asked_at"], unique=False)
        batch_op.create_index(
            batch_op.f("ix_dialogue_invitation_id"), ["invitation_id"], unique=False
        )
        batch_op.create_index("ix_dialogue_state_expires_at", ["state", "expires_at"], unique=False)

    op.create_table(
        "label",
        sa.Column("response_id", sa.String(length=36), nullable=False),
        sa.Column("sentiment", sa.String(length=10), nullable=False),
        sa.Column("topics", sa.JSON(), nullable=False),
        sa.Column("intent", sa.String(length=12), nullable=False),
        sa.Column("urgent", sa.Boolean(), nullable=False),
        sa.Column("confidence", sa.Float(), nullable=False),
        sa.Column("unsure", sa.Boolean(), nullable=False),
        sa.Column("model_version", sa.String(length=60), nullable=False),
        sa.Column("labelled_at", Instant(), nullable=False),
        sa.ForeignKeyConstraint(
            ["response_id"], ["response.id"], name=op.f("fk_label_response_id")
        ),
        sa.PrimaryKeyConstraint("response_id", name=op.f("pk_label")),
    )
    op.create_table(
        "contact",
        sa.Column("response_id", sa.String(length=36), nullable=False),
        sa.Column("cipher", sa.LargeBinary(), nullable=False),
        sa.Column("consented_at", Instant(), nullable=False),
        sa.ForeignKeyConstraint(
            ["response_id"], ["response.id"], name=op.f("fk_contact_response_id")
        ),
        sa.PrimaryKeyConstraint("response_id", name=op.f("pk_contact")),
    )
    op.create_table(
        "case",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("kind", sa.String(length=12), nullable=False),
        sa.Column("unit_id", sa.String(length=36), nullable=False),
        sa.Column("response_id", sa.String(length=36), nullable=False),
        sa.Column("dialogue_id", sa.String(length=36), nullable=True),
        sa.Column("state", sa.String(length=12), nullable=False),
        sa.Column("opened_at", Instant(), nullable=False),
        sa.Column("closed_at", Instant(), nullable=True),
        sa.Column("outcome", sa.String(length=24), server_default="", nullable=False),
        sa.Column("attempts", sa.SmallInteger(), nullable=False),
        sa.Column("due_at", Instant(), nullable=True),
        sa.Column("claimed_until", Instant(), nullable=True),
        sa.ForeignKeyConstraint(["dialogue_id"], ["dialogue.id"], name=op.f("fk_case_dialogue_id")),
        sa.ForeignKeyConstraint(["response_id"], ["response.id"], name=op.f("fk_case_response_id")),
        sa.ForeignKeyConstraint(["unit_id"], ["unit.id"], name=op.f("fk_case_unit_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_case")),
        sa.UniqueConstraint("response_id", "kind", name=op.f("uq_case_response_id_kind")),
    )
    with op.batch_alter_table("case", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_case_dialogue_id"), ["dialogue_id"], unique=False)
        batch_op.create_index("ix_case_state_due_at", ["state", "due_at"], unique=False)

    op.create_table(
        "outbound",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("kind", sa.String(length=10), nullable=False),
        sa.Column("dialogue_id", sa.String(length=36), nullable=True),
        sa.Column("invitation_id", sa.String(length=36), nullable=True),
        sa.Column("hash", sa.LargeBinary(length=16), nullable=True),
        sa.Column("number", sa.LargeBinary(), nullable=True),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("step", sa.SmallInteger(), nullable=False),
        sa.Column("state", sa.String(length=10), nullable=False),
        sa.Column("attempts", sa.SmallInteger(), nullable=False),
        sa.Column("due_at", Instant(), nullable=False),
        sa.Column("claimed_until", Instant(), nullable=True),
        sa.Column("provider", sa.String(length=24), server_default="", nullable=False),
        sa.Column("reference", sa.String(length=80), nullable=True),
        sa.Column("reason", sa.String(length=80), server_default="", nullable=False),
        sa.Column("queued_at", Instant(), nullable=False),
        sa.Column("sent_at", Instant(), nullable=True),
        sa.Column("ended_at", Instant(), nullable=True),
        sa.ForeignKeyConstraint(
            ["dialogue_id"], ["dialogue.id"], name=op.f("fk_outbound_dialogue_id")
        ),
        sa.ForeignKeyConstraint(
            ["invitation_id"], ["invitation.id"], name=op.f("fk_outbound_invitation_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_outbound")),
    )
    with op.batch_alter_table("outbound", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_outbound_dialogue_id"), ["dialogue_id"], unique=False)
        batch_op.create_index("ix_outbound_hash_state", ["hash", "state"], unique=False)
        batch_op.create_index(
            batch_op.f("ix_outbound_invitation_id"), ["invitation_id"], unique=False
        )
        batch_op.create_index(
            "ix_outbound_provider_reference", ["provider", "reference"], unique=False
        )
        batch_op.create_index(
            "ix_outbound_state_kind_due_at", ["state", "kind", "due_at"], unique=False
        )


def downgrade() -> None:

    with op.batch_alter_table("outbound", schema=None) as batch_op:
        batch_op.drop_index("ix_outbound_state_kind_due_at")
        batch_op.drop_index("ix_outbound_provider_reference")
        batch_op.drop_index(batch_op.f("ix_outbound_invitation_id"))
        batch_op.drop_index("ix_outbound_hash_state")
        batch_op.drop_index(batch_op.f("ix_outbound_dialogue_id"))

    op.drop_table("outbound")
    with op.batch_alter_table("case", schema=None) as batch_op:
        batch_op.drop_index("ix_case_state_due_at")
        batch_op.drop_index(batch_op.f("ix_case_dialogue_id"))

    op.drop_table("case")
    op.drop_table("contact")
    op.drop_table("label")
    with op.batch_alter_table("dialogue", schema=None) as batch_op:
        batch_op.drop_index("ix_dialogue_state_expires_at")
        batch_op.drop_index(batch_op.f("ix_dialogue_invitation_id"))
        batch_op.drop_index("ix_dialogue_hash_asked_at")

    op.drop_table("dialogue")
    with op.batch_alter_table("touchpoint", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_touchpoint_batch"))
        batch_op.drop_index(batch_op.f("ix_touchpoint_unit_id"))

    op.drop_table("touchpoint")
    op.drop_table("scan")
    op.drop_table("unit_text")
    with op.batch_alter_table("response", schema=None) as batch_op:
        batch_op.drop_index("ix_response_unit_id_day")
        batch_op.drop_index("ix_response_received_at")
        batch_op.drop_index("ix_response_labelling")

    op.drop_table("response")
    with op.batch_alter_table("invitation", schema=None) as batch_op:
        batch_op.drop_index("ix_invitation_unit_id_day")
        batch_op.drop_index("ix_invitation_hash")

    op.drop_table("invitation")
    op.drop_table("dirty")
    with op.batch_alter_table("delivery", schema=None) as batch_op:
        batch_op.drop_index("ix_delivery_state_due_at")

    op.drop_table("delivery")
    with op.batch_alter_table("cell", schema=None) as batch_op:
        batch_op.drop_index("ix_cell_day")

    op.drop_table("cell")
    with op.batch_alter_table("unit", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_unit_parent_id"))

    op.drop_table("unit")
    with op.batch_alter_table("taken", schema=None) as batch_op:
        batch_op.drop_index("ix_taken_taken_at")
        batch_op.drop_index("ix_taken_hash_taken_at")

    op.drop_table("taken")
    op.drop_table("sender")
    with op.batch_alter_table("release", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_release_period"))

    op.drop_table("release")
    with op.batch_alter_table("quarantine", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_quarantine_received_at"))

    op.drop_table("quarantine")
    with op.batch_alter_table("part", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_part_taken_at"))

    op.drop_table("part")
    op.drop_table("fact")
    with op.batch_alter_table("audit", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_audit_at"))

    op.drop_table("audit")
