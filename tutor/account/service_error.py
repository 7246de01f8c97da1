"""The error answers of the simulated services, as AWS words them (spec/iam-facts.md 6.2)."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tutor.policy import PolicyError

__all__ = [
    "ServiceError",
    "conflict",
    "denied",
    "exists",
    "invalid_input",
    "invalid_parameter",
    "limit",
    "malformed",
    "no_such_entity",
    "not_valid",
]


class ServiceError(Exception):
    """A refusal by an operation: AWS's code, words and HTTP status."""

    def __init__(
        self,
        code: str,
        message: str,
        status: int,
        *,
        fields: dict[str, str] | None = None,
        fault: PolicyError | None = None,
    ) -> None:
        super().__init__(code, message)
        self.code = code
        self.message = message
        self.status = status
        self.fields: dict[str, str] = fields or {}
        """Further elements of the answer, such as S3's BucketName and Key."""
        self.fault: PolicyError | None = fault
        """Where and why a policy document is malformed, for the console's caret."""

    def __str__(self) -> str:
        return f"{self.code}: {self.message}"


def no_such_entity(message: str) -> ServiceError:
    """NoSuchEntity, 404."""
    return ServiceError("NoSuchEntity", message, 404)


def exists(message: str) -> ServiceError:
    """EntityAlreadyExists, 409."""
    return ServiceError("EntityAlreadyExists", message, 409)


def conflict(message: str) -> ServiceError:
    """DeleteConflict, 409; the message names what must go first."""
    return ServiceError("DeleteConflict", f"Cannot delete {message}", 409)


def limit(message: str) -> ServiceError:
    """LimitExceeded, 409."""
    return ServiceError("LimitExceeded", message, 409)


def not_valid(message: str) -> ServiceError:
    """ValidationError, 400."""
    return ServiceError("ValidationError", message, 400)


def invalid_input(message: str) -> ServiceError:
    """InvalidInput, 400."""
    return ServiceError("InvalidInput", message, 400)


def invalid_parameter(message: str) -> ServiceError:
    """InvalidParameterValue, 400: STS's word for what IAM calls InvalidInput."""
    return ServiceError("InvalidParameterValue", message, 400)


def denied(message: str) -> ServiceError:
    """AccessDenied, 403, by the operation itself."""
    return ServiceError("AccessDenied", message, 403)


def malformed(fault: PolicyError) -> ServiceError:
    """MalformedPolicyDocument, 400, with the parser's finding."""
    return ServiceError(fault.code, fault.message, 400, fault=fault)
