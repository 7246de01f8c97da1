"""Instances shown, stopped, started and terminated."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from tutor.account.compute import RUNNING, STATE_CODES, STOPPED, TERMINATED, Instance, Surroundings
from tutor.account.machines import INSTANCE_TYPES
from tutor.account.operations.ec2_errors import ec2_error
from tutor.account.operations.ec2_parts import check_dry_run, chosen_instances, filtered, listed, page
from tutor.account.operations.ec2_shapes import public_ip, reservations, state_shape

if TYPE_CHECKING:
    from tutor.account.call import Call, Result
    from tutor.account.world import Account, World

__all__ = ["describe_instances", "start_instances", "stop_instances", "terminate_instances"]

_TEXTS: Final[dict[str, Callable[[Instance], Iterable[str]]]] = {
    "instance-id": lambda instance: [instance.instance_id],
    "reservation-id": lambda instance: [instance.reservation_id],
    "image-id": lambda instance: [instance.image_id],
    "instance-type": lambda instance: [instance.instance_type],
    "architecture": lambda instance: [INSTANCE_TYPES[instance.instance_type][1]],
    "instance-state-name": lambda instance: [instance.state],
    "instance-state-code": lambda instance: [str(STATE_CODES[instance.state])],
    "availability-zone": lambda instance: [instance.zone],
    "client-token": lambda instance: [instance.client_token or ""],
    "launch-time": lambda instance: [instance.launched.strftime("%Y-%m-%dT%H:%M:%S.000Z")],
    "private-ip-address": lambda instance: [instance.private_ip],
    "ip-address": lambda instance: [public_ip(instance)] if instance.state == RUNNING else [],
    "iam-instance-profile.arn": lambda instance: [instance.profile.arn] if instance.profile else [],
    "iam-instance-profile.id": lambda instance: [instance.profile.profile_id] if instance.profile else [],
    "tenancy": lambda _instance: ["default"],
    "root-device-type": lambda _instance: ["ebs"],
    "key-name": lambda _instance: [],
}


def describe_instances(world: World, account: Account, call: Call) -> Result:
    """The instances of the region, by reservation; terminated ones for an hour more."""
    ids = listed(call, "InstanceIds")
    if ids and call.parameters.get("MaxResults") is not None:
        message = "The parameter instancesSet cannot be used with the parameter maxResults"
        raise ec2_error("InvalidParameterCombination", message)
    if ids:
        known: Iterable[Instance] = chosen_instances(world, account, call, ids)
    else:
        known = account.compute.at(call.region, call.moment(world))
    place = Surroundings(account.account_id, call.region)
    subnets = {zone: subnet for subnet, zone in place.subnets.items()}
    network: dict[str, Callable[[Instance], Iterable[str]]] = {
        "vpc-id": lambda _instance: [place.vpc_id],
        "subnet-id": lambda instance: [subnets[instance.zone]],
        "owner-id": lambda _instance: [account.account_id],
        "instance.group-id": lambda _instance: [place.security_group_id],
        "instance.group-name": lambda _instance: ["default"],
    }
    fitting = filtered(call, known, _TEXTS | network, lambda instance: instance.tags)
    check_dry_run(call)
    shown, more = page(call, fitting)
    return {"Reservations": reservations(account.account_id, list(shown)), **more}


def stop_instances(world: World, account: Account, call: Call) -> Result:
    """Stops what runs; what is stopped stays so."""
    instances = _changeable(world, account, call, "stopped")
    return {"StoppingInstances": [_changed(world, account, call, each, STOPPED) for each in instances]}


def start_instances(world: World, account: Account, call: Call) -> Result:
    """Starts what is stopped; what runs goes on."""
    instances = _changeable(world, account, call, "started")
    return {"StartingInstances": [_changed(world, account, call, each, RUNNING) for each in instances]}


def terminate_instances(world: World, account: Account, call: Call) -> Result:
    """Ends instances for good, with their profile associations."""
    instances = chosen_instances(world, account, call, listed(call, "InstanceIds"))
    for instance in instances:
        if instance.protected:
            raise ec2_error(
                "OperationNotPermitted",
                f"The instance '{instance.instance_id}' may not be terminated. Modify its "
                "'disableApiTermination' instance attribute and try again.",
            )
    check_dry_run(call)
    return {"TerminatingInstances": [_changed(world, account, call, each, TERMINATED) for each in instances]}


def _changeable(world: World, account: Account, call: Call, verb: str) -> list[Instance]:
    instances = chosen_instances(world, account, call, listed(call, "InstanceIds"))
    for instance in instances:
        if instance.state == TERMINATED:
            message = f"The instance '{instance.instance_id}' is not in a state from which it can be {verb}."
            raise ec2_error("IncorrectInstanceState", message)
    check_dry_run(call)
    return instances


_ON_THE_WAY: Final = {RUNNING: "pending", STOPPED: "stopping", TERMINATED: "shutting-down"}


def _changed(world: World, account: Account, call: Call, instance: Instance, state: str) -> Result:
    """Brings an instance to a state; the answer shows it on the way there."""
    now = call.moment(world)
    shown = state if instance.state == state else _ON_THE_WAY[state]
    if instance.state != state:
        changed = replace(instance, state=state, changed=now)
        if state == RUNNING:
            changed = replace(changed, launched=now, changed=None)
        if state == TERMINATED:
            changed = replace(changed, profile=None)
        account.compute.put(changed)
    return {
        "InstanceId": instance.instance_id,
        "CurrentState": state_shape(shown),
        "PreviousState": state_shape(instance.state),
    }
