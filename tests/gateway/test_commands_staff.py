"""The simulated identity provider: people of the staff directory come to AWS with tokens and assertions."""

import base64
from pathlib import Path
from typing import Any

import pytest

from tests.gateway.conftest import LESSON_START, Lines, wall_clock
from tests.gateway.stories import document, statement, trust
from tutor.account import Save
from tutor.course.start_rows import apply_row, row_of
from tutor.gateway import Console, ConsoleResult, Sandbox
from tutor.wording.cards import event_card
from tutor.wording.explained import explanation_lines

HOME = "arn:aws:iam::111111111111"
OIDC, SAML = f"{HOME}:oidc-provider/staff.moonrabbit.example", f"{HOME}:saml-provider/staff"
ROLE = f"{HOME}:role/staff"
CONDITION = {"StringEquals": {"staff.moonrabbit.example:aud": "tutor"}}
METADATA = "<EntityDescriptor>" + "moon " * 220 + "</EntityDescriptor>"


def kind(result: ConsoleResult) -> str:
    assert result.notice is not None
    return result.notice.kind


def with_role(aws: Lines, provider: str, action: str, **more: Any) -> Lines:
    actions = [f"sts:{action}", "sts:TagSession"]
    document_ = trust({"Federated": provider}, action=actions, **more)
    aws.run(f"aws iam create-role --role-name staff --assume-role-policy-document '{document_}'")
    policy = document(statement(action="s3:ListAllMyBuckets"))
    aws.run(f"aws iam put-role-policy --role-name staff --policy-name p --policy-document '{policy}'")
    return aws


@pytest.fixture
def web(aws: Lines) -> Lines:
    aws.run(
        "aws iam create-open-id-connect-provider --url https://staff.moonrabbit.example "
        f"--client-id-list tutor --thumbprint-list {'a' * 40}"
    )
    aws.run("idp add sora team=photo")
    return with_role(aws, OIDC, "AssumeRoleWithWebIdentity")


@pytest.fixture
def saml(aws: Lines, workspace: Path) -> Lines:
    (workspace / "metadata.xml").write_text(METADATA)
    aws.run("aws iam create-saml-provider --name staff --saml-metadata-document file://metadata.xml")
    aws.run("idp 추가 sora team=photo")
    return with_role(aws, SAML, "AssumeRoleWithSAML")


def command(result: ConsoleResult) -> str:
    assert result.notice is not None
    return str(result.notice.values["command"])


def as_session(given: dict[str, Any]) -> str:
    credentials = given["Credentials"]
    return (
        f"AWS_ACCESS_KEY_ID={credentials['AccessKeyId']} "
        f"AWS_SECRET_ACCESS_KEY={credentials['SecretAccessKey']} "
        f"AWS_SESSION_TOKEN={credentials['SessionToken']}"
    )


def test_a_token_is_a_file_and_the_line_that_takes_it_is_told(web: Lines) -> None:
    signed = web.run("idp sign-in sora")
    assert command(signed) == (
        f"aws sts assume-role-with-web-identity --role-arn {ROLE} --role-session-name sora "
        "--web-identity-token file://token"
    )
    given = web.json(command(signed))
    assert given["SubjectFromWebIdentityToken"] == "sora"
    assert given["Provider"] == OIDC
    session = as_session(given)
    assert str(web.json(f"{session} aws sts get-caller-identity")["Arn"]).endswith("assumed-role/staff/sora")
    web.run(f"{session} aws s3 ls")
    assert "(AccessDenied)" in web.refused(f"{session} aws iam list-users")


def test_the_first_gate_tells_what_stood_in_for_a_signature(web: Lines, sandbox: Sandbox) -> None:
    def first_gate() -> str:
        card = event_card(sandbox.history()[-1:], sandbox.world)
        assert card is not None
        return card.gates[0].message

    web.run(command(web.run("idp sign-in sora")))
    assert first_gate() == "app.gate.vouched"
    web.refused("aws sts get-caller-identity --no-sign-request")
    assert first_gate() == "app.gate.unsigned"
    web.refused("aws s3 ls s3://moonrabbit --no-sign-request")
    assert first_gate() == "app.gate.anonymous"


