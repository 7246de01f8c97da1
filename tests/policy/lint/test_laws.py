"""What holds for every document: no exception, findings in order and in the text, suggestions that exist."""

import json
from typing import Final

from hypothesis import given
from hypothesis import strategies as st

from tests.policy.property.strategies import LAW
from tutor.policy import PolicyError, PolicyKind, parse_policy
from tutor.policy.catalogue import Catalogue
from tutor.policy.lint import LIMIT, Finding, lint
from tutor.policy.vocabulary import read_operator

CATALOGUE: Final = Catalogue.open()
EVERY_KEY: Final = frozenset(CATALOGUE.global_condition_keys).union(
    *(service.condition_keys for service in map(CATALOGUE.service, CATALOGUE.prefixes) if service)
)
PIECES: Final = (
    "s3", "S3", "iam", "sts", "ec2", "aws", ":", "::", "/", "*", "?", "Get", "List", "Object", "Bucket",
    "PassRole", "username", "TagKeys", "prefix", "SourceIp", "${aws:username}", "${", "}", "${*}", "arn:aws:",
    "arn:aws:s3:::", "arn:aws:iam::111122223333:", "role/", "user/", "10.0.0.0/8", "true", "false", "\ud800",
    "가", "a" * 200, "\u0000",
)  # fmt: skip

texts = st.lists(st.sampled_from(PIECES), max_size=6).map("".join)
services = st.sampled_from(("s3", "iam", "ec2", "sts", "dynamodb", "s4", "*"))
KNOWN_ACTIONS: Final = (
    "s3:GetObject",
    "s3:ListBucket",
    "s3:ListAllMyBuckets",
    "s3:*",
    "iam:PassRole",
    "iam:CreateUser",
    "ec2:Run*",
)
KNOWN_RESOURCES: Final = (
    "*",
    "arn:aws:s3:::photos",
    "arn:aws:s3:::photos/*",
    "arn:aws:s3:::photos/${aws:username}/*",
    "arn:aws:iam::111122223333:role/*",
    "arn:aws:iam::111122223333:user/??*",
    "arn:aws:ec2:*:*:instance/*",
)
KNOWN_KEYS: Final = (
    "aws:TagKeys",
    "aws:username",
    "AWS:USERNAME",
    "aws:SourceIp",
    "aws:MultiFactorAuthPresent",
    "aws:RequestTag/team",
    "s3:prefix",
    "iam:PassedToService",
    "saml:sub",
)
actions = (
    st.sampled_from(KNOWN_ACTIONS)
    | st.builds("{}:{}".format, services, texts.map(lambda text: text.replace(":", "")))
    | st.just("*")
)
resources = (
    texts.map("arn:aws:s3:::{}".format) | texts.map("arn:aws:iam::111122223333:{}".format) | st.just("*")
)
operators = st.sampled_from(
    (
        "StringEquals",
        "stringlike",
        "ForAllValues:StringLike",
        "Bool",
        "BoolIfExists",
        "NullIfExists",
        "IpAddress",
    )
)
values = texts | st.booleans() | st.integers() | st.lists(texts, max_size=3)
conditions = st.dictionaries(
    operators, st.dictionaries(texts | st.sampled_from(KNOWN_KEYS), values, max_size=3), max_size=3
)


def several(strategy: st.SearchStrategy[str]) -> st.SearchStrategy[object]:
    """One value, or a list of some."""
    return strategy | st.lists(strategy, min_size=1, max_size=4)


statements = st.fixed_dictionaries(
    {"Effect": st.sampled_from(("Allow", "Deny"))}, optional={"Condition": conditions}
).flatmap(
    lambda fixed: st.builds(
        lambda action, actions, resource, resources, principal: {
            **fixed, action: actions, resource: resources, "Principal": principal
        },
        st.sampled_from(("Action", "NotAction")),
        several(actions),
        st.sampled_from(("Resource", "NotResource")),
        several(resources),
        st.sampled_from(("*", {"AWS": "*"}, {"AWS": "111122223333"})),
    )
)  # fmt: skip
kinds = st.sampled_from(PolicyKind)
versions = st.sampled_from(("2012-10-17", "2008-10-17"))


def findings_of(document: object, kind: PolicyKind) -> tuple[Finding, ...]:
    """What the lint says of a document; nothing where the service refuses it."""
    if isinstance(document, dict) and kind in {PolicyKind.IDENTITY, PolicyKind.BOUNDARY, PolicyKind.SESSION}:
        kept = [{k: v for k, v in each.items() if k != "Principal"} for each in document["Statement"]]
        document = {**document, "Statement": kept}
    try:
        parsed = parse_policy(json.dumps(document), kind, stored=True)
    except PolicyError:
        return ()
    return lint(parsed, catalogue=CATALOGUE)


@LAW
@given(versions, st.lists(statements, min_size=1, max_size=3), kinds)
def test_any_document_gives_findings_in_order_and_at_most_so_many(
    version: str, written: list[object], kind: PolicyKind
) -> None:
    findings = findings_of({"Version": version, "Statement": written}, kind)
    assert len(findings) <= LIMIT + 1
    assert [finding.position for finding in findings] == sorted(finding.position for finding in findings)
    assert all(finding.position <= finding.end for finding in findings)


@LAW
@given(versions, st.lists(statements, min_size=1, max_size=3))
def test_what_was_found_is_what_stands_there(version: str, written: list[object]) -> None:
    text = json.dumps({"Version": version, "Statement": written})
    try:
        findings = lint(parse_policy(text, PolicyKind.RESOURCE, stored=True), catalogue=CATALOGUE)
    except PolicyError:
        return
    for finding in findings:
        quoted = text[finding.position.column - 1 : finding.end.column - 1]
        value = json.loads(quoted) if quoted else ""
        assert finding.found in (value, json.dumps(value))


def exists(name: str) -> bool:
    """Whether a suggestion is an action, a condition key, an operator, or the form of a value."""
    key = name.lower() in EVERY_KEY
    form = name in {"*", "2012-10-17"} or name.startswith("arn:aws")
    return form or key or CATALOGUE.action(name) is not None or read_operator(name) is not None


@LAW
@given(versions, st.lists(statements, min_size=1, max_size=3), kinds)
def test_every_suggestion_exists(version: str, written: list[object], kind: PolicyKind) -> None:
    findings = findings_of({"Version": version, "Statement": written}, kind)
    assert [name for finding in findings for name in finding.expected if not exists(name)] == []


@LAW
@given(services, texts)
def test_the_nearest_action_exists_and_an_existing_one_is_nearest_to_itself(service: str, name: str) -> None:
    nearest = CATALOGUE.nearest_action(f"{service}:{name}")
    assert nearest is None or CATALOGUE.action(nearest) is not None
    if nearest is not None:
        assert CATALOGUE.nearest_action(nearest) == nearest
