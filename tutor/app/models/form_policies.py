"""Forms about policies: attached, inline, as a boundary, and their versions."""

from typing import Final

from .form import Field, Form, Values, given, option
from .form_names import AccountNames
from .form_tags import read_tags, tag_words

HOLDERS: Final = frozenset({"user", "group", "role"})
BOUNDED: Final = frozenset({"user", "role"})
POLICY: Final = Field("policy", offers="policies", known=True)
FILE: Final = Field("file", offers="files", known=True)


def _holder(values: Values, names: AccountNames) -> tuple[str, str]:
    """Kind and name of who has the policy: what is marked, or what the form names."""
    if names.subject.kind in HOLDERS:
        return names.subject.kind, names.subject.name
    holder = names.subject.owner if names.subject.kind == "inline" else values["holder"]
    kind, _, name = holder.partition("/")
    return (kind, name) if kind in HOLDERS else ("user", holder)


def _attach(verb: str, values: Values, names: AccountNames) -> list[str]:
    kind, name = _holder(values, names)
    arn = names.subject.name if names.subject.kind == "policy" else names.arn_of(values["policy"])
    return ["iam", f"{verb}-{kind}-policy", *option(f"{kind}-name", name), *option("policy-arn", arn)]


def _detach(values: Values, names: AccountNames) -> list[str]:
    if names.subject.kind == "policy":
        return _attach("detach", values, names)
    arn = names.attached.get(values["policy"], values["policy"])
    return _attach("detach", {**values, "policy": arn}, names)


def _put(values: Values, names: AccountNames) -> list[str]:
    kind, name = _holder(values, names)
    document = option("policy-document", f"file://{values['file']}")
    return [
        "iam",
        f"put-{kind}-policy",
        *option(f"{kind}-name", name),
        *option("policy-name", values["name"]),
        *document,
    ]


def _delete_inline(_: Values, names: AccountNames) -> list[str]:
    kind, _slash, name = names.subject.owner.partition("/")
    policy = option("policy-name", names.subject.name)
    return ["iam", f"delete-{kind}-policy", *option(f"{kind}-name", name), *policy]


def _bound(values: Values, names: AccountNames) -> list[str]:
    kind = names.subject.kind
    arn = option("permissions-boundary", names.arn_of(values["policy"]))
    return ["iam", f"put-{kind}-permissions-boundary", *option(f"{kind}-name", names.subject.name), *arn]


def _unbound(_: Values, names: AccountNames) -> list[str]:
    kind = names.subject.kind
    return ["iam", f"delete-{kind}-permissions-boundary", *option(f"{kind}-name", names.subject.name)]


def _new_policy(values: Values, _: AccountNames) -> list[str]:
    document = option("policy-document", f"file://{values['file']}")
    said = given("description", values["description"])
    tags = tag_words(read_tags(values["tags"]) or {})
    return ["iam", "create-policy", *option("policy-name", values["name"]), *document, *said, *tags]


def _arn(names: AccountNames) -> list[str]:
    return option("policy-arn", names.subject.name)


def _new_version(values: Values, names: AccountNames) -> list[str]:
    document = option("policy-document", f"file://{values['file']}")
    default = ["--set-as-default"] if values["default"] == "yes" else []
    return ["iam", "create-policy-version", *_arn(names), *document, *default]


def _version(verb: str, values: Values, names: AccountNames) -> list[str]:
    return ["iam", f"{verb}-policy-version", *_arn(names), *option("version-id", values["version"])]


def _this_version(names: AccountNames) -> str:
    if names.subject.kind == "version":
        return names.subject.owner
    return names.versions[-1] if len(names.versions) == 1 else ""


def _versions(names: AccountNames) -> tuple[str, ...]:
    return (names.subject.owner,) if names.subject.kind == "version" else names.versions


def _in_use(names: AccountNames) -> tuple[str, str]:
    kinds = (("holders", names.holders), ("versions", names.versions))
    found = [kind for kind, there in kinds if there]
    return ("conflict", " ".join(found)) if found else ("", "")


def _tag_owner(names: AccountNames) -> list[str]:
    kind = names.subject.kind
    return _arn(names) if kind == "policy" else option(f"{kind}-name", names.subject.name)


