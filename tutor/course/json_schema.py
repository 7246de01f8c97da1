"""The JSON Schema of `lesson.yaml` for editors, made from the same structures that the loader reads.

msgspec's own generator is not used: msgspec 0.22 crashes at exit once it has seen a union in which a text
has a pattern.
"""

import json
import types
from datetime import datetime
from pathlib import Path
from typing import Annotated, Any, Final, Literal, Union, get_args, get_origin, get_type_hints

import msgspec

from .schema import GOAL_KINDS, STEP_KINDS, Goal, LessonFile, Step

FILE: Final = Path(__file__).with_name("lesson.schema.json")
"""The schema as it is shipped."""

DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"
PLAIN: Final[dict[type, str]] = {str: "string", int: "integer", float: "number", bool: "boolean"}
ONE_OF: Final = {Goal: GOAL_KINDS, Step: STEP_KINDS}
"""Structures of which exactly one of these fields is given."""

Schema = dict[str, Any]


def lesson_schema_text() -> str:
    """The schema as text, the same for the same structures."""
    return json.dumps(lesson_schema(), ensure_ascii=False, indent=1) + "\n"


def lesson_schema() -> Schema:
    """The schema of a whole `lesson.yaml`."""
    structures: dict[str, Schema] = {}
    root = _schema(LessonFile, structures)
    return {"$schema": DIALECT, "title": "IAM Tutor lesson", **root, "$defs": structures}


def _schema(wanted: Any, structures: dict[str, Schema]) -> Schema:
    if isinstance(wanted, type) and issubclass(wanted, msgspec.Struct):
        return _reference(wanted, structures)
    origin, arguments = get_origin(wanted), get_args(wanted)
    if origin is Annotated:
        return _schema(arguments[0], structures) | _limits(arguments[1:])
    if origin in {Union, types.UnionType}:
        return {"anyOf": [_schema(member, structures) for member in arguments]}
    if origin is Literal:
        return {"enum": list(arguments)}
    if origin is tuple:
        return {"type": "array", "items": _schema(arguments[0], structures)}
    if origin is dict:
        return {"type": "object", "additionalProperties": _schema(arguments[1], structures)}
    if wanted is type(None):
        return {"type": "null"}
    if wanted is datetime:
        return {"type": "string", "format": "date-time"}
    return {"type": PLAIN[wanted]}


def _reference(wanted: type[msgspec.Struct], structures: dict[str, Schema]) -> Schema:
    name = wanted.__name__
    if name not in structures:
        structures[name] = {}
        structures[name] = _structure(wanted, structures)
    return {"$ref": f"#/$defs/{name}"}


def _structure(wanted: type[msgspec.Struct], structures: dict[str, Schema]) -> Schema:
    fields = msgspec.structs.fields(wanted)
    hints = get_type_hints(wanted, include_extras=True)
    properties = {field.encode_name: _field(hints[field.name], structures) for field in fields}
    found: Schema = {
        "type": "object",
        "description": (wanted.__doc__ or "").strip(),
        "properties": properties,
        "required": [field.encode_name for field in fields if field.required],
        "additionalProperties": False,
    }
    if wanted in ONE_OF:
        found["oneOf"] = [{"required": [kind]} for kind in ONE_OF[wanted]]
    return found


def _field(wanted: Any, structures: dict[str, Schema]) -> Schema:
    """A field's schema; that it may be left out is told by `required`, not by a null."""
    members = get_args(wanted) if get_origin(wanted) in {Union, types.UnionType} else (wanted,)
    given = [member for member in members if member is not type(None)]
    if len(given) == 1:
        return _schema(given[0], structures)
    return {"anyOf": [_schema(member, structures) for member in given]}


def _limits(annotations: tuple[Any, ...]) -> Schema:
    """What a value's declaration demands of it, in the words of JSON Schema."""
    found: Schema = {}
    for meta in annotations:
        if not isinstance(meta, msgspec.Meta):
            continue
        limits = {
            "pattern": meta.pattern,
            "minLength": meta.min_length,
            "minimum": meta.ge,
            "maximum": meta.le,
            "examples": meta.examples,
        }
        found |= {name: value for name, value in limits.items() if value is not None}
    return found
