"""Who used which service last."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import TYPE_CHECKING, Final, NamedTuple

from tutor.account.entities import ManagedPolicy
from tutor.account.operations.checks import Checks
from tutor.account.operations.find import managed_policy
from tutor.account.operations.granting import grants
from tutor.account.operations.paging import page, rows_of
from tutor.account.operations.principals import entity_of, policies_of_entity, principals_behind
from tutor.account.operations.service_names import SERVICE_NAMES
from tutor.account.service_error import no_such_entity
from tutor.account.settings import AccessJob

if TYPE_CHECKING:
    from tutor.account.account import Account, Holder
    from tutor.account.call import Call, Result
    from tutor.account.world import World
    from tutor.policy import PolicyDocument

__all__ = [
    "generate_service_last_accessed_details",
    "get_service_last_accessed_details",
    "get_service_last_accessed_details_with_entities",
]

_LEVELS: Final = ("SERVICE_LEVEL", "ACTION_LEVEL")


class _Use(NamedTuple):
    """One row of what a job found."""

    key: str
    arn: str
    at: datetime
    region: str


def generate_service_last_accessed_details(world: World, account: Account, call: Call) -> Result:
    """Starts a job, which is done at once."""
    checks = Checks(call)
    arn = checks.length("Arn", 20, 2048)
    level = checks.choice("Granularity", _LEVELS, _LEVELS[0])
    checks.finish()
    entity = _entity(account, arn)
    reached = _reached(_documents(account, entity))
    found = tuple(
        _Use(key, principal.arn, access.at, access.region)
        for principal in principals_behind(account, entity)
        for key, access in principal.accessed.items()
        if key.partition(":")[0] in reached
    )
    job = AccessJob(call.mint.uuid(), arn, level, call.moment(world), tuple(sorted(reached)), found)
    account.access_jobs[job.job_id] = job
    return {"JobId": job.job_id}


def _entity(account: Account, arn: str) -> Holder | ManagedPolicy:
    if ":policy/" in arn:
        return managed_policy(account, arn)
    return entity_of(account, arn)


def _documents(account: Account, entity: Holder | ManagedPolicy) -> Iterator[PolicyDocument]:
    if isinstance(entity, ManagedPolicy):
        yield entity.document
        return
    for held in policies_of_entity(account, entity):
        yield held.text.document


def _reached(documents: Iterable[PolicyDocument]) -> set[str]:
    listed = list(documents)
    return {
        namespace for namespace in SERVICE_NAMES if any(grants(document, namespace) for document in listed)
    }


def _job(account: Account, call: Call) -> AccessJob:
    job = account.access_jobs.get(call.required("JobId"))
    if job is None or job.granularity not in _LEVELS:
        raise no_such_entity(f"Job {call.required('JobId')} cannot be found.")
    return job


def _uses(job: AccessJob, key: str) -> list[_Use]:
    return sorted((_Use(*row) for row in job.found if row[0] == key), key=lambda use: use.at, reverse=True)


def _frame(job: AccessJob) -> Result:
    return {
        "JobStatus": "COMPLETED",
        "JobCreationDate": job.created,
        "JobCompletionDate": job.created,
    }


def get_service_last_accessed_details(_world: World, account: Account, call: Call) -> Result:
    """The services that the entity can reach, each with its last use."""
    checks = Checks(call)
    checks.page_size()
    checks.finish()
    job = _job(account, call)
    services, more = page(call, checks, rows_of(job.services, str))
    return {
        **_frame(job),
        "JobType": job.granularity,
        "ServicesLastAccessed": [_service(job, namespace) for namespace in services],
        **more,
    }


def _service(job: AccessJob, namespace: str) -> Result:
    uses = _uses(job, namespace)
    shape: Result = {
        "ServiceName": SERVICE_NAMES[namespace],
        "ServiceNamespace": namespace,
        "TotalAuthenticatedEntities": len(uses),
    }
    if uses:
        shape |= {
            "LastAuthenticated": uses[0].at,
            "LastAuthenticatedEntity": uses[0].arn,
            "LastAuthenticatedRegion": uses[0].region,
        }
    if job.granularity == "ACTION_LEVEL":
        keys = sorted({row[0] for row in job.found if row[0].startswith(f"{namespace}:")})
        shape["TrackedActionsLastAccessed"] = [_action(_uses(job, key)[0]) for key in keys]
    return shape


def _action(use: _Use) -> Result:
    return {
        "ActionName": use.key.partition(":")[2],
        "LastAccessedEntity": use.arn,
        "LastAccessedTime": use.at,
        "LastAccessedRegion": use.region,
    }


def get_service_last_accessed_details_with_entities(_world: World, account: Account, call: Call) -> Result:
    """Who used one service, the last one first."""
    checks = Checks(call)
    namespace = checks.length("ServiceNamespace", 1, 64)
    checks.page_size()
    checks.finish()
    job = _job(account, call)
    uses = [(number, use) for number, use in enumerate(_uses(job, namespace))]
    shown, more = page(call, checks, rows_of(uses, lambda row: f"{row[0]:06}"))
    details = [_details(account, use) for _number, use in shown]
    return {**_frame(job), "EntityDetailsList": details, **more}


def _details(account: Account, use: _Use) -> Result:
    """The entity as it was then, if it is gone by now."""
    kind, _, rest = use.arn.rpartition(":")[2].partition("/")
    name = rest.rpartition("/")[2]
    table = account.users if kind == "user" else account.roles
    found = table.get(name)
    unique_id = getattr(found, f"{kind}_id", "") if found is not None else "A" * 16
    path = f"/{rest.removesuffix(name)}"
    who = {"Arn": use.arn, "Name": name, "Type": kind.upper(), "Id": unique_id, "Path": path}
    return {"EntityInfo": who, "LastAuthenticated": use.at}
