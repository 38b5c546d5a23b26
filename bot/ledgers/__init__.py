"""Where receivables come from."""
