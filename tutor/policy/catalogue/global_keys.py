"""Condition keys that belong to no service (`spec/iam-facts.md` 5)."""

from collections.abc import Iterator, Mapping
from typing import Final

from .entities import ConditionKey, keys_by_name

__all__ = ["GLOBAL_CONDITION_KEYS", "TAGGING_KEYS"]

SINGLE: Final = {
    "String": (
        "aws:AssumedRoot aws:CalledViaFirst aws:CalledViaLast aws:Ec2InstanceSourceVpc aws:FederatedProvider "
        "aws:PrincipalAccount aws:PrincipalOrgID aws:PrincipalServiceName aws:PrincipalTag/${TagKey} "
        "aws:PrincipalType aws:RequestTag/${TagKey} aws:RequestedRegion aws:ResourceAccount "
        "aws:ResourceOrgID aws:ResourceTag/${TagKey} aws:SourceAccount aws:SourceIdentity aws:SourceOrgID "
        "aws:SourceVpc aws:SourceVpce aws:UserAgent aws:VpceAccount aws:VpceOrgID aws:referer aws:userid "
        "aws:username"
    ),
    "ARN": "aws:ChatbotSourceArn aws:PrincipalArn aws:SignInSessionArn aws:SourceArn aws:SourceVpcArn",
    "Bool": (
        "aws:IsMcpServiceAction aws:MultiFactorAuthPresent aws:PrincipalIsAWSService aws:SecureTransport "
        "aws:ViaAWSMCPService aws:ViaAWSService aws:ViaCustomerDomain"
    ),
    "Date": "aws:CurrentTime aws:EpochTime aws:TokenIssueTime",
    "Numeric": "aws:MultiFactorAuthAge",
    "IPAddress": "aws:Ec2InstanceSourcePrivateIPv4 aws:SourceIp aws:VpcSourceIp",
}
SETS: Final = (
    "aws:CalledVia aws:CalledViaAWSMCP aws:PrincipalOrgPaths aws:PrincipalServiceNamesList "
    "aws:ResourceOrgPaths aws:SourceOrgPaths aws:TagKeys aws:VpceOrgPaths"
)


def _keys() -> Iterator[ConditionKey]:
    for kind, names in SINGLE.items():
        yield from (ConditionKey(name, kind, False) for name in names.split())
    yield from (ConditionKey(name, "String", True) for name in SETS.split())


GLOBAL_CONDITION_KEYS: Final[Mapping[str, ConditionKey]] = keys_by_name(_keys())
"""By name in lower case."""

TAGGING_KEYS: Final = frozenset({"aws:requesttag/${tagkey}", "aws:resourcetag/${tagkey}", "aws:tagkeys"})
"""Global by name, but carried only by the actions that say so."""
