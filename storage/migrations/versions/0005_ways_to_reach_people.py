"""SMS that came, leads' chats and their buttons, meetings; and of an SMS sent what the gateway calls it."""

import sqlalchemy as sa
import sqlmodel.sql.sqltypes
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def _text(length: int) -> sqlmodel.sql.sqltypes.AutoString:
    return sqlmodel.sql.sqltypes.AutoString(length=length)


def _moment() -> sqlmodel.sql.sqltypes.UTCDateTime:
    return sqlmodel.sql.sqltypes.UTCDateTime()


def upgrade() -> None:
    op.add_column("outgoing", sa.Column("provider_key", _text(64), nullable=False, server_default=""))
    op.add_column("outgoing", sa.Column("arrived_at", _moment(), nullable=True))
    op.create_index("ix_outgoing_provider_key", "outgoing", ["provider_key"])
    op.create_table(
        "sms",
        sa.Column("id", _text(32), nullable=False),
        sa.Column("provider_key", _text(64), nullable=False),
        sa.Column("phone_key", _text(64), nullable=False),
        sa.Column("member_id", _text(32), nullable=True),
        sa.Column("request_id", _text(32), nullable=True),
        sa.Column("at", _moment(), nullable=False),
        sa.Column("meaning", _text(20), nullable=False),
        sa.Column("words", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["member_id"], ["member.id"], name="fk_sms_member_id_member"),
        sa.ForeignKeyConstraint(["request_id"], ["request.id"], name="fk_sms_request_id_request"),
        sa.PrimaryKeyConstraint("id", name="pk_sms"),
        sa.UniqueConstraint("provider_key", name="uq_sms_provider_key"),
    )
    op.create_index("ix_sms_phone_key", "sms", ["phone_key"])
    op.create_index("ix_sms_member_id", "sms", ["member_id"])
    op.create_index("ix_sms_request_id", "sms", ["request_id"])
    op.create_table(
        "chat_link",
        sa.Column("id", _text(32), nullable=False),
        sa.Column("lead_key", _text(64), nullable=False),
        sa.Column("code_key", _text(64), nullable=False),
        sa.Column("code_until", _moment(), nullable=True),
        sa.Column("chat_key", _text(64), nullable=False),
        sa.Column("chat", sa.LargeBinary(), nullable=False),
        sa.Column("linked_at", _moment(), nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_chat_link"),
        sa.UniqueConstraint("lead_key", name="uq_chat_link_lead_key"),
    )
    op.create_index("ix_chat_link_code_key", "chat_link", ["code_key"])
    op.create_index("ix_chat_link_chat_key", "chat_link", ["chat_key"])
    op.create_table(
        "chat_press",
        sa.Column("id", _text(32), nullable=False),
        sa.Column("nonce_key", _text(64), nullable=False),
        sa.Column("lead_key", _text(64), nullable=False),
        sa.Column("request_id", _text(32), nullable=True),
        sa.Column("member_id", _text(32), nullable=True),
        sa.Column("proposal_version", sa.Integer(), nullable=False),
        sa.Column("action", _text(40), nullable=False),
        sa.Column("until", _moment(), nullable=False),
        sa.Column("pressed_at", _moment(), nullable=True),
        sa.Column("said", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["request_id"], ["request.id"], name="fk_chat_press_request_id_request"),
        sa.ForeignKeyConstraint(["member_id"], ["member.id"], name="fk_chat_press_member_id_member"),
        sa.PrimaryKeyConstraint("id", name="pk_chat_press"),
        sa.UniqueConstraint("nonce_key", name="uq_chat_press_nonce_key"),
    )
    op.create_index("ix_chat_press_request_id", "chat_press", ["request_id"])
    op.create_index("ix_chat_press_member_id", "chat_press", ["member_id"])
    op.create_table(
        "meeting",
        sa.Column("id", _text(32), nullable=False),
        sa.Column("uid", _text(80), nullable=False),
        sa.Column("sequence", sa.Integer(), nullable=False),
        sa.Column("kind", _text(20), nullable=False),
        sa.Column("state", _text(20), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("member_id", _text(32), nullable=True),
        sa.Column("request_id", _text(32), nullable=True),
        sa.Column("starts_at", _moment(), nullable=False),
        sa.Column("minutes", sa.Integer(), nullable=False),
        sa.Column("place", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["member_id"], ["member.id"], name="fk_meeting_member_id_member"),
        sa.ForeignKeyConstraint(["request_id"], ["request.id"], name="fk_meeting_request_id_request"),
        sa.PrimaryKeyConstraint("id", name="pk_meeting"),
        sa.UniqueConstraint("uid", name="uq_meeting_uid"),
    )
    op.create_index("ix_meeting_member_id", "meeting", ["member_id"])
    op.create_index("ix_meeting_request_id", "meeting", ["request_id"])


def downgrade() -> None:
    for name in ("meeting", "chat_press", "chat_link", "sms"):
        op.drop_table(name)
    op.drop_index("ix_outgoing_provider_key", "outgoing")
    op.drop_column("outgoing", "arrived_at")
    op.drop_column("outgoing", "provider_key")
