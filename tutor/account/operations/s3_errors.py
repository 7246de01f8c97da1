"""S3's error answers, in S3's words."""

from __future__ import annotations

from tutor.account.service_error import ServiceError

__all__ = [
    "argument_fault",
    "bucket_fault",
    "key_missing",
    "malformed_xml",
    "not_implemented",
    "precondition_failed",
]

_BUCKET_FAULTS = {
    "NoSuchBucket": (404, "The specified bucket does not exist"),
    "InvalidBucketName": (400, "The specified bucket is not valid."),
    "BucketNotEmpty": (409, "The bucket you tried to delete is not empty"),
    "BucketAlreadyOwnedByYou": (
        409,
        "Your previous request to create the named bucket succeeded and you already own it.",
    ),
    "BucketAlreadyExists": (
        409,
        "The requested bucket name is not available. The bucket namespace is shared by all users of the "
        "system. Please select a different name and try again.",
    ),
    "AccessControlListNotSupported": (400, "The bucket does not allow ACLs"),
    "NoSuchBucketPolicy": (404, "The bucket policy does not exist"),
    "NoSuchPublicAccessBlockConfiguration": (404, "The public access block configuration was not found"),
    "NoSuchTagSet": (404, "The TagSet does not exist"),
    "NoSuchCORSConfiguration": (404, "The CORS configuration does not exist"),
    "NoSuchWebsiteConfiguration": (404, "The specified bucket does not have a website configuration"),
    "NoSuchLifecycleConfiguration": (404, "The lifecycle configuration does not exist"),
    "ReplicationConfigurationNotFoundError": (404, "The replication configuration was not found"),
    "ObjectLockConfigurationNotFoundError": (
        404,
        "Object Lock configuration does not exist for this bucket",
    ),
}


def bucket_fault(code: str, bucket: str) -> ServiceError:
    """An error about a bucket; the answer names it."""
    status, message = _BUCKET_FAULTS[code]
    return ServiceError(code, message, status, fields={"BucketName": bucket})


def key_missing(key: str) -> ServiceError:
    """NoSuchKey, 404."""
    return ServiceError("NoSuchKey", "The specified key does not exist.", 404, fields={"Key": key})


def malformed_xml() -> ServiceError:
    """MalformedXML, 400: a body that says nothing S3 understands."""
    message = "The XML you provided was not well-formed or did not validate against our published schema"
    return ServiceError("MalformedXML", message, 400)


def argument_fault(message: str, name: str, value: str) -> ServiceError:
    """InvalidArgument, 400."""
    fields = {"ArgumentName": name, "ArgumentValue": value}
    return ServiceError("InvalidArgument", message, 400, fields=fields)


def precondition_failed(condition: str) -> ServiceError:
    """PreconditionFailed, 412; `condition` is the header, such as If-Match."""
    message = "At least one of the pre-conditions you specified did not hold"
    return ServiceError("PreconditionFailed", message, 412, fields={"Condition": condition})


def not_implemented(header: str) -> ServiceError:
    """NotImplemented, 501: the sandbox refuses what it would have to ignore."""
    message = "A header you provided implies functionality that is not implemented"
    return ServiceError("NotImplemented", message, 501, fields={"Header": header})
