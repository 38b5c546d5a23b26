"""Where everything lives: SQLModel tables on SQLite or PostgreSQL, behind `bot.ports.Store`; see `bot.store.store`."""
