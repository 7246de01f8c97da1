"""The words that lessons are written with: ids, references, moments, numbers."""

from datetime import datetime
from typing import Annotated, Final

from msgspec import Meta

Id = Annotated[str, Meta(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", examples=["sora-uploads"])]
AccountId = Annotated[str, Meta(pattern=r"^[0-9]{12}$", examples=["111111111111"])]
Text = Annotated[str, Meta(min_length=1)]

_NAME: Final = r"[\w+=,.@-]+?"
_ELSEWHERE: Final = r"(@[0-9]{12})?"

PrincipalRef = Annotated[
    str,
    Meta(
        pattern=rf"^(root|(user|role)/{_NAME}|profile/[\w+=,.-]+){_ELSEWHERE}$",
        examples=["root", "user/yuna", "role/album-pickup", "profile/typo", "user/theo@222222222222"],
    ),
]
"""Who asks: with `@222222222222` somebody of another account."""

SignInRef = Annotated[
    str,
    Meta(pattern=rf"^(root|user/{_NAME}){_ELSEWHERE}$", examples=["root", "user/noah"]),
]
WhoRef = Annotated[
    str,
    Meta(
        pattern=rf"^(anonymous|root{_ELSEWHERE}|(user|role)/{_NAME}{_ELSEWHERE}|service:[a-z0-9.-]+|federated:.+)$",
        examples=["user/theo@222222222222", "service:ec2.amazonaws.com", "federated:arn:aws:iam::…"],
    ),
]
IdentityRef = Annotated[
    str,
    Meta(
        pattern=rf"^(user|group|role)/{_NAME}{_ELSEWHERE}$",
        examples=["user/yuna", "group/developers", "role/deploy"],
    ),
]
ObjectPath = Annotated[str, Meta(pattern=r"^[a-z0-9.-]+/.+$", examples=["moonrabbit-photos/a.jpg"])]
Moment = Annotated[datetime, Meta(tz=True, examples=["2026-01-05T09:00:00Z"])]
Count = Annotated[int, Meta(ge=0)]
Times = Annotated[int, Meta(ge=1)]
OneOrMore = Text | tuple[Text, ...]
Texts = str | tuple[str, ...]
ContextValue = str | bool | int | tuple[str, ...] | None
"""A condition key's value; None takes the key away."""
