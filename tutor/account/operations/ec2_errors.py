"""The error answers of EC2, in its words."""

from __future__ import annotations

from collections.abc import Sequence

from tutor.account.service_error import ServiceError

__all__ = ["bad_value", "dry_run", "ec2_error", "malformed_id", "no_instances"]


def ec2_error(code: str, message: str) -> ServiceError:
    """An error with status 400."""
    return ServiceError(code, message, 400)


def bad_value(message: str) -> ServiceError:
    """InvalidParameterValue."""
    return ec2_error("InvalidParameterValue", message)


def malformed_id(kind: str, text: str) -> ServiceError:
    """What cannot be an id at all; `kind` such as InvalidInstanceID."""
    return ec2_error(f"{kind}.Malformed", f'Invalid id: "{text}"')


def no_instances(ids: Sequence[str]) -> ServiceError:
    """InvalidInstanceID.NotFound for one or several."""
    if len(ids) == 1:
        return ec2_error("InvalidInstanceID.NotFound", f"The instance ID '{ids[0]}' does not exist")
    return ec2_error("InvalidInstanceID.NotFound", f"The instance IDs '{', '.join(ids)}' do not exist")


def dry_run() -> ServiceError:
    """DryRunOperation, 412: what was only asked for was allowed."""
    return ServiceError("DryRunOperation", "Request would have succeeded, but DryRun flag is set.", 412)
