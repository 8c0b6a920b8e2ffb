"""Alembic's environment: one connection, handed in by schema.py; models are compared with types, in batch mode."""

from alembic import context
from sqlmodel import SQLModel

import medverkan.storage.tables_contact
import medverkan.storage.tables_register  # noqa: F401 - the models register themselves

connection = context.config.attributes["connection"]
context.configure(connection=connection, target_metadata=SQLModel.metadata, render_as_batch=True, compare_type=True)
with context.begin_transaction():
    context.run_migrations()
