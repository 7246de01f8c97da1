"""A request's head as the door wants it: checked, as text, with its percent signs."""

from aiohttp import web

from tutor.gateway.endpoint.hosts import check_host
from tutor.gateway.endpoint.limits import Limits
from tutor.gateway.endpoint.refusal import Refusal, Refused
from tutor.gateway.http import Headers, HttpRequest


def head_of(request: web.BaseRequest, port: int, limits: Limits) -> HttpRequest:
    """The request without its body; raises Refused.

    It counts as sent over TLS: this address stands for AWS's own, which have no other way in.
    """
    raw = request.raw_headers
    if sum(len(name) + len(value) for name, value in raw) > limits.headers:
        raise Refused(Refusal.HEADERS_TOO_LARGE)
    try:
        fields = [(name.decode("ascii"), value.decode("utf-8")) for name, value in raw]
    except UnicodeDecodeError:
        raise Refused(Refusal.NOT_TEXT) from None
    target = request.raw_path
    if not target.isascii():
        raise Refused(Refusal.NOT_TEXT)
    check_host([value for name, value in fields if name.lower() == "host"], port)
    if not target.startswith("/"):
        raise Refused(Refusal.NOT_A_PATH)
    path, _, query = target.partition("?")
    return HttpRequest(request.method, path, query, Headers(fields), secure=True)
