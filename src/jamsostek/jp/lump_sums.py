"""The contributions with their return, at once: what JP pays where there is no pension (PP 45/2015 art. 24).

The return is the actual one of each month and is not published: it is the caller's. No deposit rate is guaranteed, as
JHT has it.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from typing import NamedTuple, TypeVar

from .. import errors
from .._dated import Row
from .._events import on_error
from .._kinds import Lang, check_lang
from .._law import LAW, Law
from .._member import Member, at_home
from .._money import Rounding, number, rounded
from .._months import Month, as_month
from .._rates import Rate, as_rate, rate_error
from .._readings import Reading
from .._readings_of_pension import PENSION_ROUNDING
from .._readings_of_pension_rights import START_OF_JP_RETURN
from ..instruments import PP_45_2015
from ..readings import CONTRIBUTION_ROUNDING
from .formulas import columns, pension_rounded
from .law import EMPLOYER_RATE, WORKER_RATE
from .record import PaidMonth, Record, in_jp, record

Key = TypeVar("Key", bound=int | str | Month)


class YearOfSavings(NamedTuple):
    """A calendar year of a lump sum: contributions paid, rupiah, the return of the year, the balance at its end."""

    year: int
    contributions: int
    returned: Fraction
    balance: Fraction


class LumpSum(NamedTuple):
    """The contributions of worker and employer with their return, at once; ``amount`` whole rupiah."""

    years: tuple[YearOfSavings, ...]
    amount: int
    readings: tuple[Reading, ...]
    law: Law

    @property
    def contributions(self) -> int:
        """All contributions, rupiah."""
        return sum(each.contributions for each in self.years)

    @property
    def returned(self) -> Fraction:
        """All returns, rupiah, exact."""
        return sum((each.returned for each in self.years), Fraction(0))

    def table(self, lang: Lang = "en") -> tuple[tuple[str, ...], ...]:
        """The years as lines of words: year, contributions, return, balance."""
        check_lang(lang)
        return tuple(
            (
                str(each.year),
                number(each.contributions, lang),
                rounded(each.returned, lang),
                rounded(each.balance, lang),
            )
            for each in self.years
        )

    def explain(self, lang: Lang = "en") -> str:
        """The years, what they come to, the article and the open questions, as a person can check them."""
        words = _WORDS[check_lang(lang)]
        lines = [*columns((words[:4], *self.table(lang))), ""]
        lines.append(f"{words[4]}: {number(self.amount, lang)} ({PP_45_2015.at('24(1)-(3)').text(lang)})")
        lines += [f"{words[5]}: {each.text(self.law.option(each), lang)}" for each in self.readings]
        return "\n".join(lines)


_WORDS: dict[Lang, tuple[str, str, str, str, str, str]] = {
    "en": ("year", "contributions", "return", "balance", "contributions with their return", "open question of law"),
    "id": ("tahun", "iuran", "hasil", "saldo", "akumulasi iuran dan hasil pengembangan", "pertanyaan hukum terbuka"),
}


def lump_sum(member: Member, *, on: date, returns: Mapping[Key, Rate], law: Law = LAW) -> LumpSum:
    """The contributions with their return at the end of the month of an event ``on`` a day.

    ``returns`` are the caller's: yearly rates by year (``{2016: "6.4 %"}``), of which each month bears a twelfth, or
    monthly ones by month (``{"2016-01": …}``), which come first. Raises ``MissingFact`` (months or wages that are not
    known), ``NotAnnounced`` (a month without a rate, named), ``FloatRate``, ``ImpossibleRate``, ``WrongType``,
    ``TooEarly``, several as ``SeveralErrors``. PP 45/2015 art. 24(1)-(3).

    >>> import jamsostek as js
    >>> ana = js.WageEarner(wage=5_000_000, risk_group=1)
    >>> history = js.History.unbroken("2026-01", "2026-03", wage=5_000_000)
    >>> member = js.Member(ana, registered=date(2026, 1, 5), history=history)
    >>> found = lump_sum(member, on=date(2026, 3, 31), returns={2026: "6 %"})
    >>> found.contributions, found.amount
    (450000, 452254)
    """
    errors.raise_together(
        "lump_sum",
        (
            None
            if isinstance(member, Member)
            else errors.WrongType("member", f"{member!r} is no member", "give a jamsostek.Member"),
            on_error("on", on),
            None
            if isinstance(returns, Mapping)
            else errors.WrongType("returns", f"{returns!r} names no rates", 'give such as {2016: "6.4 %"}'),
        ),
    )
    rates = _rates(returns)
    joined = [each for each in at_home(member) if in_jp(each.participant, Month.of(on), law)]
    found = record(joined, on=on, law=law)
    missing = sorted((*found.unknown, *found.wages_unknown))
    if missing or not found.paid:
        told = ", ".join(map(str, missing)) or "any month"
        raise errors.MissingFact("lump_sum", f"the wage, or whether it was paid, is not known of {told}", "fill it in")
    same_month = law.option(START_OF_JP_RETURN) == "same_month"
    added = {each.month.index: _paid_in(each, law)[0] for each in found.paid}
    years: list[YearOfSavings] = []
    balance, paid, earned = Fraction(0), 0, Fraction(0)
    month, last = found.paid[0].month, Month.of(on)
    while month <= last:
        new = added.get(month.index, 0)
        bearing = balance + (new if same_month else 0)
        interest = bearing * _rate_of(month, rates) if bearing else Fraction(0)
        balance, paid, earned = balance + new + interest, paid + new, earned + interest
        if month.index % 12 == 11 or month == last:
            years.append(YearOfSavings(month.index // 12, paid, earned, balance))
            paid, earned = 0, Fraction(0)
        month += 1
    readings = (*found.readings, START_OF_JP_RETURN, CONTRIBUTION_ROUNDING, PENSION_ROUNDING)
    return LumpSum(tuple(years), pension_rounded(balance, law), tuple(dict.fromkeys(readings)), law)


def _rates(returns: Mapping[Key, Rate]) -> dict[int, Fraction]:
    """Monthly rates by the index of the month, and yearly ones by the year with the sign turned."""
    found: dict[int, Fraction] = {}
    faults: list[errors.JamsostekError | None] = []
    for key, rate in returns.items():
        fault = rate_error(f"return {key}", rate)
        if fault is None:
            value = as_rate(rate)
            if isinstance(key, int):
                found[-key] = value / 12
            else:
                found[as_month(key, "returns").index] = value
        faults.append(fault)
    errors.raise_together("returns", faults)
    return found


def _rate_of(month: Month, rates: Mapping[int, Fraction]) -> Fraction:
    rate = rates.get(month.index, rates.get(-(month.index // 12)))
    if rate is None:
        raise errors.NotAnnounced(
            "returns", f"the return of JP in {month} is not known", "JP publishes none: give one for the year or month"
        )
    return rate


def contributions_of(found: Record, law: Law) -> tuple[int, tuple[Row[Fraction], ...]]:
    """The contributions of worker and employer on the months paid, rupiah, and the rates they were paid at."""
    total = 0
    rows: dict[Row[Fraction], None] = {}
    for each in found.paid:
        paid, used = _paid_in(each, law)
        total += paid
        rows |= dict.fromkeys(used)
    return total, tuple(rows)


def _paid_in(month: PaidMonth, law: Law) -> tuple[int, tuple[Row[Fraction], Row[Fraction]]]:
    """The contributions of a month as they were billed, and their rates."""
    moment, rounding = law.moment(month.month), Rounding(law.option(CONTRIBUTION_ROUNDING))
    rows = law.row(EMPLOYER_RATE, moment), law.row(WORKER_RATE, moment)
    shares = (base * row.value for base in month.bases for row in rows)
    return sum(rounding.apply(share.numerator, share.denominator) for share in shares), rows
