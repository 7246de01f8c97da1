"""Choose the policy that gives what is needed and no more."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from ..choices import Choice, Frame, choose
from ..family import Draw, Family
from ..papers import Json, allow
from ..pieces import Code, Lines, Words, words
from ..place import Place, a_place
from ..question import Exhibit, Question, Rule
from ..quick import quick_paper, read_afresh
from ..scene import Scene

__all__ = ["FAMILIES"]

BELIEFS: Final = ("B6", "Q23", "Q20", "Q31", "Q21", "M22", "Q33")
Asked = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Job:
    """What somebody needs, and policies that give it, give too much, or too little."""

    needs: tuple[tuple[Words, Asked], ...]
    others: tuple[Asked, ...]
    """Requests that nobody needs."""
    right: tuple[Json, ...]
    wrong: tuple[tuple[Json, ...], ...]


def _least(draw: Draw) -> Question | None:
    place = a_place(draw.dice)
    job = draw.theme(JOBS[draw.level - 1])(place)
    right = _choice(place, job, job.right)
    lines = Lines(tuple(line for line, _ in job.needs))
    frame = Frame(
        (draw.dice.one(("I2", "B4")),),
        words("quiz.least.ask", user=place.user),
        (Exhibit(words("quiz.least.needs", user=place.user), lines, "text"),),
        read_afresh(right.scenes[0]),
        words("quiz.least.hint"),
        Rule.LEAST,
    )
    return choose(draw, frame, right, [_choice(place, job, one) for one in draw.dice.shuffled(job.wrong)])


def _choice(place: Place, job: Job, statements: tuple[Json, ...]) -> Choice:
    paper = quick_paper(f"{place.user.title()}{place.topic}", *statements)
    asked = [*(one for _, one in job.needs), *job.others]
    scenes = tuple([Scene(place.principal, action, arn, (paper,)) for action, arn in asked])
    goes = tuple([number < len(job.needs) for number in range(len(asked))])
    return Choice(Code(_shown(statements)), scenes, goes, BELIEFS, words("quiz.least.right"), code=True)


def _shown(statements: tuple[Json, ...]) -> str:
    """The statements, each element on a line."""
    return ",\n".join(map(_block, statements))


def _block(statement: Json) -> str:
    rows = [f'"{name}": {_value(statement[name], len(name))}' for name in ("Effect", "Action", "Resource")]
    return "{" + ",\n ".join(rows) + "}"


def _value(value: Json, indent: int) -> str:
    """A value on one line, or several ARNs below one another."""
    if isinstance(value, list) and value[0].startswith("arn:"):
        return "[" + (",\n" + " " * (indent + 6)).join(map(json.dumps, value)) + "]"
    return json.dumps(value)


def _need(name: str, action: str, resource: str, **values: str) -> tuple[Words, Asked]:
    return words(f"quiz.least.need.{name}", **values), (action, resource)


def _foreign(place: Place) -> str:
    """A file in another bucket."""
    return f"arn:aws:s3:::{place.other_bucket}/{place.file}"


def _read_folder(place: Place) -> Job:
    bucket, folder = place.bucket_arn, place.folder
    act = "s3:GetObject"
    return Job(
        (_need("read", act, place.object_arn, bucket=place.bucket, folder=f"{folder}/"),),
        (
            ("s3:DeleteObject", place.object_arn),
            (act, place.object_elsewhere),
            (act, _foreign(place)),
        ),
        (allow(act, f"{bucket}/{folder}/*"),),
        (
            (allow(act, f"{bucket}/*"),),
            (allow("s3:*", f"{bucket}/{folder}/*"),),
            (allow(act, f"{bucket}/{folder}"),),
            (allow(act, bucket),),
            (allow(act, "*"),),
            (allow("s3:ListBucket", bucket),),
            (allow(["s3:GetObject", "s3:DeleteObject"], f"{bucket}/{folder}/*"),),
        ),
    )


def _upload(place: Place) -> Job:
    bucket, folder = place.bucket_arn, place.folder
    act = "s3:PutObject"
    return Job(
        (_need("upload", act, place.object_arn, bucket=place.bucket, folder=f"{folder}/"),),
        (("s3:DeleteObject", place.object_arn), (act, place.object_elsewhere), (act, _foreign(place)),
         ("s3:PutBucketPolicy", bucket)),
        (allow(act, f"{bucket}/{folder}/*"),),
        (
            (allow(act, f"{bucket}/*"),),
            (allow("s3:*", f"{bucket}/{folder}/*"),),
            (allow("s3:Put*", [bucket, f"{bucket}/{folder}/*"]),),
            (allow(act, f"{bucket}/{folder}"),),
            (allow(act, bucket),),
            (allow(act, "*"),),
        ),
    )  # fmt: skip


def _list_and_read(place: Place) -> Job:
    bucket, folder = place.bucket_arn, place.folder
    look, read = "s3:ListBucket", "s3:GetObject"
    return Job(
        (
            _need("list", look, bucket, bucket=place.bucket),
            _need("read", read, place.object_arn, bucket=place.bucket, folder=f"{folder}/"),
        ),
        (
            ("s3:PutObject", place.object_arn), (read, place.object_elsewhere),
            (look, f"arn:aws:s3:::{place.other_bucket}"),
        ),
        (allow([look, read], [bucket, f"{bucket}/{folder}/*"]),),
        (
            (allow(look, [bucket, f"{bucket}/{folder}/*"]),),
            (allow([look, read], bucket),),
            (allow([look, read], [bucket, f"{bucket}/*"]),),
            (allow([look, read], "*"),),
            (allow("s3:*", [bucket, f"{bucket}/{folder}/*"]),),
            (allow([look, read], [bucket, f"{bucket}/{folder}"]),),
        ),
    )  # fmt: skip


def _work_in_folder(place: Place) -> Job:
    bucket, folder = place.bucket_arn, place.folder
    look, read, put = "s3:ListBucket", "s3:GetObject", "s3:PutObject"
    inside = f"{bucket}/{folder}/*"
    return Job(
        (
            _need("list", look, bucket, bucket=place.bucket),
            _need("read-all", read, place.object_elsewhere, bucket=place.bucket),
            _need("upload", put, place.object_arn, bucket=place.bucket, folder=f"{folder}/"),
        ),
        (("s3:DeleteObject", place.object_arn), (put, place.object_elsewhere), (read, _foreign(place))),
        (allow([look, read], [bucket, f"{bucket}/*"]), allow(put, inside)),
        (
            (allow([look, read, put], [bucket, f"{bucket}/*"]),),
            (allow([look, read], f"{bucket}/*"), allow(put, inside)),
            (allow(look, bucket), allow([read, put], inside)),
            (allow([look, read], bucket), allow(put, inside)),
            (allow([look, read], [bucket, f"{bucket}/*"]), allow("s3:*", inside)),
            (allow(look, bucket), allow(put, inside)),
            (allow([look, read], "*"), allow(put, inside)),
            (allow([look, read], [bucket, f"{bucket}/*"]), allow(put, f"{bucket}/{folder}")),
        ),
    )  # fmt: skip


def _servers(place: Place) -> Job:
    stem = f"arn:aws:ec2:us-east-1:{place.account}:instance"
    one, other = f"{stem}/{place.server}", f"{stem}/{place.other_server}"
    start, stop = "ec2:StartInstances", "ec2:StopInstances"
    return Job(
        (
            _need("start", start, one, server=place.server),
            _need("stop", stop, one, server=place.server),
        ),
        (("ec2:TerminateInstances", one), (start, other), ("ec2:RunInstances", one)),
        (allow([start, stop], one),),
        (
            (allow("ec2:*Instances", one),),
            (allow([start, stop], f"{stem}/*"),),
            (allow([start, stop], "*"),),
            (allow("ec2:*", one),),
            (allow([start, stop], f"{one}/*"),),
            (allow([start, stop], stem),),
        ),
    )


def _own_key(place: Place) -> Job:
    make, drop = "iam:CreateAccessKey", "iam:DeleteAccessKey"
    return Job(
        (
            _need("make-key", make, place.user_arn),
            _need("drop-key", drop, place.user_arn),
        ),
        (
            ("iam:CreateLoginProfile", place.user_arn),
            (make, place.other_arn),
            ("iam:AttachUserPolicy", place.user_arn),
        ),
        (allow([make, drop], place.user_arn),),
        (
            (allow([make, drop], f"arn:aws:iam::{place.account}:user/*"),),
            (allow([make, drop], "*"),),
            (allow("iam:*", place.user_arn),),
            (allow(["iam:Create*", "iam:Delete*"], place.user_arn),),
            (allow([make, drop], f"{place.user_arn}/*"),),
        ),
    )


def _hand_over(place: Place) -> Job:
    start, hand = "ec2:RunInstances", "iam:PassRole"
    return Job(
        (
            _need("run", start, f"arn:aws:ec2:us-east-1:{place.account}:instance/*"),
            _need("pass", hand, place.role_arn, role=place.role),
        ),
        (("ec2:TerminateInstances", f"arn:aws:ec2:us-east-1:{place.account}:instance/{place.server}"),
         (hand, f"arn:aws:iam::{place.account}:role/{place.other_role}"), ("iam:CreateRole", place.role_arn)),
        (allow(start, "*"), allow(hand, place.role_arn)),
        (
            (allow([start, hand], "*"),),
            (allow(start, "*"), allow(hand, f"arn:aws:iam::{place.account}:role/*")),
            (allow(start, "*"), allow("iam:*", place.role_arn)),
            (allow("ec2:*", "*"), allow(hand, place.role_arn)),
            (allow(start, "*"), allow(hand, f"{place.role_arn}/*")),
        ),
    )  # fmt: skip


JOBS: Final[tuple[tuple[Callable[[Place], Job], ...], ...]] = (
    (_read_folder, _upload),
    (_read_folder, _upload, _servers, _own_key),
    (_list_and_read, _servers, _own_key),
    (_list_and_read, _work_in_folder, _hand_over),
    (_work_in_folder, _hand_over),
)
"""By level."""

FAMILIES: Final = (Family("least-privilege", ("I2", "B4"), ("A3", "G1", "G3", "G6", "G7", "G8"), _least),)
