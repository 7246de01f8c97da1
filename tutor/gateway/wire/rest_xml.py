"""The rest-xml protocol: S3's methods, paths, headers and XML."""

from collections.abc import Mapping
from typing import Any, Final

from tutor.gateway.chunked import CHUNKED, MalformedChunks, upload_of
from tutor.gateway.http import Headers, HttpRequest, HttpResponse
from tutor.gateway.wire.protocol import Asked, Failure, Protocol, WireFault
from tutor.gateway.wire.routes import Place, Routes, place_of
from tutor.gateway.wire.scalars import read_scalar, write_header
from tutor.gateway.wire.xml import elements, parse_xml, read_structure, write_element, write_members

NAMESPACE: Final = "http://s3.amazonaws.com/doc/2006-03-01/"

ROOTS: Final[Mapping[str, str]] = {
    "ListBuckets": "ListAllMyBucketsResult",
    "ListObjects": "ListBucketResult",
    "ListObjectsV2": "ListBucketResult",
    "DeleteObjects": "DeleteResult",
    "CreateMultipartUpload": "InitiateMultipartUploadResult",
    "GetBucketLocation": "LocationConstraint",
    "GetBucketAcl": "AccessControlPolicy",
    "GetObjectAcl": "AccessControlPolicy",
    "GetBucketTagging": "Tagging",
    "GetObjectTagging": "Tagging",
    "ListObjectVersions": "ListVersionsResult",
    "GetBucketVersioning": "VersioningConfiguration",
}
"""Root elements, which the model does not name; other operations use their own name and `Result`."""


class RestXmlProtocol(Protocol):
    """Reads parameters from path, query, headers and body, and writes answers the same way."""

    def __init__(self, model: Any) -> None:
        super().__init__(model)
        self._routes = Routes(model)

    def operation_of(self, http: HttpRequest) -> str:
        """The operation that method, path and query stand for."""
        operation = self._routes.operation_of(http, place_of(http))
        if operation is None:
            raise WireFault(
                "MethodNotAllowed", "The specified method is not allowed against this resource.", 405
            )
        return operation

    def read(self, http: HttpRequest) -> Asked:
        """The parameters by the operation's input shape."""
        operation, place = self.operation_of(http), place_of(http)
        shape = self.model.operation_model(operation).input_shape
        parameters: dict[str, object] = {}
        try:
            for name, member in (shape.members if shape else {}).items():
                value = _located(member, http, place)
                if value is not None:
                    parameters[name] = value
            _read_payload(shape, http, parameters)
        except ValueError as fault:
            raise WireFault("InvalidArgument", f"Invalid argument: {fault}") from fault
        return Asked(self.service, operation, parameters)

    def answer(self, asked: Asked, result: Mapping[str, object], request_id: str) -> HttpResponse:
        """Headers, status and body by the operation's output shape."""
        operation = self.model.operation_model(asked.operation)
        status = 206 if result.get("ContentRange") else operation.http.get("responseCode", 200)
        shape = operation.output_shape
        if shape is None:
            return HttpResponse(status, _headers(request_id, []), b"")
        fields = _header_fields(shape, result)
        payload = shape.serialization.get("payload")
        if payload is not None and shape.members[payload].type_name in {"blob", "string"}:
            body = result.get(payload, b"")
            raw = body.encode() if isinstance(body, str) else bytes(body)  # type: ignore[call-overload] # bytes by the model
        else:
            raw = self._document(asked.operation, shape, payload, result).encode()
            fields += [("Content-Type", "application/xml")] if raw else []
        if operation.http["method"] != "HEAD" and not any(name == "Content-Length" for name, _ in fields):
            fields.append(("Content-Length", str(len(raw))))
        return HttpResponse(status, _headers(request_id, fields), raw)

    def fail(self, http: HttpRequest, failure: Failure, request_id: str) -> HttpResponse:
        """An Error element; a HEAD request gets the status alone."""
        fields = _headers(request_id, [("Content-Type", "application/xml")])
        if http.method == "HEAD":
            return HttpResponse(failure.status, fields, b"")
        named = [("Code", failure.code), ("Message", failure.message), *failure.fields.items()]
        ids = [("RequestId", request_id), ("HostId", _host_id(request_id))]
        body = f'<?xml version="1.0" encoding="UTF-8"?>\n<Error>{elements([*named, *ids])}</Error>'
        return HttpResponse(failure.status, fields, body.encode())

    def _document(self, operation: str, shape: Any, payload: str | None, result: Mapping[str, object]) -> str:
        head = '<?xml version="1.0" encoding="UTF-8"?>\n'
        if operation == "GetBucketLocation":
            place = write_element(
                "LocationConstraint",
                shape.members["LocationConstraint"],
                result.get("LocationConstraint") or "",
            )
            return head + place.replace(">", f' xmlns="{NAMESPACE}">', 1)
        inner = shape if payload is None else shape.members[payload]
        value: Any = result if payload is None else result.get(payload)
        if (
            not any("location" not in member.serialization for member in inner.members.values())
            or value is None
        ):
            return ""
        root = inner.serialization.get("name") if payload else None
        root = root or payload or ROOTS.get(operation, f"{operation}Result")
        return f'{head}<{root} xmlns="{NAMESPACE}">{write_members(inner, value, milliseconds=True)}</{root}>'


