"""One file per arrow of the flow; each reads facts, asks the core, writes in one transaction and reports."""
