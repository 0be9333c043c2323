"""Who must register a project's workers and when, and what is late; PP 44/2015 art. 53, Permenaker 44/2015 arts 2-4."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from typing import Literal, NamedTuple

from .. import errors
from .._conditions import All, Among, Not, Under, Value, judge
from .._dated import Clock, Moment
from .._facts import EMPLOYER_KIND
from .._kinds import EmployerKind, Programme, choice_error, lenient
from .._law import LAW, Law
from .._money import lenient_int, sum_error
from .._months import Month, date_error
from .._payout import LastDay, last_day
from .._people import EmployerKindWord
from .._readings_of_construction import FINE_ON_PROJECTS, OWN_MANAGED_WORKS
from .._readings_of_payment import BEGUN_MONTH
from .._verdict import Fact, Verdict
from ..instruments import PP_44_2015
from ..payment.rules import Fine, fine_of, months_late
from . import law as tables
from .law import Engagement

EngagementWord = Literal["day", "piece", "fixed_term", "permanent"]
ENGAGED = Fact("engaged", "how the worker is engaged", "jenis hubungan kerja")
_DUTY = All(
    Among(ENGAGED, tables.REGISTERED_WORKERS),
    Under(OWN_MANAGED_WORKS, "outside", Not(Among(EMPLOYER_KIND, (EmployerKind.STATE,), PP_44_2015.at("53")))),
)


class _Asked(NamedTuple):
    """A worker and an employer under a law: what the duty is asked about."""

    engaged: Engagement | None
    kind: EmployerKind
    law: Law
    moment: Moment

    def fact(self, key: str) -> Value | None:
        """The value of a fact, None where it is not known."""
        return self.engaged if key == ENGAGED.key else self.kind


def must_register(
    engaged: Engagement | EngagementWord | None,
    *,
    on: date,
    employer_kind: EmployerKind | EmployerKindWord = EmployerKind.COMPANY,
    law: Law = LAW,
) -> Verdict:
    """Whether a worker must be registered with a construction project ordered ``on`` a day, in JKK and JKM.

    ``engaged`` is ``"day"``, ``"piece"``, ``"fixed_term"`` or ``"permanent"`` (enrolled by the firm as its wage earner,
    not with the project), None: not known. Employers of every scale are bound, micro ones too; client and provider
    both. Raises ``UnknownKind``, ``NotADate``, ``BeforeLaw``. PP 44/2015 art. 53, Permenaker 44/2015 art. 2.

    >>> print(must_register("permanent", on=date(2024, 3, 1)).because[0].cite)
    PP 44/2015 art. 53 [A]
    """
    how, kind = lenient(Engagement, engaged), lenient(EmployerKind, employer_kind)
    errors.raise_together(
        "must_register",
        (
            choice_error(errors.UnknownKind, "engaged", Engagement, how),
            choice_error(errors.UnknownKind, "employer_kind", EmployerKind, kind),
            date_error("on", on, needed=True),
        ),
    )
    asked = _Asked(how, kind or EmployerKind.COMPANY, law, Moment(Clock.CONTRACT, on))
    law.row(tables.REGISTERED_WORKERS, asked.moment)
    return judge(_DUTY, asked)


def register_by(ordered: date, *, holidays: Collection[date] | None = None, law: Law = LAW) -> LastDay:
    """The last day to hand in the project's form: 14 working days after the work order (SPK).

    ``holidays`` are the public ones, None: not known. Raises ``NotADate``, ``BeforeLaw``. Permenaker 44/2015 art. 3(3).

    >>> str(register_by(date(2024, 3, 1)).on)
    '2024-03-21'
    """
    return last_day("ordered", ordered, tables.REGISTER_DAYS, holidays, law)


def certificate_by(registered: date, *, holidays: Collection[date] | None = None, law: Law = LAW) -> LastDay:
    """The last day on which the agency issues the certificate: a working day after form and first payment.

    Raises ``NotADate``, ``BeforeLaw``. Permenaker 44/2015 art. 3(4).
    """
    return last_day("registered", registered, tables.CERTIFICATE_DAYS, holidays, law)


def proof_by(registered: date, *, holidays: Collection[date] | None = None, law: Law = LAW) -> LastDay:
    """The last day on which the agency hands over the proof of membership; raises ``NotADate``, ``BeforeLaw``.

    Permenaker 44/2015 art. 3(5); since July 2022 the agency's own manual sets fewer days.
    """
    return last_day("registered", registered, tables.PROOF_DAYS, holidays, law)


def report_change_by(changed: date, *, holidays: Collection[date] | None = None, law: Law = LAW) -> LastDay:
    """The last day to report a change of the project's workers; what happens before it is covered all the same.

    Raises ``NotADate``, ``BeforeLaw``. Permenaker 44/2015 art. 4; since July 2022 30 working days by the agency's
    manual, after which the employer answers himself.

    >>> [report_change_by(day).row.value for day in (date(2020, 3, 2), date(2024, 3, 1))]
    [7, 30]
    """
    return last_day("changed", changed, tables.CHANGE_DAYS, holidays, law)


def late_fine(contribution: int, *, due: date, paid: date, law: Law = LAW) -> Fine:
    """The late fine on a contribution (rupiah) that goes by the contract value; none by default, the law being open.

    By the wage list contributions are monthly: take ``payment.late_fine``. Raises an ``…Amount`` error, ``NotADate``.

    >>> late_fine(437_500, due=date(2024, 6, 30), paid=date(2024, 8, 2)).amount
    0
    """
    errors.raise_together(
        "late_fine",
        (
            sum_error("contribution", contribution),
            date_error("due", due, needed=True),
            date_error("paid", paid, needed=True),
        ),
    )
    late = months_late(due, paid, law=law)
    counts = law.option(FINE_ON_PROJECTS) == "as_monthly"
    found = fine_of(Programme.JKK, Month.of(due), lenient_int(contribution), late if counts else 0, law)
    touched = (FINE_ON_PROJECTS, *((BEGUN_MONTH,) if counts else ())) if late else ()
    return found._replace(readings=(*touched, *found.readings))
