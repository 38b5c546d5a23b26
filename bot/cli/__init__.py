"""The command line: one file per family of commands; nothing heavy is imported before a command needs it."""
