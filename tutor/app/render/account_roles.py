"""Roles, identity providers and instances in full."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from tutor.app.models.account_detail import Detail, DetailRow
from tutor.app.models.account_powers import powers_of
from tutor.app.models.account_subject import Subject
from tutor.policy import Effect

from .account_pen import Pen
from .account_people import boundary_fact, policy_sections
from .account_policies import findings
from .account_powers import power_rows

if TYPE_CHECKING:
    from tutor.account import Account, PolicyText, Role
    from tutor.account.compute import Instance
    from tutor.account.providers import OidcProvider, SamlProvider
    from tutor.gateway.sandbox import Sandbox
    from tutor.policy import Statement

MINUTES: Final = 60


def role_detail(sandbox: "Sandbox", role: "Role", pen: Pen) -> Detail:
    """One role."""
    from tutor.account import trust_of

    me, trust = Subject("role", role.name), trust_of(sandbox.world, role)
    sections = (
        pen.plain_section("facts", _role_facts(role, pen)),
        pen.section("trust", trust_rows(trust, sandbox.account.account_id, pen)),
        pen.plain_section("trust-policy", pen.code(trust.text)),
        findings(trust, pen),
        pen.section("powers", power_rows(pen, powers_of(sandbox, me.text), me), empty="no-powers"),
        *policy_sections(sandbox.account, role, pen),
        pen.section("profiles", map(pen.line, role.profiles), empty="no-profiles"),
        pen.tags(role.tags),
    )
    return Detail(me.text, role.name, pen.say("kind.role"), sections)


def _role_facts(role: "Role", pen: Pen) -> Iterator[DetailRow]:
    yield pen.fact("arn", role.arn)
    yield pen.fact("id", role.role_id)
    yield pen.fact("path", role.path)
    yield pen.fact("created", pen.moment(role.created))
    if role.description:
        yield pen.fact("description", role.description)
    yield boundary_fact(role.boundary, pen)
    yield pen.fact("session", pen.say("minutes", count=role.max_session // MINUTES))
    yield pen.fact("last-used", pen.use(role.last_used))
    if role.service:
        yield pen.fact("owner", role.service)


def trust_rows(trust: "PolicyText", account_id: str, pen: Pen) -> Iterator[DetailRow]:
    """Who may take a role, a sentence for each that the trust policy names."""
    for statement in trust.document.statements:
        allows = statement.effect is Effect.ALLOW
        named = statement.principal
        if named is None or named.negated:
            names = ", ".join(one.written.text for one in named.named) if named else "*"
            yield pen.line(pen.say("trust.all-but", names=names), sign="✗" if not allows else "✓")
        else:
            for one in named.named:
                text, link = _trusted(one.family, one.written.text, account_id, pen)
                yield pen.line(text, sign="✓" if allows else "✗", link=link)
        yield from _terms(statement, pen)


def _trusted(family: str, name: str, account_id: str, pen: Pen) -> tuple[str, str]:
    if name == "*":
        return pen.say("trust.anybody"), ""
    if family != "AWS":
        kind = "service" if family == "Service" else "provider"
        link = f"provider/{name}" if name.startswith("arn:") else ""
        return pen.say(f"trust.{kind}", name=name.rpartition("provider/")[2] or name), link
    if name.endswith(":root") or name.isdigit():
        return pen.say("trust.account", name=name.split(":")[4] if ":" in name else name), ""
    kind, _, rest = name.rpartition(":")[2].partition("/")
    known = {"user": "trust.user", "role": "trust.role"}
    last = rest.rpartition("/")[2] or name
    link = f"{kind}/{last}" if kind in known and f"::{account_id}:" in name else ""
    return pen.say(known.get(kind, "trust.other"), name=last if kind in known else name), link


def _terms(statement: "Statement", pen: Pen) -> Iterator[DetailRow]:
    for one in statement.conditions:
        values = ", ".join(value.text for value in one.values)
        yield pen.line(
            pen.say("only-if", operator=one.operator, key=one.key, values=values), sign="?", depth=1
        )


def provider_detail(account: "Account", provider: "OidcProvider | SamlProvider", pen: Pen) -> Detail:
    """One identity provider, and the roles that trust it."""
    from tutor.account.providers import OidcProvider

    facts = [pen.fact("arn", provider.arn), pen.fact("created", pen.moment(provider.created))]
    if isinstance(provider, OidcProvider):
        facts.append(pen.fact("url", f"https://{provider.url}"))
        facts += [pen.fact("client", client) for client in provider.client_ids]
    else:
        facts.append(pen.fact("valid-until", pen.moment(provider.valid_until)))
    trusting = (
        pen.line(role.name, link=f"role/{role.name}")
        for role in account.roles.values()
        if f'"{provider.arn}"' in role.trust.text
    )
    sections = (
        pen.plain_section("facts", facts),
        pen.section("trusting", trusting, empty="not-trusted"),
        pen.tags(provider.tags),
    )
    kind = pen.say("kind.oidc" if isinstance(provider, OidcProvider) else "kind.saml")
    return Detail(f"provider/{provider.arn}", provider.arn.partition("/")[2], kind, sections)


def instance_detail(account: "Account", instance: "Instance", pen: Pen) -> Detail:
    """One instance and the role that its profile hands to it."""
    facts = [
        pen.fact("id", instance.instance_id),
        pen.fact("arn", instance.arn(account.account_id)),
        pen.fact("status", instance.state, sign="✓" if instance.state == "running" else "–"),
        pen.fact("type", instance.instance_type),
        pen.fact("zone", instance.zone),
        pen.fact("created", pen.moment(instance.launched)),
    ]
    profile = None if instance.profile is None else instance.profile.arn.rpartition("/")[2]
    if profile is None:
        facts.append(pen.fact("profile", pen.say("none")))
    else:
        facts.append(pen.fact("profile", profile))
        found = account.instance_profiles.get(profile)
        if found is not None and found.role:
            facts.append(pen.fact("role", found.role, link=f"role/{found.role}"))
    sections = (pen.plain_section("facts", facts), pen.tags(instance.tags))
    name = instance.tags.get("Name") or instance.instance_id
    return Detail(f"instance/{instance.instance_id}", name, pen.say("kind.instance"), sections)
