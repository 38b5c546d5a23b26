"""Dates, amounts, invoices, people and references that a client's own words name."""
