"""Choose the ARN that covers what is wished for, and nothing else."""

import json
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final

from tutor.policy import PolicyDocument, PolicyKind

from ..beliefs.bend import with_resources
from ..choices import Choice, Frame, choose
from ..family import Draw, Family
from ..papers import Json, Paper, allow, document
from ..pieces import Code, Words, words
from ..place import Place, a_place
from ..question import Exhibit, Question
from ..scene import Scene

__all__ = ["FAMILIES"]

TOO_WIDE: Final = ("M22", "Q33")
ALL: Final = ("B6", "Q29", "Q30", "Q31", "Q21", *TOO_WIDE)
PLAIN: Final = "*"


@dataclass(frozen=True, slots=True)
class Wish:
    """What a Resource element shall cover."""

    text: Words
    action: Json
    right: Json
    inside: tuple[tuple[str, str], ...]
    """Requests, action and resource, that have to be covered."""
    outside: tuple[tuple[str, str], ...]
    """Requests that must not be."""
    wrong: tuple[Json, ...]


def _arn(draw: Draw) -> Question | None:
    place = a_place(draw.dice)
    wish = draw.theme(WISHES[draw.level - 1])(place)
    right = _choice(place, wish, wish.right)
    shown = document(allow(wish.action, "________"))
    frame = Frame(
        ("G8",),
        wish.text,
        (Exhibit(None, Code(shown)),),
        right.scenes[0],
        words("quiz.arn.hint"),
    )
    return choose(draw, frame, right, [_choice(place, wish, arn) for arn in draw.dice.shuffled(wish.wrong)])


def _choice(place: Place, wish: Wish, resource: Json) -> Choice:
    paper = _paper(place, wish.action, resource)
    asked = (*wish.inside, *wish.outside)
    scenes = tuple([Scene(place.principal, action, arn, (paper,)) for action, arn in asked])
    goes = tuple([place < len(wish.inside) for place in range(len(asked))])
    text = resource if isinstance(resource, str) else json.dumps(resource)
    return Choice(Code(text), scenes, goes, _beliefs(resource), words("quiz.arn.right"))


def _beliefs(resource: Json) -> tuple[str, ...]:
    """What can be behind an ARN, by its form."""
    first = resource if isinstance(resource, str) else resource[0]
    if not first.startswith("arn:") and first != PLAIN:
        return ("Q25",)
    return ("Q29",) if not _is_accepted(first) else ALL


def _paper(place: Place, action: Json, resource: Json) -> Paper:
    text = document(allow(action, resource))
    paper = Paper(f"{place.user.title()}{place.topic}", PolicyKind.IDENTITY, text)
    arns = [resource] if isinstance(resource, str) else resource
    if not all(map(_is_accepted, arns)):
        return paper
    key = json.dumps(action)
    held = _everywhere(key)
    statement = with_resources(held.statements[0], arns)
    return paper.holding(replace(held, text=text, statements=(statement,)))


def _is_accepted(arn: str) -> bool:
    """Whether IAM takes it as a resource, so far as this family's wrong ARNs go."""
    fields = arn.split(":")
    return arn == PLAIN or (fields[0] == "arn" and not (fields[2] in {"iam", "s3"} and fields[3]))


@lru_cache(maxsize=64)
def _everywhere(action: str) -> PolicyDocument:
    return Paper("", PolicyKind.IDENTITY, document(allow(json.loads(action), PLAIN))).compiled


def _on(action: str, *arns: str) -> tuple[tuple[str, str], ...]:
    return tuple([(action, arn) for arn in arns])


REGION: Final = "ap-northeast-2"


def _with_fields(place: Place, rest: str) -> str:
    return f"arn:aws:s3:{REGION}:{place.account}:{rest}"


