"""Finds the name that somebody meant."""

from collections.abc import Iterable, Mapping
from difflib import SequenceMatcher, get_close_matches
from typing import Final

__all__ = ["ACTIONS_OF_OPERATIONS", "most_alike", "nearest_names"]

LONGEST_NAME: Final = 128
"""Names that are longer resemble nothing; looking for it would cost time with their square."""

ACTIONS_OF_OPERATIONS: Final[Mapping[str, tuple[str, ...]]] = {
    "lambda:invoke": ("lambda:InvokeFunction",),
    "s3:completemultipartupload": ("s3:PutObject",),
    "s3:copyobject": ("s3:GetObject", "s3:PutObject"),
    "s3:cp": ("s3:GetObject", "s3:PutObject"),
    "s3:createmultipartupload": ("s3:PutObject",),
    "s3:deleteobjects": ("s3:DeleteObject",),
    "s3:getbucketencryption": ("s3:GetEncryptionConfiguration",),
    "s3:headbucket": ("s3:ListBucket",),
    "s3:headobject": ("s3:GetObject",),
    "s3:listbuckets": ("s3:ListAllMyBuckets",),
    "s3:listmultipartuploads": ("s3:ListBucketMultipartUploads",),
    "s3:listobjects": ("s3:ListBucket",),
    "s3:listobjectsv2": ("s3:ListBucket",),
    "s3:listobjectversions": ("s3:ListBucketVersions",),
    "s3:listparts": ("s3:ListMultipartUploadParts",),
    "s3:ls": ("s3:ListBucket", "s3:ListAllMyBuckets"),
    "s3:mb": ("s3:CreateBucket",),
    "s3:mv": ("s3:GetObject", "s3:PutObject", "s3:DeleteObject"),
    "s3:putbucketencryption": ("s3:PutEncryptionConfiguration",),
    "s3:rb": ("s3:DeleteBucket",),
    "s3:rm": ("s3:DeleteObject",),
    "s3:uploadpart": ("s3:PutObject",),
}
"""API operations and CLI commands, in lower case, whose permission has another name."""


def nearest_names(written: str, names: Iterable[str]) -> list[str]:
    """The names that `written` resembles, best first; case does not count."""
    if len(written) > LONGEST_NAME:
        return []
    by_lower = {name.lower(): name for name in names}
    return [by_lower[name] for name in get_close_matches(written.lower(), by_lower)]


def most_alike(written: str, names: Iterable[str]) -> str | None:
    """The name that shares most with `written`, however little that is; None when it shares nothing."""
    matcher = SequenceMatcher(None, b=written[:LONGEST_NAME].lower())
    best, likeness = None, 0.0
    for name in names:
        matcher.set_seq1(name.lower())
        ratio = matcher.ratio()
        if ratio > likeness:
            best, likeness = name, ratio
    return best
