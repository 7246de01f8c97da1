"""Access reports of an organization: which services its SCPs let accounts reach, and who used them last."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import TYPE_CHECKING, Final

from tutor.account.control_policies import SCP
from tutor.account.operations.checks import Checks
from tutor.account.operations.granting import grants
from tutor.account.operations.organization_features import managed_organization
from tutor.account.operations.paging import page, rows_of
from tutor.account.operations.service_names import SERVICE_NAMES
from tutor.account.service_error import invalid_input, no_such_entity
from tutor.account.settings import AccessJob

if TYPE_CHECKING:
    from tutor.account.call import Call, Result
    from tutor.account.entities import User
    from tutor.account.organization import Organization
    from tutor.account.roles import Role
    from tutor.account.world import Account, World
    from tutor.policy import PolicyDocument

__all__ = ["ORGANIZATION", "generate_organizations_access_report", "get_organizations_access_report"]

ORGANIZATION: Final = "ORGANIZATION"
"""In the place of a job's granularity: it is about an organization."""

_NAME: Final = "SERVICE_NAMESPACE"
_TIME: Final = "LAST_AUTHENTICATED_TIME"
_ORDERS: Final = tuple(f"{by}_{way}" for by in (_NAME, _TIME) for way in ("ASCENDING", "DESCENDING"))


def generate_organizations_access_report(world: World, account: Account, call: Call) -> Result:
    """Starts a job about a root, a unit or an account, which is done at once."""
    checks = Checks(call)
    path = checks.length("EntityPath", 19, 427)
    checks.finish()
    organization = managed_organization(world, account)
    target = _target(organization, path)
    policy_id = call.text("OrganizationsPolicyId")
    services = tuple(sorted(_reached(organization, target, policy_id)))
    found = tuple(_found(world, organization, target, frozenset(services)))
    job = AccessJob(call.mint.uuid(), path, ORGANIZATION, call.moment(world), services, found)
    account.access_jobs[job.job_id] = job
    return {"JobId": job.job_id}


def _target(organization: Organization, path: str) -> str:
    """The id at the end of a path such as o-1/r-1/ou-1/111111111111."""
    first, *rest = path.strip("/").split("/")
    if first != organization.org_id or not rest or organization.chain(rest[-1]) != tuple(rest):
        raise invalid_input(f"{path} is not the path of an entity of the organization.")
    return rest[-1]


def _reached(organization: Organization, target: str, policy_id: str | None) -> Iterator[str]:
    """What one policy lets through, else what every level down to the target does."""
    levels: list[list[PolicyDocument]] = []
    if policy_id is not None:
        policy = organization.policy(policy_id)
        if policy is None:
            raise no_such_entity(f"Policy {policy_id} was not found.")
        levels = [[policy.content.document]]
    elif SCP in organization.enabled and target != organization.management_id:
        chain = organization.chain(target)
        levels = [[one.content.document for one in organization.policies_at(each, SCP)] for each in chain]
    for namespace in SERVICE_NAMES:
        if all(any(grants(document, namespace) for document in level) for level in levels):
            yield namespace


def _found(
    world: World, organization: Organization, target: str, services: frozenset[str]
) -> Iterator[tuple[str, str, datetime, str]]:
    """For each service and account below the target the newest use, with the account's path."""
    for account_id in organization.members:
        account = world.accounts.get(account_id)
        if account is None or target not in organization.chain(account_id):
            continue
        newest: dict[str, tuple[datetime, str]] = {}
        identities: list[User | Role] = [*account.users.values(), *account.roles.values()]
        for identity in identities:
            for key, access in identity.accessed.items():
                if key in services and (key not in newest or access.at > newest[key][0]):
                    newest[key] = (access.at, access.region)
        path = f"{organization.path_of(account_id)}{account_id}"
        yield from ((key, path, at, region) for key, (at, region) in newest.items())


def get_organizations_access_report(_world: World, account: Account, call: Call) -> Result:
    """The services that are within reach, each with the account that used it last."""
    checks = Checks(call)
    checks.page_size()
    order = checks.choice("SortKey", _ORDERS, _ORDERS[0])
    checks.finish()
    job = account.access_jobs.get(call.required("JobId"))
    if job is None or job.granularity != ORGANIZATION:
        raise no_such_entity(f"Job {call.required('JobId')} cannot be found.")
    details = [_detail(job, namespace) for namespace in job.services]
    ordered = enumerate(_sorted(details, order))
    shown, more = page(call, checks, rows_of(ordered, lambda row: f"{row[0]:06}"))
    return {
        "JobStatus": "COMPLETED",
        "JobCreationDate": job.created,
        "JobCompletionDate": job.created,
        "NumberOfServicesAccessible": len(details),
        "NumberOfServicesNotAccessed": sum("EntityPath" not in detail for detail in details),
        "AccessDetails": [detail for _number, detail in shown],
        **more,
    }


def _sorted(details: Iterable[Result], order: str) -> list[Result]:
    """Services that nobody used come first by time, as the oldest."""
    key = "LastAuthenticatedTime" if order.startswith(_TIME) else "ServiceNamespace"
    return sorted(
        details,
        key=lambda detail: str(detail.get(key, "")),
        reverse=order.endswith("DESCENDING"),
    )


def _detail(job: AccessJob, namespace: str) -> Result:
    uses = sorted((row for row in job.found if row[0] == namespace), key=lambda row: row[2])
    shape: Result = {
        "ServiceName": SERVICE_NAMES[namespace],
        "ServiceNamespace": namespace,
        "TotalAuthenticatedEntities": len(uses),
    }
    if uses:
        _key, path, at, region = uses[-1]
        shape |= {"Region": region, "EntityPath": path, "LastAuthenticatedTime": at}
    return shape
