"""Forms about roles and buckets."""

import json
import re
from collections.abc import Iterable
from typing import Final

from .form import Field, Form, Values, given, option
from .form_names import SERVICES, AccountNames
from .form_people import PATH, TAGS
from .form_policies import FILE
from .form_tags import read_tags, tag_words

TRUSTS: Final = ("service", "account", "user", "provider")


def trust_document(kind: str, trusted: str, names: AccountNames) -> dict[str, object]:
    """The trust policy that lets one service, account, user or provider take a role."""
    statement: dict[str, object] = {"Effect": "Allow"}
    match kind:
        case "service":
            statement |= {"Principal": {"Service": trusted}, "Action": "sts:AssumeRole"}
        case "account":
            statement |= {"Principal": {"AWS": f"arn:aws:iam::{trusted}:root"}, "Action": "sts:AssumeRole"}
        case "user":
            arn = names.principals.get(trusted, trusted)
            statement |= {"Principal": {"AWS": arn}, "Action": "sts:AssumeRole"}
        case _:
            statement |= _federated(trusted, names)
    return {"Version": "2012-10-17", "Statement": [statement]}


def _federated(arn: str, names: AccountNames) -> dict[str, object]:
    """People of a provider; AWS's own console asks for the audience, too."""
    audience = names.providers.get(arn, "")
    saml = ":saml-provider/" in arn
    key = "SAML:aud" if saml else f"{arn.partition('oidc-provider/')[2]}:aud"
    statement: dict[str, object] = {
        "Principal": {"Federated": arn},
        "Action": "sts:AssumeRoleWithSAML" if saml else "sts:AssumeRoleWithWebIdentity",
    }
    return {**statement, "Condition": {"StringEquals": {key: audience}}} if audience else statement


def _trusted(names: AccountNames, values: Values) -> Iterable[str]:
    match values.get("trust", ""):
        case "service":
            return SERVICES
        case "account":
            return names.accounts
        case "user":
            return names.principals
    return names.providers


def _can_be_trusted(text: str, _: AccountNames, values: Values) -> bool:
    """Whether it looks like what is trusted: a service by its address, an account by its number."""
    match values.get("trust", ""):
        case "service":
            return re.fullmatch(r"[a-z0-9-]+(\.[a-z0-9-]+)+", text) is not None
        case "account":
            return re.fullmatch(r"[0-9]{12}", text) is not None
    return False


def _new_role(values: Values, names: AccountNames) -> list[str]:
    document = json.dumps(trust_document(values["trust"], values["trusted"], names), ensure_ascii=False)
    return [
        *("iam", "create-role"),
        *option("role-name", values["name"]),
        *given("path", values["path"]),
        *("--assume-role-policy-document", document),
        *given("description", values["description"]),
        *tag_words(read_tags(values["tags"]) or {}),
    ]


def _change_trust(values: Values, names: AccountNames) -> list[str]:
    document = option("policy-document", f"file://{values['file']}")
    return ["iam", "update-assume-role-policy", *option("role-name", names.subject.name), *document]


def _role_has(names: AccountNames) -> tuple[str, str]:
    found = [kind for kind, there in (("attached", names.attached), ("inline", names.inline)) if there]
    return ("conflict", " ".join(found)) if found else ("", "")


def _bucket(names: AccountNames) -> list[str]:
    return option("bucket", names.subject.name)


def _bucket_policy(values: Values, names: AccountNames) -> list[str]:
    return ["s3api", "put-bucket-policy", *_bucket(names), *option("policy", f"file://{values['file']}")]


def _object(_: Values, names: AccountNames) -> list[str]:
    key = option("key", names.subject.name)
    return ["s3api", "delete-object", *option("bucket", names.subject.owner), *key]


PLACES: Final = (
    Form(
        "new-role",
        frozenset({"account", "roles"}),
        (
            Field("name", check="name64"),
            Field("trust", options=TRUSTS),
            Field("trusted"),
            PATH,
            Field("description", required=False, check="text"),
            TAGS,
        ),
        _new_role,
        offers={"trusted": _trusted},
        sound={"trusted": _can_be_trusted},
    ),
    Form("change-trust", frozenset({"role"}), (FILE,), _change_trust),
    Form(
        "delete-role",
        frozenset({"role"}),
        (),
        lambda _, names: ["iam", "delete-role", *option("role-name", names.subject.name)],
        asks=True,
        heeds=_role_has,
    ),
    Form(
        "new-bucket",
        frozenset({"account", "buckets"}),
        (Field("name", check="bucket"),),
        lambda values, _: ["s3", "mb", f"s3://{values['name']}"],
    ),
    Form("put-bucket-policy", frozenset({"bucket"}), (FILE,), _bucket_policy),
    Form(
        "delete-bucket-policy",
        frozenset({"bucket"}),
        (),
        lambda _, names: ["s3api", "delete-bucket-policy", *_bucket(names)],
        asks=True,
        fits=lambda names: names.has_policy,
    ),
    Form(
        "delete-bucket",
        frozenset({"bucket"}),
        (),
        lambda _, names: ["s3", "rb", f"s3://{names.subject.name}"],
        asks=True,
        heeds=lambda names: ("conflict", "objects") if names.objects else ("", ""),
    ),
    Form("delete-object", frozenset({"object"}), (), _object, asks=True),
)
"""In the order of the menu."""
