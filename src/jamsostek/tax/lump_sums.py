"""The tax on sums paid at once: final within two calendar years, progressive afterwards; non-residents."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction
from typing import Any

from .. import errors
from .._citations import Citation, Grade
from .._dated import Clock, Moment, Row
from .._law import LAW, Law
from .._money import Rounding
from .._people import _flag_error
from .._rates import Rate, as_rate, rate_error
from .._readings import Reading
from .._readings_of_tax import (
    PARTIAL_PAYOUT_AND_WINDOW,
    PROGRESSIVE_SCALE,
    SEVERAL_ACCOUNTS_IN_TAX,
    TAX_ON_JP_LUMP_SUM,
    TAX_ROUNDING,
    THOUSANDS_IN_THE_THIRD_YEAR,
)
from .._tiers import Slice, marginal
from ..instruments import PP_68_2009, UU_36_2008, WHAT_IF
from . import law as tables
from .payouts import Payout, SumKind
from .results import Method, PayoutTax, Taxed


def lump_sum(
    payouts: Payout | Iterable[Payout],
    *,
    resident: bool | None = None,
    tax_number: bool | None = None,
    treaty_rate: Rate | None = None,
    law: Law = LAW,
) -> PayoutTax:
    """The tax on JHT, JP or severance paid at once, wholly or in parts; all payments of one person in any order.

    ``resident`` None: taken for granted. ``tax_number`` is whether the person has an NPWP or an identity number that
    serves as one; it matters from the third calendar year on, None: not known. ``treaty_rate`` is that of a tax treaty
    for a non-resident, as a fraction or a text "10 %"; None: there is none. Raises ``MissingFact``, ``WrongType``,
    ``FloatRate``, ``ImpossibleRate``, ``Contradiction``, ``NotAnnounced``, ``EvidenceTooWeak``. PP 68/2009 arts 2-6.

    >>> from datetime import date
    >>> lump_sum(Payout(on=date(2025, 3, 10), amount=80_000_000))
    <PayoutTax on 1 payments of 80,000,000: 1,500,000>
    """
    found = _checked(payouts, resident, tax_number, treaty_rate)
    if resident is False:
        lines = [_non_resident(each, treaty_rate, law) for each in found]
    else:
        lines = list(_resident(found, tax_number, law))
    tax = PayoutTax(law, tuple(lines), resident, tax_number)
    law.check_evidence("tax.lump_sum", tax._grades())
    return tax


def _checked(payouts: Any, resident: Any, tax_number: Any, treaty_rate: Any) -> list[Payout]:
    given = [payouts] if isinstance(payouts, Payout) else payouts
    found = list(given) if isinstance(given, Iterable) else [given]
    errors.raise_together(
        "lump_sum",
        (
            *(
                errors.WrongType("payouts", f"{each!r} is no payment", "give jamsostek.tax.Payout objects")
                for each in found
                if not isinstance(each, Payout)
            ),
            None if found else errors.MissingFact("payouts", "nothing was paid", "give at least one payment"),
            _flag_error("resident", resident),
            _flag_error("tax_number", tax_number),
            None if treaty_rate is None else _share_error("treaty_rate", treaty_rate),
            errors.Contradiction("treaty_rate", "given for a resident", "say resident=False, or leave it out")
            if treaty_rate is not None and resident is not False
            else None,
        ),
    )
    return sorted(found, key=lambda each: each.on)


def _share_error(where: str, rate: Any) -> errors.JamsostekError | None:
    """What is wrong with a share of a payment."""
    fault = rate_error(where, rate)
    if isinstance(fault, errors.ImpossibleRate) or (fault is None and as_rate(rate) < 0):
        return errors.ImpossibleRate(where, f"{rate} is no share between 0 and 1", 'give such as "10 %"')
    return fault


def _non_resident(payout: Payout, treaty_rate: Rate | None, law: Law) -> Taxed:
    scale = law.row(tables.NON_RESIDENT, Moment(Clock.PAYMENT, payout.on))
    if treaty_rate is not None:
        treaty = Citation(WHAT_IF, "whole", Grade.GIVEN, "the treaty rate that the caller gave")
        scale = scale._replace(value=as_rate(treaty_rate), cites=(UU_36_2008.at("26(1)d"), treaty))
    exact = payout.amount * scale.value
    tax = _rounded(exact, law)
    readings = (TAX_ROUNDING,) if exact.denominator != 1 else ()
    counted = (0, payout.amount)
    return Taxed(payout, Method.NON_RESIDENT, tax, tax, 0, counted, 1, scale, readings=readings)


class _Sum:
    """What was paid of one sum so far: its first calendar year and the rupiah, as payments are walked in time."""

    def __init__(self, year: int, old: bool) -> None:
        self.year, self.old, self.paid = year, old, 0


def _resident(payouts: list[Payout], tax_number: bool | None, law: Law) -> Iterator[Taxed]:
    sums: dict[tuple[object, ...], _Sum] = {}
    by_year: dict[int, int] = {}
    accounts = {kind: {each.account for each in payouts if each.kind is kind} for kind in SumKind}
    full_and_part = {each.partial for each in payouts if each.kind is SumKind.JHT}
    for payout in payouts:
        entitled = Moment(Clock.ACQUISITION, payout.entitled)
        window = law.find(tables.YEARS_AT_ONCE, entitled)
        readings: list[Reading] = []
        if len(accounts[payout.kind]) > 1:
            readings.append(SEVERAL_ACCOUNTS_IN_TAX)
        if payout.kind is SumKind.JHT and True in full_and_part and len(full_and_part) > 1:
            readings.append(PARTIAL_PAYOUT_AND_WINDOW)
        kept = sums.setdefault(_key(payout, readings, law), _Sum(payout.on.year, window is None))
        if window is None or kept.old:
            if kept.paid:
                raise errors.NotAnnounced(
                    "lump_sum",
                    f"how PP 149/2000 adds up several payments of one sum ({payout.on}) is not in the library",
                    "ask for payments acquired from 2009-11-16 on, or for each of the older ones alone",
                )
            kept.old = True
        year = payout.on.year - kept.year + 1
        late = window is not None and year > window.value
        if payout.kind is SumKind.JP:
            readings.append(TAX_ON_JP_LUMP_SUM)
            late = late or law.option(TAX_ON_JP_LUMP_SUM) == "progressive"
        if late:
            before = by_year.get(payout.on.year, 0)
            yield _progressive(payout, before, year, tax_number, window, readings, law)
            by_year[payout.on.year] = before + payout.amount
        else:
            table = tables.SEVERANCE if payout.kind is SumKind.SEVERANCE else tables.SAVINGS
            scale = law.row(table, entitled)
            yield _taxed(payout, Method.FINAL, kept.paid, year, scale, window, readings, law)
        kept.paid += payout.amount


def _key(payout: Payout, readings: list[Reading], law: Law) -> tuple[object, ...]:
    """What tells one sum from another."""
    each = SEVERAL_ACCOUNTS_IN_TAX in readings and law.option(SEVERAL_ACCOUNTS_IN_TAX) == "each_account"
    if each and payout.account is None:
        raise errors.MissingFact(
            "account",
            f"not known of the payment on {payout.on}, but of others",
            "name it for all payments or for none",
        )
    account = payout.account if each else None
    apart = PARTIAL_PAYOUT_AND_WINDOW in readings and law.option(PARTIAL_PAYOUT_AND_WINDOW) == "sums_of_their_own"
    if apart and payout.partial is None:
        raise errors.MissingFact(
            "partial", f"not known of the payment on {payout.on}", "say whether it is the 10 % or 30 % of JHT"
        )
    return payout.kind, account, payout.partial if apart else None


def _taxed(
    payout: Payout,
    method: Method,
    before: int,
    year: int,
    scale: Row[tuple[Slice, ...]],
    window: Row[int] | None,
    readings: list[Reading],
    law: Law,
) -> Taxed:
    """The tax on what a payment adds to what was paid before of the same sum."""
    one, other = marginal(scale.value, before), marginal(scale.value, before + payout.amount)
    tax = _rounded(other, law) - _rounded(one, law)
    if one.denominator != 1 or other.denominator != 1:
        readings.append(TAX_ROUNDING)
    because = (PP_68_2009.at("2(1)"), PP_68_2009.at("7(3)")) if window is not None else ()
    counted = (before, before + payout.amount)
    return Taxed(payout, method, tax, tax, before, counted, year, scale, None, window, because, tuple(readings))


def _progressive(
    payout: Payout,
    before: int,
    year: int,
    tax_number: bool | None,
    window: Row[int] | None,
    readings: list[Reading],
    law: Law,
) -> Taxed:
    """The tax of the third calendar year and later, on all such payments of that year."""
    moment = Moment(Clock.PAYMENT, payout.on)
    scale = law.row(tables.PROGRESSIVE, moment)
    first = law.table(tables.PROGRESSIVE).rows[0]
    if scale is not first:
        readings.append(PROGRESSIVE_SCALE)
        scale = first if law.option(PROGRESSIVE_SCALE) == "of_2008" else scale
    step = law.row(tables.FULL_THOUSANDS, moment).value
    counted = before, before + payout.amount
    if any(each % step for each in counted):
        readings.append(THOUSANDS_IN_THE_THIRD_YEAR)
        if law.option(THOUSANDS_IN_THE_THIRD_YEAR) == "thousands":
            counted = counted[0] // step * step, counted[1] // step * step
    more = law.row(tables.NO_TAX_NUMBER, moment)
    found, whole = [], True
    for factor in (Fraction(1), 1 + more.value):
        one, other = (factor * marginal(scale.value, each) for each in counted)
        whole = whole and one.denominator == other.denominator == 1
        found.append(_rounded(other, law) - _rounded(one, law))
    least = found[1] if tax_number is False else found[0]
    most = found[0] if tax_number is True else found[1]
    if not whole:
        readings.append(TAX_ROUNDING)
    surcharge = None if tax_number is True else more
    late = window is not None and year > window.value
    because = (PP_68_2009.at("6(1)"), PP_68_2009.at("6(2)")) if late else ()
    return Taxed(
        payout,
        Method.PROGRESSIVE,
        least,
        most,
        before,
        counted,
        year,
        scale,
        surcharge,
        window,
        because,
        tuple(readings),
    )


def _rounded(exact: Fraction, law: Law) -> int:
    return Rounding(law.option(TAX_ROUNDING)).apply(exact.numerator, exact.denominator)
