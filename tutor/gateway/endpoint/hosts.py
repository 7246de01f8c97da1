"""Which Host headers this server answers to: a page of another name must not reach it (DNS rebinding)."""

import re
from typing import Final

from tutor.gateway.endpoint.refusal import Refusal, Refused

NAME: Final = re.compile(r"127\.0\.0\.1|(?:[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?\.)?localhost", re.ASCII)
"""The address, `localhost`, and what S3 clients put before it: `BUCKET.localhost`, `BUCKET.s3.localhost`."""


def check_host(hosts: list[str], port: int) -> None:
    """Raises Refused unless the request has one Host, which is this server's."""
    if len(hosts) != 1:
        raise Refused(Refusal.NO_HOST)
    name, colon, number = hosts[0].strip().lower().partition(":")
    if not (NAME.fullmatch(name) and (number == str(port) if colon else port == 80)):
        raise Refused(Refusal.FOREIGN_HOST)
