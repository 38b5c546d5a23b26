"""Opinions about a reply, never decisions."""
