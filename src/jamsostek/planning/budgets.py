"""What a budget buys, how long it lasts, and how the tobacco excise is to be parted."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from fractions import Fraction
from typing import Any

from attrs import field, frozen

from .. import errors
from .._citations import Citation, Grade
from .._contributions import contributions
from .._dated import Clock, Moment, Row
from .._kinds import Lang, check_lang
from .._law import LAW, Law, Mark
from .._money import lenient_int, months_text, number, percent, rounded, sum_error
from .._months import Month, as_month, months
from .._people import Participant
from .._render import cited
from .._results import Bill
from .costs import Cost, Part, cost
from .groups import Group, as_groups, relief_error
from .law import EXCISE_SHARES, USES, ExciseShares
from .text import WORDS

MOST_MONTHS = 1_200  # of sense, not of law: no plan runs for a hundred years


@frozen(repr=False)
class Purchase:
    """What a budget buys: so many people for the whole span, rupiah left over.

    ``price`` is rupiah for one person over the span, ``short`` what lacks for one more.
    """

    budget: int
    cost: Cost

    @property
    def people(self) -> int:
        """How many people the budget covers for the whole span."""
        return self.cost.people

    @property
    def price(self) -> int:
        """Rupiah for one person over the span."""
        return self.cost.parts[0].per_person

    @property
    def left(self) -> int:
        """Rupiah left over."""
        return self.budget - self.cost.total

    @property
    def short(self) -> int:
        """Rupiah that lacks for one person more."""
        return self.price - self.left

    def text(self, lang: Lang = "en") -> str:
        """The division with its numbers put in, in two lines."""
        words, price = WORDS[check_lang(lang)], number(self.price, lang)
        division = f"{number(self.budget, lang)} ÷ {price} = {number(self.people, lang)}"
        return (
            f"{words['budget']} {number(self.budget, lang)} {words['buys']} {number(self.people, lang)} "
            f"{words['people']}: {division}, {words['left']} {number(self.left, lang)}\n"
            f"{words['short']}: {price} - {number(self.left, lang)} = {number(self.short, lang)}"
        )

    def explain(self, lang: Lang = "en") -> str:
        """The division with its numbers put in, then the plan it gives."""
        return "\n".join([self.text(lang), "", self.cost.explain(lang)])

    def to_dict(self) -> dict[str, Any]:
        """The purchase as JSON-safe values, with the schema's name and version under ``schema``."""
        sums = {"budget": self.budget, "people": self.people, "price": self.price}
        rest = {"left": self.left, "short": self.short, "plan": self.cost.to_dict()}
        return {"schema": "jamsostek.purchase/1", **sums, **rest}

    def _repr_html_(self) -> str:
        return self.cost.html(self.text().splitlines())

    def __repr__(self) -> str:
        return f"<Purchase of {number(self.budget)}: {number(self.people)} people, {number(self.left)} left>"


