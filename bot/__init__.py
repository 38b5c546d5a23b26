"""Relance: reminders go out, replies are read, a person decides."""