def test_an_assertion_offers_the_roles_that_trust_the_provider(saml: Lines) -> None:
    signed = saml.run("idp 로그인 sora --file word.b64")
    assert command(signed) == (
        f"aws sts assume-role-with-saml --role-arn {ROLE} --principal-arn {SAML} "
        "--saml-assertion file://word.b64"
    )
    given = saml.json(command(signed))
    assert (given["Subject"], given["SubjectType"]) == ("sora", "persistent")
    assert given["Audience"] == "https://signin.aws.amazon.com/saml"
    session = as_session(given)
    assert str(saml.json(f"{session} aws sts get-caller-identity")["Arn"]).endswith("assumed-role/staff/sora")
    saml.run(f"{session} aws s3 ls")


@pytest.mark.parametrize(
    ("condition", "refused"),
    [
        ({"StringEquals": {"saml:sub": "sora", "saml:sub_type": "persistent"}}, False),
        ({"StringEquals": {"saml:aud": "https://signin.aws.amazon.com/saml"}}, False),
        ({"StringEquals": {"saml:iss": "https://idp.example.com/saml/staff"}}, False),
        ({"StringEquals": {"aws:RequestTag/team": "photo", "sts:RoleSessionName": "sora"}}, False),
        ({"StringEquals": {"saml:sub": "yuna"}}, True),
        ({"StringEquals": {"aws:RequestTag/team": "print"}}, True),
    ],
)
def test_a_trust_policy_asks_for_what_the_assertion_says(
    saml: Lines, condition: dict[str, Any], refused: bool
) -> None:
    actions = ["sts:AssumeRoleWithSAML", "sts:TagSession"]
    asks = document(
        {**statement(action=actions, resource=None, Principal={"Federated": SAML}), "Condition": condition}
    )
    saml.run(f"aws iam update-assume-role-policy --role-name staff --policy-document '{asks}'")
    result = saml.console.run(command(saml.run("idp sign-in sora")))
    assert result.rc == (255 if refused else 0), result.stderr
    assert ("(AccessDenied)" in result.stderr) is refused


def test_a_forged_assertion_and_one_that_is_over_are_refused(saml: Lines, workspace: Path) -> None:
    line = command(saml.run("idp sign-in sora"))
    word = (workspace / "assertion").read_text()
    saml.run("clock +10m")
    assert "(ExpiredTokenException)" in saml.refused(line)
    other = base64.b64decode(word).decode().replace(">sora<", ">root<")
    (workspace / "assertion").write_text(base64.b64encode(other.encode()).decode())
    assert "(InvalidIdentityToken)" in saml.refused(line)


def test_a_role_that_the_assertion_does_not_offer_is_rejected(saml: Lines) -> None:
    line = command(saml.run("idp sign-in sora")).replace("role/staff", "role/other")
    assert "(IDPRejectedClaim)" in saml.refused(line)


def test_a_token_that_is_not_believed_stops_at_the_first_gate(saml: Lines) -> None:
    """Nobody is known to ask, so no policy is asked either."""
    line = command(saml.run("idp sign-in sora"))
    saml.run("clock +10m")
    result = saml.console.run(line)
    card = event_card(result.events, saml.console.sandbox.world)
    assert card is not None
    assert [gate.state for gate in card.gates] == ["stopped", "notAsked"]
    assert "not accepted" in card.gates[0].why("en")
    explained = saml.console.run("explain").explained
    assert explained is not None
    assert "first gate" in explanation_lines(explained, "en")[0]


def test_attributes_are_session_tags(web: Lines) -> None:
    policy = document(
        statement(
            action="s3:*",
            Condition={"StringEquals": {"aws:PrincipalTag/team": "photo"}},
        )
    )
    web.run(f"aws iam put-role-policy --role-name staff --policy-name p --policy-document '{policy}'")
    web.run(f"{as_session(web.json(command(web.run('idp sign-in sora'))))} aws s3 ls")
    web.run("idp add yuna team=print")
    session = as_session(web.json(command(web.run("idp sign-in yuna"))))
    assert "AccessDenied" in web.refused(f"{session} aws s3 ls")


