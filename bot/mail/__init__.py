"""Bytes and data: parsing, quoting, matching, composing. Pure: no I/O."""
