"""RunInstances."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from tutor.account.compute import TERMINATED, Instance, Surroundings
from tutor.account.machines import INSTANCE_TYPES, image_by_id
from tutor.account.operations.ec2_errors import bad_value, ec2_error, malformed_id
from tutor.account.operations.ec2_parts import check_dry_run, checked_tags, listed, structures
from tutor.account.operations.ec2_profiles import new_association, profile_meant
from tutor.account.operations.ec2_shapes import instance_shape

if TYPE_CHECKING:
    from tutor.account.call import Call, Result
    from tutor.account.world import Account, World

__all__ = ["run_instances"]

_DEFAULT_TYPE: Final = "m1.small"
_PROCESSORS: Final = 32
"""The quota of an account."""
_TAGGED: Final = ("instance", "volume", "network-interface", "spot-instances-request")
_NOT_HERE: Final = ("LaunchTemplate", "InstanceMarketOptions", "HibernationOptions", "EnclaveOptions")


def run_instances(world: World, account: Account, call: Call) -> Result:
    """Launches instances, which are pending in the answer and running when next looked at."""
    token = call.text("ClientToken")
    before = account.compute.launches.get(token) if token else None
    if before:
        return _answer(account, [account.compute.instances[instance_id] for instance_id in before])
    image_id, instance_type = _image_and_type(call)
    zone = _zone(account, call)
    meant = profile_meant(account, call) if call.parameters.get("IamInstanceProfile") else None
    tags = _tags(call)
    count = _count(account, call, instance_type)
    check_dry_run(call)
    now = call.moment(world)
    account.compute.forget(now)
    reservation = f"r-0{call.mint.hexadecimal(16)}"
    made: list[Instance] = []
    for number in range(count):
        ids = call.mint.hexadecimal(24)
        instance = Instance(
            f"i-0{ids[:16]}",
            reservation,
            image_id,
            instance_type,
            call.region,
            zone,
            now,
            f"172.31.{int(ids[16:18], 16) % 96}.{4 + int(ids[18:20], 16) % 250}",
            number,
            client_token=token,
            protected=bool(call.parameters.get("DisableApiTermination")),
            tags=tags,
            profile=None if meant is None else new_association(meant, now, call),
        )
        account.compute.put(instance)
        made.append(instance)
    return _answer(account, made)


def _answer(account: Account, instances: list[Instance]) -> Result:
    return {
        "ReservationId": instances[0].reservation_id,
        "OwnerId": account.account_id,
        "Groups": [],
        "Instances": [instance_shape(account.account_id, instance, "pending") for instance in instances],
    }


def _image_and_type(call: Call) -> tuple[str, str]:
    for name in _NOT_HERE:
        if call.parameters.get(name):
            raise ec2_error("UnsupportedOperation", f"This sandbox launches instances without {name}.")
    image_id = call.text("ImageId")
    if image_id is None:
        raise ec2_error("MissingParameter", "The request must contain the parameter ImageId")
    if not re.fullmatch(r"ami-(?:[0-9a-f]{8}|[0-9a-f]{17})|resolve:ssm:.+", image_id):
        raise malformed_id("InvalidAMIID", image_id)
    image = image_by_id(image_id, call.region)
    if image is None:
        raise ec2_error("InvalidAMIID.NotFound", f"The image id '[{image_id}]' does not exist")
    instance_type = call.text("InstanceType") or _DEFAULT_TYPE
    if instance_type not in INSTANCE_TYPES:
        raise bad_value(f"Invalid value '{instance_type}' for InstanceType.")
    architecture = INSTANCE_TYPES[instance_type][1]
    if architecture != image.architecture:
        raise bad_value(
            f"The architecture '{architecture}' of the specified instance type does not match the "
            f"architecture '{image.architecture}' of the specified AMI. Specify an instance type and an AMI "
            "that have matching architectures, and try again. You can use 'describe-instance-types' or "
            "'describe-images' to discover the architecture of the instance type or AMI."
        )
    return image.id_in(call.region), instance_type


def _zone(account: Account, call: Call) -> str:
    place = Surroundings(account.account_id, call.region)
    key, subnet = call.text("KeyName"), call.text("SubnetId")
    if key is not None:
        raise ec2_error("InvalidKeyPair.NotFound", f"The key pair '{key}' does not exist")
    for group in listed(call, "SecurityGroupIds"):
        if group != place.security_group_id:
            raise ec2_error("InvalidGroup.NotFound", f"The security group '{group}' does not exist")
    for group in listed(call, "SecurityGroups"):
        if group != "default":
            message = f"The security group '{group}' does not exist in default VPC '{place.vpc_id}'"
            raise ec2_error("InvalidGroup.NotFound", message)
    if subnet is not None:
        if subnet not in place.subnets:
            raise ec2_error("InvalidSubnetID.NotFound", f"The subnet ID '{subnet}' does not exist")
        return place.subnets[subnet]
    placement = call.parameters.get("Placement")
    zone = placement.get("AvailabilityZone") if isinstance(placement, Mapping) else None
    if zone is not None and zone not in place.zones:
        raise bad_value(f"Invalid availability zone: [{zone}]")
    return str(zone or place.zones[0])


def _tags(call: Call) -> dict[str, str]:
    tags: dict[str, str] = {}
    for spec in structures(call, "TagSpecifications"):
        kind, rows = spec.get("ResourceType"), spec.get("Tags")
        if kind not in _TAGGED:
            raise bad_value(f"'{kind}' is not a valid taggable resource type for this operation.")
        checked = checked_tags(rows if isinstance(rows, list) else [], {})
        tags |= checked if kind == "instance" else {}
    return tags


def _count(account: Account, call: Call, instance_type: str) -> int:
    least, most = (int(str(call.parameters.get(name, 1))) for name in ("MinCount", "MaxCount"))
    for name, value in (("minCount", least), ("maxCount", most)):
        if value < 1:
            raise bad_value(
                f"Value ({value}) for parameter {name} is invalid. Expecting a value greater than 0."
            )
    if least > most:
        message = (
            f"Value ({most}) for parameter maxCount is invalid. MaxCount must not be less than MinCount."
        )
        raise bad_value(message)
    used = sum(
        INSTANCE_TYPES[instance.instance_type][0]
        for instance in account.compute.instances.values()
        if instance.region == call.region and instance.state != TERMINATED
    )
    free = (_PROCESSORS - used) // INSTANCE_TYPES[instance_type][0]
    if free < least:
        raise ec2_error(
            "VcpuLimitExceeded",
            f"You have requested more vCPU capacity than your current vCPU limit of {_PROCESSORS} allows for "
            "the instance bucket that the specified instance type belongs to. Please visit "
            "http://aws.amazon.com/contact-us/ec2-request to request an adjustment to this limit.",
        )
    return min(most, free)
