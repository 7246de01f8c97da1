"""The Textual app: first-run language choice, Home and Learn; importing this package loads nothing heavy."""
