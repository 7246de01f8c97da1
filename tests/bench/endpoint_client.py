"""The load of the endpoint's benchmark: boto3 in sequence, then eight clients at once; prints JSON.

Run as a program with key id, secret, rounds, calls in a row, and the address and process id of each server.
The servers are asked in turn, a few calls each, so that whatever else the machine does meets all of them.
"""

import json
import os
import sys
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any, Final

CLIENTS: Final = 8


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


class Server:
    """One server, the clients that ask it, and how much processor time it has taken."""

    def __init__(self, address: str, process: int, key_id: str, secret: str) -> None:
        self._process = process
        key = Load(address, key_id, secret, "root").prepare()
        self.loads = [Load(address, *key[:2], f"client{number}", key[2]) for number in range(CLIENTS)]

    def cpu(self) -> float:
        """Seconds of processor time so far (Linux; elsewhere 0)."""
        try:
            fields = (
                Path(f"/proc/{self._process}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
            )
        except OSError:
            return 0.0
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def in_sequence(self, name: str, times: int) -> None:
        """One client, one call after the other."""
        call = self.loads[0].calls()[name]
        for _ in range(times):
            call()

    def at_once(self, name: str, times: int) -> None:
        """All clients; about as many calls together."""
        with ThreadPoolExecutor(CLIENTS) as threads:
            calls = [load.calls()[name] for load in self.loads]
            for job in [threads.submit(_repeat, call, max(1, times // CLIENTS)) for call in calls]:
                job.result()


def _repeat(call: Callable[[], object], times: int) -> None:
    for _ in range(times):
        call()


def measured(
    server: Server, work: Callable[[str, int], None], name: str, times: int
) -> tuple[float, float, float]:
    """Requests a second, and milliseconds of the server's and of the client's processor a request."""
    cpu, own, started = server.cpu(), time.process_time(), time.perf_counter()
    work(name, times)
    took, spent = time.perf_counter() - started, time.process_time() - own
    return times / took, (server.cpu() - cpu) / times * 1000, spent / times * 1000


def main() -> None:
    """Run the load."""
    key_id, secret, rounds, times, *places = sys.argv[1:]
    servers = [
        Server(address, int(process), key_id, secret)
        for address, process in zip(places[::2], places[1::2], strict=True)
    ]
    names = list(servers[0].loads[0].calls())
    figures: dict[str, list[list[tuple[float, float, float]]]] = {}
    for name in names:
        for server in servers:
            server.at_once(name, CLIENTS)
        for _ in range(int(rounds)):
            for how in ("one client", "eight at once"):
                row = [
                    measured(
                        server,
                        server.in_sequence if how == "one client" else server.at_once,
                        name,
                        int(times) // CLIENTS * CLIENTS,
                    )
                    for server in servers
                ]
                figures.setdefault(f"{name}, {how}", []).append(row)
    print(json.dumps(figures))


if __name__ == "__main__":
    main()
