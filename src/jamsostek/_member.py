"""Members: a person with one or more memberships and their record."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Literal, NamedTuple

from attrs import field, frozen

from . import errors
from ._history import Count, History, MonthState
from ._money import whole
from ._months import Month, as_month, date_error, month_error, runs_text
from ._people import Participant, Person, SelfEmployed, Trainee, WageEarner, _type_error
from .migrants.worker import MigrantWorker

Registered = date | Literal["never"]


class Balance(NamedTuple):
    """What the JHT account of a membership held at the start of a month (saldo), rupiah; what came before is in it."""

    at: Month | str
    amount: int


class Withdrawal(NamedTuple):
    """A part of the JHT balance that was paid out on a day, rupiah."""

    on: date
    amount: int


def _withdrawals(given: Withdrawal | Iterable[Withdrawal] | None) -> tuple[Withdrawal, ...] | None:
    if given is None:
        return None
    return (given,) if isinstance(given, Withdrawal) else tuple(given)


@frozen
class Membership:
    """One membership (kepesertaan): a way of taking part, since when, and its record.

    ``registered`` is the day on which the membership number was issued, from which on there is cover; ``"never"``:
    nobody enrolled him; None: not known, unless the participant tells it. ``history`` is the record of its months,
    None: not known. ``ended`` is the day on which the work or the membership ended; None: it had not ended, which a
    claim takes for granted and says so. ``savings`` is a known ``Balance`` of its JHT account to go on from, instead of
    what the record tells of the months before; ``withdrawals`` what was drawn of it, None: not known, taken as nothing.
    Raises ``WrongType``, ``NotADate``, ``NotAMonth``, ``NegativeAmount``, ``Contradiction``.

    >>> Membership(WageEarner(wage=4_000_000, risk_group=1), registered=date(2018, 1, 8)).enrolled
    True
    """

    participant: Participant
    registered: Registered | None = field(default=None, kw_only=True)
    history: History | None = field(default=None, kw_only=True)
    ended: date | None = field(default=None, kw_only=True)
    savings: Balance | None = field(default=None, kw_only=True)
    withdrawals: tuple[Withdrawal, ...] | None = field(default=None, kw_only=True, converter=_withdrawals)

    def __attrs_post_init__(self) -> None:
        who, registered = self.participant, self.registered
        if isinstance(who, MigrantWorker):
            raise errors.WrongType("Membership", "a MigrantWorker has none", "give him to jamsostek.Member himself")
        if not isinstance(who, WageEarner | SelfEmployed | Trainee):
            raise errors.WrongType("Membership", f"{who!r} takes no part", "give a participant, such as a WageEarner")
        told = who.registered
        if registered is None and told is not None:
            object.__setattr__(self, "registered", told)
            registered = told
        day = registered if registered != "never" else None
        day_fault = date_error("registered", day)
        errors.raise_together(
            "Membership",
            (
                day_fault,
                date_error("ended", self.ended),
                errors.WrongType("history", f"{self.history!r} is no History", "give a jamsostek.History")
                if not isinstance(self.history, History | None)
                else None,
                errors.Contradiction("registered", f"{registered} here, {told} of the participant", "give it once")
                if told is not None and registered != told and not _unreported(who, registered)
                else None,
                *(() if day_fault else self._order_faults(day)),
                *self._account_faults(),
            ),
        )
        self._plain_savings()

    def _plain_savings(self) -> None:
        """Keep the month of a known balance as a month."""
        if self.savings is not None:
            object.__setattr__(self, "savings", Balance(as_month(self.savings.at), self.savings.amount))

    def _order_faults(self, day: date | None) -> tuple[errors.JamsostekError | None, ...]:
        born = None if self.participant.person is None else self.participant.person.born
        ended = self.ended if date_error("", self.ended) is None else None
        return (
            errors.Contradiction("registered", f"{day} is not after birth on {born}", "mend one of them")
            if day is not None and born is not None and day <= born
            else None,
            errors.Contradiction("ended", f"{ended} lies before registration on {day}", "mend one of them")
            if day is not None and ended is not None and ended < day
            else None,
            errors.Contradiction("ended", "given, though the membership never began", "leave one of the two out")
            if self.registered == "never" and ended is not None
            else None,
        )

    def _account_faults(self) -> Iterator[errors.JamsostekError | None]:
        if self.savings is not None:
            if not isinstance(self.savings, Balance):
                yield errors.WrongType("savings", f"{self.savings!r} is no balance", "give a jamsostek.Balance")
            else:
                yield month_error("savings", self.savings.at)
                yield _sum_error("savings", self.savings.amount)
        for each in self.withdrawals or ():
            if not isinstance(each, Withdrawal):
                yield errors.WrongType("withdrawals", f"{each!r} is no withdrawal", "give jamsostek.Withdrawal objects")
            else:
                yield (
                    errors.NotADate("withdrawals", "no day is given", "give a datetime.date")
                    if each.on is None
                    else (date_error("withdrawals", each.on))
                )
                yield _sum_error("withdrawals", each.amount)

    @property
    def enrolled(self) -> bool | None:
        """Whether it was ever registered; None where that is not known."""
        return None if self.registered is None else self.registered != "never"

    @property
    def since(self) -> date | None:
        """The day of registration, None where there is none or it is not known."""
        return None if self.registered == "never" else self.registered

    def open_on(self, day: date) -> bool:
        """Whether it had not ended on a day."""
        return self.ended is None or self.ended >= day


def _unreported(who: Participant, registered: Registered | None) -> bool:
    """Whether nobody had named a worker to the agency, though the project, which tells his day, was registered."""
    return registered == "never" and who.type_name == "project_worker"


def after_end(membership: Membership) -> errors.Contradiction | None:
    """What is wrong with a record that goes on after the membership ended; None where it does not."""
    ended, history = membership.ended, membership.history
    if ended is None or history is None:
        return None
    owed = MonthState.PAID, MonthState.UNPAID
    late = [each.month for each in history if each.state in owed and each.month > Month.of(ended)]
    if not late:
        return None
    what = f"contributions of {runs_text(late)}, though the membership ended on {ended}"
    return errors.Contradiction("history", what, "mend the record, or the day on which it ended")


def _sum_error(where: str, amount: int) -> errors.JamsostekError | None:
    if whole(amount) is None:
        return errors.WrongType(where, f"{amount!r} is no amount", "give whole rupiah as an int")
    return errors.NegativeAmount(where, f"{amount} is negative", "give whole rupiah") if amount < 0 else None


@frozen(init=False)
class Member:
    """A person with one or more memberships (peserta).

    The short form takes the facts of the only membership; ``memberships`` takes several. ``abroad`` is a migrant
    worker, alone: what he has at home is asked apart. Persons told by the participants must agree; ``person`` is what
    is known of the person. Raises what ``Membership`` raises, and ``MissingFact`` for nobody.

    >>> ana = WageEarner(wage=4_000_000, risk_group=2, person=Person(born=date(1990, 6, 15)))
    >>> history = History.unbroken("2018-01", "2025-05", wage=4_000_000)
    >>> Member(ana, registered=date(2018, 1, 8), history=history).months_paid(date(2025, 6, 15))
    Count(least=89, most=89)
    """

    memberships: tuple[Membership, ...]
    abroad: MigrantWorker | None = None
    person: Person = field(init=False, eq=False, repr=False)

    def __init__(
        self,
        participant: Participant | MigrantWorker | None = None,
        *,
        registered: Registered | None = None,
        history: History | None = None,
        ended: date | None = None,
        savings: Balance | None = None,
        withdrawals: Withdrawal | Iterable[Withdrawal] | None = None,
        memberships: Iterable[Membership] = (),
        abroad: MigrantWorker | None = None,
    ) -> None:
        several = tuple(memberships) if isinstance(memberships, Iterable) else (memberships,)
        if isinstance(participant, MigrantWorker):
            abroad = participant
        elif participant is not None:
            only = Membership(
                participant,
                registered=registered,
                history=history,
                ended=ended,
                savings=savings,
                withdrawals=withdrawals,
            )
            several = (only, *several)
        self.__attrs_init__(several, abroad)
        given = (registered, history, ended, savings, withdrawals)
        loose = given != (None,) * len(given) and (participant is None or abroad is participant)
        own = "registered, departed and returned are facts of the MigrantWorker"
        errors.raise_together(
            "Member",
            (
                errors.Contradiction("Member", "facts of a membership without its participant", "give it first")
                if loose and abroad is None
                else None,
                errors.Contradiction("Member", "facts of a membership, given of a migrant worker", own)
                if loose and abroad is not None
                else None,
                errors.MissingFact("Member", "nobody takes part", "give a participant, or memberships")
                if not several and abroad is None
                else None,
                _type_error("abroad", abroad, MigrantWorker),
                errors.Contradiction("Member", "a migrant worker and memberships at home", "make a Member of each")
                if several and abroad is not None
                else None,
                *(
                    errors.WrongType("memberships", f"{each!r} is no membership", "give jamsostek.Membership objects")
                    for each in several
                    if not isinstance(each, Membership)
                ),
            ),
        )
        told = [abroad.person] if abroad is not None else [each.participant.person for each in several]
        persons = dict.fromkeys(each for each in told if each is not None)
        if len(persons) > 1:
            raise errors.Contradiction("Member", "the memberships tell of different persons", "give one and the same")
        object.__setattr__(self, "person", next(iter(persons), Person()))

    def months_paid(self, on: date) -> Count:
        """The months whose contributions were paid by a day, in any membership, each month once (masa iur)."""
        paid: set[Month] = set()
        unknown: set[Month] = set()
        for each in at_home(self):
            if each.history is None:
                continue
            for record in each.history.as_of(on):
                if record.state is MonthState.PAID:
                    paid.add(record.month)
                elif record.state is None:
                    unknown.add(record.month)
        return Count(len(paid), len(paid | unknown))


def at_home(member: Member) -> tuple[Membership, ...]:
    """The memberships of a member; of a migrant worker ``WrongType``: the rules of those at home do not know him."""
    if member.abroad is not None:
        what = "a migrant worker, whose benefits are of another law"
        raise errors.WrongType("member", what, "take jamsostek.claim or jamsostek.migrants.benefit")
    return member.memberships
