"""Instance profiles on instances: associated, shown, replaced, taken off."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from tutor.account.compute import TERMINATED, ProfileAssociation
from tutor.account.operations.ec2_errors import bad_value, ec2_error
from tutor.account.operations.ec2_parts import chosen_instances, filtered, listed, page
from tutor.account.operations.ec2_shapes import association_shape

if TYPE_CHECKING:
    from datetime import datetime

    from tutor.account.call import Call, Result
    from tutor.account.compute import Instance
    from tutor.account.roles import InstanceProfile
    from tutor.account.world import Account, World

__all__ = [
    "associate_iam_instance_profile",
    "describe_iam_instance_profile_associations",
    "disassociate_iam_instance_profile",
    "new_association",
    "profile_meant",
    "replace_iam_instance_profile_association",
]


def profile_meant(account: Account, call: Call) -> InstanceProfile:
    """The instance profile that a call hands over by name or ARN; it has to hold a role."""
    given = call.parameters.get("IamInstanceProfile")
    spec = given if isinstance(given, Mapping) else {}
    name, arn = spec.get("Name"), spec.get("Arn")
    if name is not None and arn is not None:
        message = "The parameter 'iamInstanceProfile.name' may not be used in combination with "
        raise ec2_error("InvalidParameterCombination", message + "'iamInstanceProfile.arn'")
    key, part, word = (name, "name", "name") if arn is None else (str(arn).rpartition("/")[2], "arn", "ARN")
    profile = account.instance_profiles.get(str(key))
    if profile is None or (arn is not None and profile.arn != arn):
        shown = name if arn is None else arn
        raise bad_value(
            f"Value ({shown}) for parameter iamInstanceProfile.{part} is invalid. "
            f"Invalid IAM Instance Profile {word}"
        )
    if profile.role is None:
        raise bad_value(f'IAM Instance Profile "{profile.arn}" has no associated IAM Roles')
    return profile


def new_association(profile: InstanceProfile, now: datetime, call: Call) -> ProfileAssociation:
    """The profile put on an instance."""
    return ProfileAssociation(f"iip-assoc-0{call.mint.hexadecimal(16)}", profile.arn, profile.profile_id, now)


def associate_iam_instance_profile(world: World, account: Account, call: Call) -> Result:
    """Puts a profile on an instance that has none."""
    (instance,) = chosen_instances(world, account, call, [call.required("InstanceId")])
    profile = profile_meant(account, call)
    if instance.state == TERMINATED:
        message = f"The instance '{instance.instance_id}' is not in the 'running' or 'stopped' states."
        raise ec2_error("IncorrectInstanceState", message)
    if instance.profile is not None:
        message = f"There is an existing association for instance {instance.instance_id}"
        raise ec2_error("IncorrectState", message)
    association = new_association(profile, call.moment(world), call)
    account.compute.put(replace(instance, profile=association))
    return {"IamInstanceProfileAssociation": association_shape(instance, association, "associating")}


def disassociate_iam_instance_profile(_world: World, account: Account, call: Call) -> Result:
    """Takes a profile off its instance."""
    instance, association = _associated(account, call, call.required("AssociationId"))
    account.compute.put(replace(instance, profile=None))
    return {"IamInstanceProfileAssociation": association_shape(instance, association, "disassociating")}


def replace_iam_instance_profile_association(world: World, account: Account, call: Call) -> Result:
    """Puts another profile in the place of the one that is there, as a new association."""
    instance, _before = _associated(account, call, call.required("AssociationId"))
    association = new_association(profile_meant(account, call), call.moment(world), call)
    account.compute.put(replace(instance, profile=association))
    return {"IamInstanceProfileAssociation": association_shape(instance, association, "associating")}


def describe_iam_instance_profile_associations(world: World, account: Account, call: Call) -> Result:
    """The profiles on instances."""
    ids = listed(call, "AssociationIds")
    if ids:
        found = [_associated(account, call, association_id) for association_id in ids]
    else:
        shown_now = account.compute.at(call.region, call.moment(world))
        found = [(instance, instance.profile) for instance in shown_now if instance.profile is not None]
    fitting = filtered(
        call,
        found,
        {"instance-id": lambda pair: [pair[0].instance_id], "state": lambda _pair: ["associated"]},
        lambda _pair: {},
    )
    shown, more = page(call, fitting)
    return {"IamInstanceProfileAssociations": [association_shape(*pair) for pair in shown], **more}


def _associated(account: Account, call: Call, association_id: str) -> tuple[Instance, ProfileAssociation]:
    instance = account.compute.associated(association_id, call.region)
    if instance is None or instance.profile is None:
        message = f"An invalid association-id of '{association_id}' was given"
        raise ec2_error("InvalidAssociationID.NotFound", message)
    return instance, instance.profile
