"""Roles, trust and temporary credentials (spec/iam-facts.md 1.2, 3.3, 6.4)."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import Any

import pytest

from tests.account.people import ALLOW_ALL, READ_S3, SEED, START, Person, still
from tutor.account import (
    LEARNER,
    Caller,
    RequestRecord,
    Save,
    ServiceError,
    Session,
    SessionKind,
    caller_of_session,
    policies_for,
    saml_assertion,
    trust_of,
    web_identity_token,
)
from tutor.policy import Principal, PrincipalKind

PARTNER = "222222222222"
ROLE = f"arn:aws:iam::{LEARNER}:role/app/reader"
TAGS = [{"Key": "team", "Value": "photo"}]


def trust(principal: str, action: str = "sts:AssumeRole") -> str:
    statement = {"Effect": "Allow", "Principal": {"AWS": principal}, "Action": action}
    return json.dumps({"Version": "2012-10-17", "Statement": [statement]})


@pytest.fixture
def root() -> Person:
    """Two accounts; yuna has a key and may become the role app/reader."""
    save = Save.in_memory(seed=SEED, clock=still)
    save.begin(start=START, accounts=(LEARNER, PARTNER))
    root = Person(save)
    root.ask("iam:CreateUser", UserName="yuna")
    root.ask("iam:CreateAccessKey", UserName="yuna")
    document = trust(f"arn:aws:iam::{LEARNER}:user/yuna")
    root.ask("iam:CreateRole", RoleName="reader", Path="/app/", AssumeRolePolicyDocument=document)
    root.ask("iam:AttachRolePolicy", RoleName="reader", PolicyArn=READ_S3)
    return root


@pytest.fixture
def yuna(root: Person) -> Person:
    return Person(root.save, "yuna")


class Assumed(Person):
    """Somebody with temporary credentials."""

    def __init__(self, save: Save, credentials: dict[str, Any]) -> None:
        super().__init__(save)
        self.key_id = credentials["AccessKeyId"]

    @property
    def session(self) -> Session:
        session = self.save.world.find_session(self.key_id)
        assert session is not None
        return session

    def caller(self) -> Caller:
        caller = caller_of_session(self.save.world, self.session)
        assert caller is not None
        return caller


def assume(person: Person, **more: object) -> Assumed:
    parameters = {"RoleArn": ROLE, "RoleSessionName": "work", **more}
    return Assumed(person.save, person.ask("sts:AssumeRole", **parameters)["Credentials"])


def refusal(person: Person, action: str, **parameters: object) -> tuple[str, str]:
    with pytest.raises(ServiceError) as refused:
        person.ask(action, **parameters)
    return refused.value.code, refused.value.message


def test_the_path_of_a_role_is_dropped_from_its_sessions(yuna: Person) -> None:
    answer = yuna.ask("sts:AssumeRole", RoleArn=ROLE, RoleSessionName="work")
    assert answer["AssumedRoleUser"]["Arn"] == f"arn:aws:sts::{LEARNER}:assumed-role/reader/work"
    role_id = yuna.account.roles["reader"].role_id
    assert answer["AssumedRoleUser"]["AssumedRoleId"] == f"{role_id}:work"
    assert answer["Credentials"]["AccessKeyId"].startswith("ASIA")
    assert "PackedPolicySize" not in answer


def test_a_session_is_who_get_caller_identity_says(yuna: Person) -> None:
    session = assume(yuna)
    identity = session.ask("sts:GetCallerIdentity")
    assert identity["Arn"] == f"arn:aws:sts::{LEARNER}:assumed-role/reader/work"
    assert identity["UserId"] == f"{yuna.account.roles['reader'].role_id}:work"


@pytest.mark.parametrize(
    ("asked", "seconds"), [({}, 3600), ({"DurationSeconds": 900}, 900), ({"DurationSeconds": 3600}, 3600)]
)
def test_a_role_session_lasts_an_hour_unless_it_says(
    yuna: Person, asked: dict[str, object], seconds: int
) -> None:
    session = assume(yuna, **asked).session
    assert session.expires - session.issued == timedelta(seconds=seconds)
    assert not session.expired(session.expires - timedelta(seconds=1))
    assert session.expired(session.expires)


def test_s1_the_roles_own_maximum(root: Person, yuna: Person) -> None:
    asked = {"RoleArn": ROLE, "RoleSessionName": "work", "DurationSeconds": 7200}
    assert refusal(yuna, "sts:AssumeRole", **asked) == (
        "ValidationError",
        "The requested DurationSeconds exceeds the MaxSessionDuration set for this role.",
    )
    root.ask("iam:UpdateRole", RoleName="reader", MaxSessionDuration=7200)
    assert yuna.ask("sts:AssumeRole", **asked)


def test_s2_a_chain_lasts_an_hour_at_most(root: Person, yuna: Person) -> None:
    root.ask("iam:UpdateRole", RoleName="reader", MaxSessionDuration=7200)
    asked = {"RoleArn": ROLE, "RoleSessionName": "again", "DurationSeconds": 3601}
    assert refusal(assume(yuna), "sts:AssumeRole", **asked) == (
        "ValidationError",
        "The requested DurationSeconds exceeds the 1 hour session limit for roles assumed by role chaining.",
    )


def test_s3_root_assumes_nothing(root: Person) -> None:
    assert refusal(root, "sts:AssumeRole", RoleArn=ROLE, RoleSessionName="work") == (
        "AccessDenied",
        "Roles may not be assumed by root accounts.",
    )


@pytest.mark.parametrize("operation", ["GetSessionToken", "GetFederationToken"])
def test_s4_a_session_gets_no_other_session(yuna: Person, operation: str) -> None:
    asked = {"Name": "guest"} if operation == "GetFederationToken" else {}
    assert refusal(assume(yuna), f"sts:{operation}", **asked) == (
        "AccessDenied",
        f"Cannot call {operation} with session credentials",
    )


@pytest.mark.parametrize("arn", ["reader", f"arn:aws:iam::{LEARNER}:user/yuna", "arn:aws:iam::role"])
def test_s5_what_is_no_role_arn(yuna: Person, arn: str) -> None:
    refused = refusal(yuna, "sts:AssumeRole", RoleArn=arn, RoleSessionName="work")
    assert refused == ("ValidationError", f"{arn} is invalid")


def test_a_role_that_is_not_there_is_denied_like_one_that_may_not_be_assumed(yuna: Person) -> None:
    arn = f"arn:aws:iam::{LEARNER}:role/none"
    assert refusal(yuna, "sts:AssumeRole", RoleArn=arn, RoleSessionName="work") == (
        "AccessDenied",
        f"User: arn:aws:iam::{LEARNER}:user/yuna is not authorized to perform: sts:AssumeRole "
        f"on resource: {arn}",
    )


def test_s6_a_source_identity_stays(yuna: Person) -> None:
    session = assume(yuna, SourceIdentity="yuna")
    assert session.session.source_identity == "yuna"
    assert assume(session).session.source_identity == "yuna"
    asked = {"RoleArn": ROLE, "RoleSessionName": "work", "SourceIdentity": "bora"}
    assert refusal(session, "sts:AssumeRole", **asked) == (
        "ValidationError",
        "The source identity is already set for this assume role session",
    )


def test_s7_transitive_tags_go_down_a_chain_and_stay(yuna: Person) -> None:
    session = assume(yuna, Tags=TAGS, TransitiveTagKeys=["team"])
    further = assume(session, Tags=[{"Key": "step", "Value": "2"}])
    assert further.session.tags == {"team": "photo", "step": "2"}
    assert further.session.transitive == ("team",)
    asked = {"RoleArn": ROLE, "RoleSessionName": "work"}
    assert refusal(yuna, "sts:AssumeRole", **asked, TransitiveTagKeys=["team"]) == (
        "InvalidParameterValue",
        "The specified transitive tag key must be included in the requested tags.",
    )
    again = {"Tags": TAGS, "TransitiveTagKeys": ["team"]}
    assert refusal(session, "sts:AssumeRole", **asked, **again) == (
        "InvalidParameterValue",
        "One of the specified transitive tag keys can't be set because it conflicts with a "
        "transitive tag key from the calling session.",
    )


def test_the_words_of_sts_show_the_value(yuna: Person) -> None:
    refused = refusal(yuna, "sts:AssumeRole", RoleArn=ROLE, RoleSessionName="Session1:2")
    assert refused == (
        "ValidationError",
        "1 validation error detected: Value 'Session1:2' at 'roleSessionName' failed to satisfy "
        r"constraint: Member must satisfy regular expression pattern: [\w+=,.@-]*",
    )


def test_a_session_policy_is_read_and_measured(yuna: Person) -> None:
    asked = {"RoleArn": ROLE, "RoleSessionName": "work"}
    answer = yuna.ask("sts:AssumeRole", **asked, Policy=ALLOW_ALL, PolicyArns=[{"arn": READ_S3}])
    assert answer["PackedPolicySize"] == -(-(len(ALLOW_ALL) + len(READ_S3)) * 100 // 2048)
    session = Assumed(yuna.save, answer["Credentials"])
    policies = policies_for(yuna.save.world, session.caller())
    assert [policy.source for policy in policies.identity] == [READ_S3]
    assert [policy.source for policy in policies.session] == ["inline:session", READ_S3]
    assert refusal(yuna, "sts:AssumeRole", **asked, Policy="{")[0] == "MalformedPolicyDocument"
    long = ALLOW_ALL + " " * 2048
    assert refusal(yuna, "sts:AssumeRole", **asked, Policy=long)[0] == "PackedPolicyTooLarge"


def test_deleting_the_role_ends_its_sessions_and_making_it_anew_does_not_bring_them_back(
    root: Person, yuna: Person
) -> None:
    session = assume(yuna).session
    root.ask("iam:DetachRolePolicy", RoleName="reader", PolicyArn=READ_S3)
    root.ask("iam:DeleteRole", RoleName="reader")
    assert root.save.world.issuer_of(session) is None
    root.ask(
        "iam:CreateRole",
        RoleName="reader",
        Path="/app/",
        AssumeRolePolicyDocument=trust(f"arn:aws:iam::{LEARNER}:user/yuna"),
    )
    assert root.save.world.issuer_of(session) is None
    assert caller_of_session(root.save.world, session) is None


def test_a_role_remembers_the_last_request_of_its_sessions(root: Person, yuna: Person) -> None:
    session = assume(yuna)
    assert root.ask("iam:GetRole", RoleName="reader")["Role"]["RoleLastUsed"] == {}
    at = session.record("sts:GetCallerIdentity").entry.at
    used = root.ask("iam:GetRole", RoleName="reader")["Role"]["RoleLastUsed"]
    assert used == {"LastUsedDate": at, "Region": "us-east-1"}


def test_a_role_of_another_account_gives_its_sessions_there(root: Person, yuna: Person) -> None:
    partner = Person(root.save, account=PARTNER)
    document = trust(f"arn:aws:iam::{LEARNER}:user/yuna")
    partner.ask("iam:CreateRole", RoleName="guest", AssumeRolePolicyDocument=document)
    arn = f"arn:aws:iam::{PARTNER}:role/guest"
    session = assume(yuna, RoleArn=arn)
    assert session.ask("sts:GetCallerIdentity")["Account"] == PARTNER


# GetSessionToken, GetFederationToken


def test_the_session_token_of_a_user_lasts_twelve_hours_and_follows_a_rename(
    root: Person, yuna: Person
) -> None:
    session = Assumed(yuna.save, yuna.ask("sts:GetSessionToken")["Credentials"])
    assert session.session.expires - session.session.issued == timedelta(hours=12)
    assert session.caller().principal == yuna.caller().principal
    root.ask("iam:UpdateUser", UserName="yuna", NewUserName="sora")
    assert session.caller().name == "sora"


def test_the_session_token_of_root_lasts_an_hour_at_most(root: Person) -> None:
    session = Assumed(root.save, root.ask("sts:GetSessionToken", DurationSeconds=7200)["Credentials"])
    assert session.session.expires - session.session.issued == timedelta(hours=1)
    assert session.caller().principal.kind is PrincipalKind.ROOT


def test_what_sessions_cannot_reach_at_all(yuna: Person) -> None:
    token = Assumed(yuna.save, yuna.ask("sts:GetSessionToken")["Credentials"]).session
    guest = Assumed(yuna.save, yuna.ask("sts:GetFederationToken", Name="guest")["Credentials"]).session
    assert assume(yuna).session.reaches("iam", "ListUsers")
    assert not token.reaches("iam", "ListUsers")
    assert token.reaches("sts", "AssumeRole")
    assert token.reaches("s3", "ListBuckets")
    assert not guest.reaches("sts", "AssumeRole")
    assert guest.reaches("sts", "GetCallerIdentity")


def test_a_federated_user_has_its_parents_policies_within_its_session_policy(
    root: Person, yuna: Person
) -> None:
    root.ask("iam:AttachUserPolicy", UserName="yuna", PolicyArn=READ_S3)
    answer = yuna.ask("sts:GetFederationToken", Name="guest", Policy=ALLOW_ALL)
    assert answer["FederatedUser"] == {
        "FederatedUserId": f"{LEARNER}:guest",
        "Arn": f"arn:aws:sts::{LEARNER}:federated-user/guest",
    }
    guest = Assumed(yuna.save, answer["Credentials"])
    assert guest.session.kind is SessionKind.FEDERATED
    assert guest.caller().principal.parent == f"arn:aws:iam::{LEARNER}:user/yuna"
    policies = policies_for(root.save.world, guest.caller())
    assert [policy.source for policy in policies.identity] == [READ_S3]
    assert [policy.source for policy in policies.session] == ["inline:session"]
    entry = guest.record("sts:GetCallerIdentity").entry
    request = root.save.entry(entry.index).request
    assert request is not None
    assert request.caller == guest.caller()


# Trust


def test_a_trust_policy_keeps_to_the_user_it_named(root: Person) -> None:
    """Deleted, the user stands there by its id; made anew, it is somebody else (spec 1.2)."""
    world = root.save.world
    role = world.accounts[LEARNER].roles["reader"]
    user_id = world.accounts[LEARNER].users["yuna"].user_id
    arn = f"arn:aws:iam::{LEARNER}:user/yuna"
    assert trust_of(world, role).text == trust(arn)
    key_id = next(iter(world.accounts[LEARNER].users["yuna"].keys))
    root.ask("iam:DeleteAccessKey", UserName="yuna", AccessKeyId=key_id)
    root.ask("iam:DeleteUser", UserName="yuna")
    shown = root.ask("iam:GetRole", RoleName="reader")["Role"]["AssumeRolePolicyDocument"]
    assert json.loads(shown)["Statement"][0]["Principal"] == {"AWS": user_id}
    root.ask("iam:CreateUser", UserName="yuna")
    assert json.loads(trust_of(root.save.world, role).text)["Statement"][0]["Principal"] == {"AWS": user_id}


def test_a_trust_policy_follows_a_rename(root: Person) -> None:
    root.ask("iam:UpdateUser", UserName="yuna", NewUserName="sora", NewPath="/x/")
    shown = root.ask("iam:GetRole", RoleName="reader")["Role"]["AssumeRolePolicyDocument"]
    assert json.loads(shown)["Statement"][0]["Principal"] == {"AWS": f"arn:aws:iam::{LEARNER}:user/x/sora"}


@pytest.mark.parametrize(
    "principal",
    ["123456789012", "arn:aws:iam::123456789012:root", "*", f"arn:aws:sts::{LEARNER}:assumed-role/reader/s"],
)
def test_principals_that_need_not_be_looked_up(root: Person, principal: str) -> None:
    root.ask("iam:UpdateAssumeRolePolicy", RoleName="reader", PolicyDocument=trust(principal))
    assert root.account.roles["reader"].trusted_ids == {}


# Identity providers


def federated(save: Save, operation: str, **parameters: object) -> Any:
    """An unsigned request, as the gateway hands it in."""
    caller = Caller(Principal(PrincipalKind.FEDERATED, "idp", ""), None, "anonymous", None)
    recorded = save.append(RequestRecord("sts", operation, parameters, caller, None, "203.0.113.10"))
    if recorded.error is not None:
        raise recorded.error
    return recorded.result


def test_a_web_identity_becomes_a_session_with_claims_and_tags(root: Person) -> None:
    root.ask("iam:CreateOpenIDConnectProvider", Url="https://idp.example.com/app", ClientIDList=["web"])
    provider = next(iter(root.account.oidc_providers.values()))
    now = root.save.world.now
    claims = {
        "sub": "zoe",
        "aud": "web",
        "https://aws.amazon.com/tags": {"principal_tags": {"team": ["photo"]}},
    }
    asked = {"RoleArn": ROLE, "RoleSessionName": "web-zoe"}
    token = web_identity_token(provider, claims, now)
    answer = federated(root.save, "AssumeRoleWithWebIdentity", **asked, WebIdentityToken=token)
    session = Assumed(root.save, answer["Credentials"]).session
    assert session.claims == {"idp.example.com/app:sub": "zoe", "idp.example.com/app:aud": "web"}
    assert (session.provider, session.tags) == ("idp.example.com/app", {"team": "photo"})
    cases = {
        "InvalidIdentityToken": [token[:-2] + "AA", "nonsense"],
        "ExpiredTokenException": [web_identity_token(provider, claims, now, seconds=0)],
    }
    wrong_audience = web_identity_token(provider, {**claims, "aud": "other"}, now)
    for code, tokens in cases.items():
        for bad in (*tokens, *([wrong_audience] if code == "InvalidIdentityToken" else [])):
            with pytest.raises(ServiceError) as refused:
                federated(root.save, "AssumeRoleWithWebIdentity", **asked, WebIdentityToken=bad)
            assert refused.value.code == code


def test_a_saml_assertion_becomes_a_session_and_caps_it(root: Person) -> None:
    root.ask("iam:CreateSAMLProvider", Name="office", SAMLMetadataDocument=f"<EntityDescriptor {'x' * 1000}>")
    provider = next(iter(root.account.saml_providers.values()))
    now = root.save.world.now
    attributes = {"Role": [ROLE], "SessionDuration": ["1800"], "PrincipalTag:team": ["photo"]}
    asked = {"RoleArn": ROLE, "PrincipalArn": provider.arn, "DurationSeconds": 3600}
    assertion = saml_assertion(provider, "zoe", attributes, now)
    answer = federated(root.save, "AssumeRoleWithSAML", **asked, SAMLAssertion=assertion)
    session = Assumed(root.save, answer["Credentials"]).session
    assert session.expires - session.issued == timedelta(minutes=30)
    assert session.tags == {"team": "photo"}
    assert session.claims["saml:sub"] == "zoe"
    refused = {
        "InvalidIdentityToken": assertion[:-8] + "AAAAAAA=",
        "ExpiredTokenException": saml_assertion(provider, "zoe", attributes, now, minutes=0),
        "IDPRejectedClaim": saml_assertion(provider, "zoe", {**attributes, "Role": [ROLE + "x"]}, now),
    }
    for code, bad in refused.items():
        with pytest.raises(ServiceError) as refusal_:
            federated(root.save, "AssumeRoleWithSAML", **asked, SAMLAssertion=bad)
        assert refusal_.value.code == code
