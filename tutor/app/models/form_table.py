"""All forms, and which of them are for what is marked."""

from typing import Final

from .form import Form
from .form_names import AccountNames
from .form_people import PEOPLE
from .form_places import PLACES
from .form_policies import POLICIES

FORMS: Final = (*PEOPLE, *POLICIES, *PLACES)

NEW: Final = {
    "users": "new-user",
    "user": "new-user",
    "groups": "new-group",
    "group": "new-group",
    "policies": "new-policy",
    "policy": "new-policy",
    "roles": "new-role",
    "role": "new-role",
    "buckets": "new-bucket",
    "bucket": "new-bucket",
    "inline": "new-policy",
    "version": "new-version",
}
"""What a new thing is where something is marked; on the account itself one is chosen."""


def forms_for(names: AccountNames) -> tuple[Form, ...]:
    """What can be done with what is marked: what takes away comes last."""
    found = [form for form in FORMS if names.subject.kind in form.kinds and form.fits(names)]
    last = f"delete-{names.subject.kind}"
    return tuple(sorted(found, key=lambda form: (form.asks, form.id == last)))


def form_named(name: str) -> Form:
    """The form of that id; raises KeyError."""
    return {form.id: form for form in FORMS}[name]


def delete_form(names: AccountNames) -> Form | None:
    """The form that deletes what is marked."""
    kind = names.subject.kind
    return next((form for form in forms_for(names) if form.id == f"delete-{kind}"), None)
