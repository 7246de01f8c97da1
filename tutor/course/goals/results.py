"""What a check says: passed, failed with its cause, or not asked yet."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tutor.policy import Decision


class CauseKind(StrEnum):
    """Why a goal fails; the sentence is `course.cause.<kind>`."""

    NO_POLICIES = "no-policies"
    NO_MATCH = "no-match"
    ACTION_NOT_COVERED = "action-not-covered"
    RESOURCE_NOT_COVERED = "resource-not-covered"
    BUCKET_ARN = "bucket-needs-its-own-arn"
    """A pattern over objects stands where the bucket itself is asked for (misconception B6)."""
    OBJECT_ARN = "object-needs-its-own-arn"
    CONDITION_NOT_MET = "condition-not-met"
    EXPLICIT_DENY = "explicit-deny"
    ATTACHED_ELSEWHERE = "attached-elsewhere"
    NOT_AUTHENTICATED = "not-authenticated"
    NO_SUCH_USER = "no-such-user"
    STILL_ALLOWED = "still-allowed"
    OTHER_VERSION = "other-version"
    """A version that would do is there, and is not the default one."""
    DENIED_OTHERWISE = "denied-otherwise"
    SURPLUS = "surplus"
    MISSING = "missing"
    STILL_THERE = "still-there"
    NOT_MEMBER = "not-member"
    NOT_ATTACHED = "not-attached"
    OWN_POLICIES = "own-policies"
    KEY_COUNT = "key-count"
    NEVER_REFUSED = "never-refused"
    NEVER_DONE = "never-done"
    OTHER_ERROR = "other-error"
    TOO_FEW = "too-few"
    TOO_MANY = "too-many"
    BOUNDARY_CAPS = "boundary-caps"
    SESSION_CAPS = "session-caps"
    CONTROL_CAPS = "control-policy-caps"
    """An SCP or RCP of the organization does not let it through."""
    RESOURCE_SIDE = "resource-side-missing"
    """Between accounts: the caller's side allows it, the resource's policy does not."""
    NOT_TRUSTED = "not-trusted"
    TRUSTS_ACCOUNT = "trusts-account"
    """The trust policy names the caller's whole account, which leaves it to the caller's own policies."""
    TRUSTS_OTHERS = "trusts-others"
    NO_PASSWORD = "no-password"
    HAS_PASSWORD = "has-password"
    PASSWORD_RESET = "password-reset"
    """Whether a new password must be chosen is otherwise than wanted."""
    NO_DEVICE = "no-device"
    NO_SUCH_KEY = "no-such-key"
    KEY_STATUS = "key-status"
    NO_PROFILE = "no-instance-profile"
    OTHER_ROLE = "other-role"
    NO_FILE = "no-file"
    INVALID_POLICY = "invalid-policy"
    ALLOWS_MORE = "allows-more"
    ALLOWS_LESS = "allows-less"
    STATE_OTHERWISE = "state-otherwise"
    NOT_SIGNED_IN = "not-signed-in"
    SIGNED_IN_WITHOUT_CODE = "signed-in-without-code"
    STILL_SIGNED_IN = "still-signed-in"


class Help(StrEnum):
    """The one next step that a cause names; the sentence is `course.help.<help>`."""

    ATTACH_POLICY = "attach-policy"
    ATTACH_TO = "attach-to"
    JOIN_GROUP = "join-group"
    ALLOW_ACTION = "allow-action"
    ALLOW_RESOURCE = "allow-resource"
    ADD_BUCKET_ARN = "add-bucket-arn"
    ADD_OBJECT_ARN = "add-object-arn"
    LOOK_AT_CONDITION = "look-at-condition"
    REMOVE_DENY = "remove-deny"
    USE_WORKING_KEY = "use-working-key"
    CREATE_USER = "create-user"
    TAKE_AWAY = "take-away"
    LOOK_AT_DENY = "look-at-deny"
    DENY_IT = "deny-it"
    NARROW = "narrow"
    CREATE = "create"
    DELETE = "delete"
    DETACH = "detach"
    MAKE_KEYS = "make-keys"
    REMOVE_KEYS = "remove-keys"
    TRY_IT = "try-it"
    SET_DEFAULT = "set-default"
    SEND_AS = "send-as"
    TRY_AGAIN = "try-again"
    TRY_OTHERWISE = "try-otherwise"
    WIDEN_BOUNDARY = "widen-boundary"
    WIDEN_SESSION = "widen-session"
    MEND_CONTROL = "mend-control-policy"
    MEND_RESOURCE_POLICY = "mend-resource-policy"
    NAME_IN_TRUST = "name-in-trust"
    NARROW_TRUST = "narrow-trust"
    GIVE_PASSWORD = "give-password"
    TAKE_PASSWORD = "take-password"
    SET_RESET = "set-reset"
    ENABLE_DEVICE = "enable-device"
    SET_KEY_STATUS = "set-key-status"
    DELETE_KEY = "delete-key"
    KEY_IS_GONE = "key-is-gone"
    NARROW_CONDITION = "narrow-condition"
    ADD_PROFILE = "add-profile"
    CHANGE_ROLE = "change-role"
    MAKE_FILE = "make-file"
    MEND_FILE = "mend-file"
    WIDEN_FILE = "widen-file"
    NARROW_FILE = "narrow-file"
    LOOK_AT_STATE = "look-at-state"
    SIGN_IN = "sign-in"
    SIGN_IN_WITH_CODE = "sign-in-with-code"
    SIGN_OUT = "sign-out"
    TOO_OFTEN = "too-often"


@dataclass(frozen=True, slots=True)
class Cause:
    """Why a check failed, without a word of any language."""

    kind: CauseKind
    help: Help
    expected: str
    """What the goal wants, as AWS writes it: `allowed`, an ARN, a count."""
    actual: str
    """What was found instead."""
    values: Mapping[str, str] = field(default_factory=dict)
    """The names that the sentences of `kind` and `help` put in."""
    misconception: str | None = None
    """What the learner probably believed, an id of `detect.KNOWN`."""


@dataclass(frozen=True, slots=True)
class Result:
    """One goal or keep, checked."""

    name: str
    passed: bool | None
    """None: not asked, since the goal named in `dependency` has not passed."""
    cause: Cause | None = None
    dependency: str | None = None
    decision: "Decision | None" = None
    """The evaluator's answer that settled the check, for the decision view."""

    @property
    def failed(self) -> bool:
        """Asked and not passed."""
        return self.passed is False
