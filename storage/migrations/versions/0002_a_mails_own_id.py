"""A keyed hash of each mail's own Message-ID, so that one used for two different mails is noticed."""

import sqlalchemy as sa
import sqlmodel.sql.sqltypes
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column(
        "mail",
        sa.Column("message_key", sqlmodel.sql.sqltypes.AutoString(length=64), nullable=False, server_default=""),
    )
    op.create_index("ix_mail_message_key", "mail", ["message_key"])


def downgrade() -> None:
    op.drop_index("ix_mail_message_key", "mail")
    op.drop_column("mail", "message_key")
