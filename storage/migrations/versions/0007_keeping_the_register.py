"""Who was two and is one; which papers are signed; what has been thinned, and how many guardians a child has."""

import sqlalchemy as sa
import sqlmodel.sql.sqltypes
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def _text(length: int | None = None) -> sqlmodel.sql.sqltypes.AutoString:
    return sqlmodel.sql.sqltypes.AutoString(length=length)


def _moment() -> sqlmodel.sql.sqltypes.UTCDateTime:
    return sqlmodel.sql.sqltypes.UTCDateTime()


def upgrade() -> None:
    op.create_table(
        "merge",
        sa.Column("id", _text(32), nullable=False),
        sa.Column("member_id", _text(), nullable=False),
        sa.Column("gone_id", _text(32), nullable=False),
        sa.Column("gone_number", _text(20), nullable=False),
        sa.Column("at", _moment(), nullable=False),
        sa.Column("emptied_at", _moment(), nullable=True),
        sa.Column("undo", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["member_id"], ["member.id"], name="fk_merge_member_id_member"),
        sa.PrimaryKeyConstraint("id", name="pk_merge"),
        sa.UniqueConstraint("gone_id", name="uq_merge_gone_id"),
    )
    op.create_index("ix_merge_member_id", "merge", ["member_id"])
    op.create_index("ix_merge_gone_number", "merge", ["gone_number"])
    op.create_table(
        "signature",
        sa.Column("id", _text(32), nullable=False),
        sa.Column("member_id", _text(), nullable=False),
        sa.Column("request_id", _text(), nullable=True),
        sa.Column("paper", _text(30), nullable=False),
        sa.Column("party", _text(30), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("noted_at", _moment(), nullable=False),
        sa.ForeignKeyConstraint(["member_id"], ["member.id"], name="fk_signature_member_id_member"),
        sa.ForeignKeyConstraint(["request_id"], ["request.id"], name="fk_signature_request_id_request"),
        sa.PrimaryKeyConstraint("id", name="pk_signature"),
    )
    op.create_index("ix_signature_member_id", "signature", ["member_id"])
    op.create_index("ix_signature_request_id", "signature", ["request_id"])
    op.add_column("member", sa.Column("guardians", sa.Integer(), nullable=True))
    op.add_column("request", sa.Column("thinned_at", _moment(), nullable=True))
    for name in ("call", "task", "outgoing"):
        op.add_column(name, sa.Column("emptied_at", _moment(), nullable=True))


def downgrade() -> None:
    for name in ("outgoing", "task", "call"):
        op.drop_column(name, "emptied_at")
    op.drop_column("request", "thinned_at")
    op.drop_column("member", "guardians")
    op.drop_table("signature")
    op.drop_table("merge")
