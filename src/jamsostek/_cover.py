"""Cover: who pays when something happens to a member: the fund, the fund after arrears are paid, the employer, nobody.

The articles for JKK (27, 38, 39) and for JKM (35, 41, 42) are twins; both programmes and the scholarship ask here. What
follows from arrears stands in ``payment.law_of_arrears``. While a fact is missing several answers are possible, and the
cover names them all.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from typing import NamedTuple

from ._benefits import ELIGIBLE, Because, BenefitPayer, Term
from ._cases import HISTORY, REGISTERED
from ._citations import Citation
from ._dated import Row
from ._events import FIRST_DAY
from ._history import Count, MonthRecord, MonthState
from ._kinds import EmployerKind, Programme
from ._law import Law
from ._member import Membership
from ._months import Month
from ._people import Participant, Person, SelfEmployed, Trainee
from ._readings import Reading
from ._readings_of_claims import ARREARS_IN_A_ROW, STATE_AS_EMPLOYER
from ._verdict import Fact, State, Verdict
from .instruments import PP_44_2015
from .payment.arrears import by_arrears, duty_of_state
from .payment.law_of_arrears import ArrearsRule, CoverKind
from .payment.rules import due_date, nominal_day, table_of_due

SIX_MONTHS = Fact("person.six_months", "six months of work in Indonesia", "bekerja enam bulan di Indonesia")


def takes_part(person: Person, cite: Citation) -> Verdict:
    """Whether a person can take part at all: foreigners once they have worked for six months."""
    if person.citizen is not False or person.six_months:
        return ELIGIBLE
    if person.six_months is None:
        return Verdict(State.UNDETERMINED, missing=(SIX_MONTHS,))
    words = "a foreigner with less than six months of work", "orang asing yang bekerja kurang dari enam bulan"
    return Verdict(State.NOT_ELIGIBLE, (Because(*words, cite),))


# Where nobody enrolled a worker, and where it stands that a member must be an active one.
_NOT_ENROLLED = {Programme.JKM: PP_44_2015.at("35(1)"), Programme.JKK: PP_44_2015.at("27(1)")}
_ACTIVE = {
    Programme.JKM: (PP_44_2015.at("34(1)"), PP_44_2015.at("elucidation 34(1)")),
    Programme.JKK: (PP_44_2015.at("25(1)"),),
}
_NOT_A_MEMBER = PP_44_2015.at("11(5)")


class Cover(NamedTuple):
    """Who pays for one membership on one day: the ``kinds`` that are possible, one where everything is known.

    ``arrears`` is the months in a row that were due and unpaid that day, ``settled`` whether they have been paid since,
    ``row`` the law on them, None where it was not asked: no member, or not enrolled.
    """

    membership: Membership
    programme: Programme
    kinds: tuple[CoverKind, ...]
    row: Row[ArrearsRule] | None = None
    arrears: Count = Count(0, 0)
    settled: bool = False
    because: tuple[Because, ...] = ()
    missing: tuple[Fact, ...] = ()
    readings: tuple[Reading, ...] = ()

    @property
    def verdict(self) -> Verdict:
        """Whether anybody pays."""
        if CoverKind.NONE not in self.kinds:
            return ELIGIBLE
        if len(self.kinds) == 1:
            return Verdict(State.NOT_ELIGIBLE, self.because)
        return Verdict(State.UNDETERMINED, missing=self.missing)

    @property
    def payer(self) -> BenefitPayer | None:
        """Who pays; None while it is not known."""
        payers = {_PAYERS[kind] for kind in self.kinds if kind is not CoverKind.NONE}
        return payers.pop() if len(payers) == 1 else None

    @property
    def cites(self) -> tuple[Citation, ...]:
        """The articles on who pays, where somebody may."""
        return tuple(self._cite(kind) for kind in self.kinds if kind is not CoverKind.FUND or self.arrears.most)

    @property
    def waits(self) -> bool:
        """Whether the fund may pay most of it only once the arrears are paid."""
        return any(kind.waits for kind in self.kinds)

    def _cite(self, kind: CoverKind) -> Citation:
        if self.row is None or kind is CoverKind.EMPLOYER:
            return _NOT_ENROLLED[self.programme]
        long = kind is self.row.value.beyond or self.arrears.least > self.row.value.limit
        return self.row.cites[-1 if long else 0]

    def terms(self, *, at_once: bool = False) -> tuple[Term, ...]:
        """What goes with the cover; ``at_once`` for what arrears do not hold back (funeral cost, medical care)."""
        found = []
        sure = len(self.kinds) == 1
        for kind in self.kinds:
            if kind.waits and not at_once:
                words = _AFTER if sure else _IF_IN_ARREARS
                found.append(Term(*words, self._cite(kind), self.settled if sure else None))
            elif kind in (CoverKind.EMPLOYER_FIRST, CoverKind.EMPLOYER):
                found.append(Term(kind.label_en, kind.label_id, self._cite(kind)))
        return tuple(found)


_AFTER = "once the arrears are paid", "setelah tunggakan iuran dilunasi"
_IF_IN_ARREARS = (
    "if contributions are in arrears: once they are paid",
    "bila ada tunggakan iuran: setelah tunggakan dilunasi",
)
_PAYERS = {
    CoverKind.FUND: BenefitPayer.FUND,
    CoverKind.CARE_FIRST: BenefitPayer.FUND,
    CoverKind.FUNERAL_FIRST: BenefitPayer.FUND,
    CoverKind.EMPLOYER_FIRST: BenefitPayer.EMPLOYER,
    CoverKind.EMPLOYER: BenefitPayer.EMPLOYER,
}


def cover(membership: Membership, day: date, programme: Programme, law: Law) -> Cover:
    """Who pays for what happens on a day to a membership in JKK or JKM."""
    found = _cover(membership, day, programme, law)
    if membership.participant.type_name == "project_worker" and found.kinds != (CoverKind.NONE,):
        from .construction.workers import within

        return within(found, day, law)
    return found


def _cover(membership: Membership, day: date, programme: Programme, law: Law) -> Cover:
    who = membership.participant
    if not membership.open_on(day):
        words = f"the membership ended on {membership.ended}", f"kepesertaan berakhir pada {membership.ended}"
        because = tuple(Because(*words, cite) for cite in _ACTIVE[programme])
        return Cover(membership, programme, (CoverKind.NONE,), because=because)
    left_out = who.programmes is not None and programme not in who.programmes
    if membership.enrolled is False or left_out:
        return _not_enrolled(membership, day, programme, law)
    arrears = _arrears(membership, day, programme, law)
    found = _by_arrears(membership, day, programme, arrears, law)
    if membership.enrolled is None and not arrears.shown:
        never = _not_enrolled(membership, day, programme, law)
        kinds = tuple(dict.fromkeys((*found.kinds, *never.kinds)))
        readings = tuple(dict.fromkeys((*found.readings, *never.readings)))
        found = found._replace(kinds=kinds, missing=(REGISTERED, *found.missing), readings=readings)
    return found


def _not_enrolled(membership: Membership, day: date, programme: Programme, law: Law) -> Cover:
    """Who pays for somebody whom nobody enrolled: his employer, where he has one."""
    who = membership.participant
    words = "not enrolled, and no employer owes it", "tidak terdaftar, dan tidak ada pemberi kerja yang menanggung"
    nobody = (Because(*words, _NOT_A_MEMBER),)
    if isinstance(who, SelfEmployed) or (isinstance(who, Trainee) and programme is Programme.JKM):
        return Cover(membership, programme, (CoverKind.NONE,), because=nobody)
    readings: tuple[Reading, ...] = ()
    if who.employer.kind is EmployerKind.STATE:
        words = "the article binds no state body", "pasalnya tidak mengikat penyelenggara negara"
        binds_none = Because(*words, _NOT_ENROLLED[programme])
        duty = duty_of_state(max(day, FIRST_DAY), law)
        if programme not in duty.value.compulsory:
            words = (
                "what state bodies owed their staff then was left to another regulation",
                "kewajiban penyelenggara negara saat itu diatur dengan peraturan tersendiri",
            )
            because = binds_none, Because(*words, duty.cites[0])
            return Cover(membership, programme, (CoverKind.NONE,), because=because)
        readings = (STATE_AS_EMPLOYER,)
        if law.option(STATE_AS_EMPLOYER) == "not_liable":
            return Cover(membership, programme, (CoverKind.NONE,), because=(binds_none,), readings=readings)
    return Cover(membership, programme, (CoverKind.EMPLOYER,), readings=readings)


def _by_arrears(membership: Membership, day: date, programme: Programme, found: _Arrears, law: Law) -> Cover:
    """Who pays for a member, by the months in arrears on a day."""
    kinds, row, readings = by_arrears(programme, membership.participant, found.run, max(day, FIRST_DAY), law)
    because: tuple[Because, ...] = ()
    if CoverKind.NONE in kinds:
        limit = row.value.limit
        words = (
            f"contributions in arrears: more than {limit} months in a row",
            f"menunggak iuran lebih dari {limit} bulan berturut-turut",
        )
        because = (Because(*words, row.cites[-1]),)
    return Cover(
        membership,
        programme,
        kinds,
        row,
        found.run,
        found.settled,
        because,
        (HISTORY,) if found.run.least != found.run.most else (),
        (*found.readings, *readings),
    )


_STATE, _PAID_ON = (MonthRecord._fields.index(name) for name in ("state", "paid_on"))


class _Arrears(NamedTuple):
    """Months in a row in arrears up to the last that was due; ``shown``: the record shows that he was enrolled."""

    run: Count
    settled: bool
    shown: bool
    readings: tuple[Reading, ...]


def _arrears(membership: Membership, day: date, programme: Programme, law: Law) -> _Arrears:
    """The months of a membership that were due and unpaid on a day."""
    if not getattr(membership.participant, "monthly", True):
        return _Arrears(Count(0, 0), False, False, ())
    until = last_due(membership.participant, day, programme, law)
    start = None if membership.since is None else Month.of(membership.since)
    history = membership.history
    if history is None:
        # The number is issued once the first contribution is paid (arts 6(2), 11(4)): that month is no arrears.
        most = max(until - (start or Month.of(FIRST_DAY)), 0)
        return _Arrears(Count(0, most), False, False, ())
    known = history.records[: max(until - history.first + 1, 0)]
    if known and until <= history.last:
        plain = [[each[at] for each in known] for at in (_STATE, _PAID_ON)]
        if plain[0].count(MonthState.PAID) == plain[1].count(None) == len(known):
            return _Arrears(Count(0, 0), False, True, ())
    states = [
        record.state if record.paid_on is None and record.state is not None else _state(record, day, start)
        for record in known
    ]
    states += [None] * (max(until - history.last, 0) if known else 0)
    current = _run(reversed(states))
    shown = MonthState.PAID in states
    settled = 0 < current.least == current.most and all(
        history[until - back].state is MonthState.PAID for back in range(current.least)
    )
    if all(state is MonthState.PAID for state in states):
        return _Arrears(current, settled, shown, ())
    longest = _longest(states)
    wanted = current if law.option(ARREARS_IN_A_ROW) == "current" else longest
    return _Arrears(wanted, settled, shown, () if current == longest else (ARREARS_IN_A_ROW,))


def _state(record: MonthRecord, day: date, start: Month | None) -> MonthState | None:
    """What became of a month by a day; the month of registration was paid, or no number had been issued."""
    if record.paid_on is not None and record.paid_on > day:
        return MonthState.UNPAID
    if record.state is None and start is not None and record.month <= start:
        return MonthState.PAID
    return record.state


def _run(states: Iterable[MonthState | None]) -> Count:
    """The run of unpaid months at the beginning; months not known make it at most longer."""
    least = most = 0
    sure = True
    for state in states:
        if state is not None and state is not MonthState.UNPAID:
            break
        sure = sure and state is not None
        least += sure
        most += 1
    return Count(least, most)


def _longest(states: list[MonthState | None]) -> Count:
    """The longest run of unpaid months."""
    runs = [_run(states[at:]) for at in range(len(states))]
    return Count(max(run.least for run in runs), max(run.most for run in runs))


def last_due(who: Participant, day: date, programme: Programme, law: Law) -> Month:
    """The last contribution month that was due before a day; weekends move due dates, public holidays are not asked."""
    table = table_of_due(programme, who)
    month = Month.of(day) - min(row.value.months_on for row in law.table(table).rows)
    while month.index >= _FIRST_MONTH.index:
        rule = law.row(table, law.moment(month)).value
        nominal = nominal_day(rule, month)
        if nominal < day and (nominal + _WEEKEND < day or due_date(programme, who, month, None, law).on < day):
            break
        month -= 1
    return month


_FIRST_MONTH = Month.of(FIRST_DAY)
_WEEKEND = timedelta(days=2)
