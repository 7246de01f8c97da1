"""Where a beginner is stuck before AWS's own words there is one sentence more."""

from pathlib import Path

import pytest

from tutor.gateway.stuck import stuck

MALFORMED = "An error occurred (MalformedPolicyDocument) when calling the CreateRole operation: invalid Json"
EXISTS = "An error occurred (EntityAlreadyExists) when calling the CreateRole operation: exists"
LOST = "The config profile (pickup) could not be found"


@pytest.mark.parametrize(
    ("stderr", "line", "given", "kind"),
    [
        (MALFORMED, "iam create-role --assume-role-policy-document trust.json", False, "file-forgotten"),
        (MALFORMED, "iam create-role --assume-role-policy-document file://trust.json", False, None),
        (MALFORMED, "iam create-role --assume-role-policy-document other.json", False, None),
        (EXISTS, "iam create-role --role-name x", False, "exists-already"),
        (EXISTS, "iam create-user --user-name x", False, None),
        (LOST, "s3 ls --profile pickup", True, "no-profile-keep"),
        (LOST, "s3 ls --profile pickup", False, "no-profile"),
        ("", "s3 ls", False, None),
    ],
)
def test_what_helps(tmp_path: Path, stderr: str, line: str, given: bool, kind: str | None) -> None:
    (tmp_path / "trust.json").write_text("{}")
    words = line.split()
    told = stuck(stderr, words, [one for one in words if not one.startswith("-")], tmp_path, given=given)
    assert (told and told.kind) == kind