def _all_files(place: Place) -> Wish:
    bucket, read = place.bucket_arn, "s3:GetObject"
    return Wish(
        words("quiz.arn.files", bucket=place.bucket),
        read,
        f"{bucket}/*",
        _on(read, place.object_arn, f"{bucket}/{place.file}"),
        _on(read, f"{bucket}-old/{place.file}"),
        (
            bucket,
            f"{bucket}*",
            f"{bucket}/",
            _with_fields(place, f"{place.bucket}/*"),
            f"{place.bucket}/*",
            "*",
        ),
    )


def _bucket(place: Place) -> Wish:
    bucket, look = place.bucket_arn, "s3:ListBucket"
    return Wish(
        words("quiz.arn.bucket", bucket=place.bucket),
        look,
        bucket,
        _on(look, bucket),
        _on(look, f"{bucket}-old", f"arn:aws:s3:::{place.other_bucket}"),
        (f"{bucket}/*", f"{bucket}*", _with_fields(place, place.bucket), place.bucket, "*"),
    )


def _folder(place: Place) -> Wish:
    bucket, folder, read = place.bucket_arn, place.folder, "s3:GetObject"
    return Wish(
        words("quiz.arn.folder", bucket=place.bucket, folder=f"{folder}/"),
        read,
        f"{bucket}/{folder}/*",
        _on(read, place.object_arn, f"{bucket}/{folder}/raw/{place.file}"),
        _on(read, place.object_elsewhere, f"{bucket}/{folder}-old/{place.file}"),
        (
            f"{bucket}/{folder}", f"{bucket}/{folder}*", f"{bucket}/*", bucket,
            _with_fields(place, f"{place.bucket}/{folder}/*"), f"{place.bucket}/{folder}/*",
        ),
    )  # fmt: skip


def _one_file(place: Place) -> Wish:
    bucket, folder, file, read = place.bucket_arn, place.folder, place.file, "s3:GetObject"
    return Wish(
        words("quiz.arn.file", bucket=place.bucket, path=f"{folder}/{file}"),
        read,
        f"{bucket}/{folder}/{file}",
        _on(read, place.object_arn),
        _on(read, place.object_elsewhere, f"{bucket}/{folder}/old-{file}"),
        (
            f"{bucket}/*{file}", f"{bucket}/{folder}/*", bucket, "*",
            _with_fields(place, f"{place.bucket}/{folder}/{file}"), f"{place.bucket}/{folder}/{file}",
        ),
    )  # fmt: skip


def _users(place: Place) -> Wish:
    users, role = f"arn:aws:iam::{place.account}:user", place.role_arn
    return Wish(
        words("quiz.arn.users", account=place.account),
        "iam:Get*",
        f"{users}/*",
        _on("iam:GetUser", place.user_arn, f"{users}/studio/{place.other}"),
        _on("iam:GetRole", role),
        (users, f"arn:aws:iam::{place.account}:*", f"arn:aws:iam:{REGION}:{place.account}:user/*", "*"),
    )


def _user(place: Place) -> Wish:
    act, arn = "iam:UpdateLoginProfile", place.other_arn
    return Wish(
        words("quiz.arn.user", user=place.other, account=place.account),
        act,
        arn,
        _on(act, arn),
        _on(act, place.user_arn, f"{arn}-admin"),
        (f"{arn}*", f"{arn}/*", arn.replace("::", f":{REGION}:"), arn.replace(place.other, "*"), "*"),
    )


def _path(place: Place) -> Wish:
    act, users = "iam:ListAccessKeys", f"arn:aws:iam::{place.account}:user"
    return Wish(
        words("quiz.arn.path", path="/studio/", account=place.account),
        act,
        f"{users}/studio/*",
        _on(act, f"{users}/studio/{place.user}", f"{users}/studio/seoul/{place.other}"),
        _on(act, place.user_arn, f"{users}/studio-{place.other}"),
        (
            f"{users}/studio",
            f"{users}/studio*",
            f"{users}/*",
            f"arn:aws:iam:{REGION}:{place.account}:user/studio/*",
        ),
    )


