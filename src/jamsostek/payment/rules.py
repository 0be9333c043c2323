"""The rules of payment: when a bill is due, how many months late a payment is, what that costs."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from datetime import date, timedelta
from fractions import Fraction
from typing import Any, NamedTuple

from dateutil.relativedelta import relativedelta

from .. import errors
from .._citations import Citation
from .._dated import Dated, Row
from .._kinds import EmployerKind, Lang, Programme, choice_error, lenient
from .._law import LAW, Law
from .._money import Rounding, count_error, number, percent, sum_error
from .._months import Month, as_month, date_error
from .._people import Participant, SelfEmployed, Trainee
from .._readings import Reading
from .._readings_of_payment import BEGUN_MONTH, DUE_DAY_OF_2020, FINE_ON_PART, FINE_ROUNDING, SATURDAY
from .._results import Bill
from . import law as tables
from .law import DueRule


class DueDate(NamedTuple):
    """The last day to pay a programme's contributions of a month in time.

    ``nominal`` is the day before holidays moved it; ``certain`` is False where the public holidays of its year were not
    given and one could move it further.
    """

    programme: Programme
    on: date
    nominal: date
    certain: bool
    row: Row[Any]
    readings: tuple[Reading, ...] = ()

    def __repr__(self) -> str:
        return f"<DueDate {self.programme} {self.on}{'' if self.certain else ', holidays not known'}>"

    @property
    def cites(self) -> tuple[Citation, ...]:
        """Where the date stands."""
        return self.row.cites


class Fine(NamedTuple):
    """A late fine (denda keterlambatan): rupiah, for so many months of delay of the base, borne by the employer."""

    amount: int
    base: int
    months: int
    row: Row[Fraction]
    readings: tuple[Reading, ...] = ()

    def __repr__(self) -> str:
        return f"<Fine {self.text()}>"

    @property
    def cites(self) -> tuple[Citation, ...]:
        """Where the fine stands."""
        return self.row.cites

    def text(self, lang: Lang = "en") -> str:
        """The numbers put in, with the result."""
        share = percent(self.row.value, lang)
        return f"{self.months} × {share} × {number(self.base, lang)} = {number(self.amount, lang)}"


def due_dates(bill: Bill, *, holidays: Collection[date] | None = None) -> dict[Programme, DueDate]:
    """The last day to pay each programme of a bill in time.

    ``holidays`` are the public holidays that count, such as ``national_holidays(2026)``; empty: none. None, or
    none of a year: not known; weekends alone move a date then, and the result is not ``certain``. PP 44/2015 arts
    21(2)-(3) and 24(3)-(4), PP 46/2015 arts 19(2)-(3) and 21(3)-(4), PP 45/2015 art. 30(3), which knows no next
    working day.
    """
    if not isinstance(bill, Bill):
        raise errors.WrongType("due_dates", f"{bill!r} is no bill", "give a bill, as contributions() returns it")
    free = check_holidays(holidays)
    return {
        programme: due_date(programme, bill.participant, bill.month, free, bill.law) for programme in bill.by_programme
    }


def check_holidays(holidays: Collection[date] | None) -> frozenset[date] | None:
    """The holidays as a set. Raises ``NotADate``, ``WrongType``."""
    if holidays is None:
        return None
    if not isinstance(holidays, Collection) or isinstance(holidays, str):
        raise errors.WrongType("holidays", f"{holidays!r} is no set of days", "give dates, or None for not known")
    errors.raise_together("holidays", (date_error("holidays", day, needed=True) for day in holidays))
    return frozenset(holidays)


def table_of_due(programme: Programme, participant: Participant) -> Dated[DueRule]:
    """The table of due dates that governs a programme of a participant."""
    if isinstance(participant, SelfEmployed | Trainee):
        if programme is Programme.JHT:
            return tables.DUE_OF_SELF_EMPLOYED_JHT
        return tables.DUE_OF_TRAINEES if isinstance(participant, Trainee) else tables.DUE_OF_SELF_EMPLOYED
    if participant.employer.kind is EmployerKind.STATE:
        return tables.DUE_OF_STATE
    if programme is Programme.JP:
        return tables.DUE_OF_EMPLOYERS_JP
    return tables.DUE_OF_EMPLOYERS_JHT if programme is Programme.JHT else tables.DUE_OF_EMPLOYERS


def nominal_day(rule: DueRule, month: Month) -> date:
    """The day that a rule names for a month, before holidays move it."""
    paid_in = month + rule.months_on
    return paid_in.first_day.replace(day=min(rule.day, paid_in.last_day.day))


def due_date(
    programme: Programme, participant: Participant, month: Month, holidays: frozenset[date] | None, law: Law
) -> DueDate:
    """When a programme of a month is due."""
    row = law.row(table_of_due(programme, participant), law.moment(month))
    moves = row.value.moves
    nominal = nominal_day(row.value, month)
    readings: list[Reading] = []
    if moves and any(cite.instrument is DUE_DAY_OF_2020.cites[0].instrument for cite in row.cites):
        readings.append(DUE_DAY_OF_2020)
        moves = law.option(DUE_DAY_OF_2020) == "moves"
    if not moves:
        return DueDate(programme, nominal, nominal, True, row, tuple(readings))
    passed = list(days_off(nominal, holidays or frozenset(), law.option(SATURDAY) == "holiday"))
    on = nominal + timedelta(days=len(passed))
    if any(each.weekday() == _SATURDAY for each in (*passed, on)):
        readings.append(SATURDAY)
    # Days that stop with the last year do not say that the next one has none.
    known = holidays is not None and (not holidays or any(day.year == nominal.year for day in holidays))
    return DueDate(programme, on, nominal, known, row, tuple(readings))


_SATURDAY, _SUNDAY = 5, 6


def days_off(day: date, holidays: frozenset[date], saturdays: bool) -> Iterator[date]:
    """The days off in a row from a day on."""
    while day in holidays or day.weekday() == _SUNDAY or (saturdays and day.weekday() == _SATURDAY):
        yield day
        day += timedelta(days=1)


def working_day(day: date, count: int, holidays: frozenset[date], saturdays: bool) -> date:
    """So many working days after a day."""
    for _ in range(count):
        day += timedelta(days=1)
        day += timedelta(days=len(list(days_off(day, holidays, saturdays))))
    return day


def months_late(due: date, paid: date, *, law: Law = LAW) -> int:
    """The months of delay that the late fine counts; 0 in time. The reading ``BEGUN_MONTH`` says what a part counts.

    >>> months_late(date(2026, 3, 15), date(2026, 4, 15)), months_late(date(2026, 3, 15), date(2026, 4, 16))
    (1, 2)
    """
    errors.raise_together("months_late", (date_error("due", due, needed=True), date_error("paid", paid, needed=True)))
    gone = relativedelta(paid, due)
    full = max(gone.years * 12 + gone.months, 0)
    begun = due + relativedelta(months=full) < paid
    return full + (begun and law.option(BEGUN_MONTH) == "counts")


def table_of_fine(programme: Programme) -> Dated[Fraction]:
    """The table of late fines that governs a programme."""
    if programme is Programme.JP:
        return tables.FINE_JP
    return tables.FINE_JHT if programme is Programme.JHT else tables.FINE


def late_fine(
    contribution: int, *, months: int, month: Month | str, programme: Programme | str = "JKK", law: Law = LAW
) -> Fine:
    """The late fine of an employer on a contribution (rupiah) of a month that is ``months`` late; simple, not compound.

    The self-employed pay none. Raises an ``…Amount`` error, ``WrongType``, ``OutOfRange``, ``UnknownProgramme``,
    ``Contradiction`` (for JKP, of which there is none), ``EvidenceTooWeak``.
    PP 44/2015 art. 22(1), PP 46/2015 art. 20(1), PP 45/2015 art. 31(1); PP 49/2020 art. 23(1) for August 2020 to
    January 2021.

    >>> late_fine(1_000_000, months=2, month="2023-04").text()
    '2 × 2 % × 1,000,000 = 40,000'
    """
    which = lenient(Programme, programme)
    errors.raise_together(
        "late_fine",
        (
            sum_error("contribution", contribution),
            count_error("months", months),
            choice_error(errors.UnknownProgramme, "programme", Programme, which),
            errors.Contradiction(
                "programme", "nobody is charged for JKP: it is funded by the state and out of JKK", "name JKK"
            )
            if which is Programme.JKP
            else None,
        ),
    )
    fine = fine_of(Programme(programme), as_month(month), contribution, months, law)
    law.check_evidence("late_fine", ((str(cite), cite.grade) for cite in fine.cites))
    return fine


def fine_of(programme: Programme, month: Month, base: int, months: int, law: Law) -> Fine:
    """The late fine on a contribution."""
    row = law.row(table_of_fine(programme), law.moment(month))
    exact = base * months * row.value
    amount = Rounding(law.option(FINE_ROUNDING)).apply(exact.numerator, exact.denominator)
    return Fine(amount, base, months, row, () if exact.denominator == 1 else (FINE_ROUNDING,))


def fines_on(
    programme: Programme, month: Month, due: date, owed: int, parts: Iterable[tuple[date, int]], law: Law
) -> tuple[tuple[Fine, ...], tuple[Reading, ...]]:
    """What the parts of a contribution that was ``owed`` cost for their delay, and the readings which that hangs on."""
    late: dict[int, int] = {}
    for on, part in sorted(parts):
        months = months_late(due, on, law=law)
        late[months] = late.get(months, 0) + part
    readings = [BEGUN_MONTH]
    if len(late) > 1:
        readings.append(FINE_ON_PART)
    if law.option(FINE_ON_PART) == "whole_contribution":
        late = {max(late): owed}
    fines = [fine_of(programme, month, base, months, law) for months, base in late.items() if months]
    return tuple(fine._replace(readings=(*readings, *fine.readings)) for fine in fines), tuple(readings)


def national_holidays(first: int, last: int | None = None, *, joint_leave: bool = False) -> frozenset[date]:
    """Indonesia's public holidays (libur nasional) of a year, or from one year to another; extra ``holidays``.

    ``joint_leave`` adds the days of joint leave (cuti bersama). They are those of the package ``holidays``. Raises
    ``NotAnnounced`` for a year with days that are estimated, ``MissingExtra``.
    """
    try:
        from holidays import country_holidays
    except ImportError as missing:
        raise errors.MissingExtra(
            "national_holidays", "holidays is not installed", "install the extra: pip install 'jamsostek[holidays]'"
        ) from missing
    end = first if last is None else last
    for year in (first, end):
        if type(year) is not int:
            raise errors.WrongType("national_holidays", f"{year!r} is no year", "give an int, such as 2026")
    if end < first:
        raise errors.Contradiction("national_holidays", f"{last} lies before {first}", "give the first year first")
    categories = ("public", "government") if joint_leave else ("public",)
    found = country_holidays("ID", years=range(first, end + 1), categories=categories, language="en_US")
    guessed = sorted(str(day) for day, name in found.items() if "estimated" in name)
    if guessed:
        raise errors.NotAnnounced("national_holidays", f"estimated: {', '.join(guessed)}", "give the days yourself")
    return frozenset(found)
