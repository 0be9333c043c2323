"""Line plans: for each kind of participant, the lines a bill can have, as data that every reading walks."""

from __future__ import annotations

from typing import Any

from attrs import frozen

from ._dated import Dated, Moment
from ._kinds import Payer, Programme
from ._law import Law
from ._people import Participant, SelfEmployed, Trainee
from ._schedules import CappedWage, Flat, ReferenceIncome, RiskShare, Schedule, Share, Wage
from .jht import law as jht
from .jkk import law as jkk
from .jkm import law as jkm
from .jp import law as jp
from .participation import TRAINEES_JHT_BY_BRACKET, TRAINEES_PAY_BY_BRACKET, TRAINEES_PAY_BY_WAGE
from .readings import TRAINEE_BASE


@frozen(eq=False, repr=False)
class LinePlan:
    """One line: programme, payer (None: whoever pays for the participant) and the schedule it goes by.

    ``because`` is the rule by which this kind of participant comes under a schedule made for another; None for its own.
    """

    programme: Programme
    payer: Payer | None
    schedule: Schedule
    because: Dated[bool] | None = None

    @property
    def tables(self) -> tuple[Dated[Any], ...]:
        """The tables that the line goes by."""
        because = () if self.because is None else (self.because,)
        return (*because, *self.schedule.tables)


_WAGE = Wage()
_CAPPED = CappedWage(jp.WAGE_CEILING)
_INCOME = ReferenceIncome(jkk.REFERENCE_INCOME)
_LOWEST = ReferenceIncome(jkk.REFERENCE_INCOME, lowest_only=True)

WAGE_EARNER = (
    LinePlan(Programme.JKK, Payer.EMPLOYER, RiskShare(_WAGE, jkk.RATES)),
    LinePlan(Programme.JKM, Payer.EMPLOYER, Share(_WAGE, jkm.RATE)),
    LinePlan(Programme.JHT, Payer.EMPLOYER, Share(_WAGE, jht.EMPLOYER_RATE)),
    LinePlan(Programme.JHT, Payer.WORKER, Share(_WAGE, jht.WORKER_RATE)),
    LinePlan(Programme.JP, Payer.EMPLOYER, Share(_CAPPED, jp.EMPLOYER_RATE)),
    LinePlan(Programme.JP, Payer.WORKER, Share(_CAPPED, jp.WORKER_RATE)),
)
SELF_EMPLOYED = (
    LinePlan(Programme.JKK, None, Share(_INCOME, jkk.SELF_EMPLOYED_RATE)),
    LinePlan(Programme.JKM, None, Flat(jkm.SELF_EMPLOYED_AMOUNT)),
    LinePlan(Programme.JHT, None, Share(_INCOME, jht.SELF_EMPLOYED_RATE)),
)
_OWN_JHT = LinePlan(Programme.JHT, Payer.SELF, Share(_INCOME, jht.SELF_EMPLOYED_RATE), TRAINEES_JHT_BY_BRACKET)
TRAINEE_BY_WAGE = (
    LinePlan(Programme.JKK, Payer.EMPLOYER, RiskShare(_WAGE, jkk.RATES), TRAINEES_PAY_BY_WAGE),
    LinePlan(Programme.JKM, Payer.EMPLOYER, Share(_WAGE, jkm.RATE), TRAINEES_PAY_BY_WAGE),
    _OWN_JHT,
)
TRAINEE_BY_BRACKET = (
    LinePlan(Programme.JKK, Payer.EMPLOYER, Share(_LOWEST, jkk.SELF_EMPLOYED_RATE), TRAINEES_PAY_BY_BRACKET),
    LinePlan(Programme.JKM, Payer.EMPLOYER, Flat(jkm.SELF_EMPLOYED_AMOUNT), TRAINEES_PAY_BY_BRACKET),
    _OWN_JHT,
)


def plans_for(participant: Participant, law: Law, moment: Moment) -> tuple[LinePlan, ...]:
    """The line plans of a kind of participant under a law at a moment."""
    if isinstance(participant, SelfEmployed):
        return SELF_EMPLOYED
    if isinstance(participant, Trainee):
        option = law.option(TRAINEE_BASE)
        since = option == "wage_since_2025" and law.find(TRAINEES_PAY_BY_WAGE, moment) is not None
        return TRAINEE_BY_WAGE if option == "wage" or since else TRAINEE_BY_BRACKET
    return WAGE_EARNER
