"""The tables: what each holds, how long, and what keeps its rows apart.

Ids are UUIDv7 as text. `hash` columns hold the keyed hash of a phone number, `cipher` columns
bytes that only `gateway.crypto` can open; both are described there. Work to be done is a row in
a state with `attempts` and `due_at`, see `gateway.store.claims`.
"""

from sqlalchemy import (
    JSON,
    Boolean,
    Column,
    Date,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    SmallInteger,
    String,
    Table,
    Text,
    UniqueConstraint,
)

from gateway.store.columns import Instant

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)

_Id = String(36)

#: Facts about the installation itself, such as the verifier of the pepper.
fact = Table(
    "fact",
    metadata,
    Column("name", String(40), primary_key=True),
    Column("value", Text, nullable=False),
)

#: A service place in the tree county > service line > unit. `key` is the county's own id of it.
unit = Table(
    "unit",
    metadata,
    Column("id", _Id, primary_key=True),
    Column("key", String(64), nullable=False, unique=True),
    Column("parent_id", _Id, ForeignKey("unit.id"), index=True),
    Column("name_fi", String(200), nullable=False),
    Column("name_sv", String(200), nullable=False, server_default=""),
    Column("name_en", String(200), nullable=False, server_default=""),
    Column("short_name", String(25), nullable=False),
    Column("public_name", String(25), nullable=False, server_default=""),
    Column("oid", String(64), nullable=False, server_default=""),
    Column("sensitive", Boolean, nullable=False),
    Column("sms_allowed", Boolean, nullable=False),
    Column("case_owner", String(200), nullable=False, server_default=""),
)

#: What a unit says to those who answer: "address" and "changed", in one language each.
unit_text = Table(
    "unit_text",
    metadata,
    Column("unit_id", _Id, ForeignKey("unit.id"), primary_key=True),
    Column("name", String(12), primary_key=True),
    Column("language", String(8), primary_key=True),
    Column("text", Text, nullable=False),
)

#: A printed or mounted thing with a code. Codes are never recycled.
touchpoint = Table(
    "touchpoint",
    metadata,
    Column("id", _Id, primary_key=True),
    Column("code", String(16), nullable=False, unique=True),
    Column("kind", String(16), nullable=False),
    Column("unit_id", _Id, ForeignKey("unit.id"), nullable=False, index=True),
    Column("state", String(12), nullable=False),
    Column("batch", String(40), nullable=False, server_default="", index=True),
    Column("note", String(200), nullable=False, server_default=""),
    Column("question_set", String(40), nullable=False, server_default="adult"),
    Column("created_at", Instant, nullable=False),
)

#: How often codes of one kind were opened at a unit on a day. Of a single code nothing is kept.
scan = Table(
    "scan",
    metadata,
    Column("unit_id", _Id, ForeignKey("unit.id"), primary_key=True),
    Column("day", Date, primary_key=True),
    Column("kind", String(16), primary_key=True),
    Column("count", Integer, nullable=False),
)

#: What outlives a number: its place on the stop list and its rest period. Never the number.
sender = Table(
    "sender",
    metadata,
    Column("hash", LargeBinary(16), primary_key=True),
    Column("stopped_at", Instant),
    Column("stopped_by", String(16), nullable=False, server_default=""),
    Column("invited_on", Date),
    Column("greeted_at", Instant),
)

#: One SMS question about one visit. (source, key) is the id that the county's own system gave.
invitation = Table(
    "invitation",
    metadata,
    Column("id", _Id, primary_key=True),
    Column("source", String(40), nullable=False),
    Column("key", String(80), nullable=False),
    Column("unit_id", _Id, ForeignKey("unit.id"), nullable=False),
    Column("hash", LargeBinary(16)),
    Column("visited_at", Instant, nullable=False),
    Column("day", Date, nullable=False),
    Column("language", String(2), nullable=False),
    Column("age_band", String(16), nullable=False, server_default=""),
    Column("municipality", String(40), nullable=False, server_default=""),
    Column("service_type", String(40), nullable=False, server_default=""),
    Column("state", String(12), nullable=False),
    Column("reason", String(24), nullable=False, server_default=""),
    Column("created_at", Instant, nullable=False),
    UniqueConstraint("source", "key"),
    Index("ix_invitation_unit_id_day", "unit_id", "day"),
    Index("ix_invitation_hash", "hash"),
)

