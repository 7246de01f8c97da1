"""People, buckets and files of generated questions: names as one meets them at work."""

from dataclasses import dataclass
from typing import Final

from tutor.policy import Principal, PrincipalKind

from .dice import Dice

__all__ = ["ACCOUNTS", "OBJECT_ACTIONS", "Place", "a_place"]

ACCOUNTS: Final = (
    "111111111111", "222222222222", "246813579024", "350917264810", "481516234217", "602214076331",
)  # fmt: skip
USERS: Final = (
    "yuna", "ian", "sora", "noah", "jun", "mina", "theo",
    "hana", "minho", "ada", "leo", "nari", "omar", "dasom",
)  # fmt: skip
GROUPS: Final = ("photographers", "developers", "bookkeepers", "interns", "operators", "auditors", "editors")
ROLES: Final = ("album-pickup", "deploy", "night-audit", "thumbnails", "report-reader", "backup")
BUCKETS: Final = (
    ("moonrabbit-photos", ("wedding", "album"), "jpg", "Photos"),
    ("moonrabbit-invoices", ("2025", "2026"), "pdf", "Invoices"),
    ("moonrabbit-web", ("css", "images"), "png", "Web"),
    ("papercrane-inbox", ("orders", "proofs"), "pdf", "Inbox"),
    ("lighthouse-archive", ("negatives", "scans"), "tif", "Archive"),
    ("harbour-reports", ("weekly", "yearly"), "csv", "Reports"),
    ("maple-backups", ("daily", "monthly"), "zip", "Backups"),
)
SERVERS: Final = ("i-0a1b2c3d", "i-4e5f6071", "i-829a3b4c", "i-5d6e7f80", "i-91a2b3c4")
OBJECT_ACTIONS: Final = ("s3:GetObject", "s3:PutObject", "s3:DeleteObject")


@dataclass(frozen=True, slots=True)
class Place:
    """Where a question plays."""

    account: str
    partner: str
    """Another account."""
    user: str
    other: str
    """Another user."""
    third: str
    """A third user."""
    group: str
    other_group: str
    bucket: str
    other_bucket: str
    topic: str
    """What policies about the bucket are called after: `Photos`."""
    folder: str
    elsewhere: str
    """Another folder of the bucket."""
    file: str
    role: str
    other_role: str
    server: str
    other_server: str

    @property
    def principal(self) -> Principal:
        """The user as a caller."""
        return Principal(PrincipalKind.USER, self.user_arn, self.account)

    @property
    def root(self) -> Principal:
        """The account's root user as a caller."""
        return Principal(PrincipalKind.ROOT, self.root_arn, self.account)

    @property
    def session(self) -> Principal:
        """A session of the role, taken by the user."""
        arn = f"arn:aws:sts::{self.account}:assumed-role/{self.role}/{self.user}"
        return Principal(PrincipalKind.ASSUMED_ROLE, arn, self.account)

    @property
    def user_arn(self) -> str:
        return f"arn:aws:iam::{self.account}:user/{self.user}"

    @property
    def other_arn(self) -> str:
        """The other user."""
        return f"arn:aws:iam::{self.account}:user/{self.other}"

    @property
    def root_arn(self) -> str:
        """The account as a principal; the ARN of its root user, too."""
        return f"arn:aws:iam::{self.account}:root"

    @property
    def role_arn(self) -> str:
        return f"arn:aws:iam::{self.account}:role/{self.role}"

    @property
    def bucket_arn(self) -> str:
        return f"arn:aws:s3:::{self.bucket}"

    @property
    def object_arn(self) -> str:
        """A file in the folder."""
        return f"{self.bucket_arn}/{self.folder}/{self.file}"

    @property
    def object_elsewhere(self) -> str:
        """A file in the other folder."""
        return f"{self.bucket_arn}/{self.elsewhere}/{self.file}"


def a_place(dice: Dice) -> Place:
    """A place, its people and files."""
    account, partner = dice.some(ACCOUNTS, 2)
    user, other, third = dice.some(USERS, 3)
    group, other_group = dice.some(GROUPS, 2)
    role, other_role = dice.some(ROLES, 2)
    server, other_server = dice.some(SERVERS, 2)
    (bucket, folders, ending, topic), (other_bucket, *_) = dice.some(BUCKETS, 2)
    folder, elsewhere = dice.shuffled(folders)
    return Place(
        account=account,
        partner=partner,
        user=user,
        other=other,
        third=third,
        group=group,
        other_group=other_group,
        bucket=bucket,
        other_bucket=other_bucket,
        topic=topic,
        folder=folder,
        elsewhere=elsewhere,
        file=f"{dice.number(89) + 10:03}.{ending}",
        role=role,
        other_role=other_role,
        server=server,
        other_server=other_server,
    )
