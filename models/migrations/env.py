"""Runs the scripts on the connection the program hands over; there is no alembic.ini."""

from alembic import context

from models.meeting import Meeting

connection = context.config.attributes["connection"]
context.configure(
    connection=connection,
    target_metadata=Meeting.metadata,
    render_as_batch=True,
    transactional_ddl=True,
    transaction_per_migration=False,
)
with context.begin_transaction():
    context.run_migrations()
