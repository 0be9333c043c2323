"""One row explained by the exact rules: its bill, or the answer of a rule."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Literal, overload

from .. import errors
from .._law import LAW, Law
from .._months import Month
from .._results import Bill
from ._payroll import explain_bill
from ._rule import Rule, explained

if TYPE_CHECKING:
    from .._claims import Claim
    from ..tax.results import PayoutTax

Claimed = Literal["jkm", "jkk_death", "jkk_total_disability", "jkk_incapacity", "jkp"]


@overload
def explain(
    frame: object,
    row: int | Mapping[str, Any] | None = None,
    *,
    month: Month | str,
    columns: Mapping[str, str | None] | None = None,
    facts: Mapping[str, Any] | None = None,
    law: Law = LAW,
) -> Bill: ...
@overload
def explain(
    frame: object,
    row: int | Mapping[str, Any] | None = None,
    *,
    rule: Claimed,
    columns: Mapping[str, str | None] | None = None,
    facts: Mapping[str, Any] | None = None,
    law: Law = LAW,
) -> Claim: ...
@overload
def explain(
    frame: object,
    row: int | Mapping[str, Any] | None = None,
    *,
    rule: Literal["payout_tax"],
    columns: Mapping[str, str | None] | None = None,
    facts: Mapping[str, Any] | None = None,
    law: Law = LAW,
) -> PayoutTax: ...
@overload
def explain(
    frame: object,
    row: int | Mapping[str, Any] | None = None,
    *,
    rule: str,
    columns: Mapping[str, str | None] | None = None,
    facts: Mapping[str, Any] | None = None,
    law: Law = LAW,
) -> Any: ...


def explain(
    frame: object,
    row: int | Mapping[str, Any] | None = None,
    *,
    month: Month | str | None = None,
    rule: str | None = None,
    columns: Mapping[str, str | None] | None = None,
    facts: Mapping[str, Any] | None = None,
    law: Law = LAW,
) -> Any:
    """The cited bill of one row or, where a ``rule`` is named, its answer; worked out by the exact rules.

    ``row`` is the row's position in a frame held in memory, or the values of columns that single it out, such as
    ``{"id": 17}``, which works on every frame; ``frame`` may also be a mapping, the row itself. The other arguments are
    those of ``contributions`` (with a ``month``) or of the rule, a name in ``RULES``: JKM, JKK and JKP give a claim in
    which it is open who receives a death benefit, because rows tell of no family.
    Raises what the exact rules raise, ``NoSuchRow`` where no row or more than one is meant, ``UnknownChoice``.

    >>> import datetime as dt
    >>> row = {"died": dt.date(2025, 6, 1), "type": "self_employed", "work_related": False, "never_registered": True}
    >>> explain(row, rule="jkm").refused[0].verdict.because[0].text()
    'not enrolled, and no employer owes it'
    """
    if (month is None) is (rule is None):
        raise errors.MissingFact("explain", "neither a month nor a rule, or both", "give one of the two")
    if month is not None:
        return explain_bill(frame, row, month=month, columns=columns, facts=facts, law=law)
    return explained(rule_of(rule), frame, row, columns, facts, law)


def rule_of(name: object) -> Rule:
    """A rule by its name. Raises ``UnknownChoice`` with the names that there are."""
    from ._rules import RULES

    if not isinstance(name, str) or name not in RULES:
        raise errors.not_in(errors.UnknownChoice, "rule", name, RULES)
    return RULES[name]
