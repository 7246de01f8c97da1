"""DescribeRegions and DescribeImages: what EC2 has for everybody."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Final

from tutor.account.machines import IMAGES, OPT_IN_REGIONS, REGIONS, Image
from tutor.account.operations.ec2_errors import bad_value, ec2_error, malformed_id
from tutor.account.operations.ec2_parts import check_dry_run, filtered, listed, page

if TYPE_CHECKING:
    from tutor.account.call import Call, Result
    from tutor.account.world import Account, World

__all__ = ["describe_images", "describe_regions"]

_STATUS: Final = {
    **dict.fromkeys(REGIONS, "opt-in-not-required"),
    **dict.fromkeys(OPT_IN_REGIONS, "not-opted-in"),
}


def describe_regions(_world: World, _account: Account, call: Call) -> Result:
    """The regions that are open, or all of them."""
    names = listed(call, "RegionNames")
    unknown = [name for name in names if name not in _STATUS]
    if unknown:
        raise bad_value(f"Invalid region names provided: [{', '.join(unknown)}]")
    known = names or (_STATUS if call.parameters.get("AllRegions") else REGIONS)
    texts: dict[str, Callable[[str], Iterable[str]]] = {
        "region-name": lambda name: [name],
        "endpoint": lambda name: [f"ec2.{name}.amazonaws.com"],
        "opt-in-status": lambda name: [_STATUS[name]],
    }
    found = filtered(call, known, texts, lambda _name: {})
    check_dry_run(call)
    return {
        "Regions": [
            {
                "RegionName": name,
                "Endpoint": f"ec2.{name}.amazonaws.com",
                "OptInStatus": _STATUS[name],
            }
            for name in found
        ]
    }


def describe_images(_world: World, _account: Account, call: Call) -> Result:
    """The sandbox's few images, with the ids that they have in the region."""
    ids, owners = listed(call, "ImageIds"), listed(call, "Owners")
    by_id = {image.id_in(call.region): image for image in IMAGES}
    for image_id in ids:
        if not re.fullmatch(r"ami-(?:[0-9a-f]{8}|[0-9a-f]{17})", image_id):
            raise malformed_id("InvalidAMIID", image_id)
    missing = [image_id for image_id in ids if image_id not in by_id]
    if missing:
        raise ec2_error("InvalidAMIID.NotFound", f"The image id '[{', '.join(missing)}]' does not exist")
    chosen = [by_id[image_id] for image_id in ids] if ids else list(IMAGES)
    texts: dict[str, Callable[[Image], Iterable[str]]] = {
        "name": lambda image: [image.name],
        "image-id": lambda image: [image.id_in(call.region)],
        "description": lambda image: [image.description],
        "architecture": lambda image: [image.architecture],
        "owner-id": lambda image: [image.owner],
        "owner-alias": lambda image: [image.alias] if image.alias else [],
        "creation-date": lambda image: [image.created],
        "state": lambda _image: ["available"],
        "is-public": lambda _image: ["true"],
        "image-type": lambda _image: ["machine"],
        "root-device-type": lambda _image: ["ebs"],
        "root-device-name": lambda image: [image.root_device],
        "virtualization-type": lambda _image: ["hvm"],
        "hypervisor": lambda _image: ["xen"],
    }
    owned = [image for image in chosen if not owners or image.owner in owners or image.alias in owners]
    found = filtered(call, owned, texts, lambda _image: {})
    check_dry_run(call)
    shown, more = page(call, found, least=1)
    return {"Images": [_shape(image, call.region) for image in shown], **more}


def _shape(image: Image, region: str) -> Result:
    shape: Result = {
        "ImageId": image.id_in(region),
        "ImageLocation": f"{image.alias or image.owner}/{image.name}",
        "ImageType": "machine",
        "Public": True,
        "OwnerId": image.owner,
        "State": "available",
        "Name": image.name,
        "Description": image.description,
        "Architecture": image.architecture,
        "CreationDate": image.created,
        "PlatformDetails": "Linux/UNIX",
        "UsageOperation": "RunInstances",
        "RootDeviceName": image.root_device,
        "RootDeviceType": "ebs",
        "VirtualizationType": "hvm",
        "Hypervisor": "xen",
        "EnaSupport": True,
        "BootMode": "uefi-preferred",
        "ImdsSupport": "v2.0",
    }
    return shape if image.alias is None else shape | {"ImageOwnerAlias": image.alias}
