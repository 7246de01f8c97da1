"""AWS's wire formats, read and written from the service models.

`query` for IAM and STS, `ec2`, `rest-xml` for S3, `json` for Organizations.
"""

from tutor.gateway.wire.protocol import Asked, Failure, Protocol, WireFault, protocol_of

__all__ = ["Asked", "Failure", "Protocol", "WireFault", "protocol_of"]
