"""Two sets of policies compared: languages of patterns, witnesses, surplus."""
