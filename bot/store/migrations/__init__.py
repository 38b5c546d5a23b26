"""How the database's shape changed from version to version; run by `bot.store.upgrade`."""
