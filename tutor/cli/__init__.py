"""The command line: `iam-tutor`, its subcommands and plain mode."""
