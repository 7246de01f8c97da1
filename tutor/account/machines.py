"""What EC2 offers everywhere: regions, images and instance types."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256
from typing import Final

__all__ = ["IMAGES", "INSTANCE_TYPES", "OPT_IN_REGIONS", "REGIONS", "Image", "image_by_id"]

REGIONS: Final = (
    "ap-south-1",
    "eu-north-1",
    "eu-west-3",
    "eu-west-2",
    "eu-west-1",
    "ap-northeast-3",
    "ap-northeast-2",
    "ap-northeast-1",
    "ca-central-1",
    "sa-east-1",
    "ap-southeast-1",
    "ap-southeast-2",
    "eu-central-1",
    "us-east-1",
    "us-east-2",
    "us-west-1",
    "us-west-2",
)
"""Regions that every account has, in the order in which EC2 lists them."""

OPT_IN_REGIONS: Final = (
    "af-south-1",
    "ap-east-1",
    "ap-south-2",
    "ap-southeast-3",
    "ap-southeast-4",
    "ca-west-1",
    "eu-central-2",
    "eu-south-1",
    "eu-south-2",
    "il-central-1",
    "me-central-1",
    "me-south-1",
)
"""Regions that an account would have to ask for."""

INSTANCE_TYPES: Final = {
    "m1.small": (1, "x86_64"),
    "t2.nano": (1, "x86_64"),
    "t2.micro": (1, "x86_64"),
    "t2.small": (1, "x86_64"),
    "t2.medium": (2, "x86_64"),
    "t2.large": (2, "x86_64"),
    "t3.nano": (2, "x86_64"),
    "t3.micro": (2, "x86_64"),
    "t3.small": (2, "x86_64"),
    "t3.medium": (2, "x86_64"),
    "t3.large": (2, "x86_64"),
    "t3a.micro": (2, "x86_64"),
    "t3a.small": (2, "x86_64"),
    "t4g.nano": (2, "arm64"),
    "t4g.micro": (2, "arm64"),
    "t4g.small": (2, "arm64"),
    "t4g.medium": (2, "arm64"),
    "m5.large": (2, "x86_64"),
    "m5.xlarge": (4, "x86_64"),
    "m6i.large": (2, "x86_64"),
    "m7g.large": (2, "arm64"),
    "c5.large": (2, "x86_64"),
    "c5.xlarge": (4, "x86_64"),
    "c7g.large": (2, "arm64"),
    "r5.large": (2, "x86_64"),
}
"""By name: virtual processors and architecture."""


@dataclass(frozen=True, slots=True)
class Image:
    """A machine image of Amazon or of a publisher; it has another id in each region."""

    name: str
    owner: str
    alias: str | None
    architecture: str
    description: str
    created: str
    root_device: str
    parameter: str
    """Its name in the public parameters of Systems Manager."""

    def id_in(self, region: str) -> str:
        """Such as `ami-0123456789abcdef0`."""
        return f"ami-0{sha256(f'{self.name} {region}'.encode()).hexdigest()[:16]}"


IMAGES: Final = (
    Image(
        "al2023-ami-2023.9.20251208.0-kernel-6.1-x86_64",
        "137112412989",
        "amazon",
        "x86_64",
        "Amazon Linux 2023 AMI 2023.9.20251208.0 x86_64 HVM kernel-6.1",
        "2025-12-08T20:11:51.000Z",
        "/dev/xvda",
        "/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-x86_64",
    ),
    Image(
        "al2023-ami-2023.9.20251208.0-kernel-6.1-arm64",
        "137112412989",
        "amazon",
        "arm64",
        "Amazon Linux 2023 AMI 2023.9.20251208.0 arm64 HVM kernel-6.1",
        "2025-12-08T20:11:46.000Z",
        "/dev/xvda",
        "/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-arm64",
    ),
    Image(
        "amzn2-ami-hvm-2.0.20251201.0-x86_64-gp2",
        "137112412989",
        "amazon",
        "x86_64",
        "Amazon Linux 2 AMI 2.0.20251201.0 x86_64 HVM gp2",
        "2025-12-01T19:20:31.000Z",
        "/dev/xvda",
        "/aws/service/ami-amazon-linux-latest/amzn2-ami-hvm-x86_64-gp2",
    ),
    Image(
        "ubuntu/images/hvm-ssd-gp3/ubuntu-noble-24.04-amd64-server-20251212",
        "099720109477",
        None,
        "x86_64",
        "Canonical, Ubuntu, 24.04, amd64 noble image",
        "2025-12-12T04:20:13.000Z",
        "/dev/sda1",
        "/aws/service/canonical/ubuntu/server/24.04/stable/current/amd64/hvm/ebs-gp3/ami-id",
    ),
)
"""The images that the sandbox has in every region."""


def image_by_id(image_id: str, region: str) -> Image | None:
    """The image with this id, or behind `resolve:ssm:` and the name of a public parameter."""
    parameter = image_id.removeprefix("resolve:ssm:") if image_id.startswith("resolve:ssm:") else None
    for image in IMAGES:
        if image_id == image.id_in(region) or parameter == image.parameter:
            return image
    return None
