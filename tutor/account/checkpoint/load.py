"""TinyDB tables as a world."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import TypeVar

from tutor.account.account import Account
from tutor.account.buckets import Bucket, StoredObject
from tutor.account.checkpoint.position import Position, Row, Tables, digest
from tutor.account.checkpoint.rows import from_row
from tutor.account.clock import Clock, ClockMode, parse_time
from tutor.account.compute import Instance
from tutor.account.credentials import MfaDevice, ServerCertificate
from tutor.account.directory import Person
from tutor.account.entities import Group, ManagedPolicy, RootUser, User
from tutor.account.journal.ledger import Cursor
from tutor.account.organization import Organization
from tutor.account.providers import OidcProvider, SamlProvider
from tutor.account.roles import InstanceProfile, Role
from tutor.account.sessions import Session
from tutor.account.settings import AccessJob, CredentialReport, PasswordPolicy
from tutor.account.world import World

__all__ = ["load"]

T = TypeVar("T")


def load(tables: Tables) -> tuple[World, Position]:
    """What `dump` was given; raises ValueError, LookupError or TypeError for tables of other making.

    Those of an older format are among them: the journal has all that they had, and more.
    """
    state = tables["state"]["1"]
    unsealed = {name: value for name, value in state.items() if name != "digest"}
    if state["digest"] != digest({**tables, "state": {"1": unsealed}}):
        raise ValueError("the digest does not fit")
    clock = state["clock"]
    world = World(
        Clock(
            ClockMode(clock["mode"]),
            parse_time(clock["now"]),
            timedelta(seconds=clock["offset"]),
            clock["started"],
        ),
        lesson=state["lesson"],
    )
    for row in tables["accounts"].values():
        _load_account(world, row)
    _load_entities(world, tables)
    _load_buckets(world, tables)
    for row in tables["sessions"].values():
        session = from_row(Session, row)
        world.sessions[session.key_id] = session
    for row in tables.get("organization", {}).values():
        world.organization = from_row(Organization, row)
    for row in tables.get("directory", {}).values():
        world.directory[row["name"]] = from_row(Person, row)
    for row in tables["profiles"].values():
        world.profiles[row["name"]] = dict(row["definition"])
    cursor = Cursor(state["head"], tuple(state["redo"]), state["next_line"])
    return world, Position(state["entries"], state["checksum"], cursor)


def _load_account(world: World, row: Row) -> None:
    policy, report = row["password_policy"], row["credential_report"]
    account = Account(
        row["root"]["account_id"],
        from_row(RootUser, row["root"]),
        row["alias"],
        password_policy=None if policy is None else from_row(PasswordPolicy, policy),
        credential_report=None if report is None else from_row(CredentialReport, report),
        deletions=list(row["deletions"]),
        token_version=row["token_version"],
    )
    world.accounts[account.account_id] = account
    _know_keys(world, account, account.root)


def _know_keys(world: World, account: Account, owner: User | RootUser) -> None:
    for key in owner.keys.values():
        world.add_key(account, owner, key)


def _rows(world: World, tables: Tables, name: str, kind: type[T]) -> Iterator[tuple[Account, T]]:
    for row in tables.get(name, {}).values():
        fields = {field: value for field, value in row.items() if field != "account"}
        yield world.accounts[row["account"]], from_row(kind, fields)


def _load_entities(world: World, tables: Tables) -> None:
    for account, policy in _rows(world, tables, "policies", ManagedPolicy):
        account.policies[policy.arn] = policy
    for account, group in _rows(world, tables, "groups", Group):
        account.add_group(group)
    for account, user in _rows(world, tables, "users", User):
        account.add(user)
        _know_keys(world, account, user)
    for account, role in _rows(world, tables, "roles", Role):
        account.add(role)
    for account, profile in _rows(world, tables, "instance_profiles", InstanceProfile):
        account.instance_profiles[profile.name] = profile
    for account, device in _rows(world, tables, "mfa_devices", MfaDevice):
        account.mfa_devices[device.serial] = device
    for account, oidc in _rows(world, tables, "oidc_providers", OidcProvider):
        account.oidc_providers[oidc.arn] = oidc
    for account, saml in _rows(world, tables, "saml_providers", SamlProvider):
        account.saml_providers[saml.arn] = saml
    for account, certificate in _rows(world, tables, "server_certificates", ServerCertificate):
        account.server_certificates[certificate.name] = certificate
    for account, instance in _rows(world, tables, "instances", Instance):
        account.compute.put(instance)
    for account, job in _rows(world, tables, "access_jobs", AccessJob):
        account.access_jobs[job.job_id] = job


def _load_buckets(world: World, tables: Tables) -> None:
    for row in tables["buckets"].values():
        fields = {"account_id" if name == "account" else name: value for name, value in row.items()}
        world.accounts[row["account"]].buckets[row["name"]] = from_row(Bucket, fields)
    for row in tables["objects"].values():
        bucket = world.bucket(row["bucket"])
        if bucket is None:
            raise LookupError(row["bucket"])
        fields = {name: value for name, value in row.items() if name not in ("bucket", "key")}
        bucket.objects[row["key"]] = from_row(StoredObject, fields)
