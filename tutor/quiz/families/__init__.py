"""The generators, a module for each kind of thing that is asked; `tutor.quiz.family` lists them."""
