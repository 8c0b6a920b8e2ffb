"""The SMS that wait to be understood are found without looking through all."""

from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_index("ix_sms_waiting", "sms", ["meaning", "at"])


def downgrade() -> None:
    op.drop_index("ix_sms_waiting", "sms")
