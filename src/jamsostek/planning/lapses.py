"""What a lapse costs: a membership that somebody pays for, a run of months unpaid, and the death benefits meanwhile.

Every month is a question to the rules of JKM, JKK and the scholarship: what would be owed if the member died on its
last day? Nothing here knows a benefit, a number of waiting months or a limit of arrears.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from attrs import evolve

from .. import errors
from .._cases import case_of
from .._citations import Citation
from .._cover import cover
from .._dated import Moment
from .._events import Death
from .._family import Family
from .._history import History, MonthRecord, MonthState
from .._kinds import Programme
from .._law import LAW, Law
from .._member import Member, Membership
from .._months import Month, as_month, months, span
from .._people import SelfEmployed, _flag_error
from .._readings import Reading
from .._readings_of_family import INNER_ORDER_OF_HEIRS, SHARES_OF_HEIRS
from .._verdict import State
from ..jkm.benefit_rules import provide as _jkm
from ..payment.law_of_arrears import ARREARS_ENDING_MEMBERSHIP
from ..scholarship.gates import gate_of
from .costs import cost
from .groups import Group
from .lapse_results import Lapse, LapseMonth, Standing

# Who receives does not matter here; a widow or widower leaves no question open.
_FAMILY = Family(spouse=True, children=False)
_ON_HEIRS = (INNER_ORDER_OF_HEIRS, SHARES_OF_HEIRS)


def lapse(
    participant: SelfEmployed,
    first: Month | str,
    stopped: Month | str,
    resumed: Month | str | None,
    last: Month | str,
    *,
    restored: bool = False,
    law: Law = LAW,
) -> Lapse:
    """What becomes of a membership paid from ``first`` on, not from ``stopped`` on, and again from ``resumed`` on.

    ``resumed`` None: never, so that the membership ends; ``last`` is the last month looked at. Up to three months
    unpaid are settled on return; more end the membership, and the return is a new one unless the agency ``restored``
    the old one against the arrears (membership manual of 2022, p. 59). The day of registration is the participant's,
    else the first day of ``first``. Raises ``Contradiction`` for months out of order, ``WrongType``, and what ``cost``
    and ``claim`` raise. PP 44/2015 arts 34, 39 and 42, Permenaker 1/2025.

    >>> who = SelfEmployed(income=1_000_000, paid_by="regional_budget")
    >>> found = lapse(who, "2025-12", "2026-12", "2027-05", "2027-09")
    >>> found.gap, found.ends, found.at_stake, found.held_back
    (5, True, 42000000, 32000000)
    """
    if not isinstance(participant, SelfEmployed):
        raise errors.WrongType("lapse", f"{participant!r} is not self-employed", "give a SelfEmployed")
    start, stop, end = as_month(first, "first"), as_month(stopped, "stopped"), as_month(last, "last")
    back = None if resumed is None else as_month(resumed, "resumed")
    in_order = start < stop <= end and (back is None or stop < back <= end)
    errors.raise_together(
        "lapse",
        (
            None
            if in_order
            else errors.Contradiction("lapse", "its months are out of order", "give first < stopped < resumed <= last"),
            _flag_error("restored", restored),
            *_registered_error(participant, start),
        ),
    )
    until = end if back is None else back - 1
    unpaid = cost(Group(1, participant), stop, until, law=law).parts[0].bills
    limit = _limit(law, stop)
    ended = stop + limit if back is None or len(unpaid) > limit else None
    path = _Path(participant, start, stop, back, ended is not None and not restored)
    seen = _Seen({}, {})
    found = [
        LapseMonth(
            month,
            MonthState.UNPAID if stop <= month <= until else MonthState.PAID,
            _standing(path.member(month), month, law, seen),
            _standing(path.unbroken(month), month, law, seen),
        )
        for month in months(start, end)
    ]
    law.check_evidence("lapse", ((str(cite), cite.grade) for cite in seen.cites))
    answers = [(f"reading {each.name}", each[law.option(each)].grade) for each in seen.readings]
    law.check_evidence("lapse", answers)
    path_of = participant, start, stop, back, restored, ended
    return Lapse(*path_of, law, tuple(found), unpaid, tuple(seen.readings), tuple(seen.cites))


def _limit(law: Law, month: Month) -> int:
    """The months in a row unpaid that do not end a membership yet."""
    row = law.row(ARREARS_ENDING_MEMBERSHIP, Moment(ARREARS_ENDING_MEMBERSHIP.clock, month.last_day))
    return row.value


def _registered_error(participant: SelfEmployed, first: Month) -> Iterator[errors.JamsostekError | None]:
    day = participant.registered
    if day is not None and Month.of(day) != first:
        what = f"registered on {day}, and {first} is the first month paid"
        yield errors.Contradiction("registered", what, "give the month of registration as the first")


class _Path(NamedTuple):
    """The months of a membership with a lapse, as the record stands at any of them."""

    participant: SelfEmployed
    first: Month
    stopped: Month
    resumed: Month | None
    ends: bool

    def unbroken(self, month: Month) -> Member:
        """The member without the lapse."""
        return Member(memberships=[self._membership(self.first, [], month)])

    def member(self, month: Month) -> Member:
        """The member as he stands at the end of a month."""
        back = self.resumed
        if back is None or month < back:
            return Member(memberships=[self._membership(self.first, self._unpaid(month), month)])
        if not self.ends:
            settled = [MonthRecord(each, MonthState.PAID, paid_on=back.first_day) for each in self._gap(month)]
            return Member(memberships=[self._membership(self.first, settled, month)])
        ended = evolve(self._membership(self.first, self._unpaid(back - 1), back - 1), ended=(back - 1).last_day)
        return Member(memberships=[ended, self._membership(back, [], month)])

    def _gap(self, month: Month) -> tuple[Month, ...]:
        until = month if self.resumed is None else min(month, self.resumed - 1)
        return span(self.stopped, until)

    def _unpaid(self, month: Month) -> list[MonthRecord]:
        return [MonthRecord(each, MonthState.UNPAID) for each in self._gap(month)]

    def _membership(self, first: Month, others: list[MonthRecord], until: Month) -> Membership:
        """A membership paid from a month to another, but for other months."""
        records = {month: MonthRecord(month, MonthState.PAID) for month in span(first, until)}
        records |= {each.month: each for each in others}
        told = self.participant.registered
        since = told if told is not None and first == self.first else first.first_day
        who = evolve(self.participant, registered=None)
        return Membership(who, registered=since, history=History(records.values()))


class _Seen(NamedTuple):
    """What the answers rest on, each once, in order."""

    readings: dict[Reading, None]
    cites: dict[Citation, None]


def _standing(member: Member, month: Month, law: Law, seen: _Seen) -> Standing:
    """What would be owed if the member died on the last day of a month."""
    day = month.last_day
    case = case_of(Death(on=day, work_related=False), member, _FAMILY, law)
    answer = _jkm(case)
    gate = gate_of(case, (answer,))
    answered = cover(member.memberships[-1], day, Programme.JKK, law)
    reasons = (*answer.verdict.because, *(each for no in answer.refused for each in no.verdict.because))
    seen.readings.update(dict.fromkeys(each for each in answer.readings if each not in _ON_HEIRS))
    seen.readings.update(dict.fromkeys(gate.readings))
    seen.cites.update(dict.fromkeys(cite for item in answer.items for cite in item.basis))
    seen.cites.update(dict.fromkeys(reason.cite for reason in (*reasons, *gate.verdict.because)))
    seen.cites.update(dict.fromkeys(answered.cites))
    return Standing(
        sum(item.at_least for item in answer.items),
        sum(item.at_least for item in answer.items if item.now),
        answered.kinds[0],
        member.months_paid(day).least,
        gate.verdict.state is State.ELIGIBLE,
    )