def afford(
    budget: int,
    participant: Participant,
    first: Month | str,
    last: Month | str,
    *,
    claims_relief: bool = False,
    law: Law = LAW,
) -> Purchase:
    """How many people like ``participant`` a budget (rupiah) covers from one month to another, both included.

    The inverse of ``cost``: what ``cost`` gives for so many people buys exactly them. Raises an ``…Amount`` error for
    the budget, ``Contradiction`` where a month costs nothing, and what ``cost`` raises.

    >>> from jamsostek import SelfEmployed
    >>> who = SelfEmployed(income=1_000_000, paid_by="regional_budget")
    >>> bought = afford(5_300_000_000, who, "2025-12", "2026-11")
    >>> bought.people, bought.left
    (26289, 137600)
    """
    errors.raise_together("afford", (sum_error("budget", budget),))
    one = cost(Group(1, participant, claims_relief=claims_relief), first, last, law=law)
    if not one.total:
        raise errors.Contradiction("afford", "a person costs nothing", "look at cost() for one person")
    group = Group(lenient_int(budget) // one.total, participant, claims_relief=claims_relief)
    return Purchase(lenient_int(budget), cost(group, first, last, law=law))


@frozen(repr=False)
class Lasts:
    """How long a budget lasts for groups of people: whole months, rupiah left over, what the next month costs.

    ``next_month`` is None where that cannot be said: its price is not announced yet, or it lies a hundred years ahead.
    Then the budget lasts ``at_least`` so many months.
    """

    budget: int
    first: Month
    months: int
    next_month: int | None
    law: Law = field(repr=False)
    _looked_at: tuple[Part, ...] = field(repr=False)

    @property
    def at_least(self) -> bool:
        """Whether it may last longer: the months after were not reckoned."""
        return self.next_month is None

    @property
    def cost(self) -> Cost | None:
        """The plan of the months that are paid in full; None where the budget does not pay for the first."""
        return self._plan(self.months) if self.months else None

    @property
    def left(self) -> int:
        """Rupiah left over."""
        return self.budget - sum(
            part.group.people * bill.total for part in self._looked_at for bill in self._paid(part)
        )

    @property
    def last(self) -> Month | None:
        """The last month that is paid in full; None where the budget does not pay for the first."""
        return self.first + (self.months - 1) if self.months else None

    @property
    def exact(self) -> Fraction | None:
        """The months with the part of the next one that is left; None where its price is not known."""
        return None if self.next_month is None else self.months + Fraction(self.left, self.next_month)

    @property
    def marks(self) -> tuple[Mark, ...]:
        """What else is to be known: months past the last check of the law, a what-if."""
        return self._all.added.told.marks

    @property
    def evidence(self) -> Grade:
        """The weakest grade that any month rests on."""
        return self._all.evidence

    @property
    def basis(self) -> tuple[Citation, ...]:
        """The citations behind the prices, each once."""
        return self._all.basis

    @property
    def _all(self) -> Cost:
        """Every month that was priced: those paid in full and the next."""
        return self._plan(len(self._looked_at[0].bills))

    def _plan(self, count: int) -> Cost:
        parts = (Part(part.group, part.bills[:count]) for part in self._looked_at)
        return Cost(self.first, self.first + (count - 1), self.law, tuple(parts))

    def _paid(self, part: Part) -> tuple[Bill, ...]:
        return part.bills[: self.months]

    def text(self, lang: Lang = "en") -> str:
        """It in one line, with what else is to be known."""
        words = WORDS[check_lang(lang)]
        span = "" if self.last is None else f" ({self.first} – {self.last})"
        told = (
            f"{words['budget']} {number(self.budget, lang)} {words['at_least' if self.at_least else 'lasts']} "
            f"{months_text(self.months, lang)}{span}, {words['left']} {number(self.left, lang)}"
        )
        after = self.first + self.months
        if self.exact is not None and self.next_month is not None:
            rest = f"{words['next']} {number(self.next_month, lang)} ({rounded(self.exact, lang)})"
        else:
            rest = words["unseen" if self.months == MOST_MONTHS else "unannounced"].format(after)
        return "; ".join([told, rest, *(mark.text(lang) for mark in self.marks)])

    def explain(self, lang: Lang = "en") -> str:
        """It in one line, then the plan of the months that are paid, else of the first one."""
        return "\n".join([self.text(lang), "", (self.cost or self._all).explain(lang)])

    def to_dict(self) -> dict[str, Any]:
        """It as JSON-safe values (the months as a text of a fraction), with the schema's name and version."""
        return {
            "schema": "jamsostek.lasts/1",
            "budget": self.budget,
            "first": str(self.first),
            "last": None if self.last is None else str(self.last),
            "months": self.months,
            "at_least": self.at_least,
            "left": self.left,
            "next_month": self.next_month,
            "exact": None if self.exact is None else str(self.exact),
            "basis": [cite.text() for cite in self.basis],
            "evidence": str(self.evidence),
            "marks": [mark.text() for mark in self.marks],
        }

    def _repr_html_(self) -> str:
        return (self.cost or self._all).html([self.text()])

    def __repr__(self) -> str:
        least = "at least " if self.at_least else ""
        return f"<Lasts {least}{self.months} months from {self.first}, {number(self.left)} left>"


def lasts(budget: int, groups: Group | Iterable[Group], first: Month | str, *, law: Law = LAW) -> Lasts:
    """For how many months from ``first`` on a budget (rupiah) pays for groups of people.

    Where a month is reached whose price is not announced, or that lies a hundred years ahead, it lasts ``at_least`` so
    long. Raises an ``…Amount`` error for the budget, and what ``cost`` raises of the first month.

    >>> from jamsostek import SelfEmployed
    >>> batch = Group(25_808, SelfEmployed(income=1_000_000, paid_by="regional_budget"))
    >>> found = lasts(5_300_000_000, batch, "2025-12")
    >>> found.months, found.left, rounded(found.exact)
    (12, 97107200, '12.22')
    """
    errors.raise_together("lasts", (sum_error("budget", budget),))
    listed, start = as_groups(groups, "lasts"), as_month(first, "first")
    left, price = lenient_int(budget), None
    bills: list[list[Bill]] = []
    for month in months(start, start + (MOST_MONTHS - 1)):
        made = _bills(listed, month, law, needed=not bills)
        if made is None:
            break
        bills.append(made)
        price = sum(bill.total * each.people for bill, each in zip(made, listed, strict=True))
        if price > left:
            break
        left, price = left - price, None
    parts = tuple(Part(each, tuple(row[at] for row in bills)) for at, each in enumerate(listed))
    errors.raise_together("lasts", (relief_error(part.group, part.bills) for part in parts))
    return Lasts(lenient_int(budget), start, len(bills) - (price is not None), price, law, parts)


def _bills(groups: tuple[Group, ...], month: Month, law: Law, *, needed: bool) -> list[Bill] | None:
    """A bill for one of each group; None where one cannot be made because a value is not announced yet."""
    try:
        return [contributions(each.participant, month=month, law=law) for each in groups]
    except errors.JamsostekError as error:
        later = (errors.NotAnnounced, errors.LawChanged)
        if needed or not all(isinstance(each, later) for each in errors.each_of(error)):
            raise
        return None


@frozen(repr=False)
class Excise:
    """A region's share of the tobacco excise (DBHCHT) by use, whole rupiah, rounded down; the rest is ``undivided``.

    Contributions of tobacco labour and of other vulnerable workers come out of ``welfare``; they are paid by the
    regional budget, so that no relief reaches them.
    """

    received: int
    year: int
    row: Row[ExciseShares] = field(repr=False)
    law: Law = field(default=LAW, repr=False)

    @property
    def welfare(self) -> int:
        """For the welfare of the community (kesejahteraan masyarakat), rupiah."""
        return int(self.received * self.row.value.welfare)

    @property
    def health(self) -> int:
        """For health (kesehatan), rupiah."""
        return int(self.received * self.row.value.health)

    @property
    def enforcement(self) -> int:
        """For law enforcement (penegakan hukum), rupiah."""
        return int(self.received * self.row.value.enforcement)

    @property
    def undivided(self) -> int:
        """What does not divide into whole rupiah."""
        return self.received - self.welfare - self.health - self.enforcement

    @property
    def marks(self) -> tuple[Mark, ...]:
        """What else is to be known: a what-if, a year past the last check of the law."""
        return self.law.marks((self.row,), _in(self.year))

    def explain(self, lang: Lang = "en") -> str:
        """Each use with its share and rupiah, and where it stands."""
        sums = self.welfare, self.health, self.enforcement
        parts = zip(USES[check_lang(lang)], self.row.value, sums, strict=True)
        received = number(self.received, lang)
        lines = [f"{use}: {received} × {percent(share, lang)} = {number(sum_, lang)}" for use, share, sum_ in parts]
        if self.undivided:
            lines.append(f"{WORDS[lang]['undivided']}: {number(self.undivided, lang)}")
        return "\n".join([*lines, cited(self.row.cites, lang), *(mark.text(lang) for mark in self.marks)])

    def __repr__(self) -> str:
        sums = f"welfare {number(self.welfare)}, health {number(self.health)}"
        return f"<Excise {self.year} of {number(self.received)}: {sums}, enforcement {number(self.enforcement)}>"


def excise(received: int, year: int, *, law: Law = LAW) -> Excise:
    """How a region's share of the tobacco excise (rupiah) of a budget year is to be parted; PMK 72/2024.

    Raises an ``…Amount`` error, ``WrongType``, ``BeforeLaw`` for a year before the first version, ``EvidenceTooWeak``.

    >>> found = excise(10_000_000_000, 2025)
    >>> found.welfare, found.health, found.enforcement
    (5000000000, 4000000000, 1000000000)
    """
    errors.raise_together("excise", (sum_error("received", received), year_error("year", year)))
    row = law.row(EXCISE_SHARES, _in(year))
    law.check_evidence("excise", ((str(cite), cite.grade) for cite in row.cites))
    return Excise(lenient_int(received), year, row, law)


def _in(year: int) -> Moment:
    return Moment(Clock.YEAR, date(year, 1, 1))


def year_error(where: str, year: object) -> errors.JamsostekError | None:
    """What is wrong with a calendar year, None if nothing is."""
    if type(year) is int and 1900 <= year < 3000:
        return None
    return errors.WrongType(where, f"{year!r} is no year", "give an int, such as 2025")
