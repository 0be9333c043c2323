"""Pensions month by month over the years: raised, bounded, handed over from one survivor to the next."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any, NamedTuple

from attrs import field, frozen

from .. import errors
from .._cases import Event, case_of
from .._family import Family
from .._kinds import Lang, check_lang
from .._law import LAW, Law
from .._member import Member
from .._money import number
from .._months import Month, as_month
from .._readings import Reading
from .._readings_of_pension import LIMITS_OVER_TIME, UPLIFT_MONTH
from .._readings_of_pension_rights import CHILDREN_OF_ONE_PENSION
from .._verdict import State
from .benefit_law import Benefit
from .benefit_rules import answered
from .items import Paying, share_of
from .survivors import SPOUSE_ENDED

SCHEDULE_SCHEMA = "jamsostek.pension-schedule/1"


class Stage(NamedTuple):
    """Months in a row in which somebody receives the same pension: rupiah a month; ``person`` None: not named."""

    benefit: Benefit
    person: str | None
    first: Month
    last: Month
    amount: int

    @property
    def months(self) -> int:
        """How many months it has."""
        return self.last - self.first + 1

    @property
    def total(self) -> int:
        """All its months together, rupiah."""
        return self.amount * self.months


@frozen(repr=False)
class Schedule:
    """The pensions after an event, stage by stage, up to a month. ``total`` is rupiah, all of them together."""

    stages: tuple[Stage, ...]
    until: Month
    readings: tuple[Reading, ...] = field(repr=False)
    law: Law = field(repr=False)

    def __iter__(self) -> Iterator[Stage]:
        return iter(self.stages)

    def __len__(self) -> int:
        return len(self.stages)

    @property
    def total(self) -> int:
        """All pensions together, rupiah."""
        return sum(each.total for each in self.stages)

    def amount(self, month: Month | str) -> int:
        """What is paid for a month to all together, rupiah; 0 where nobody receives anything."""
        at = as_month(month)
        return sum(each.amount for each in self.stages if each.first <= at <= each.last)

    def table(self, lang: Lang = "en") -> tuple[tuple[str, ...], ...]:
        """The stages as lines of words: from, to, pension, person, rupiah a month."""
        return tuple(
            (
                str(each.first),
                str(each.last),
                each.benefit.label(check_lang(lang)),
                each.person or "",
                number(each.amount, lang),
            )
            for each in self.stages
        )

    def explain(self, lang: Lang = "en") -> str:
        """The stages, their total and the open questions that touched them."""
        words = _WORDS[check_lang(lang)]
        lines = [" | ".join(cell for cell in line if cell) for line in self.table(lang)]
        lines.append(f"{words['total']} {self.until}: {number(self.total, lang)}")
        lines += [f"{words['reading']}: {each.text(self.law.option(each), lang)}" for each in self.readings]
        return "\n".join(lines)

    def to_dict(self) -> dict[str, Any]:
        """The schedule as JSON-safe values."""
        return {
            "schema": SCHEDULE_SCHEMA,
            "until": str(self.until),
            "stages": [
                {
                    "benefit": str(each.benefit),
                    "person": each.person,
                    "first": str(each.first),
                    "last": str(each.last),
                    "amount": each.amount,
                }
                for each in self.stages
            ],
            "total": self.total,
            "readings": {reading.name: self.law.option(reading) for reading in self.readings},
        }

    def _repr_html_(self) -> str:
        from .._html import rows_html

        words = _WORDS["en"]
        return rows_html(words["head"], list(self.table()), [f"{words['total']} {self.until}: {number(self.total)}"])

    def __repr__(self) -> str:
        return f"<Schedule to {self.until}: {len(self)} stages, {number(self.total)}>"


_WORDS: dict[Lang, dict[str, Any]] = {
    "en": {
        "head": ("from", "to", "pension", "for", "rupiah a month"),
        "total": "together up to",
        "reading": "open question",
    },
    "id": {
        "head": ("dari", "sampai", "manfaat", "penerima", "rupiah per bulan"),
        "total": "jumlah sampai",
        "reading": "pertanyaan terbuka",
    },
}


def schedule(
    event: Event, member: Member, family: Family | None = None, *, until: Month | str, law: Law = LAW
) -> Schedule:
    """The pensions of JP after an event up to a month, with yearly uplifts, limits and hand-overs.

    A widow's or widower's pension runs until ``remarried`` or ``died`` of the ``Spouse``, then the children's begins; a
    month in which a right ends is paid. Raises ``Undetermined`` while facts are missing, ``NotAnnounced`` for a year
    whose inflation or limits are not known (give a ``scenario``), and what ``benefit`` raises. PP 45/2015 arts 17-23.

    >>> import jamsostek as js
    >>> ana = js.WageEarner(wage=5_000_000, risk_group=1, person=js.Person(born=date(1980, 6, 15)))
    >>> history = js.History.unbroken("2022-07", "2024-06", wage=5_000_000)
    >>> member = js.Member(ana, registered=date(2022, 7, 1), history=history)
    >>> siti = js.Spouse(name="Siti", remarried=date(2026, 5, 10))
    >>> budi = js.Child(name="Budi", born=date(2014, 2, 1), married=False, works=False)
    >>> family = js.Family(spouse=siti, children=budi)
    >>> print(schedule(js.Death(on=date(2024, 7, 2)), member, family, until="2026-12").explain().partition("open")[0])
    2024-08 | 2025-02 | widow's or widower's pension | Siti | 395,388
    2025-03 | 2025-07 | widow's or widower's pension | Siti | 399,700
    2025-08 | 2026-02 | widow's or widower's pension | Siti | 401,596
    2026-03 | 2026-05 | widow's or widower's pension | Siti | 411,400
    2026-06 | 2026-12 | child's pension | Budi | 411,400
    together up to 2026-12: 11,691,388
    <BLANKLINE>
    """
    last = as_month(until, "until")
    found = answered(case_of(event, member, family, law), strict=True)
    lines = [each for each in found.paying if not _waits(each)]
    missing = dict.fromkeys(
        fact for each in lines if each.item.verdict.state is State.UNDETERMINED for fact in each.item.missing
    )
    missing |= dict.fromkeys(fact for each in lines if each.pension is None for fact in each.item.missing)
    if missing:
        keys = ", ".join(fact.key for fact in missing)
        raise errors.Undetermined("schedule", f"it hangs on {keys}", "give these facts")
    stages: list[Stage] = []
    for each in lines:
        if each.item.verdict.state is State.ELIGIBLE:
            stages += _stages(each, lines, last, law)
    readings = [reading for each in lines for reading in each.item.readings]
    if any(each.pension is not None and each.pension.first + 12 <= last for each in lines):
        readings += [UPLIFT_MONTH, LIMITS_OVER_TIME]
    stages.sort(key=lambda stage: stage.first.index)
    return Schedule(tuple(stages), last, tuple(dict.fromkeys(readings)), law)


def _waits(paying: Paying) -> bool:
    """Whether a child's pension waits for the end of the widow's or widower's."""
    return SPOUSE_ENDED in paying.item.verdict.missing


