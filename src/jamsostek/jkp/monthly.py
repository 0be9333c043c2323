"""What somebody who draws JKP has to do month by month: Permenaker 15/2021 art. 13 as of Permenaker 2/2025."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import NamedTuple

from dateutil.relativedelta import relativedelta

from .. import errors
from .._benefits import Because
from .._citations import Citation
from .._dated import Clock, Moment, Row
from .._kinds import Lang
from .._law import LAW, Law
from .._money import percent, whole
from .._months import date_error
from .._people import _flag_error
from .._verdict import Fact, State, Verdict
from ..instruments import PERMENAKER_2_2025, PP_37_2021
from . import benefit_law as tables

_ARTICLE = PERMENAKER_2_2025.at("13")
_LAST = 6


class Duty(NamedTuple):
    """One thing to do for a month of the benefit."""

    key: str
    text_en: str
    text_id: str
    cite: Citation

    def text(self, lang: Lang = "en") -> str:
        """The duty in the language asked for."""
        return self.text_id if lang == "id" else self.text_en


class RefundBy(NamedTuple):
    """The last day on which an employer who paid first can ask the fund, and the working days the fund then has."""

    ask_by: date
    rows: tuple[Row[int], Row[int]]


def duties(number: int, *, on: date, law: Law = LAW) -> tuple[Duty, ...]:
    """What is asked for month ``number`` (1 to 6) of a benefit that is drawn on a day from 7 February 2025 on.

    Raises ``WrongType``, ``NotADate``, ``BeforeLaw`` (the older rule was not read). Permenaker 2/2025 art. 13.

    >>> [duty.key for duty in duties(6, on=date(2025, 9, 1))]
    ['no_job', 'search_or_training', 'status_form']
    """
    applications, calls, attendance = _rows(number, on, law)
    if number == 1:
        return (
            Duty("claim", "file the claim", "mengajukan klaim", _ARTICLE),
            Duty("self_assessment", "assess oneself in SIAPkerja", "asesmen diri di SIAPkerja", _ARTICLE),
        )
    share = attendance.value
    search = Duty(
        "search_or_training",
        f"at least {applications.value} applications or {calls.value} call to a test or interview in the month, and/or "
        f"at least {percent(share)} attendance of a training in the month before",
        f"paling sedikit {applications.value} lamaran atau {calls.value} panggilan tes atau wawancara dalam sebulan, "
        f"dan/atau kehadiran pelatihan paling sedikit {percent(share, 'id')} pada bulan sebelumnya",
        _ARTICLE,
    )
    found = (Duty("no_job", "still without work", "belum bekerja", PP_37_2021.at("40b")), search)
    if number < _LAST:
        return found
    form = "status_form", "the form on the status of employment", "formulir status kebekerjaan", _ARTICLE
    return (*found, Duty(*form))


def may_draw(
    number: int,
    *,
    on: date,
    working: bool | None = None,
    applications: int | None = None,
    calls: int | None = None,
    attendance: Fraction | None = None,
    self_assessed: bool | None = None,
    status_form: bool | None = None,
    law: Law = LAW,
) -> Verdict:
    """Whether month ``number`` of a running benefit can be drawn, by what was done for it; None: not known.

    ``applications`` and ``calls`` (to a test or an interview) are those of the month, ``attendance`` is that of a
    training in the month before, as a fraction; 0 for none. Search or training is enough. Raises what ``duties``
    raises, ``NegativeAmount``, ``FloatRate``, ``ImpossibleRate``, several as ``SeveralErrors``.

    >>> may_draw(2, on=date(2025, 5, 1), working=False, applications=5).state.value
    'eligible'
    """
    rows = _rows(number, on, law)
    errors.raise_together(
        "may_draw",
        (
            *(_flag_error(*each) for each in (("working", working), ("self_assessed", self_assessed))),
            _flag_error("status_form", status_form),
            *(_count_error(*each) for each in (("applications", applications), ("calls", calls))),
            _attendance_error(attendance),
        ),
    )
    asked = duties(number, on=on, law=law)
    done: dict[str, bool | None] = {
        "claim": True,
        "self_assessment": self_assessed,
        "no_job": None if working is None else not working,
        "search_or_training": _searched(rows, applications, calls, attendance),
        "status_form": status_form,
    }
    failed = tuple(
        Because(f"not done: {each.text_en}", f"tidak dipenuhi: {each.text_id}", each.cite)
        for each in asked
        if done[each.key] is False
    )
    if failed:
        return Verdict(State.NOT_ELIGIBLE, failed)
    missing = tuple(Fact(each.key, each.text_en, each.text_id) for each in asked if done[each.key] is None)
    return Verdict(State.UNDETERMINED, missing=missing) if missing else Verdict(State.ELIGIBLE)


def refund_by(paid: date, *, law: Law = LAW) -> RefundBy:
    """Until when an employer who paid the cash first can ask the fund for it, arrears and fines being paid.

    Raises ``MissingFact``, ``NotADate``, ``BeforeLaw``. PP 37/2021 art. 39(4)-(6).

    >>> refund_by(date(2025, 4, 10)).ask_by, refund_by(date(2025, 4, 10)).rows[1].value
    (datetime.date(2025, 7, 10), 7)
    """
    at = Moment(Clock.PAYMENT, _checked_day("paid", paid))
    months, days = law.row(tables.REFUND_MONTHS, at), law.row(tables.REFUND_DAYS, at)
    return RefundBy(paid + relativedelta(months=months.value), (months, days))


def _rows(number: int, on: date, law: Law) -> tuple[Row[int], Row[int], Row[Fraction]]:
    """The versions of the month, after the month and its day were checked."""
    at = Moment(Clock.BENEFIT_MONTH, _checked_day("on", on))
    if whole(number) not in range(1, _LAST + 1):
        raise errors.WrongType("number", f"{number!r} is no month of the benefit", f"give an int from 1 to {_LAST}")
    return law.row(tables.APPLICATIONS, at), law.row(tables.CALLS, at), law.row(tables.ATTENDANCE, at)


def _checked_day(where: str, day: date) -> date:
    missing = errors.MissingFact(where, "the day is not given", "give a datetime.date") if day is None else None
    errors.raise_together(where, (missing, date_error(where, day)))
    return day


def _count_error(where: str, value: object) -> errors.JamsostekError | None:
    count = whole(value)
    if value is None or (count is not None and count >= 0):
        return None
    if count is None:
        return errors.WrongType(where, f"{value!r} is no number", "give an int, 0 for none, None for not known")
    return errors.NegativeAmount(where, f"{count} is negative", "give an int, 0 for none")


def _attendance_error(value: object) -> errors.JamsostekError | None:
    mend = "give a Fraction from 0 to 1, such as Fraction(4, 5)"
    if isinstance(value, float):
        return errors.FloatRate("attendance", f"{value!r} is a float", mend)
    if value is None or (isinstance(value, Fraction | int) and not isinstance(value, bool) and 0 <= value <= 1):
        return None
    return errors.ImpossibleRate("attendance", f"{value!r} is no share of the days", mend)


def _searched(
    rows: tuple[Row[int], Row[int], Row[Fraction]],
    applications: int | None,
    calls: int | None,
    attendance: Fraction | None,
) -> bool | None:
    """Whether one of the ways is shown; False where all are known and none is."""
    least_applications, least_calls, least_attendance = (row.value for row in rows)
    ways = [
        None if applications is None else applications >= least_applications,
        None if calls is None else calls >= least_calls,
        None if attendance is None else attendance >= least_attendance,
    ]
    return True if True in ways else None if None in ways else False
