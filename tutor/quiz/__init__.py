"""Retrieval practice: questions that the evaluator answers, what to ask when, and how well it is known.

Begin with `question` (what a question is), `scene` (a request with the policies that it meets), `families`
(the generators) and `bank` (the questions that authors write). `skills` says what can be asked of whom;
`schedule` decides what is due; `sessions` are the ways to be asked.
"""