def _role(place: Place) -> Wish:
    act, arn = "iam:PassRole", place.role_arn
    return Wish(
        words("quiz.arn.role", role=place.role, account=place.account),
        act,
        arn,
        _on(act, arn),
        _on(act, f"{arn}-admin", f"arn:aws:iam::{place.account}:role/{place.other_role}"),
        (
            f"{arn}*", f"{arn}/*", f"arn:aws:sts::{place.account}:assumed-role/{place.role}",
            arn.replace(place.role, "*"), arn.replace("::", f":{REGION}:"),
        ),
    )  # fmt: skip


def _region(place: Place) -> Wish:
    act, stem = "ec2:StartInstances", f"arn:aws:ec2:{REGION}:{place.account}:instance"
    return Wish(
        words("quiz.arn.servers", account=place.account, region=REGION),
        act,
        f"{stem}/*",
        _on(act, f"{stem}/{place.server}", f"{stem}/{place.other_server}"),
        _on(act, f"arn:aws:ec2:us-east-1:{place.account}:instance/{place.server}"),
        (stem, "arn:aws:ec2:::instance/*", f"arn:aws:ec2:*:{place.account}:instance/*", "*"),
    )


def _list_and_read(place: Place) -> Wish:
    bucket, folder, look, read = place.bucket_arn, place.folder, "s3:ListBucket", "s3:GetObject"
    return Wish(
        words("quiz.arn.both", bucket=place.bucket, folder=f"{folder}/"),
        [look, read],
        [bucket, f"{bucket}/{folder}/*"],
        (*_on(look, bucket), *_on(read, place.object_arn)),
        (*_on(look, f"{bucket}-old"), *_on(read, place.object_elsewhere)),
        (
            bucket, f"{bucket}*", [bucket, f"{bucket}/*"], [bucket, f"{bucket}/{folder}"],
            [place.bucket, f"{place.bucket}/{folder}/*"],
        ),
    )  # fmt: skip


def _kind_of_file(place: Place) -> Wish:
    bucket, folder, read = place.bucket_arn, place.folder, "s3:GetObject"
    ending = place.file.partition(".")[2]
    return Wish(
        words("quiz.arn.ending", bucket=place.bucket, folder=f"{folder}/", ending=f".{ending}"),
        read,
        f"{bucket}/{folder}/*.{ending}",
        _on(read, place.object_arn, f"{bucket}/{folder}/raw/{place.file}"),
        _on(read, f"{bucket}/{folder}/notes.txt", place.object_elsewhere, f"{bucket}/{folder}-old.{ending}"),
        (
            f"{bucket}/*.{ending}", f"{bucket}/{folder}/*", f"{bucket}/{folder}*.{ending}",
            f"{bucket}/{folder}",
            _with_fields(place, f"{place.bucket}/{folder}/*.{ending}"),
        ),
    )  # fmt: skip


def _in_any_folder(place: Place) -> Wish:
    bucket, read = place.bucket_arn, "s3:GetObject"
    return Wish(
        words("quiz.arn.any", bucket=place.bucket, file="index.csv"),
        read,
        f"{bucket}/*/index.csv",
        _on(read, f"{bucket}/{place.folder}/index.csv", f"{bucket}/{place.elsewhere}/raw/index.csv"),
        _on(read, place.object_arn, f"{bucket}/{place.folder}/old-index.csv"),
        (
            f"{bucket}/*index.csv", f"{bucket}/*", bucket,
            _with_fields(place, f"{place.bucket}/*/index.csv"), f"{place.bucket}/*/index.csv",
        ),
    )  # fmt: skip


WISHES: Final[tuple[tuple[Callable[[Place], Wish], ...], ...]] = (
    (_all_files, _bucket, _one_file),
    (_folder, _users, _user, _bucket),
    (_folder, _path, _region, _role, _users),
    (_list_and_read, _kind_of_file, _role, _region),
    (_list_and_read, _in_any_folder, _kind_of_file, _path),
)
"""By level."""

FAMILIES: Final = (Family("which-arn", ("G8",), ("A3", "C1", "G1", "G3", "G6", "G7", "G8"), _arn),)
