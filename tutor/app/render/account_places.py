"""The account itself, its headings, buckets, objects and MFA devices."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from tutor.app.models.account_detail import Detail, DetailRow, DetailSection
from tutor.app.models.account_subject import SECTIONS

from .account_pen import Pen
from .account_policies import findings

if TYPE_CHECKING:
    from tutor.account import Account, Bucket, World
    from tutor.account.credentials import MfaDevice
    from tutor.account.settings import PasswordPolicy

MOST_OBJECTS: Final = 200
BLOCKS: Final = ("block_acls", "ignore_acls", "block_policy", "restrict_buckets")


def account_detail(account: "Account", pen: Pen) -> Detail:
    """The account: how much of everything, root, the password policy."""
    root = account.root
    facts = (
        pen.fact("id", account.account_id),
        pen.fact("alias", account.alias or pen.say("none")),
        pen.fact("arn", root.arn),
    )
    keys = [
        pen.line(key.key_id, note=f"{key.status} · {pen.use(key.last_used)}", sign="!")
        for key in root.keys.values()
    ]
    mfa = [
        pen.line(pen.say("root-mfa" if root.devices else "root-no-mfa"), sign="✓" if root.devices else "!")
    ]
    counts = (
        pen.line(pen.say(f"section.{name}"), note=str(len(rows_of(account, name))), link=name)
        for name in SECTIONS
    )
    sections = (
        pen.plain_section("facts", facts),
        pen.plain_section("summary", counts),
        pen.plain_section("root", [*mfa, *(keys or [pen.line(pen.say("root-no-keys"), sign="✓")])]),
        _passwords(account.password_policy, pen),
    )
    return Detail("account", account.alias or account.account_id, pen.say("kind.account"), sections)


def section_detail(account: "Account", name: str, pen: Pen) -> Detail:
    """All users, all groups and so on; what a heading of the tree stands for."""
    rows = (pen.line(text, link=link, note=note) for text, link, note in rows_of(account, name))
    title = pen.say(f"section.{name}")
    sections = (
        pen.section("all", rows, empty=f"no-{name}"),
        pen.plain_section("about", [pen.note(f"about.{name}")]),
    )
    return Detail(name, title, "", sections)


def rows_of(account: "Account", name: str) -> list[tuple[str, str, str]]:
    """Name, link and note of everything under a heading."""
    match name:
        case "users":
            return [(one.name, f"user/{one.name}", ", ".join(one.groups)) for one in account.users.values()]
        case "groups":
            return [(one.name, f"group/{one.name}", str(len(one.members))) for one in account.groups.values()]
        case "policies":
            return [(one.name, f"policy/{arn}", one.default_version) for arn, one in account.policies.items()]
        case "roles":
            return [(one.name, f"role/{one.name}", one.service or "") for one in account.roles.values()]
        case "buckets":
            return [
                (one.name, f"bucket/{one.name}", str(len(one.objects))) for one in account.buckets.values()
            ]
        case "instances":
            instances = account.compute.instances.values()
            return [(one.instance_id, f"instance/{one.instance_id}", one.state) for one in instances]
    providers = (*account.oidc_providers, *account.saml_providers)
    return [(arn.partition("/")[2], f"provider/{arn}", "") for arn in providers]


def _passwords(policy: "PasswordPolicy | None", pen: Pen) -> DetailSection:
    if policy is None:
        return pen.plain_section("passwords", [pen.note("passwords.default")])
    classes = ("symbols", "numbers", "uppercase", "lowercase")
    wanted = [pen.say(f"passwords.{name}") for name in classes if getattr(policy, name)]
    rows = [pen.line(pen.say("passwords.length", count=policy.minimum_length))]
    rows += [pen.line(text) for text in wanted]
    if policy.max_age:
        rows.append(pen.line(pen.say("passwords.age", count=policy.max_age)))
    if policy.reuse_prevention:
        rows.append(pen.line(pen.say("passwords.reuse", count=policy.reuse_prevention)))
    rows.append(pen.line(pen.say("passwords.own" if policy.users_may_change else "passwords.not-own")))
    return pen.plain_section("passwords", rows)


def bucket_detail(world: "World", bucket: "Bucket", pen: Pen) -> Detail:
    """One bucket."""
    from tutor.account.bucket_policies import bucket_policy_of
    from tutor.account.public_access import is_public

    policy = bucket_policy_of(world, bucket)
    facts = [
        pen.fact("arn", bucket.arn),
        pen.fact("region", bucket.region),
        pen.fact("created", pen.moment(bucket.created)),
        pen.fact("objects", str(len(bucket.objects))),
    ]
    public = policy is not None and is_public(policy.document)
    if policy is not None:
        said = pen.say("is-public" if public else "not-public")
        facts.append(pen.fact("public", said, sign="!" if public else "✓"))
    document = (
        [pen.plain_section("bucket-policy", pen.code(policy.text)), findings(policy, pen)]
        if policy is not None
        else [pen.plain_section("bucket-policy", pen.empty("no-bucket-policy"))]
    )
    sections = (
        pen.plain_section("facts", facts),
        *document,
        pen.plain_section("block", _block(bucket, pen)),
        pen.section("objects", _objects(bucket, pen), empty="no-objects"),
        pen.tags(bucket.tags),
    )
    return Detail(f"bucket/{bucket.name}", bucket.name, pen.say("kind.bucket"), sections)


def _block(bucket: "Bucket", pen: Pen) -> Iterator[DetailRow]:
    block = bucket.public_access_block
    for name in BLOCKS:
        on = block is not None and getattr(block, name)
        note = pen.say("is-on" if on else "is-off")
        yield pen.line(pen.say(f"block.{name}"), sign="✓" if on else "–", note=note)


def _objects(bucket: "Bucket", pen: Pen) -> Iterator[DetailRow]:
    for number, (key, stored) in enumerate(bucket.objects.items()):
        if number == MOST_OBJECTS:
            yield pen.note("more-objects", count=len(bucket.objects) - MOST_OBJECTS)
            return
        yield pen.line(key, link=f"object/{bucket.name}/{key}", note=pen.say("bytes", count=len(stored.body)))


def object_detail(bucket: "Bucket", key: str, pen: Pen) -> Detail:
    """One object of a bucket."""
    stored = bucket.objects[key]
    facts = (
        pen.fact("arn", f"{bucket.arn}/{key}"),
        pen.fact("bucket", bucket.name, link=f"bucket/{bucket.name}"),
        pen.fact("size", pen.say("bytes", count=len(stored.body))),
        pen.fact("type", stored.content_type),
        pen.fact("created", pen.moment(stored.modified)),
    )
    sections = (pen.plain_section("facts", facts), pen.tags(stored.tags))
    return Detail(f"object/{bucket.name}/{key}", key, pen.say("kind.object"), sections)


def device_detail(device: "MfaDevice", pen: Pen) -> Detail:
    """One MFA device."""
    facts = [pen.fact("serial", device.serial), pen.fact("created", pen.moment(device.created))]
    if device.enabled is None:
        facts.append(pen.fact("owner", pen.say("none")))
    elif device.owner:
        facts.append(pen.fact("owner", device.owner, link=f"user/{device.owner}"))
    else:
        facts.append(pen.fact("owner", "root", link="account"))
    if device.enabled is not None:
        facts.append(pen.fact("enabled", pen.moment(device.enabled)))
    sections = (pen.plain_section("facts", facts), pen.tags(device.tags))
    return Detail(f"device/{device.serial}", device.name, pen.say("kind.device"), sections)