def _located(member: Any, http: HttpRequest, place: Place) -> object | None:
    location, name = member.serialization.get("location"), member.serialization.get("name", "")
    if location == "uri":
        return place.bucket if name == "Bucket" else place.key
    if location == "querystring":
        return read_scalar(member, place.query[name]) if name in place.query else None
    if location == "headers":
        prefix = name.lower()
        found = {
            field[len(prefix) :].lower(): text
            for field, text in http.headers.items()
            if field.lower().startswith(prefix)
        }
        return found or None
    text = http.headers.get(name) if location == "header" else None
    if text is None:
        return None
    if name.lower() == "content-encoding":
        text = ",".join(part for part in text.split(",") if part.strip() != CHUNKED)
    return (read_scalar(member, text) if member.type_name != "list" else text.split(",")) if text else None


def _read_payload(shape: Any, http: HttpRequest, parameters: dict[str, object]) -> None:
    payload = shape.serialization.get("payload") if shape else None
    if payload is None:
        return
    try:
        upload = upload_of(http)
    except MalformedChunks as fault:
        raise WireFault(
            "IncompleteBody",
            "You did not provide the number of bytes specified by the Content-Length HTTP header.",
        ) from fault
    if not upload.intact:
        raise WireFault("BadDigest", "The CRC32 you specified did not match the calculated checksum.")
    member = shape.members[payload]
    if member.type_name in {"blob", "string"}:
        parameters[payload] = upload.body if member.type_name == "blob" else upload.body.decode("utf-8")
    elif upload.body:
        try:
            parameters[payload] = read_structure(member, parse_xml(upload.body))
        except ValueError as fault:
            raise WireFault(
                "MalformedXML",
                "The XML you provided was not well-formed or did not validate against our published schema",
            ) from fault


def _header_fields(shape: Any, result: Mapping[str, object]) -> list[tuple[str, str]]:
    fields: list[tuple[str, str]] = []
    for name, member in shape.members.items():
        location, value = member.serialization.get("location"), result.get(name)
        if value is None:
            continue
        if location == "header":
            fields.append((member.serialization["name"], write_header(value)))
        elif location == "headers" and isinstance(value, Mapping):
            fields += [(f"{member.serialization['name']}{key}", str(text)) for key, text in value.items()]
    return fields


def _headers(request_id: str, fields: list[tuple[str, str]]) -> Headers:
    return Headers([("x-amz-id-2", _host_id(request_id)), ("x-amz-request-id", _short(request_id)), *fields])


def _short(request_id: str) -> str:
    return request_id.replace("-", "")[:16].upper()


def _host_id(request_id: str) -> str:
    return f"{request_id.replace('-', '')}sandbox="