def _tag(values: Values, names: AccountNames) -> list[str]:
    tags = tag_words({values["key"]: values["value"]})
    return ["iam", f"tag-{names.subject.kind}", *_tag_owner(names), *tags]


def _untag(values: Values, names: AccountNames) -> list[str]:
    return ["iam", f"untag-{names.subject.kind}", *_tag_owner(names), *option("tag-keys", values["key"])]


VERSION: Final = Field("version", known=True)
TAGGED: Final = frozenset({"user", "role", "policy"})

POLICIES: Final = (
    Form(
        "attach-policy",
        HOLDERS,
        (POLICY,),
        lambda values, names: _attach("attach", values, names),
        offers={"policy": lambda names, _: [one for one in names.policies if one not in names.attached]},
    ),
    Form(
        "attach-to",
        frozenset({"policy"}),
        (Field("holder", known=True),),
        lambda values, names: _attach("attach", values, names),
        offers={
            "holder": lambda names, _: [
                one
                for one in (
                    *(f"group/{name}" for name in names.groups),
                    *(f"user/{name}" for name in names.users),
                    *(f"role/{name}" for name in names.roles),
                )
                if one not in names.holders
            ]
        },
    ),
    Form(
        "detach-policy",
        HOLDERS,
        (POLICY,),
        _detach,
        asks=True,
        fits=lambda names: bool(names.attached),
        begins={"policy": lambda names: next(iter(names.attached)) if len(names.attached) == 1 else ""},
        offers={"policy": lambda names, _: names.attached},
    ),
    Form(
        "detach-from",
        frozenset({"policy"}),
        (Field("holder", known=True),),
        _detach,
        asks=True,
        fits=lambda names: bool(names.holders),
        begins={"holder": lambda names: names.holders[0] if len(names.holders) == 1 else ""},
        offers={"holder": lambda names, _: names.holders},
    ),
    Form("put-inline", HOLDERS, (Field("name", check="name128"), FILE), _put),
    Form(
        "change-inline",
        frozenset({"inline"}),
        (FILE,),
        lambda values, names: _put({**values, "name": names.subject.name}, names),
    ),
    Form("set-boundary", BOUNDED, (POLICY,), _bound),
    Form("remove-boundary", BOUNDED, (), _unbound, asks=True, fits=lambda names: names.has_boundary),
    Form(
        "new-policy",
        frozenset({"account", "policies"}),
        (
            Field("name", check="name128"),
            FILE,
            Field("description", required=False, check="text"),
            Field("tags", required=False, check="tags"),
        ),
        _new_policy,
    ),
    Form(
        "new-version",
        frozenset({"policy"}),
        (FILE, Field("default", options=("yes", "no"))),
        _new_version,
        fits=lambda names: names.is_own,
    ),
    Form(
        "set-default",
        frozenset({"policy", "version"}),
        (VERSION,),
        lambda values, names: _version("set-default", values, names),
        fits=lambda names: bool(_versions(names)) and names.is_own,
        begins={"version": _this_version},
        offers={"version": lambda names, _: _versions(names)},
    ),
    Form(
        "delete-version",
        frozenset({"policy", "version"}),
        (VERSION,),
        lambda values, names: _version("delete", values, names),
        asks=True,
        fits=lambda names: bool(_versions(names)) and names.is_own,
        begins={"version": _this_version},
        offers={"version": lambda names, _: _versions(names)},
    ),
    Form(
        "tag",
        TAGGED,
        (Field("key", check="key"), Field("value", required=False, check="value")),
        _tag,
        fits=lambda names: names.is_own,
        offers={"key": lambda names, _: names.tags},
    ),
    Form(
        "untag",
        TAGGED,
        (Field("key", known=True),),
        _untag,
        asks=True,
        fits=lambda names: bool(names.tags) and names.is_own,
        begins={"key": lambda names: next(iter(names.tags)) if len(names.tags) == 1 else ""},
        offers={"key": lambda names, _: names.tags},
    ),
    Form("delete-inline", frozenset({"inline"}), (), _delete_inline, asks=True),
    Form(
        "delete-policy",
        frozenset({"policy"}),
        (),
        lambda _, names: ["iam", "delete-policy", *_arn(names)],
        asks=True,
        fits=lambda names: names.is_own,
        heeds=_in_use,
    ),
)
"""In the order of the menu."""
