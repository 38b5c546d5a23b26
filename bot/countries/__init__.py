"""Law and calendars of countries, as data."""
