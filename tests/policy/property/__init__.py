"""Laws of the evaluator: one a file."""
