"""AWS's wire formats, read and written from the service models: `query` (IAM, STS) and `rest-xml` (S3)."""

from tutor.gateway.wire.protocol import Asked, Failure, Protocol, WireFault, protocol_of

__all__ = ["Asked", "Failure", "Protocol", "WireFault", "protocol_of"]
