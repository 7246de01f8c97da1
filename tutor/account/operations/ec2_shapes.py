"""Instances as EC2's answers show them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tutor.account.compute import RUNNING, STATE_CODES, STOPPED, TERMINATED, Surroundings
from tutor.account.machines import INSTANCE_TYPES, image_by_id
from tutor.account.operations.shapes import tag_list

if TYPE_CHECKING:
    from tutor.account.call import Result
    from tutor.account.compute import Instance, ProfileAssociation

__all__ = ["association_shape", "instance_shape", "reservations", "state_shape"]

_BY_USER = "User initiated"


def state_shape(name: str) -> Result:
    """A state with its code."""
    return {"Code": STATE_CODES[name], "Name": name}


def association_shape(instance: Instance, profile: ProfileAssociation, state: str = "associated") -> Result:
    """A profile association."""
    return {
        "AssociationId": profile.association_id,
        "InstanceId": instance.instance_id,
        "IamInstanceProfile": {"Arn": profile.arn, "Id": profile.profile_id},
        "State": state,
    }


def reservations(account_id: str, instances: list[Instance]) -> list[Result]:
    """Instances by the request that launched them."""
    grouped: dict[str, list[Instance]] = {}
    for instance in instances:
        grouped.setdefault(instance.reservation_id, []).append(instance)
    return [
        {
            "ReservationId": reservation_id,
            "OwnerId": account_id,
            "Groups": [],
            "Instances": [instance_shape(account_id, instance) for instance in members],
        }
        for reservation_id, members in grouped.items()
    ]


def instance_shape(account_id: str, instance: Instance, state: str | None = None) -> Result:
    """An instance in its state, or in one that it only passes through."""
    image = image_by_id(instance.image_id, instance.region)
    processors, architecture = INSTANCE_TYPES[instance.instance_type]
    shape: Result = {
        "InstanceId": instance.instance_id,
        "ImageId": instance.image_id,
        "State": state_shape(state or instance.state),
        "PrivateDnsName": "",
        "PublicDnsName": "",
        "StateTransitionReason": "",
        "AmiLaunchIndex": instance.number,
        "ProductCodes": [],
        "InstanceType": instance.instance_type,
        "LaunchTime": instance.launched,
        "Placement": {"AvailabilityZone": instance.zone, "GroupName": "", "Tenancy": "default"},
        "Monitoring": {"State": "disabled"},
        "Architecture": architecture,
        "ClientToken": instance.client_token or "",
        "EbsOptimized": False,
        "EnaSupport": True,
        "Hypervisor": "xen",
        "RootDeviceName": "/dev/xvda" if image is None else image.root_device,
        "RootDeviceType": "ebs",
        "VirtualizationType": "hvm",
        "CpuOptions": {"CoreCount": max(1, processors // 2), "ThreadsPerCore": min(2, processors)},
        "PlatformDetails": "Linux/UNIX",
        "UsageOperation": "RunInstances",
        "MetadataOptions": {
            "State": "applied",
            "HttpTokens": "required",
            "HttpPutResponseHopLimit": 2,
            "HttpEndpoint": "enabled",
            "HttpProtocolIpv6": "disabled",
            "InstanceMetadataTags": "disabled",
        },
    }
    if instance.tags:
        shape["Tags"] = tag_list(instance.tags)
    if instance.profile is not None:
        shape["IamInstanceProfile"] = {"Arn": instance.profile.arn, "Id": instance.profile.profile_id}
    if instance.state in (STOPPED, TERMINATED) and state is None:
        shape |= _reason(instance)
    return shape if instance.state == TERMINATED else shape | _network(account_id, instance, state)


def _reason(instance: Instance) -> Result:
    when = "" if instance.changed is None else f" ({instance.changed.strftime('%Y-%m-%d %H:%M:%S')} GMT)"
    message = "Client.UserInitiatedShutdown"
    return {
        "StateTransitionReason": f"{_BY_USER}{when}",
        "StateReason": {"Code": message, "Message": f"{message}: {_BY_USER} shutdown"},
    }


def _network(account_id: str, instance: Instance, state: str | None) -> Result:
    place = Surroundings(account_id, instance.region)
    dashed = instance.private_ip.replace(".", "-")
    domain = "ec2.internal" if instance.region == "us-east-1" else f"{instance.region}.compute.internal"
    group = {"GroupId": place.security_group_id, "GroupName": "default"}
    shape: Result = {
        "PrivateIpAddress": instance.private_ip,
        "PrivateDnsName": f"ip-{dashed}.{domain}",
        "VpcId": place.vpc_id,
        "SubnetId": next(subnet for subnet, zone in place.subnets.items() if zone == instance.zone),
        "SecurityGroups": [group],
        "SourceDestCheck": True,
    }
    if instance.state == RUNNING and state is None:
        shape["PublicIpAddress"] = public_ip(instance)
    return shape


def public_ip(instance: Instance) -> str:
    """The public address, in a range that is kept for documentation."""
    return f"198.51.100.{1 + int(instance.instance_id[-6:], 16) % 254}"
