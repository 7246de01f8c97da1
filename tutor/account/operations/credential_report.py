"""The credential report: who has which credentials, how old, when used (spec 6.3)."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from datetime import datetime, timedelta
from io import StringIO
from typing import TYPE_CHECKING, Final

from tutor.account.service_error import ServiceError
from tutor.account.settings import CredentialReport

if TYPE_CHECKING:
    from tutor.account.call import Call, Result
    from tutor.account.entities import AccessKey, RootUser, User
    from tutor.account.world import Account, World

__all__ = ["generate_credential_report", "get_credential_report"]

_FRESH: Final = timedelta(hours=4)
_KEYS: Final = 2
_KEY_COLUMNS: Final = ("active", "last_rotated", "last_used_date", "last_used_region", "last_used_service")
_COLUMNS: Final = (
    "user",
    "arn",
    "user_creation_time",
    "password_enabled",
    "password_last_used",
    "password_last_changed",
    "password_next_rotation",
    "mfa_active",
    *(f"access_key_{number}_{column}" for number in (1, 2) for column in _KEY_COLUMNS),
    *(f"cert_{number}_{column}" for number in (1, 2) for column in ("active", "last_rotated")),
)
_NONE: Final = "N/A"


def generate_credential_report(world: World, account: Account, call: Call) -> Result:
    """Makes a report, unless there is one of the last four hours."""
    now, report = call.moment(world), account.credential_report
    if report is not None and now - report.generated < _FRESH:
        return {"State": "COMPLETE"}
    text = StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(_COLUMNS)
    writer.writerow(_root_row(account))
    writer.writerows(_user_row(account, user) for user in account.users.values())
    account.credential_report = CredentialReport(now, text.getvalue())
    found = "No report exists." if report is None else "The last report is older than four hours."
    return {"State": "STARTED", "Description": f"{found} Starting a new report generation task"}


def get_credential_report(world: World, account: Account, call: Call) -> Result:
    """The report, as long as it is not older than four hours."""
    report = account.credential_report
    if report is None:
        message = "No report exists. Generate one first."
        raise ServiceError("ReportNotPresent", message, 410)
    if call.moment(world) - report.generated >= _FRESH:
        message = "The report is older than four hours. Generate a new one."
        raise ServiceError("ReportExpired", message, 410)
    return {
        "Content": report.content.encode(),
        "ReportFormat": "text/csv",
        "GeneratedTime": report.generated,
    }


def _date(moment: datetime) -> str:
    return moment.isoformat(timespec="seconds")


def _flag(value: bool) -> str:
    return "true" if value else "false"


def _root_row(account: Account) -> list[str]:
    root = account.root
    used = "no_information" if root.password_used is None else _date(root.password_used)
    password = ["not_supported", used, "not_supported", "not_supported"]
    who, mfa = ("<root_account>", root.arn, _date(root.created)), _flag(bool(root.devices))
    return [*who, *password, mfa, *_keys(root), *_no_certs(2)]


def _user_row(account: Account, user: User) -> list[str]:
    certificates = [
        text
        for certificate in user.certificates.values()
        for text in (_flag(certificate.status == "Active"), _date(certificate.uploaded))
    ]
    return [
        user.name,
        user.arn,
        _date(user.created),
        *_password(account, user),
        _flag(bool(user.devices)),
        *_keys(user),
        *certificates,
        *_no_certs(2 - len(user.certificates)),
    ]


def _password(account: Account, user: User) -> list[str]:
    login, policy = user.login, account.password_policy
    if login is None:
        return ["false", _NONE, _NONE, _NONE]
    used = "no_information" if user.password_used is None else _date(user.password_used)
    rotation = _NONE
    if policy is not None and policy.max_age is not None:
        rotation = _date(login.changed + timedelta(days=policy.max_age))
    return ["true", used, _date(login.changed), rotation]


def _keys(owner: User | RootUser) -> Iterator[str]:
    held: list[AccessKey | None] = [*owner.keys.values(), None, None]
    for key in held[:_KEYS]:
        if key is None:
            yield from ("false", _NONE, _NONE, _NONE, _NONE)
            continue
        yield from (_flag(key.active), _date(key.created))
        used = key.last_used
        yield from (_NONE,) * 3 if used is None else (_date(used.at), used.region, used.service)


def _no_certs(count: int) -> list[str]:
    return ["false", _NONE] * count
