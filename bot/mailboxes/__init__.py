"""The mailbox kinds."""
