"""Errors around MFA devices and their codes (spec/iam-facts.md 6.2; ids are its rows)."""

from __future__ import annotations

import pytest

from tests.account.asked import (
    role,
    yuna,
)
from tests.account.people import Person
from tests.account.test_iam_shapes import PHONE, codes
from tutor.account import ServiceError, code_at, step_of


@pytest.fixture
def enrolled(root: Person) -> tuple[Person, str]:
    """yuna with a key and a phone; the phone's seed."""
    for action, parameters in (yuna, ("iam:CreateAccessKey", {"UserName": "yuna"}), role()):
        root.ask(action, **parameters)
    device = root.ask("iam:CreateVirtualMFADevice", VirtualMFADeviceName="phone")["VirtualMFADevice"]
    seed: bytes = device["Base32StringSeed"]
    root.ask("iam:EnableMFADevice", UserName="yuna", SerialNumber=PHONE, **codes(root, seed))
    return Person(root.save, "yuna"), seed.decode()


def refusal_of(person: Person, action: str, **parameters: object) -> tuple[str, str]:
    with pytest.raises(ServiceError) as refusal:
        person.ask(action, **parameters)
    return refusal.value.code, refusal.value.message


def code_now(person: Person, seed: str, ahead: int = 1) -> str:
    return code_at(seed, step_of(person.save.world.now) + ahead)


def test_m2_a_wrong_code_and_a_code_that_was_used(enrolled: tuple[Person, str]) -> None:
    person, seed = enrolled
    invalid = ("AccessDenied", "MultiFactorAuthentication failed with invalid MFA one time pass code.")
    assert refusal_of(person, "sts:GetSessionToken", SerialNumber=PHONE, TokenCode="000000") == invalid
    person.save.advance_clock(90)
    code = code_now(person, seed)
    person.ask("sts:GetSessionToken", SerialNumber=PHONE, TokenCode=code)
    assert refusal_of(person, "sts:GetSessionToken", SerialNumber=PHONE, TokenCode=code) == invalid


def test_m2_the_codes_of_enrolment_are_used_too(enrolled: tuple[Person, str]) -> None:
    person, seed = enrolled
    used = person.account.mfa_devices[PHONE].used_steps
    code = code_at(seed, used[-1])
    assert refusal_of(person, "sts:GetSessionToken", SerialNumber=PHONE, TokenCode=code)[0] == "AccessDenied"


def test_m3_a_serial_number_that_is_not_the_callers(enrolled: tuple[Person, str]) -> None:
    person, seed = enrolled
    unable = (
        "AccessDenied",
        "MultiFactorAuthentication failed, unable to validate MFA code.  "
        "Please verify your MFA serial number is valid and associated with this user.",
    )
    wrong = PHONE.replace("mfa/", "user/")
    code = code_now(person, seed)
    assert refusal_of(person, "sts:GetSessionToken", SerialNumber=wrong, TokenCode=code) == unable


def test_m4_a_serial_number_without_a_code(enrolled: tuple[Person, str]) -> None:
    person, _seed = enrolled
    both = (
        "AccessDenied",
        "MultiFactorAuthentication failed, must provide both MFA serial number and one time pass code.",
    )
    assert refusal_of(person, "sts:GetSessionToken", SerialNumber=PHONE) == both
    assert refusal_of(person, "sts:GetSessionToken", TokenCode="123456") == both


def test_e5_d6_d12_a_device_in_use(root: Person, enrolled: tuple[Person, str]) -> None:
    person, seed = enrolled
    root.ask("iam:CreateUser", UserName="bora")
    again = {"SerialNumber": PHONE, **codes(root, seed.encode(), ahead=2)}
    assert refusal_of(root, "iam:EnableMFADevice", UserName="bora", **again) == (
        "EntityAlreadyExists",
        "MFA Device is already in use.",
    )
    assert refusal_of(root, "iam:DeleteVirtualMFADevice", SerialNumber=PHONE) == (
        "DeleteConflict",
        "MFA VirtualDevice in use. Must deactivate first.",
    )
    key_id = person.caller().access_key_id
    root.ask("iam:DeleteAccessKey", UserName="yuna", AccessKeyId=key_id)
    assert refusal_of(root, "iam:DeleteUser", UserName="yuna") == (
        "DeleteConflict",
        "Cannot delete entity, must delete MFA device first.",
    )


def test_m1_the_same_code_twice_and_swapped_codes(root: Person, enrolled: tuple[Person, str]) -> None:
    _person, seed = enrolled
    invalid = ("InvalidAuthenticationCode", "Authentication code for device is not valid.")
    pair = codes(root, seed.encode(), ahead=3)
    first, second = pair.values()
    for one, two in ((first, first), (second, first)):
        given = {"AuthenticationCode1": one, "AuthenticationCode2": two}
        refused = refusal_of(root, "iam:ResyncMFADevice", UserName="yuna", SerialNumber=PHONE, **given)
        assert refused == invalid
