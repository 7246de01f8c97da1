"""The detectors in their order."""

from collections.abc import Callable
from typing import Final

from . import circumstances, denials, documents, limits, people, roles, targets
from .evidence import Evidence
from .ids import DENY_ELSEWHERE, TRUST_MISSES_CALLER, WRONG_PRINCIPAL

DETECTORS: Final[tuple[tuple[str, Callable[[Evidence], bool]], ...]] = (
    ("B8", documents.version_is_no_date),
    ("M17", documents.key_given_twice),
    ("M5", documents.principal_in_identity_policy),
    ("B14", documents.group_as_principal),
    ("M16", documents.variable_in_an_old_document),
    ("B13", people.group_in_group),
    ("B17", people.role_as_a_group_or_user),
    ("B18", roles.session_too_long),
    ("M8", roles.pass_role_is_the_callers),
    ("M20", roles.session_policy_adds_nothing),
    (WRONG_PRINCIPAL, targets.attached_to_somebody_else),
    ("B6", targets.bucket_and_objects),
    ("B7", targets.command_as_action),
    ("M18", circumstances.external_id_is_theirs),
    ("M13", circumstances.keys_are_joined_by_and),
    ("M19", roles.user_made_anew),
    ("B11", roles.administrator_is_not_trusted),
    (TRUST_MISSES_CALLER, roles.trust_misses_caller),
    ("M6", roles.both_accounts_must_agree),
    ("M1", limits.boundary_grants_nothing),
    ("M11", denials.control_policy_grants_nothing),
    ("B9", denials.exception_is_no_permission),
    ("M15", circumstances.negated_needs_no_key),
    ("B16", denials.root_is_bound),
    ("B10", denials.narrower_does_not_win),
    ("M21", denials.allow_does_not_mend),
    (DENY_ELSEWHERE, denials.denied_elsewhere),
    ("M9", circumstances.bool_misses_plain_keys),
    ("M10", circumstances.if_exists_lets_plain_keys_in),
    ("M14", circumstances.empty_set_matches),
    ("B5", people.mfa_guards_keys_too),
    ("B3", people.key_outlives_password),
    ("B12", roles.removed_but_still_inside),
    ("M12", denials.management_account_is_free),
    ("M2", limits.boundary_spares_named_users),
    ("M4", roles.account_is_not_its_root),
    ("M7", roles.either_side_suffices),
    ("M3", targets.left_out_is_not_forbidden),
    ("M22", targets.modest_list_on_everything),
    ("B4", people.inactive_key_is_still_there),
    ("B15", people.new_key_ends_the_old),
    ("B1", people.signed_in_means_allowed),
    ("B2", people.new_user_can_do_something),
)
"""The ids and their detectors; where several fit, the first says most."""


def detect(evidence: Evidence) -> tuple[str, ...]:
    """Every misconception that the evidence shows, the most telling first."""
    return tuple(name for name, shows in DETECTORS if shows(evidence))
