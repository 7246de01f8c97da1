"""The error answers of Organizations, in its words."""

from __future__ import annotations

from typing import Final

from tutor.account.service_error import ServiceError

__all__ = ["constraint", "fault", "invalid"]

_WORDS: Final = {
    "AWSOrganizationsNotInUseException": "Your account is not a member of an organization.",
    "AccessDeniedException": "You don't have permissions to access this resource.",
    "AccountNotFoundException": "You specified an account that doesn't exist.",
    "AlreadyInOrganizationException": "The AWS account is already a member of an organization.",
    "ChildNotFoundException": "You specified a child that doesn't exist.",
    "CreateAccountStatusNotFoundException": (
        "We can't find an create account request with the CreateAccountRequestId that you specified."
    ),
    "DestinationParentNotFoundException": (
        "We can't find the destination container (a root or OU) with the ParentId that you specified."
    ),
    "DuplicateAccountException": "That account is already present in the specified destination.",
    "DuplicateOrganizationalUnitException": "An OU with the same name already exists.",
    "DuplicatePolicyAttachmentException": (
        "The selected policy is already attached to the specified target."
    ),
    "DuplicatePolicyException": "A policy with the same name already exists.",
    "DuplicateHandshakeException": ("A handshake with the same action and target already exists."),
    "HandshakeNotFoundException": "You specified a handshake that doesn't exist.",
    "InvalidHandshakeTransitionException": (
        "You can't perform the operation on the handshake in its current state."
    ),
    "MasterCannotLeaveOrganizationException": ("You can't remove a management account from an organization."),
    "MalformedPolicyDocumentException": (
        "The provided policy document does not meet the requirements of the specified policy type."
    ),
    "OrganizationNotEmptyException": (
        "The organization isn't empty. To delete an organization, you must first remove all accounts except "
        "the management account."
    ),
    "OrganizationalUnitNotEmptyException": (
        "The specified OU is not empty. Move all accounts to another root or to other OUs, remove all child "
        "OUs, and try the operation again."
    ),
    "OrganizationalUnitNotFoundException": "You specified an organizational unit that doesn't exist.",
    "ParentNotFoundException": "You specified a parent that doesn't exist.",
    "PolicyInUseException": (
        "The policy is attached to one or more entities. You must detach it from all roots, OUs, and "
        "accounts before performing this operation."
    ),
    "PolicyNotAttachedException": (
        "The policy isn't attached to the specified target in the specified root."
    ),
    "PolicyNotFoundException": "You specified a policy that doesn't exist.",
    "PolicyTypeAlreadyEnabledException": "The specified policy type is already enabled.",
    "PolicyTypeNotAvailableForOrganizationException": (
        "You can't use the specified policy type with the feature set currently enabled for this "
        "organization."
    ),
    "PolicyTypeNotEnabledException": "This operation can be performed only for enabled policy types.",
    "RootNotFoundException": "You specified a root that doesn't exist.",
    "SourceParentNotFoundException": (
        "We can't find a source root or OU with the ParentId that you specified."
    ),
    "TargetNotFoundException": "You specified a target that doesn't exist.",
}


def fault(code: str) -> ServiceError:
    """An error that always says the same."""
    return ServiceError(code, _WORDS[code], 400)


def invalid(reason: str, message: str = "You specified an invalid value.") -> ServiceError:
    """InvalidInputException; `reason` is one of its enumeration."""
    return ServiceError("InvalidInputException", message, 400, fields={"Reason": reason})


def constraint(reason: str, message: str) -> ServiceError:
    """ConstraintViolationException: a limit of the service."""
    return ServiceError("ConstraintViolationException", message, 400, fields={"Reason": reason})
