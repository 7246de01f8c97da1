"""Policies of drafts, compiled without reading their whole text: most of a statement is known from before."""

import json
from dataclasses import replace
from functools import lru_cache

from tutor.policy import PolicyDocument, PolicyKind, Statement

from .beliefs.bend import values, with_resources
from .papers import Json, Paper, document
from .scene import Scene

__all__ = ["quick_paper", "read_afresh"]


def quick_paper(name: str, *statements: Json, through: str | None = None) -> Paper:
    """An identity-based policy with these statements, each with a Resource that IAM accepts."""
    text = document(*statements)
    compiled = tuple([_statement(index, statement) for index, statement in enumerate(statements)])
    held = PolicyDocument(text, PolicyKind.IDENTITY, "2012-10-17", None, compiled)
    return Paper(name, PolicyKind.IDENTITY, text, through, held=held)


def read_afresh(scene: Scene) -> Scene:
    """The scene with its policies as their texts say, for showing where in them something stands."""
    return scene.with_papers([replace(paper, held=None) for paper in scene.papers])


def _statement(index: int, statement: Json) -> Statement:
    everywhere = json.dumps({**statement, "Resource": "*"})
    return replace(with_resources(_known(everywhere), values(statement["Resource"])), index=index)


@lru_cache(maxsize=2048)
def _known(statement: str) -> Statement:
    return Paper("", PolicyKind.IDENTITY, document(json.loads(statement))).compiled.statements[0]
