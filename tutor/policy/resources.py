"""Checks the Resource elements of a new identity-based policy (`spec/iam-facts.md` 2.4)."""

from typing import Final

from .arn import ARN_FIELDS, PARTITIONS, split_arn
from .grammar import LEGACY, Grammar, texts_of
from .nodes import JsonText
from .source import PolicyError

__all__ = ["check_resources"]

WITHOUT_REGION: Final = {
    "iam": "IAM resource {} cannot contain region information.",
    "s3": "Resource {} can not contain region information.",
}
IAM_RESOURCE_TYPES: Final = (
    "user/",
    "federated-user/",
    "role/",
    "group/",
    "instance-profile/",
    "mfa/",
    "server-certificate/",
    "policy/",
    "sms-mfa/",
    "saml-provider/",
    "oidc-provider/",
    "report/",
    "access-report/",
)


def check_resources(grammar: Grammar) -> PolicyError | None:
    """Raises where the older parser fails; gives a fault of form, which the service names only later."""
    form: PolicyError | None = None
    for element in ("Resource", "NotResource"):
        for statement in grammar.statements:
            for resource in texts_of(statement.get(element)):
                form = form or _form(grammar, resource)
            if form is None:
                for resource in texts_of(statement.get(element)):
                    _legacy(grammar, resource)
    return form


def _form(grammar: Grammar, resource: JsonText) -> PolicyError | None:
    """The first fault in how a resource is written."""

    def fault(name: str, message: str) -> PolicyError:
        return grammar.source.error(message, name, resource.start, resource.end)

    text = resource.value
    if text == "*":
        return None
    word, *fields = split_arn(text)
    if not fields:
        return fault("not-an-arn", f'Resource {text} must be in ARN format or "*".')
    partition = fields[0]
    if partition not in PARTITIONS and partition != "*":
        shown = (*fields, *["*"] * (ARN_FIELDS - 1 - len(fields)))
        arn = f"arn:{':'.join(shown)}"
        return fault("arn-partition", f'Partition "{partition}" is not valid for resource "{arn}".')
    if word != "arn":
        return fault("not-an-arn", f'Resource {text} must be in ARN format or "*".')
    service = fields[1] if len(fields) > 1 else ""
    if len(fields) == 1 or "*" in service or "?" in service:
        message = "Resource vendor must be fully qualified and cannot contain regexes."
        return fault("arn-service", message)
    region = fields[2] if len(fields) > 2 else None
    if service in WITHOUT_REGION and region:
        return fault("arn-region", WITHOUT_REGION[service].format(text))
    path = fields[4] if len(fields) == ARN_FIELDS - 1 else None
    if service == "iam" and path is not None and path != "*" and not path.startswith(IAM_RESOURCE_TYPES):
        types = ", ".join(IAM_RESOURCE_TYPES)
        return fault("iam-resource-type", f'IAM resource path must either be "*" or start with {types}.')
    return None


def _legacy(grammar: Grammar, resource: JsonText) -> None:
    text = resource.value
    if text == "*":
        return
    fields = split_arn(text)
    if (len(fields) < ARN_FIELDS and "::" in text) or fields[2] == "":
        grammar.fail(LEGACY, "arn-fields", resource, "arn:partition:service:region:account:resource")
