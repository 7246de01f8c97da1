"""The credentials that an instance gets for the role of its instance profile, by itself."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING, Final

from tutor.gateway.hearing import hear, petition_of, settling
from tutor.gateway.http import HttpRequest, HttpResponse
from tutor.gateway.vendored import Credentials
from tutor.policy import Principal, PrincipalKind

if TYPE_CHECKING:
    from tutor.account import RequestRecord
    from tutor.account.compute import Instance
    from tutor.gateway.sandbox import Sandbox
    from tutor.gateway.stamp import Stamp

SERVICE: Final = "ec2.amazonaws.com"


@dataclass(frozen=True, slots=True)
class OnInstance:
    """The sandbox as `aws` on an instance meets it: there are no profiles, and no key lies there."""

    sandbox: "Sandbox"
    profile_names: Sequence[str] = ()

    def send(self, http: HttpRequest, *, source_ip: str = "", stamp: "Stamp | None" = None) -> HttpResponse:
        """Answers one signed request."""
        return self.sandbox.send(http, source_ip=source_ip, stamp=stamp)

    def credentials_of(self, profile: str | None) -> Credentials | None:
        """Nothing: what there is comes from the instance's role."""
        return None

    @property
    def wall_clock(self) -> Callable[[], datetime]:
        """The clock that signatures are made and checked by."""
        return self.sandbox.wall_clock

    def sandbox_clock(self) -> datetime:
        """Sandbox time."""
        return self.sandbox.sandbox_clock()


def running_instance(sandbox: "Sandbox", named: str) -> "Instance | None":
    """A running instance of the learner's account by id, address or Name tag."""
    from tutor.account.operations.ec2_shapes import public_ip

    running = [one for one in sandbox.account.compute.instances.values() if one.state == "running"]
    for instance in running:
        if named in (instance.instance_id, instance.private_ip, public_ip(instance)):
            return instance
    tagged = [one for one in running if one.tags.get("Name") == named]
    return tagged[0] if len(tagged) == 1 else None


def address_of(instance: "Instance") -> str:
    """Where the instance's requests come from."""
    from tutor.account.operations.ec2_shapes import public_ip

    return public_ip(instance)


def role_of(sandbox: "Sandbox", instance: "Instance") -> str | None:
    """The ARN of the role that the instance's profile hands over now."""
    account = sandbox.account
    if instance.profile is None:
        return None
    profile = account.instance_profiles.get(instance.profile.arn.rpartition("/")[2])
    role = account.roles.get(profile.role) if profile is not None and profile.role is not None else None
    return role.arn if role is not None else None


def holds(sandbox: "Sandbox", credentials: Credentials | None, role_arn: str | None) -> bool:
    """Whether credentials are still good for the role that the instance has now."""
    session = sandbox.world.find_session(credentials.access_key_id) if credentials is not None else None
    if session is None or session.expired(sandbox.world.clock.next(sandbox.wall_clock())):
        return False
    issuer = sandbox.world.issuer_of(session)
    return issuer is not None and issuer.arn == role_arn


def fetched(sandbox: "Sandbox", instance: "Instance", role_arn: str, line: int | None) -> Credentials | None:
    """New credentials for the role, recorded; None if its trust policy does not let EC2 assume it."""
    from tutor.account import Asked

    save = sandbox.save
    with save.exclusive():
        request = _request(instance, role_arn)
        petition = petition_of(request, sandbox.world, sandbox.world.clock.next(sandbox.wall_clock()))
        heard = hear(replace(petition, account_id=sandbox.account.account_id), sandbox.world)
        asked = tuple(
            Asked(need.action, need.resource, str(decision.outcome), str(decision.decided_by))
            for need, decision in heard
        )
        error = None if settling(heard).allowed else "AccessDenied"
        given = save.append(replace(request, asked=asked, error=error), line=line).result.get("Credentials")
    if not isinstance(given, dict):
        return None
    return Credentials(given["AccessKeyId"], given["SecretAccessKey"], given["SessionToken"])


def _request(instance: "Instance", role_arn: str) -> "RequestRecord":
    from tutor.account import Caller, RequestRecord

    service = Caller(Principal(PrincipalKind.AWS_SERVICE, SERVICE, ""), None, SERVICE, None)
    parameters: dict[str, object] = {"RoleArn": role_arn, "RoleSessionName": instance.instance_id}
    return RequestRecord(
        "sts", "AssumeRole", parameters, service, None, address_of(instance), region=instance.region
    )
