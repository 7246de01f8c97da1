"""The load of the endpoint's benchmark: boto3 in sequence, then eight clients at once; prints JSON.

Run as a program with address, key id, secret and the number of calls of each kind.
"""

import json
import sys
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

CLIENTS = 8


def document(**who_and_what: object) -> str:
    """A policy document with one statement that allows."""
    return json.dumps({"Version": "2012-10-17", "Statement": [{"Effect": "Allow", **who_and_what}]})


class Load:
    """One boto3 client for each service, and the four calls."""

    def __init__(self, address: str, key_id: str, secret: str, name: str, role: str = "") -> None:
        import boto3
        from botocore.config import Config

        session = boto3.session.Session(key_id, secret, region_name="us-east-1")
        config = Config(retries={"max_attempts": 0})
        self.iam: Any = session.client("iam", endpoint_url=address, config=config)
        self.sts: Any = session.client("sts", endpoint_url=address, config=config)
        self.name, self.role, self.made = name, role, 0

    def prepare(self) -> tuple[str, str, str]:
        """Twenty users; the key of one who may do all of this, and the role that it may take on."""
        for number in range(20):
            self.iam.create_user(UserName=f"user{number}")
        may = document(Action=["iam:*", "sts:*"], Resource="*")
        self.iam.put_user_policy(UserName="user0", PolicyName="all", PolicyDocument=may)
        key = self.iam.create_access_key(UserName="user0")["AccessKey"]
        user = self.iam.get_user(UserName="user0")["User"]["Arn"]
        trust = document(Principal={"AWS": user}, Action="sts:AssumeRole")
        role = self.iam.create_role(RoleName="role", AssumeRolePolicyDocument=trust)["Role"]["Arn"]
        return key["AccessKeyId"], key["SecretAccessKey"], role

    def calls(self) -> dict[str, Callable[[], object]]:
        """By name; creating comes last, so that the list stays at twenty."""
        return {
            "get-user": lambda: self.iam.get_user(UserName="user7"),
            "list-users of 20": lambda: self.iam.list_users(MaxItems=20),
            "assume-role": lambda: self.sts.assume_role(RoleArn=self.role, RoleSessionName="bench"),
            "create-user": self.create,
        }

    def create(self) -> None:
        """One more user."""
        self.made += 1
        self.iam.create_user(UserName=f"{self.name}-{self.made}")


def per_second(call: Callable[[], object], times: int) -> float:
    """How often a call is answered in a second."""
    call()
    started = time.perf_counter()
    for _ in range(times):
        call()
    return times / (time.perf_counter() - started)


def at_once(loads: list[Load], name: str, times: int) -> float:
    """The same with all clients at once, together."""
    with ThreadPoolExecutor(len(loads)) as threads:
        for load in loads:
            load.calls()[name]()
        started = time.perf_counter()
        jobs = [threads.submit(per_second, load.calls()[name], times) for load in loads]
        for job in jobs:
            job.result()
        return len(loads) * (times + 1) / (time.perf_counter() - started)


def main() -> None:
    """Run the load."""
    address, key_id, secret, times = *sys.argv[1:4], int(sys.argv[4])
    key = Load(address, key_id, secret, "root").prepare()
    first = Load(address, *key[:2], "one", key[2])
    loads = [Load(address, *key[:2], f"many{number}", key[2]) for number in range(CLIENTS)]
    names = list(first.calls())
    figures = {f"{name}, one client": per_second(first.calls()[name], times) for name in names[:-1]}
    figures |= {f"{name}, eight": at_once(loads, name, max(1, times // 4)) for name in names[:-1]}
    figures[f"{names[-1]}, one client"] = per_second(first.calls()[names[-1]], times)
    figures[f"{names[-1]}, eight"] = at_once(loads, names[-1], max(1, times // 4))
    print(json.dumps(figures))


if __name__ == "__main__":
    main()
