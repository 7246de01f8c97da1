"""EC2's operations, each its own action; who hands over an instance profile needs iam:PassRole too."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from tutor.gateway.rows_iam_others import pass_role
from tutor.gateway.scene import Column, Need, Scene, everything, tag_keys
from tutor.policy.context import ContextSource

if TYPE_CHECKING:
    from tutor.account import InstanceProfile
    from tutor.account.compute import Instance

EC2: Final = "ec2.amazonaws.com"
FRESH: Final = ("network-interface", "volume")
"""What a launch makes beside instances."""


def launch(action: str, scene: Scene) -> tuple[Need, ...]:
    """All that a launch takes and makes; tags and an instance profile need permissions of their own."""
    from tutor.account.compute import Surroundings
    from tutor.account.machines import image_by_id

    place = Surroundings(scene.account.account_id, scene.region)
    placement = scene.parameters.get("Placement")
    zone = placement.get("AvailabilityZone") if isinstance(placement, Mapping) else None
    subnet = scene.text("SubnetId") or next(
        (subnet for subnet, known in place.subnets.items() if known == (zone or place.zones[0])), "*"
    )
    image = image_by_id(scene.text("ImageId"), scene.region)
    image_id = image.id_in(scene.region) if image else scene.text("ImageId")
    tags = {kind: _tags_for(scene, kind) for kind in ("instance", *FRESH)}
    about = _about_launch(scene, place.subnets.get(subnet, place.zones[0]))
    groups = scene.texts("SecurityGroupIds") or (place.security_group_id,)
    owner: dict[str, ContextSource] = {"ec2:Owner": image.alias or image.owner} if image else {}
    needs = [
        _need(action, scene, f"image/{image_id}", {"ec2:Region": scene.region, **owner}, account=""),
        _need(action, scene, "instance/*", about | tag_keys(tags["instance"])),
        *(_need(action, scene, f"{kind}/*", _region(scene) | tag_keys(tags[kind])) for kind in FRESH),
        *(_need(action, scene, f"security-group/{group}", _region(scene)) for group in groups),
        _need(action, scene, f"subnet/{subnet}", _region(scene)),
    ]
    if scene.text("KeyName"):
        needs.append(_need(action, scene, f"key-pair/{scene.text('KeyName')}", _region(scene)))
    made_by: dict[str, ContextSource] = {"ec2:CreateAction": "RunInstances"}
    for kind, given in tags.items():
        if given:
            needs.append(
                _need("ec2:CreateTags", scene, f"{kind}/*", _region(scene) | made_by | tag_keys(given))
            )
    return (*needs, *_pass_role(scene, "*"))


def instances(action: str, scene: Scene) -> tuple[Need, ...]:
    """The instances named."""
    return tuple(_instance(action, scene, instance_id) for instance_id in scene.texts("InstanceIds"))


def profiled_instance(action: str, scene: Scene) -> tuple[Need, ...]:
    """The instance that gets a profile, and the role that is passed with it."""
    profile = profile_named(scene)
    context: dict[str, ContextSource] = {} if profile is None else {"ec2:NewInstanceProfile": profile.arn}
    need = _instance(action, scene, _instance_meant(scene))
    return (need.with_context(context), *_pass_role(scene, _instance_meant(scene)))


def unprofiled_instance(action: str, scene: Scene) -> tuple[Need, ...]:
    """The instance that a profile is taken off."""
    return (_instance(action, scene, _instance_meant(scene)),)


def tagged(action: str, scene: Scene) -> tuple[Need, ...]:
    """Everything that is tagged or untagged."""
    tags = {str(tag.get("Key")): str(tag.get("Value", "")) for tag in scene.listed("Tags")}
    return tuple(
        _instance(action, scene, resource).with_context(tag_keys(tags))
        for resource in scene.texts("Resources")
    )


def profile_named(scene: Scene) -> "InstanceProfile | None":
    """The instance profile that a request hands over."""
    given = scene.parameters.get("IamInstanceProfile")
    if not isinstance(given, Mapping):
        return None
    name = str(given.get("Name") or str(given.get("Arn", "")).rpartition("/")[2])
    return scene.account.instance_profiles.get(name)


def _pass_role(scene: Scene, instance_id: str) -> tuple[Need, ...]:
    """iam:PassRole on the role inside the profile, if there is one; `*` is an instance still to come."""
    profile = profile_named(scene)
    if profile is None or profile.role is None:
        return ()
    target = f"arn:aws:ec2:{scene.region}:{scene.account.account_id}:instance/{instance_id}"
    return (pass_role(scene, profile.role, EC2, target),)


def _region(scene: Scene) -> dict[str, ContextSource]:
    return {"ec2:Region": scene.region}


def _about_launch(scene: Scene, zone: str) -> dict[str, ContextSource]:
    profile = profile_named(scene)
    context: dict[str, ContextSource] = {
        "ec2:Region": scene.region,
        "ec2:InstanceType": scene.text("InstanceType") or "m1.small",
        "ec2:AvailabilityZone": zone,
        "ec2:Tenancy": "default",
        "ec2:RootDeviceType": "ebs",
        "ec2:IsLaunchTemplateResource": False,
        "ec2:MetadataHttpTokens": "required",
    }
    return context if profile is None else context | {"ec2:InstanceProfile": profile.arn}


def _tags_for(scene: Scene, kind: str) -> dict[str, str]:
    return {
        str(tag.get("Key")): str(tag.get("Value", ""))
        for spec in scene.listed("TagSpecifications")
        if spec.get("ResourceType") == kind and isinstance(tags := spec.get("Tags"), list)
        for tag in tags
    }


def _instance_meant(scene: Scene) -> str:
    if scene.text("InstanceId"):
        return scene.text("InstanceId")
    return scene.account.compute.associations.get(scene.text("AssociationId"), "*")


def _instance(action: str, scene: Scene, instance_id: str) -> Need:
    found = scene.account.compute.instances.get(instance_id)
    kind = "instance" if instance_id.startswith("i-") or instance_id == "*" else "*"
    return _need(action, scene, f"{kind}/{instance_id}", _region(scene) | (_about(found) if found else {}))


def _about(instance: "Instance") -> dict[str, ContextSource]:
    context: dict[str, ContextSource] = {
        "ec2:InstanceID": instance.instance_id,
        "ec2:InstanceType": instance.instance_type,
        "ec2:AvailabilityZone": instance.zone,
        "ec2:Tenancy": "default",
        "ec2:RootDeviceType": "ebs",
    }
    if instance.profile is not None:
        context["ec2:InstanceProfile"] = instance.profile.arn
    return context | {
        f"{space}:ResourceTag/{key}": text for key, text in instance.tags.items() for space in ("aws", "ec2")
    }


def _need(
    action: str,
    scene: Scene,
    resource: str,
    context: Mapping[str, ContextSource],
    *,
    account: str | None = None,
) -> Need:
    owner = scene.account.account_id if account is None else account
    return Need(action, f"arn:aws:ec2:{scene.region}:{owner}:{resource}", context, scene.account.account_id)


EC2_COLUMNS: Final[Mapping[str, Column]] = {
    "RunInstances": launch,
    **dict.fromkeys(("StopInstances", "StartInstances", "TerminateInstances"), instances),
    **dict.fromkeys(("DescribeInstances", "DescribeIamInstanceProfileAssociations"), everything),
    **dict.fromkeys(("DescribeRegions", "DescribeImages", "DescribeTags"), everything),
    **dict.fromkeys(
        ("AssociateIamInstanceProfile", "ReplaceIamInstanceProfileAssociation"), profiled_instance
    ),
    "DisassociateIamInstanceProfile": unprofiled_instance,
    **dict.fromkeys(("CreateTags", "DeleteTags"), tagged),
}
"""By operation: the column that finds the resources."""
