"""Undo, redo, goto: moves in the tree that the journal makes."""

from __future__ import annotations

from datetime import timedelta

import pytest

from tests.account.people import START, Person, contents, fresh_save
from tutor.account import ClockMode, MoveRecord, MoveVerb, RequestRecord, Save


def users(save: Save) -> list[str]:
    return list(Person(save).account.users)


def test_undo_takes_back_the_last_line_that_changed_the_account(root: Person) -> None:
    save = root.save
    root.ask("iam:CreateUser", UserName="a")
    before = save.head
    made = root.record("iam:CreateUser", UserName="b").entry
    root.ask("iam:ListUsers")
    root.refused("iam:CreateUser", UserName="c")
    assert root.record("iam:CreateUser", UserName="a").error is not None
    newest = save.head
    move = save.undo()
    assert move is not None
    assert (move.verb, move.undone, move.from_index, move.to_index) == (
        MoveVerb.UNDO,
        (made,),
        newest,
        before,
    )
    assert users(save) == ["a"]
    assert [entry.index for entry in save.entries] == [0, before]


def test_a_console_line_is_undone_whole(root: Person) -> None:
    save = root.save
    line = save.next_line
    for name in ("a", "b", "c"):
        save.append(root.request("iam:CreateUser", UserName=name), line=line)
        save.append(root.request("iam:ListUsers"), line=line)
    move = save.undo()
    assert move is not None
    assert len(move.undone) == 3
    assert users(save) == []


def test_requests_without_a_line_are_undone_one_by_one(root: Person) -> None:
    save = root.save
    for name in ("a", "b"):
        save.append(root.request("iam:CreateUser", UserName=name))
    save.undo()
    assert users(save) == ["a"]


def test_there_is_nothing_to_undo_at_a_begin_nor_in_start_lines(root: Person) -> None:
    save = root.save
    assert save.undo() is None
    save.append(root.request("iam:CreateUser", UserName="given"), start=True)
    root.ask("iam:ListUsers")
    assert save.undo() is None
    root.ask("iam:CreateUser", UserName="mine")
    assert save.undo() is not None
    assert save.undo() is None
    assert users(save) == ["given"]


def test_redo_is_the_inverse_also_of_several_undos_and_after_a_look_around(root: Person) -> None:
    save = root.save
    for name in ("a", "b", "c"):
        root.ask("iam:CreateUser", UserName=name)
    head, whole = save.head, contents(save.world)
    save.undo()
    save.undo()
    root.ask("iam:ListUsers")
    root.refused("iam:CreateUser", UserName="x")
    first, second = save.redo(), save.redo()
    assert first is not None
    assert second is not None
    assert [
        entry.request.parameters["UserName"] for entry in first.undone + second.undone if entry.request
    ] == [
        "b",
        "c",
    ]
    assert (save.head, contents(save.world)) == (head, whole)
    assert save.redo() is None


def test_a_change_after_undo_begins_a_branch_and_ends_redo(root: Person) -> None:
    save = root.save
    root.ask("iam:CreateUser", UserName="a")
    kept = save.head
    root.ask("iam:CreateUser", UserName="b")
    left = save.head
    save.undo()
    root.ask("iam:CreateUser", UserName="c")
    assert save.redo() is None
    assert users(save) == ["a", "c"]
    assert save.entries[-1].parent == kept
    assert left is not None
    move = save.goto(left)
    assert (move.verb, users(save)) == (MoveVerb.GOTO, ["a", "b"])


def test_goto_takes_positions_only(root: Person) -> None:
    root.ask("iam:CreateUser", UserName="a")
    root.save.undo()
    move = root.save.all_entries[-1]
    assert isinstance(move.content, MoveRecord)
    for index in (move.index, 99, -1):
        with pytest.raises(LookupError):
            root.save.goto(index)


def test_a_new_begin_is_a_fresh_world_and_the_old_chain_can_be_gone_back_to(root: Person) -> None:
    save = root.save
    root.ask("iam:CreateUser", UserName="a")
    old = save.head
    save.begin(start=START, alias="moonrabbit", lesson="credentials")
    assert (users(save), save.world.lesson) == ([], "credentials")
    assert Person(save).account.alias == "moonrabbit"
    assert save.undo() is None
    assert old is not None
    save.goto(old)
    assert (users(save), save.world.lesson) == (["a"], None)


