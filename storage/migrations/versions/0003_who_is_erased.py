"""Who has been erased, as keyed hashes; and mails whose content goes when they have left the mailbox."""

import sqlalchemy as sa
import sqlmodel.sql.sqltypes
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def _text(length: int | None = None) -> sqlmodel.sql.sqltypes.AutoString:
    return sqlmodel.sql.sqltypes.AutoString(length=length)


def upgrade() -> None:
    op.create_table(
        "erasure",
        sa.Column("id", _text(32), nullable=False),
        sa.Column("at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
        sa.Column("member_key", _text(64), nullable=False),
        sa.Column("number_key", _text(64), nullable=False),
        sa.Column("email_key", _text(64), nullable=False),
        sa.Column("phone_key", _text(64), nullable=False),
        sa.Column("mail_keys", _text(), nullable=False),
        sa.Column("why", _text(60), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_erasure"),
        sa.UniqueConstraint("member_key", "at", name="uq_erasure_member_key_at"),
    )
    op.add_column("mail", sa.Column("goes_when_disposed", sa.Boolean(), nullable=False, server_default=sa.false()))
    goes = sa.text("goes_when_disposed")
    op.create_index("ix_mail_goes", "mail", ["id"], sqlite_where=goes, postgresql_where=goes)


def downgrade() -> None:
    op.drop_index("ix_mail_goes", "mail")
    op.drop_column("mail", "goes_when_disposed")
    op.drop_table("erasure")
