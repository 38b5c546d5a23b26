"""The rules: what to send, to whom, when; what a reply means; what may follow. Pure, standard library only."""
