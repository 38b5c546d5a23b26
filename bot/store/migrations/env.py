"""Alembic's entry: runs the revisions on the connection that `bot.store.upgrade` hands over, inside its transaction."""

from alembic import context

from bot.store.tables import METADATA


def run() -> None:
    """Raises RuntimeError when Alembic was started by hand: only the store knows how to open the database safely."""
    connection = context.config.attributes.get("connection")
    if connection is None:
        raise RuntimeError("migrations run when the store is opened: see bot.store.upgrade")
    context.configure(connection=connection, target_metadata=METADATA, render_as_batch=True)
    with context.begin_transaction():
        context.run_migrations()


run()
