"""The table of EC2's operations: where each is written."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

__all__ = ["CHANGES", "READS"]


def _ec2(module: str, **names: str) -> dict[str, str]:
    """`Operation=function` of one module."""
    return {f"ec2:{operation}": f"{module}:{name}" for operation, name in names.items()}


READS: Final[Mapping[str, str]] = {
    **_ec2("ec2_instances", DescribeInstances="describe_instances"),
    **_ec2("ec2_offers", DescribeRegions="describe_regions", DescribeImages="describe_images"),
    **_ec2(
        "ec2_profiles",
        DescribeIamInstanceProfileAssociations="describe_iam_instance_profile_associations",
    ),
    **_ec2("ec2_tags", DescribeTags="describe_tags"),
}
"""Operations that leave EC2 as it is."""

CHANGES: Final[Mapping[str, str]] = {
    **_ec2("ec2_launch", RunInstances="run_instances"),
    **_ec2(
        "ec2_instances",
        StopInstances="stop_instances",
        StartInstances="start_instances",
        TerminateInstances="terminate_instances",
    ),
    **_ec2(
        "ec2_profiles",
        AssociateIamInstanceProfile="associate_iam_instance_profile",
        DisassociateIamInstanceProfile="disassociate_iam_instance_profile",
        ReplaceIamInstanceProfileAssociation="replace_iam_instance_profile_association",
    ),
    **_ec2("ec2_tags", CreateTags="create_tags", DeleteTags="delete_tags"),
}
"""Operations that undo has something to take back from."""