def test_ids_are_never_issued_twice_after_undo(root: Person) -> None:
    first = root.ask("iam:CreateUser", UserName="a")["User"]["UserId"]
    root.save.undo()
    assert root.ask("iam:CreateUser", UserName="a")["User"]["UserId"] != first


def test_line_numbers_only_grow(root: Person) -> None:
    save = root.save
    root.ask("iam:CreateUser", UserName="a")
    assert save.next_line == 2
    save.undo(line=save.next_line)
    save.begin(start=START)
    assert save.next_line == 3


def test_the_world_can_be_seen_as_it_was_and_is_a_copy(root: Person) -> None:
    save = root.save
    worlds = [contents(save.world)]
    for number in range(450):
        root.ask("iam:CreateUser", UserName=f"u{number}")
        worlds.append(contents(save.world))
    for index in (0, 1, 199, 200, 201, 400, 450):
        world = save.world_at(index)
        assert contents(world) == worlds[index]
        world.accounts.clear()
    assert contents(save.world) == worlds[-1]
    assert save.world_at(None).accounts == {}


def test_profiles_and_the_clock_are_part_of_the_world(root: Person) -> None:
    save = root.save
    save.set_profile("yuna", {"user": "yuna"}, start=True)
    root.ask("iam:ListUsers")
    save.advance_clock(3600, line=save.next_line)
    assert save.world.now == START + timedelta(hours=1)
    assert root.record("iam:ListUsers").entry.at == START + timedelta(hours=1, seconds=20)
    move = save.undo()
    assert move is not None
    assert save.world.now == START
    assert save.world.profiles == {"yuna": {"user": "yuna"}}
    save.set_profile("yuna", {})
    assert save.world.profiles == {}


def test_a_note_moves_nothing(root: Person) -> None:
    root.ask("iam:CreateUser", UserName="a")
    head = root.save.head
    root.save.undo()
    note = root.save.note({"step": "join", "event": "passed"})
    assert not note.on_chain
    redone = root.save.redo()
    assert redone is not None
    assert root.save.head == head


def test_an_authored_date_does_not_turn_the_clock_back(root: Person) -> None:
    save = root.save
    past = START - timedelta(days=600)
    entry = save.append(root.request("iam:CreateUser", UserName="old"), start=True, at=past).entry
    assert (entry.at, Person(save).account.users["old"].created, save.world.now) == (past, past, START)
    assert root.record("iam:ListUsers").entry.at == START


def test_the_wall_mode_follows_the_wall_clock_and_its_offset() -> None:
    moment = [START]
    save = Save.in_memory(seed=b"s", clock=lambda: moment[0])
    save.begin(mode=ClockMode.WALL)
    root = Person(save)
    moment[0] = START + timedelta(seconds=5)
    assert root.record("iam:ListUsers").entry.at == moment[0]
    save.advance_clock(60)
    assert root.record("iam:ListUsers").entry.at == moment[0] + timedelta(seconds=60)
    moment[0] = START
    assert root.record("iam:ListUsers").entry.at == START + timedelta(seconds=65)


def test_nothing_can_be_recorded_before_the_first_begin() -> None:
    save = Save.in_memory(seed=b"s")
    assert (save.head, save.world.accounts, save.undo(), save.redo()) == (None, {}, None, None)
    request = RequestRecord(
        "iam", "ListUsers", {}, None, "AKIA", "203.0.113.10", error="InvalidClientTokenId"
    )
    with pytest.raises(LookupError):
        save.append(request)


def test_a_request_that_was_not_authenticated_is_kept_with_its_key(root: Person) -> None:
    request = RequestRecord(
        "iam", "ListUsers", {}, None, "AKIATYPO", "203.0.113.10", error="InvalidClientTokenId"
    )
    entry = root.save.append(request, line=1).entry
    assert entry.request == request
    assert not entry.changes
    assert root.save.undo() is None


def test_what_goes_wrong_while_a_request_is_performed_leaves_no_trace() -> None:
    root = Person(fresh_save())
    root.ask("iam:CreateUser", UserName="a")
    before, known = contents(root.save.world), len(root.save.all_entries)
    with pytest.raises(TypeError):  # a parameter that no journal can hold
        root.record("iam:CreateUser", UserName="b", Path="/", Tags=[{"Key": "k", "Value": object()}])
    assert (contents(root.save.world), len(root.save.all_entries)) == (before, known)
