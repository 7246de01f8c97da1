"""What goes wrong with a save, as a learner meets it at the command line and in the app."""