def test_who_is_struck_off_gets_no_token_but_keeps_the_session(web: Lines) -> None:
    line = command(web.run("idp sign-in sora"))
    session = as_session(web.json(line))
    assert web.run("idp").stdout == "sora team=photo\n"
    web.run("idp 제외 sora")
    assert kind(web.console.run("idp sign-in sora")) == "idp-unknown"
    web.run(f"{session} aws s3 ls")
    web.run("clock +2h")
    assert "ExpiredToken" in web.refused(f"{session} aws s3 ls")
    assert "(ExpiredTokenException)" in web.refused(line)
    web.run("undo")
    web.run("undo")
    assert web.run("idp").stdout == "sora team=photo\n"


@pytest.mark.parametrize(
    ("line", "rc", "said"),
    [
        ("idp add", 2, "idp-form"),
        ("idp frobnicate sora", 2, "idp-form"),
        ("idp add yuna team", 2, "idp-form"),
        ("idp sign-in", 2, "idp-form"),
        ("idp sign-in sora --other x", 2, "idp-form"),
        ("idp add sora", 1, "idp-known"),
        ("idp add 소라", 1, "idp-name"),
        ("idp remove nobody", 1, "idp-unknown"),
        ("idp sign-in nobody", 1, "idp-unknown"),
        ("idp sign-in sora --provider other", 1, "idp-which"),
        ("idp sign-in sora --file ../token", 2, "outside-file"),
    ],
)
def test_what_is_not_so_written_is_told(web: Lines, line: str, rc: int, said: str) -> None:
    result = web.console.run(line)
    assert (result.rc, kind(result)) == (rc, said)


def test_of_two_providers_one_must_be_named(web: Lines, workspace: Path) -> None:
    (workspace / "metadata.xml").write_text(METADATA)
    web.run("aws iam create-saml-provider --name staff --saml-metadata-document file://metadata.xml")
    assert kind(web.console.run("idp sign-in sora")) == "idp-which"
    assert kind(web.run("idp sign-in sora --provider staff.moonrabbit.example")) == "idp-oidc"
    assert kind(web.run(f"idp sign-in sora --provider {SAML}")) == "idp-saml"


def test_a_token_for_another_audience_is_refused(web: Lines) -> None:
    line = command(web.run("idp sign-in sora --audience shop"))
    assert "Incorrect token audience" in web.refused(line)


def test_an_account_is_known_by_its_alias_where_that_is_a_client(web: Lines) -> None:
    assert web.json(command(web.run("idp sign-in sora")))["Audience"] == "tutor"
    web.run("aws iam create-account-alias --account-alias rabbit")
    assert web.json(command(web.run("idp sign-in sora")))["Audience"] == "tutor"
    added = "aws iam add-client-id-to-open-id-connect-provider --client-id rabbit"
    web.run(f"{added} --open-id-connect-provider-arn {OIDC}")
    assert web.json(command(web.run("idp sign-in sora")))["Audience"] == "rabbit"


def test_the_directory_is_explained_and_survives(tmp_path: Path) -> None:
    workspace = tmp_path / "workspace"
    workspace.mkdir()
    for number in range(2):
        with Save.open_or_create(tmp_path / "save", seed=bytes(32), clock=wall_clock) as save:
            aws = Lines(Console(Sandbox(save, wall_clock), workspace))
            if number == 0:
                save.begin()
                aws.run("idp add sora team=photo")
                assert kind(aws.run("explain 1")) == "explain-directory"
            assert save.world.directory["sora"].tags == {"team": "photo"}
            assert save.head is not None
            assert save.world_at(save.head).directory == save.world.directory


def test_a_lesson_may_begin_with_a_directory(sandbox: Sandbox, workspace: Path) -> None:
    home = sandbox.account.account_id
    Lines(Console(sandbox, workspace)).run("idp add sora team=photo")
    row = row_of(sandbox.save.entries[-1], LESSON_START, sandbox, home)
    assert row is not None
    with Save.in_memory(clock=wall_clock) as save:
        save.begin(start=LESSON_START)
        apply_row(row, Sandbox(save, wall_clock), home)
        assert save.world.directory == sandbox.world.directory


def test_a_directory_without_a_provider_says_so(aws: Lines) -> None:
    listed = aws.run("idp")
    assert listed.advice is not None
    assert listed.advice.kind == "idp-no-providers"