def _stages(paying: Paying, lines: list[Paying], until: Month, law: Law) -> Iterator[Stage]:
    """The stages of one recipient, cut where a right ends and where a part passes on."""
    survivor, pension = paying.survivor, paying.pension
    assert pension is not None  # what is missing was named before
    last = min(until, _last(survivor.ends) or until) if survivor is not None else until
    if last < pension.first:
        return
    parts = 1 if survivor is None else survivor.parts
    others = [each for each in lines if each.survivor is not None and each.survivor.parts > 1 and each is not paying]
    passes_on = law.option(CHILDREN_OF_ONE_PENSION) == "passes_on"
    cuts = {end for each in others if (end := _last(each.survivor.ends if each.survivor else None)) is not None}
    for stretch in pension.stretches(last):
        edges = [*sorted(cut for cut in cuts if stretch.first <= cut < stretch.last and parts > 1), stretch.last]
        first = stretch.first
        for edge in edges:
            amount = stretch.amount
            if survivor is not None and parts > 1:
                amount = share_of(amount, *_place(paying, others, first, passes_on=passes_on))
            yield Stage(pension.benefit, paying.item.person, first, edge, amount)
            first = edge + 1


def _last(ends: date | None) -> Month | None:
    return None if ends is None else Month.of(ends)


def _place(paying: Paying, others: list[Paying], month: Month, *, passes_on: bool) -> tuple[int, int]:
    """The place among those who share a pension in a month, and how many they are."""
    survivor = paying.survivor
    assert survivor is not None  # asked of children alone
    if not passes_on:
        return survivor.part, survivor.parts
    living = [
        each.survivor
        for each in others
        if each.survivor is not None and ((end := _last(each.survivor.ends)) is None or end >= month)
    ]
    return sum(each.part < survivor.part for each in living), len(living) + 1
