"""Temporary credentials at the door: what gets in, how long, how far (spec 3.1 row 0, 6.2 C1 to C4)."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from urllib.parse import urlencode

import pytest

from tests.gateway.conftest import LESSON_START, WALL_CLOCK, Lines, wall_clock
from tests.gateway.signing import S3, STS, query, signed
from tests.gateway.stories import CAPSTONE, HOME, PARTNER, Cast, statement, trust
from tests.gateway.test_door import BUCKETS, LIST, WHO, error
from tutor.account import Save
from tutor.gateway import Credentials, Sandbox

ALL = statement()


@pytest.fixture
def save() -> Iterator[Save]:
    with Save.in_memory(seed=bytes(32), clock=wall_clock) as save:
        save.begin(start=LESSON_START, accounts=(HOME, PARTNER, CAPSTONE))
        yield save


@pytest.fixture
def cast(aws: Lines, sandbox: Sandbox) -> Cast:
    return Cast(aws, sandbox)


@pytest.fixture
def lina(cast: Cast) -> str:
    """A user who may do everything, and a role that she may assume."""
    arn = cast.user("lina", ALL)
    cast.role("auditor", trust(arn), statement(action="iam:List*"))
    return arn


ASSUME = f"assume-role --role-arn arn:aws:iam::{HOME}:role/auditor --role-session-name july"


def credentials(cast: Cast, line: str, profile: str) -> Credentials:
    key = cast.aws.json(f"aws --profile {profile} sts {line}")["Credentials"]
    assert isinstance(key, dict)
    return Credentials(key["AccessKeyId"], key["SecretAccessKey"], key["SessionToken"])


INVALID = "The security token included in the request is invalid."
WORDS = {
    "iam": (
        LIST,
        (403, "InvalidClientTokenId", INVALID),
        (403, "InvalidClientTokenId", INVALID),
        (403, "ExpiredToken", "The security token included in the request is expired"),
    ),
    "s3": (
        BUCKETS,
        (403, "InvalidAccessKeyId", "The AWS Access Key Id you provided does not exist in our records."),
        (400, "InvalidToken", "The provided token is malformed or otherwise invalid."),
        (400, "ExpiredToken", "The provided token has expired."),
    ),
}
"""By service: a request, and the answers to no such key, another token, and a session that is over."""


@pytest.mark.parametrize("service", WORDS)
def test_each_service_has_its_words_for_a_session_that_is_not_good(
    cast: Cast, sandbox: Sandbox, lina: str, service: str
) -> None:
    key = credentials(cast, ASSUME, "lina")
    http, unknown, wrong, over = WORDS[service]

    def answer(key: Credentials) -> tuple[int, str, str]:
        return error(sandbox.send(signed(http, key, WALL_CLOCK, scope=(service, "us-east-1"))))

    assert answer(replace(key, session_token=None)) == unknown
    assert answer(replace(key, access_key_id="ASIAIOSFODNN7EXAMPLE")) == unknown
    assert answer(replace(key, session_token="other")) == wrong
    assert answer(replace(key, secret_access_key="other"))[1] == "SignatureDoesNotMatch"
    cast.aws.run("clock +1h")
    assert answer(key) == over
    assert answer(replace(key, secret_access_key="other")) == over, "its end comes before the signature"
    assert answer(replace(key, session_token="other")) == wrong, "the token comes before its end"


def test_the_scope_comes_before_the_token(cast: Cast, sandbox: Sandbox, lina: str) -> None:
    key = replace(credentials(cast, ASSUME, "lina"), session_token="other")
    code = error(sandbox.send(signed(LIST, key, WALL_CLOCK, scope=("sts", "us-east-1"))))
    assert code[2] == "Credential should be scoped to correct service: 'iam'. "


def test_sessions_end_by_the_clock_of_the_sandbox(cast: Cast, lina: str) -> None:
    session = cast.session(f"{ASSUME} --duration-seconds 900", "lina")
    assert cast.code(f"{session} aws iam list-users") is None
    cast.aws.run("clock +13m")
    assert cast.code(f"{session} aws iam list-users") is None
    cast.aws.run("clock +2m")
    assert cast.code(f"{session} aws iam list-users") == "ExpiredToken"


def test_a_session_is_over_when_its_role_is_gone_even_if_made_anew(cast: Cast, lina: str) -> None:
    session = cast.session(ASSUME, "lina")
    cast.aws.run("aws iam delete-role-policy --role-name auditor --policy-name inline")
    assert cast.code(f"{session} aws iam list-users") == "AccessDenied", "permissions are read each time"
    cast.aws.run("aws iam delete-role --role-name auditor")
    assert cast.code(f"{session} aws sts get-caller-identity") == "InvalidClientTokenId"
    cast.role("auditor", trust(lina), ALL)
    assert cast.code(f"{session} aws sts get-caller-identity") == "InvalidClientTokenId"


def test_the_trust_policy_is_read_when_the_session_is_issued_only(cast: Cast, lina: str) -> None:
    session = cast.session(ASSUME, "lina")
    nobody = trust(f"arn:aws:iam::{PARTNER}:root")
    cast.aws.run(f"aws iam update-assume-role-policy --role-name auditor --policy-document '{nobody}'")
    assert cast.code(f"{session} aws iam list-users") is None
    assert cast.code(f"aws --profile lina sts {ASSUME}") == "AccessDenied"


def test_a_deleted_users_key_and_sessions_stop(cast: Cast, lina: str) -> None:
    key = cast.sandbox.credentials_of("lina")
    assert key is not None
    session = cast.session("get-session-token", "lina")
    federated = cast.session("get-federation-token --name kiosk", "lina")
    long_term = f"AWS_ACCESS_KEY_ID={key.access_key_id} AWS_SECRET_ACCESS_KEY={key.secret_access_key}"
    everything = (long_term, session, federated)
    for who in everything:
        assert cast.code(f"{who} aws sts get-caller-identity") is None
    cast.aws.run(f"aws iam delete-access-key --user-name lina --access-key-id {key.access_key_id}")
    assert cast.code(f"{long_term} aws sts get-caller-identity") == "InvalidClientTokenId"
    assert cast.code(f"{session} aws sts get-caller-identity") is None, "the session outlives the key"
    cast.aws.run("aws iam delete-user-policy --user-name lina --policy-name inline")
    cast.aws.run("aws iam delete-user --user-name lina")
    for who in everything:
        assert cast.code(f"{who} aws sts get-caller-identity") == "InvalidClientTokenId"


RESTRICTED = [
    ("get-session-token", "iam list-users", "InvalidClientTokenId"),
    ("get-session-token", "sts get-caller-identity", None),
    ("get-session-token", "sts " + ASSUME, None),
    ("get-session-token", "sts get-session-token", "AccessDenied"),
    ("get-session-token", "sts get-federation-token --name kiosk", "AccessDenied"),
    ("get-session-token", "sts get-access-key-info --access-key-id AKIAIOSFODNN7EXAMPLE", "AccessDenied"),
    ("get-session-token", "s3 ls", None),
    ("get-federation-token --name kiosk --policy-arns arn=arn:aws:iam::aws:policy/AdministratorAccess",
     "iam list-users", "InvalidClientTokenId"),
    ("get-federation-token --name kiosk --policy-arns arn=arn:aws:iam::aws:policy/AdministratorAccess",
     "sts get-caller-identity", None),
    ("get-federation-token --name kiosk --policy-arns arn=arn:aws:iam::aws:policy/AdministratorAccess",
     "sts " + ASSUME, "AccessDenied"),
    ("get-federation-token --name kiosk --policy-arns arn=arn:aws:iam::aws:policy/AdministratorAccess",
     "s3 ls", None),
    (ASSUME, "iam list-users", None),
    (ASSUME, "sts get-session-token", "AccessDenied"),
]  # fmt: skip


@pytest.mark.parametrize(("asked", "line", "code"), RESTRICTED)
def test_what_a_kind_of_session_may_call_at_all(
    cast: Cast, lina: str, asked: str, line: str, code: str | None
) -> None:
    assert cast.code(f"{cast.session(asked, 'lina')} aws {line}") == code


def test_session_credentials_cannot_ask_for_more(cast: Cast, lina: str) -> None:
    session = cast.session("get-session-token", "lina")
    told = cast.aws.refused(f"{session} aws sts get-session-token")
    assert told.endswith("Cannot call GetSessionToken with session credentials")


def test_who_a_session_is(cast: Cast, lina: str) -> None:
    role_id = cast.sandbox.account.roles["auditor"].role_id
    user_id = cast.sandbox.account.users["lina"].user_id
    rows = {
        "get-session-token": (user_id, lina),
        "get-federation-token --name kiosk": (
            f"{HOME}:kiosk", f"arn:aws:sts::{HOME}:federated-user/kiosk",
        ),
        ASSUME: (f"{role_id}:july", f"arn:aws:sts::{HOME}:assumed-role/auditor/july"),
    }  # fmt: skip
    for asked, (unique_id, arn) in rows.items():
        answer = cast.aws.json(f"{cast.session(asked, 'lina')} aws sts get-caller-identity")
        assert answer == {"UserId": unique_id, "Account": HOME, "Arn": arn}


@pytest.mark.parametrize(
    "line",
    [
        "sts assume-role --role-arn arn:aws:iam::111111111111:role/closed --role-session-name july",
        "sts assume-role --role-arn arn:aws:iam::111111111111:role/absent --role-session-name july",
    ],
)
def test_sts_words_every_refusal_to_assume_a_role_the_same(cast: Cast, lina: str, line: str) -> None:
    cast.role("closed", trust(f"arn:aws:iam::{PARTNER}:root"))
    role = line.split()[3]
    assert cast.aws.refused(f"aws --profile lina {line}") == (
        "An error occurred (AccessDenied) when calling the AssumeRole operation: "
        f"User: {lina} is not authorized to perform: sts:AssumeRole on resource: {role}"
    )


def test_what_is_no_role_is_said_before_policies_are_asked(cast: Cast, lina: str) -> None:
    told = cast.aws.refused(
        "aws --profile lina sts assume-role --role-arn arn:aws:iam::1:rolle --role-session-name ab"
    )
    assert told.endswith(
        "(ValidationError) when calling the AssumeRole operation: arn:aws:iam::1:rolle is invalid"
    )


def test_root_assumes_no_role(cast: Cast, lina: str) -> None:
    assert cast.aws.refused(f"aws sts {ASSUME}").endswith("Roles may not be assumed by root accounts.")


def test_nobody_signs_for_a_service_that_asks_for_it(sandbox: Sandbox) -> None:
    assert error(sandbox.send(WHO))[1] == "MissingAuthenticationToken"
    fields = {
        "Action": "AssumeRoleWithWebIdentity",
        "Version": "2011-06-15",
        "RoleSessionName": "july",
        "RoleArn": f"arn:aws:iam::{HOME}:role/auditor",
        "WebIdentityToken": "nonsense",
    }
    anonymous = query(urlencode(fields), "sts")
    assert error(sandbox.send(anonymous))[:2] == (400, "InvalidIdentityToken")


def test_a_session_signs_for_s3_and_sts_alike(cast: Cast, sandbox: Sandbox, lina: str) -> None:
    key = credentials(cast, "get-session-token", "lina")
    assert sandbox.send(signed(WHO, key, WALL_CLOCK, scope=STS)).status == 200
    assert sandbox.send(signed(BUCKETS, key, WALL_CLOCK, scope=S3)).status == 200
    late = WALL_CLOCK - timedelta(minutes=16)
    assert error(sandbox.send(signed(WHO, key, late, scope=STS)))[2].startswith("Signature expired: ")


def test_a_profile_may_hold_a_session_and_tells_when_it_is_over(cast: Cast, lina: str) -> None:
    key = credentials(cast, ASSUME, "lina")
    settings = {
        "aws_access_key_id": key.access_key_id,
        "aws_secret_access_key": key.secret_access_key,
        "aws_session_token": key.session_token,
    }
    cast.sandbox.save.set_profile("july", settings)
    cast.sandbox.save.set_profile("spoilt", {**settings, "aws_secret_access_key": "other"})
    assert cast.code("aws --profile july iam list-users") is None
    assert cast.sandbox.authenticates("july") is None
    assert cast.sandbox.authenticates("spoilt") == "SignatureDoesNotMatch"
    cast.aws.run("clock +1h")
    assert cast.sandbox.authenticates("july") == "ExpiredToken"


def test_profiles_of_another_account_sign_there(cast: Cast) -> None:
    cast.user("hana", account=PARTNER)
    answer = cast.aws.json("aws --profile hana sts get-caller-identity")
    assert answer["Arn"] == f"arn:aws:iam::{PARTNER}:user/hana"
    root = cast.aws.json(f"aws --profile {cast.root(CAPSTONE)} sts get-caller-identity")
    assert root["Arn"] == f"arn:aws:iam::{CAPSTONE}:root"
