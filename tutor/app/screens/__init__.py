"""One module and one style sheet a screen; each is imported when it is first shown."""
