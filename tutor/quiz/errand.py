"""Things that people at work want to do, and the ways in which policies speak of them."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Final

from .papers import Json
from .place import Place

__all__ = ["Errand", "a_file", "a_list", "a_server", "a_user", "an_errand", "within_bucket"]


@dataclass(frozen=True, slots=True)
class Errand:
    """A request, and texts for statements that are about it or nearly so.

    Each row goes from what is easily seen to what is easily overlooked.
    """

    action: str
    resource: str
    topic: str
    """What a policy about it is called after: `Photos`."""
    plain: tuple[Json, ...]
    """Actions that include the one wanted, spelled out."""
    wide: tuple[Json, ...]
    """Actions that include it by a wildcard."""
    others: tuple[Json, ...]
    """Actions that do not include it."""
    here: tuple[Json, ...]
    """Resources that include the one wanted."""
    there: tuple[Json, ...]
    """Resources that do not include it, plainly."""
    near: tuple[Json, ...]
    """Resources that do not include it, though they look as if."""
    siblings: tuple[str, ...] = ()
    """Other actions that one would do to the same resource."""

    @property
    def service(self) -> str:
        """The service that the action belongs to."""
        return self.action.partition(":")[0]


FILE_ACTIONS: Final = {
    "s3:GetObject": ("s3:Get*", "s3:PutObject", ["s3:PutObject", "s3:DeleteObject"], "s3:GetObjectVersion"),
    "s3:PutObject": ("s3:Put*", "s3:GetObject", "s3:Get*", "s3:PutObjectTagging"),
    "s3:DeleteObject": (
        "s3:Delete*",
        "s3:PutObject",
        ["s3:GetObject", "s3:PutObject"],
        "s3:DeleteObjectVersion",
    ),
}


def a_file(place: Place, action: str) -> Errand:
    """Reading, writing or deleting a file of the folder."""
    bucket, folder, elsewhere = place.bucket_arn, place.folder, place.elsewhere
    wide, *others = FILE_ACTIONS[action]
    siblings = tuple(one for one in FILE_ACTIONS if one != action)
    return Errand(
        action,
        place.object_arn,
        place.topic,
        plain=(action, [action, siblings[0]]),
        wide=(wide, "s3:*", "s3:*Object"),
        others=tuple(others),
        here=(f"{bucket}/*", f"{bucket}/{folder}/*", [bucket, f"{bucket}/*"]),
        there=(f"{bucket}/{elsewhere}/*", f"arn:aws:s3:::{place.other_bucket}/*"),
        near=(bucket, f"{bucket}/{folder}", f"{bucket}-old/*"),
        siblings=siblings,
    )


def a_list(place: Place) -> Errand:
    """Listing the bucket."""
    bucket = place.bucket_arn
    return Errand(
        "s3:ListBucket",
        bucket,
        place.topic,
        plain=("s3:ListBucket", ["s3:ListBucket", "s3:GetObject"]),
        wide=("s3:List*", "s3:*"),
        others=(
            "s3:GetBucketLocation",
            ["s3:GetBucketLocation", "s3:GetBucketPolicy"],
            "s3:ListBucketVersions",
        ),
        here=(bucket, [bucket, f"{bucket}/*"]),
        there=(f"arn:aws:s3:::{place.other_bucket}",),
        near=(f"{bucket}/*", f"{bucket}-*", f"{bucket}-old"),
        siblings=("s3:GetBucketLocation", "s3:GetBucketPolicy"),
    )


def within_bucket(errand: Errand, place: Place) -> Errand:
    """The errand as its bucket's own policy can speak of it: S3 refuses other ARNs and idle actions."""
    if errand.resource == place.bucket_arn:
        return replace(errand, plain=(errand.action,), there=(), near=())
    folder, elsewhere = f"{place.bucket_arn}/{place.folder}", f"{place.bucket_arn}/{place.elsewhere}/*"
    return replace(errand, there=(elsewhere,), near=(folder,))


def a_server(place: Place, action: str) -> Errand:
    """Starting or stopping a server."""
    of_account = f"arn:aws:ec2:*:{place.account}:instance"
    other = "ec2:StopInstances" if action == "ec2:StartInstances" else "ec2:StartInstances"
    return Errand(
        action,
        f"arn:aws:ec2:us-east-1:{place.account}:instance/{place.server}",
        "Servers",
        plain=(action, [action, other]),
        wide=("ec2:*", "ec2:St*", "ec2:*Instances"),
        others=(other, "ec2:Describe*", [other, "ec2:DescribeInstances"]),
        here=(f"{of_account}/*", f"{of_account}/{place.server}", "*"),
        there=(f"{of_account}/{place.other_server}",),
        near=(
            f"arn:aws:ec2:us-west-2:{place.account}:instance/*",
            f"arn:aws:ec2:*:{place.account}:volume/*",
        ),
        siblings=(other, "ec2:TerminateInstances"),
    )


USER_ACTIONS: Final = {
    "iam:CreateAccessKey": ("iam:*AccessKey", "iam:Create*"),
    "iam:DeleteAccessKey": ("iam:*AccessKey", "iam:Delete*"),
    "iam:UpdateLoginProfile": ("iam:*LoginProfile", "iam:Update*"),
}


def a_user(place: Place, action: str) -> Errand:
    """Handling another user's credentials."""
    users = f"arn:aws:iam::{place.account}:user"
    siblings = tuple(one for one in USER_ACTIONS if one != action)
    return Errand(
        action,
        f"{users}/{place.other}",
        "Colleagues",
        plain=(action, [action, siblings[0]]),
        wide=(*USER_ACTIONS[action], "iam:*"),
        others=(siblings[0], "iam:List*", ["iam:GetUser", "iam:ListAccessKeys"]),
        here=(f"{users}/*", f"{users}/{place.other}", "*"),
        there=(f"{users}/{place.user}",),
        near=(f"{users}/studio/*", f"{users}/{place.other}-*"),
        siblings=siblings,
    )


def an_errand(place: Place, number: float) -> Errand:
    """One of all errands, mostly about files; `number` is below 1."""
    return CHOICES[int(number * len(CHOICES))](place)


CHOICES: Final[tuple[Callable[[Place], Errand], ...]] = (
    lambda place: a_file(place, "s3:GetObject"),
    lambda place: a_file(place, "s3:GetObject"),
    lambda place: a_file(place, "s3:PutObject"),
    lambda place: a_file(place, "s3:DeleteObject"),
    a_list,
    a_list,
    lambda place: a_server(place, "ec2:StartInstances"),
    lambda place: a_server(place, "ec2:StopInstances"),
    lambda place: a_user(place, "iam:CreateAccessKey"),
    lambda place: a_user(place, "iam:DeleteAccessKey"),
)
