"""One file per change of shape, the oldest first."""