#: Where one person is in a versioned list of steps. The number is erased when it ends.
dialogue = Table(
    "dialogue",
    metadata,
    Column("id", _Id, primary_key=True),
    Column("definition", String(40), nullable=False),
    Column("unit_id", _Id, ForeignKey("unit.id"), nullable=False),
    Column("invitation_id", _Id, ForeignKey("invitation.id"), index=True),
    Column("touchpoint_id", _Id, ForeignKey("touchpoint.id")),
    Column("hash", LargeBinary(16)),
    Column("number", LargeBinary),
    Column("language", String(2), nullable=False),
    Column("day", Date, nullable=False),
    Column("state", String(10), nullable=False),
    Column("step", SmallInteger, nullable=False),
    Column("reasked", Boolean, nullable=False),
    Column("replies", SmallInteger, nullable=False),
    Column("asked_at", Instant),
    Column("step_asked_at", Instant),
    Column("expires_at", Instant),
    Index("ix_dialogue_hash_asked_at", "hash", "asked_at"),
    Index("ix_dialogue_state_expires_at", "state", "expires_at"),
)

#: A message that was taken, kept two weeks so that a copy of it is recognised.
taken = Table(
    "taken",
    metadata,
    Column("provider", String(24), primary_key=True),
    Column("message_id", String(80), primary_key=True),
    Column("hash", LargeBinary(16)),
    Column("digest", LargeBinary(16), nullable=False),
    Column("dialogue_id", _Id),
    Column("step", SmallInteger, nullable=False),
    Column("taken_at", Instant, nullable=False),
    Index("ix_taken_hash_taken_at", "hash", "taken_at"),
    Index("ix_taken_taken_at", "taken_at"),
)

#: Parts of a long message that wait for the others: the cipher of raw text, at most seven days.
part = Table(
    "part",
    metadata,
    Column("hash", LargeBinary(16), primary_key=True),
    Column("reference", String(40), primary_key=True),
    Column("number", SmallInteger, primary_key=True),
    Column("total", SmallInteger, nullable=False),
    Column("cipher", LargeBinary, nullable=False),
    Column("taken_at", Instant, nullable=False, index=True),
)

#: A request that could not be parsed: its cipher, at most fourteen days.
quarantine = Table(
    "quarantine",
    metadata,
    Column("id", _Id, primary_key=True),
    Column("provider", String(24), nullable=False),
    Column("kind", String(8), nullable=False),
    Column("reason", String(200), nullable=False),
    Column("state", String(10), nullable=False),
    Column("cipher", LargeBinary),
    Column("received_at", Instant, nullable=False, index=True),
)

#: A message to a phone. The number is erased when its delivery has ended.
outbound = Table(
    "outbound",
    metadata,
    Column("id", _Id, primary_key=True),
    Column("kind", String(10), nullable=False),
    Column("dialogue_id", _Id, ForeignKey("dialogue.id"), index=True),
    Column("invitation_id", _Id, ForeignKey("invitation.id"), index=True),
    Column("hash", LargeBinary(16)),
    Column("number", LargeBinary),
    Column("text", Text, nullable=False),
    Column("step", SmallInteger, nullable=False),
    Column("state", String(10), nullable=False),
    Column("attempts", SmallInteger, nullable=False),
    Column("due_at", Instant, nullable=False),
    Column("claimed_until", Instant),
    Column("provider", String(24), nullable=False, server_default=""),
    Column("reference", String(80)),
    Column("reason", String(80), nullable=False, server_default=""),
    Column("queued_at", Instant, nullable=False),
    Column("sent_at", Instant),
    Column("ended_at", Instant),
    Index("ix_outbound_state_kind_due_at", "state", "kind", "due_at"),
    Index("ix_outbound_provider_reference", "provider", "reference"),
    Index("ix_outbound_hash_state", "hash", "state"),
)

#: What one person gave once, on any channel; the comment is redacted before it gets here.
response = Table(
    "response",
    metadata,
    Column("id", _Id, primary_key=True),
    Column("source", String(16), nullable=False),
    Column("key", String(80), nullable=False),
    Column("unit_id", _Id, ForeignKey("unit.id"), nullable=False),
    Column("channel", String(12), nullable=False),
    Column("day", Date, nullable=False),
    Column("language", String(8), nullable=False),
    Column("score", SmallInteger),
    Column("answers", JSON, nullable=False),
    Column("comment", Text),
    Column("late", Boolean, nullable=False),
    Column("held", String(12), nullable=False),
    Column("question_set", String(48), nullable=False, server_default=""),
    Column("role", String(12), nullable=False, server_default=""),
    Column("helper", String(12), nullable=False, server_default=""),
    Column("received_at", Instant, nullable=False),
    Column("labelling", String(10), nullable=False),
    Column("attempts", SmallInteger, nullable=False),
    Column("claimed_until", Instant),
    UniqueConstraint("source", "key"),
    Index("ix_response_unit_id_day", "unit_id", "day"),
    Index("ix_response_labelling", "labelling", "attempts", "received_at"),
    Index("ix_response_received_at", "received_at"),
)

