"""Detectors on documents that the service would not store."""

from tutor.policy import PolicyKind

from .evidence import Evidence
from .statements import strings_in


def version_is_no_date(evidence: Evidence) -> bool:
    """B8: Version holds a date of the learner's own."""
    return evidence.document_fault == "version-value"


def principal_in_identity_policy(evidence: Evidence) -> bool:
    """M5: a policy for a user, group or role names a Principal."""
    document = evidence.refused_document
    return evidence.document_fault == "principal-forbidden" and bool(
        document and document[1] is PolicyKind.IDENTITY
    )


def group_as_principal(evidence: Evidence) -> bool:
    """B14: a trust policy or bucket policy names a group."""
    document = evidence.refused_document
    if document is None or document[1] is PolicyKind.IDENTITY:
        return False
    return any(":group/" in text for text in strings_in(document[0], "Principal"))


def key_given_twice(evidence: Evidence) -> bool:
    """M17: an element stands twice in one object."""
    return evidence.document_fault == "duplicate-key"


def variable_in_an_old_document(evidence: Evidence) -> bool:
    """M16: `${...}` in a document whose Version does not know variables."""
    document = evidence.refused_document
    if document is not None and evidence.document_fault == "old-version" and "${" in document[0]:
        return True
    return any(
        not statement.statement.variables and "${" in statement.policy.document.text
        for statement in evidence.allows
        if evidence.refused and not statement.matched and not evidence.allowed_by(statement.ref.layer)
    )
