"""What situations speak of: people, requests, a condition."""

from typing import Final

from .situations import ACCOUNT, OTHER, PHOTOS, PICKUP, request

THEO: Final = f"arn:aws:iam::{OTHER}:user/theo"
SESSION: Final = f"arn:aws:sts::{ACCOUNT}:assumed-role/album-pickup/theo"
ROOT: Final = f"arn:aws:iam::{ACCOUNT}:root"
CAT: Final = f"{PHOTOS}/cat.jpg"
ASSUME: Final = ("sts:AssumeRole", PICKUP)
PASS: Final = ("iam:PassRole", PICKUP)
LIST: Final = ("s3:ListBucket", PHOTOS)
READ: Final = ("s3:GetObject", CAT)
GIVEN: Final = (request("AttachUserPolicy", UserName="yuna"),)
EVERYONE: Final = {"AWS": "*"}


def condition(operator: str, key: str, value: object) -> dict[str, object]:
    """One condition."""
    return {"Condition": {operator: {key: value}}}