#: What the model said of a comment. `topics` is a list of [topic, polarity, confidence].
label = Table(
    "label",
    metadata,
    Column("response_id", _Id, ForeignKey("response.id"), primary_key=True),
    Column("sentiment", String(10), nullable=False),
    Column("topics", JSON, nullable=False),
    Column("intent", String(12), nullable=False),
    Column("urgent", Boolean, nullable=False),
    Column("confidence", Float, nullable=False),
    Column("unsure", Boolean, nullable=False),
    Column("model_version", String(60), nullable=False),
    Column("labelled_at", Instant, nullable=False),
)

#: A (unit, day) whose cells must be counted again.
dirty = Table(
    "dirty",
    metadata,
    Column("unit_id", _Id, ForeignKey("unit.id"), primary_key=True),
    Column("day", Date, primary_key=True),
)

#: A count. Counts of a unit are its own; sums up the tree are made when they are read.
cell = Table(
    "cell",
    metadata,
    Column("unit_id", _Id, ForeignKey("unit.id"), primary_key=True),
    Column("day", Date, primary_key=True),
    Column("channel", String(12), primary_key=True),
    Column("measure", String(12), primary_key=True),
    Column("key", String(60), primary_key=True),
    Column("count", Integer, nullable=False),
    Index("ix_cell_day", "day"),
)

#: The figures of one period that left together: the very bytes.
release = Table(
    "release",
    metadata,
    Column("sequence", Integer, primary_key=True, autoincrement=False),
    Column("period", String(10), nullable=False, index=True),
    Column("corrects", Integer, ForeignKey("release.sequence")),
    Column("body", LargeBinary, nullable=False),
    Column("cells", LargeBinary, nullable=False),
    Column("created_at", Instant, nullable=False),
)

#: One release on its way to one destination. `message_id` stays the same over every attempt.
delivery = Table(
    "delivery",
    metadata,
    Column("sequence", Integer, ForeignKey("release.sequence"), primary_key=True),
    Column("destination", String(40), primary_key=True),
    Column("message_id", String(40), nullable=False),
    Column("state", String(10), nullable=False),
    Column("attempts", SmallInteger, nullable=False),
    Column("due_at", Instant, nullable=False),
    Column("claimed_until", Instant),
    Column("reason", String(200), nullable=False, server_default=""),
    Column("queued_at", Instant, nullable=False),
    Column("ended_at", Instant),
    Index("ix_delivery_state_due_at", "state", "due_at"),
)

#: Something a person must look at: alerted until acknowledged, then closed.
case = Table(
    "case",
    metadata,
    Column("id", _Id, primary_key=True),
    Column("kind", String(12), nullable=False),
    Column("unit_id", _Id, ForeignKey("unit.id"), nullable=False),
    Column("response_id", _Id, ForeignKey("response.id"), nullable=False),
    Column("dialogue_id", _Id, ForeignKey("dialogue.id"), index=True),
    Column("state", String(12), nullable=False),
    Column("opened_at", Instant, nullable=False),
    Column("closed_at", Instant),
    Column("outcome", String(24), nullable=False, server_default=""),
    Column("attempts", SmallInteger, nullable=False),
    Column("due_at", Instant),
    Column("claimed_until", Instant),
    UniqueConstraint("response_id", "kind"),
    Index("ix_case_state_due_at", "state", "due_at"),
)

#: How to reach somebody who asked for it: a cipher, erased when the last case of the answer ends.
contact = Table(
    "contact",
    metadata,
    Column("response_id", _Id, ForeignKey("response.id"), primary_key=True),
    Column("cipher", LargeBinary, nullable=False),
    Column("consented_at", Instant, nullable=False),
)

#: Who did what to which thing, and when; kept five years.
audit = Table(
    "audit",
    metadata,
    Column("id", _Id, primary_key=True),
    Column("at", Instant, nullable=False, index=True),
    Column("actor", String(80), nullable=False),
    Column("action", String(40), nullable=False),
    Column("subject", String(80), nullable=False),
    Column("detail", String(200), nullable=False, server_default=""),
)
