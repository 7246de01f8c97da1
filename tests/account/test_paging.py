"""Pages: MaxItems, Marker, IsTruncated (spec/iam-facts.md 6.1)."""

from __future__ import annotations

import pytest

from tests.account.people import ALLOW_ALL, Person
from tutor.account import AWS_MANAGED, ServiceError


def walk(person: Person, action: str, listed: str, size: int, **parameters: object) -> list[list[str]]:
    """The pages of a listing, by the name of what they list."""
    pages: list[list[str]] = []
    marker: dict[str, object] = {}
    while True:
        answer = person.ask(action, MaxItems=size, **marker, **parameters)
        names = [
            next(item[name] for name in ("UserName", "GroupName", "PolicyName") if name in item)
            if isinstance(item, dict)
            else item
            for item in answer[listed]
        ]
        pages.append(names)
        if not answer["IsTruncated"]:
            assert "Marker" not in answer
            return pages
        marker = {"Marker": answer["Marker"]}


@pytest.fixture
def crowd(root: Person) -> Person:
    root.ask("iam:CreateGroup", GroupName="all")
    for name in ("cho", "Ana", "bora", "dal", "eun"):
        root.ask("iam:CreateUser", UserName=name, Path="/d/" if name == "dal" else "/")
        root.ask("iam:AddUserToGroup", GroupName="all", UserName=name)
        root.ask("iam:PutGroupPolicy", GroupName="all", PolicyName=name, PolicyDocument=ALLOW_ALL)
    return root


def test_users_come_in_name_order_in_pages_of_the_size_asked_for(crowd: Person) -> None:
    assert walk(crowd, "iam:ListUsers", "Users", 2) == [["Ana", "bora"], ["cho", "dal"], ["eun"]]
    assert walk(crowd, "iam:ListUsers", "Users", 5) == [["Ana", "bora", "cho", "dal", "eun"]]


def test_a_filter_does_not_make_pages_short(crowd: Person) -> None:
    assert walk(crowd, "iam:ListUsers", "Users", 1, PathPrefix="/d/") == [["dal"]]


def test_members_policies_and_groups_have_pages_too(crowd: Person) -> None:
    members = walk(crowd, "iam:GetGroup", "Users", 2, GroupName="all")
    assert members == [["Ana", "bora"], ["cho", "dal"], ["eun"]]
    assert len(walk(crowd, "iam:ListGroupPolicies", "PolicyNames", 2, GroupName="all")) == 3
    everything = walk(crowd, "iam:ListPolicies", "Policies", 3)
    assert [name for page in everything for name in page] == sorted(
        (policy.name for policy in AWS_MANAGED.values()), key=str.lower
    )
    assert {len(page) for page in everything[:-1]} == {3}


def test_a_page_goes_on_behind_what_was_last_shown_although_it_is_gone(crowd: Person) -> None:
    first = crowd.ask("iam:ListUsers", MaxItems=2)
    for name in ("bora", "cho"):
        crowd.ask("iam:RemoveUserFromGroup", GroupName="all", UserName=name)
        crowd.ask("iam:DeleteUser", UserName=name)
    rest = crowd.ask("iam:ListUsers", Marker=first["Marker"])
    assert [user["UserName"] for user in rest["Users"]] == ["dal", "eun"]


def test_a_marker_belongs_to_its_operation(crowd: Person) -> None:
    marker = crowd.ask("iam:ListUsers", MaxItems=1)["Marker"]
    with pytest.raises(ServiceError, match=r"Invalid Marker\."):
        crowd.ask("iam:ListGroups", Marker=marker)


def test_a_hundred_is_a_page_unless_asked_otherwise(root: Person) -> None:
    for number in range(101):
        root.ask("iam:CreateUser", UserName=f"u{number}")
    answer = root.ask("iam:ListUsers")
    assert (len(answer["Users"]), answer["IsTruncated"]) == (100, True)
