"""Forms about users, groups, access keys and passwords."""

from typing import Final

from .form import Field, Form, Values, given, option
from .form_names import AccountNames
from .form_tags import read_tags, tag_words

ANYWHERE: Final = frozenset({"account"})
PATH: Final = Field("path", required=False, check="path")
TAGS: Final = Field("tags", required=False, check="tags")
USER: Final = Field("user", offers="users", known=True)
GROUP: Final = Field("group", offers="groups", known=True)


def _me(names: AccountNames) -> str:
    return names.subject.name


def _new_user(values: Values, _: AccountNames) -> list[str]:
    tags = tag_words(read_tags(values["tags"]) or {})
    return ["iam", "create-user", *option("user-name", values["name"]), *given("path", values["path"]), *tags]


def _new_group(values: Values, _: AccountNames) -> list[str]:
    return ["iam", "create-group", *option("group-name", values["name"]), *given("path", values["path"])]


def _join(values: Values, _: AccountNames) -> list[str]:
    who = option("user-name", values["user"])
    return ["iam", "add-user-to-group", *option("group-name", values["group"]), *who]


def _quit(values: Values, _: AccountNames) -> list[str]:
    who = option("user-name", values["user"])
    return ["iam", "remove-user-from-group", *option("group-name", values["group"]), *who]


def _user_of(names: AccountNames) -> str:
    return names.subject.owner if names.subject.kind == "key" else names.subject.name


def _key_status(status: str, values: Values, names: AccountNames) -> list[str]:
    key = option("access-key-id", values["key"])
    user = option("user-name", _user_of(names))
    return ["iam", "update-access-key", *user, *key, *option("status", status)]


def _delete_key(values: Values, names: AccountNames) -> list[str]:
    key = option("access-key-id", values["key"])
    return ["iam", "delete-access-key", *option("user-name", _user_of(names)), *key]


def _first_key(names: AccountNames, *, active: bool | None = None) -> str:
    """The marked key, or the only one that there is."""
    if names.subject.kind == "key":
        return names.subject.name
    keys = [key for key, on in names.keys.items() if active is None or on is active]
    return keys[0] if len(keys) == 1 else ""


def _keys(names: AccountNames, *, active: bool | None = None) -> list[str]:
    keys = [names.subject.name] if names.subject.kind == "key" else list(names.keys)
    return [key for key in keys if active is None or names.keys.get(key) is active]


def _password(values: Values, names: AccountNames) -> list[str]:
    reset = ["--password-reset-required"] if values["reset"] == "yes" else []
    who = option("user-name", names.subject.name)
    return ["iam", "create-login-profile", *who, *option("password", values["password"]), *reset]


def _user_has(names: AccountNames) -> tuple[str, str]:
    """What a user must lose before AWS deletes it, or a group."""
    kinds = (
        ("keys", names.keys),
        ("attached", names.attached),
        ("inline", names.inline),
        ("groups", names.held_groups),
        ("members", names.members),
        ("password", names.has_password),
        ("devices", names.devices),
    )
    found = [kind for kind, there in kinds if there]
    return ("conflict", " ".join(found)) if found else ("", "")


PEOPLE: Final = (
    Form("new-user", ANYWHERE | {"users"}, (Field("name", check="name64"), PATH, TAGS), _new_user),
    Form(
        "add-to-group",
        frozenset({"user", "users"}),
        (USER, GROUP),
        _join,
        begins={"user": _me},
        offers={"group": lambda names, _: [one for one in names.groups if one not in names.held_groups]},
    ),
    Form(
        "add-member",
        frozenset({"group"}),
        (USER, GROUP),
        _join,
        begins={"group": _me},
        offers={"user": lambda names, _: [one for one in names.users if one not in names.members]},
    ),
    Form(
        "remove-from-group",
        frozenset({"user"}),
        (USER, GROUP),
        _quit,
        asks=True,
        fits=lambda names: bool(names.held_groups),
        begins={
            "user": _me,
            "group": lambda names: names.held_groups[0] if len(names.held_groups) == 1 else "",
        },
        offers={"group": lambda names, _: names.held_groups},
    ),
    Form(
        "remove-member",
        frozenset({"group"}),
        (USER, GROUP),
        _quit,
        asks=True,
        fits=lambda names: bool(names.members),
        begins={"group": _me, "user": lambda names: names.members[0] if len(names.members) == 1 else ""},
        offers={"user": lambda names, _: names.members},
    ),
    Form(
        "new-key",
        frozenset({"user"}),
        (),
        lambda _, names: ["iam", "create-access-key", *option("user-name", names.subject.name)],
    ),
    Form(
        "deactivate-key",
        frozenset({"user", "key"}),
        (Field("key", known=True),),
        lambda values, names: _key_status("Inactive", values, names),
        fits=lambda names: bool(_keys(names, active=True)),
        begins={"key": lambda names: _first_key(names, active=True)},
        offers={"key": lambda names, _: _keys(names, active=True)},
    ),
    Form(
        "activate-key",
        frozenset({"user", "key"}),
        (Field("key", known=True),),
        lambda values, names: _key_status("Active", values, names),
        fits=lambda names: bool(_keys(names, active=False)),
        begins={"key": lambda names: _first_key(names, active=False)},
        offers={"key": lambda names, _: _keys(names, active=False)},
    ),
    Form(
        "delete-key",
        frozenset({"user", "key"}),
        (Field("key", known=True),),
        _delete_key,
        asks=True,
        fits=lambda names: bool(_keys(names)),
        begins={"key": _first_key},
        offers={"key": lambda names, _: _keys(names)},
    ),
    Form(
        "new-password",
        frozenset({"user"}),
        (Field("password", check="password"), Field("reset", options=("yes", "no"))),
        _password,
        fits=lambda names: not names.has_password,
    ),
    Form(
        "delete-password",
        frozenset({"user"}),
        (),
        lambda _, names: ["iam", "delete-login-profile", *option("user-name", names.subject.name)],
        asks=True,
        fits=lambda names: names.has_password,
    ),
    Form("new-group", ANYWHERE | {"groups"}, (Field("name", check="name128"), PATH), _new_group),
    Form(
        "delete-user",
        frozenset({"user"}),
        (),
        lambda _, names: ["iam", "delete-user", *option("user-name", names.subject.name)],
        asks=True,
        heeds=_user_has,
    ),
    Form(
        "delete-group",
        frozenset({"group"}),
        (),
        lambda _, names: ["iam", "delete-group", *option("group-name", names.subject.name)],
        asks=True,
        heeds=_user_has,
    ),
)
"""In the order of the menu."""
