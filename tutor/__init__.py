"""IAM Tutor: learn AWS IAM by doing, with the real AWS CLI against an offline sandbox account.

The floors, lowest first: `policy` (the evaluator), `account` (the simulated account and its journal),
`gateway` (the one door), `course` (lessons and grading), `wording` (sentences), `app` and `cli`.
"""

__version__ = "0.1.0"

__all__ = ["__version__"]
