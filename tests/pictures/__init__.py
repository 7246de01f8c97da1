"""Pictures for the README: `python -m tests.pictures` draws them all anew."""
