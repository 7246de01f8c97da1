"""Users, groups and their access keys and devices in full."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from tutor.app.models.account_detail import Detail, DetailRow, DetailSection
from tutor.app.models.account_powers import powers_of
from tutor.app.models.account_subject import Subject
from tutor.wording.signs import short_key

from .account_pen import Pen
from .account_powers import power_rows

if TYPE_CHECKING:
    from tutor.account import Account, Group, Role, User
    from tutor.gateway.sandbox import Sandbox


def user_detail(sandbox: "Sandbox", user: "User", pen: Pen) -> Detail:
    """One user."""
    account, me = sandbox.account, Subject("user", user.name)
    sections = (
        pen.plain_section("facts", _user_facts(user, account, pen)),
        pen.section("powers", power_rows(pen, powers_of(sandbox, me.text), me), empty="no-powers"),
        pen.section(
            "groups", (pen.line(name, link=f"group/{name}") for name in user.groups), empty="no-groups-of"
        ),
        *policy_sections(account, user, pen),
        pen.section("inherited", _inherited(account, user, pen), empty="no-inherited"),
        pen.section("keys", (_key(account, user, key_id, pen) for key_id in user.keys), empty="no-keys"),
        pen.section("devices", (device_line(serial, pen) for serial in user.devices), empty="no-devices"),
        pen.tags(user.tags),
    )
    return Detail(me.text, user.name, pen.say("kind.user"), sections)


def group_detail(sandbox: "Sandbox", group: "Group", pen: Pen) -> Detail:
    """One group; AWS gives groups no tags."""
    account = sandbox.account
    facts = (
        pen.fact("arn", group.arn),
        pen.fact("id", group.group_id),
        pen.fact("path", group.path),
        pen.fact("created", pen.moment(group.created)),
    )
    sections = (
        pen.plain_section("facts", facts),
        pen.section(
            "members",
            (pen.line(name, link=f"user/{name}") for name in sorted(group.members)),
            empty="no-members",
        ),
        *policy_sections(account, group, pen),
        pen.plain_section("about", [pen.note("about.group")]),
    )
    return Detail(f"group/{group.name}", group.name, pen.say("kind.group"), sections)


def key_detail(user: "User", key_id: str, pen: Pen) -> Detail:
    """One access key."""
    key = user.keys[key_id]
    facts = (
        pen.fact("id", key_id),
        pen.fact("owner", user.name, link=f"user/{user.name}"),
        pen.fact("status", key.status, sign="✓" if key.active else "–"),
        pen.fact("created", pen.moment(key.created)),
        pen.fact("last-used", pen.use(key.last_used)),
    )
    sections = (
        pen.plain_section("facts", facts),
        pen.plain_section("about", [pen.note("about.key")]),
    )
    return Detail(f"key/{user.name}/{key_id}", short_key(key_id), pen.say("kind.key"), sections)


def policy_sections(
    account: "Account", holder: "User | Group | Role", pen: Pen
) -> tuple[DetailSection, DetailSection]:
    """Attached and inline policies of anybody who can have some."""
    me = f"{type(holder).__name__.lower()}/{holder.name}"
    attached = (attached_line(account, arn, pen) for arn in holder.attached)
    inline = (pen.line(name, link=f"inline/{me}/{name}") for name in holder.inline)
    return (
        pen.section("attached", attached, empty="no-attached"),
        pen.section("inline", inline, empty="no-inline"),
    )


def attached_line(account: "Account", arn: str, pen: Pen) -> DetailRow:
    """A managed policy by its name."""
    own = account.policies.get(arn)
    name = own.name if own else arn.rpartition("/")[2]
    return pen.line(name, link=f"policy/{arn}", note="" if own else pen.say("aws-managed"))


def boundary_fact(boundary: str | None, pen: Pen) -> DetailRow:
    """The permissions boundary, or that there is none."""
    if boundary is None:
        return pen.fact("boundary", pen.say("none"))
    return pen.fact("boundary", boundary.rpartition("/")[2], link=f"policy/{boundary}")


def device_line(serial: str, pen: Pen) -> DetailRow:
    """An MFA device by its name."""
    return pen.line(serial.rpartition("/")[2], link=f"device/{serial}", note=serial)


def _user_facts(user: "User", account: "Account", pen: Pen) -> Iterator[DetailRow]:
    yield pen.fact("arn", user.arn)
    yield pen.fact("id", user.user_id)
    yield pen.fact("path", user.path)
    yield pen.fact("created", pen.moment(user.created))
    yield boundary_fact(user.boundary, pen)
    if user.login is None:
        yield pen.fact("password", pen.say("no-password"))
        return
    reset = pen.say("reset-required") if user.login.reset_required else ""
    yield pen.fact("password", pen.say("since", when=pen.moment(user.login.changed)), note=reset)
    if user.password_used is not None:
        yield pen.fact("signed-in", pen.moment(user.password_used))


def _inherited(account: "Account", user: "User", pen: Pen) -> Iterator[DetailRow]:
    for name in user.groups:
        group, through = account.groups[name], pen.say("via", group=name)
        for arn in group.attached:
            policy = account.policy(arn)
            yield pen.line(policy.name if policy else arn, link=f"policy/{arn}", note=through)
        for inline in group.inline:
            yield pen.line(inline, link=f"inline/group/{name}/{inline}", note=through)


def _key(account: "Account", user: "User", key_id: str, pen: Pen) -> DetailRow:
    key = user.keys[key_id]
    sign = "✓" if key.active else "–"
    note = f"{key.status} · {pen.use(key.last_used)}"
    return pen.line(key_id, link=f"key/{user.name}/{key_id}", note=note, sign=sign)
