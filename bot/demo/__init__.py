"""A whole small world for `make demo`: a mail server, a ledger and clients who answer."""
