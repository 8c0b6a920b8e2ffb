"""Each line of the audit is bound to the one before: what stands for its details, and the keyed hash of it all."""

import sqlalchemy as sa
import sqlmodel.sql.sqltypes
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    for name in ("commitment", "link"):
        text = sqlmodel.sql.sqltypes.AutoString(length=64)
        op.add_column("audit", sa.Column(name, text, nullable=False, server_default=""))


def downgrade() -> None:
    op.drop_column("audit", "link")
    op.drop_column("audit", "commitment")
