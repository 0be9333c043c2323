"""Reports, suspected cases, expiry and payment of JKK claims (pelaporan, gugur hak, pembayaran).

PP 44/2015 arts 25A-25B, 26, 37, 43-44; Permenaker 1/2025 art. 8.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, datetime, timedelta
from typing import NamedTuple

from dateutil.relativedelta import relativedelta

from .. import errors
from .._accident import Circumstance, WorkAccident
from .._benefits import ELIGIBLE, Because, Deadline
from .._citations import Citation
from .._dated import Clock, Moment, Row
from .._events import on_error
from .._kinds import Labelled, Lang
from .._law import LAW, Law
from .._months import date_error
from .._payout import LastDay, LatePayment, last_day, late
from .._readings import Reading
from .._readings_of_accidents import (
    EXPIRY_ACROSS_VERSIONS,
    EXPIRY_DAY,
    EXPIRY_OF_DISEASES_BEFORE_2019,
)
from .._verdict import Fact, State, Verdict
from . import claim_law as tables
from .accident import moment_of

REPORTED = Fact("event.report_hours", "hours until the first report", "jam sampai laporan tahap I")


class Reports(NamedTuple):
    """The last moments to report: ``first`` after the accident or diagnosis, ``second`` after the doctor's finding.

    ``second`` is None where the finding is not known. The second report is the claim.
    """

    first: datetime
    second: datetime | None
    cites: tuple[Citation, ...]


def reports_due(at: datetime, finding: datetime | None = None, *, law: Law = LAW) -> Reports:
    """The last moments to report an accident ``at`` a moment: twice 24 hours, and twice 24 hours from the ``finding``.

    Raises ``NotADate``, ``BeforeLaw``, ``Contradiction``. PP 44/2015 arts 43(2), 43(4), 44(2), 44(4).

    >>> reports_due(datetime(2025, 4, 1, 9, 30)).first
    datetime.datetime(2025, 4, 3, 9, 30)
    """
    for where, moment in (("at", at), ("finding", finding)):
        if not isinstance(moment, datetime) and not (where == "finding" and moment is None):
            raise errors.NotADate(where, f"{moment!r} is no moment", "give a datetime.datetime, since hours count")
    errors.raise_together("reports_due", (on_error("at", at.date()),))
    if finding is not None and finding < at:
        raise errors.Contradiction("finding", f"{finding} lies before the accident at {at}", "mend one of the two")
    moment_at = Moment(Clock.ACCIDENT, at.date())
    first, second = law.row(tables.REPORT_HOURS, moment_at), law.row(tables.SECOND_REPORT_HOURS, moment_at)
    return Reports(
        at + timedelta(hours=first.value),
        None if finding is None else finding + timedelta(hours=second.value),
        tuple(dict.fromkeys((*first.cites, *second.cites))),
    )


def reported_in_time(event: WorkAccident, *, law: Law = LAW) -> Verdict:
    """Whether the first report came within twice 24 hours of the accident or diagnosis.

    Days alone leave it open where the hours decide. PP 44/2015 arts 43(2) and 44(2).

    >>> print(reported_in_time(WorkAccident(on=date(2025, 4, 1), report_hours=60)).text())
    no: reported 60 hours after the accident, must be within 48 (PP 44/2015 art. 43(2))
    """
    row = law.row(tables.REPORT_HOURS, moment_of(event))
    least = most = event.report_hours
    if least is None and event.reported_on is not None:
        days = (event.reported_on - event.on).days
        least, most = max((days - 1) * 24 + 1, 0), (days + 1) * 24 - 1
    if least is None or most is None:
        return Verdict(State.UNDETERMINED, missing=(REPORTED,))
    if most <= row.value:
        return ELIGIBLE
    if least <= row.value:
        return Verdict(State.UNDETERMINED, missing=(REPORTED,))
    told = str(least) if event.report_hours is not None else f"{least} – {most}"
    words = (
        f"reported {told} hours after the accident, must be within {row.value}",
        f"dilaporkan {told} jam setelah kecelakaan, paling lama {row.value} jam",
    )
    return Verdict(State.NOT_ELIGIBLE, (Because(*words, row.cites[0]),))


class Suspected(NamedTuple):
    """How a suspected case goes: care is guaranteed at once, the status is decided by a day, then who bears the care.

    ``bearers`` are who bears the care where it turns out to be none, ``notifiers`` who may tell of the case beside
    whoever must report it.
    """

    decided_by: date
    bearers_en: str
    bearers_id: str
    notifiers: tuple[Labelled, ...]
    cites: tuple[Citation, ...]

    def bearers(self, lang: Lang = "en") -> str:
        """Who bears the care where it turns out to be none, in the language asked for."""
        return self.bearers_id if lang == "id" else self.bearers_en


_OF_ACCIDENTS = (
    "the participant, BPJS Kesehatan or another insurer",
    "peserta, BPJS Kesehatan, atau penyelenggara jaminan lainnya",
)


def suspected(event: WorkAccident, first_report: date, *, law: Law = LAW) -> Suspected:
    """What holds for a suspected accident or disease after its first report on a day.

    Raises ``BeforeLaw`` for an event before 6 October 2023, ``NotADate``, ``Contradiction``. PP 44/2015 arts 25A-25B.

    >>> suspected(WorkAccident(on=date(2024, 3, 1)), date(2024, 3, 2)).decided_by
    datetime.date(2024, 4, 1)
    """
    errors.raise_together("suspected", (date_error("first_report", first_report, needed=True),))
    if first_report < event.on:
        raise errors.Contradiction("first_report", f"{first_report} lies before the accident", "mend one of the days")
    row = law.row(tables.SUSPECTED, moment_of(event))
    disease = event.circumstance is Circumstance.DISEASE
    bearers = ("BPJS Kesehatan", "BPJS Kesehatan") if disease else _OF_ACCIDENTS
    notifiers = law.row(tables.NOTIFIERS, moment_of(event))
    cites = (row.cites[disease], *notifiers.cites)
    return Suspected(first_report + timedelta(days=row.value), *bearers, notifiers.value, cites)


class Expiry(NamedTuple):
    """The last day on which JKK can be claimed, with the open questions it hangs on; None: the right does not lapse."""

    last: date | None
    cites: tuple[Citation, ...]
    readings: tuple[Reading, ...]

    @property
    def deadline(self) -> Deadline:
        """The deadline as items tell it."""
        return Deadline(self.last, self.cites)


def expiry(on: date, *, disease: bool = False, law: Law = LAW) -> Expiry:
    """The last day to claim JKK for an accident, or a ``disease`` diagnosed, ``on`` a day: two years, since 2019 five.

    Raises ``NotADate``, ``BeforeLaw``. PP 44/2015 art. 26.

    >>> str(expiry(date(2019, 12, 1)).last), str(expiry(date(2019, 12, 2)).last)
    ('2021-12-01', '2024-12-02')
    """
    errors.raise_together("expiry", (on_error("on", on),))
    found = law.row(tables.CLAIM_YEARS, Moment(Clock.ACCIDENT, on))
    readings = [EXPIRY_DAY]
    later = next((row for row in law.table(tables.CLAIM_YEARS).rows if row.since > on), None)
    if later is not None:
        if disease:
            readings.append(EXPIRY_OF_DISEASES_BEFORE_2019)
            if law.option(EXPIRY_OF_DISEASES_BEFORE_2019) == "not_named":
                return Expiry(None, found.cites, tuple(readings[1:]))
        if _last(on, found, law) >= later.since:
            readings.append(EXPIRY_ACROSS_VERSIONS)
            if law.option(EXPIRY_ACROSS_VERSIONS) == "running":
                found = later
    return Expiry(_last(on, found, law), found.cites, tuple(readings))


def _last(on: date, row: Row[int], law: Law) -> date:
    last = on + relativedelta(years=row.value)
    return last if law.option(EXPIRY_DAY) == "anniversary" else last - timedelta(days=1)


def pay_by(complete_on: date, *, holidays: Collection[date] | None = None, law: Law = LAW) -> LastDay:
    """The last day to pay a claim whose requirements were met on a day: seven working days later.

    ``holidays`` as for ``payment.due_dates``. Raises ``NotADate``, ``BeforeLaw``. PP 44/2015 art. 37(2).

    >>> pay_by(date(2026, 8, 10), holidays={date(2026, 8, 17)}).on
    datetime.date(2026, 8, 20)
    """
    return last_day("complete_on", complete_on, tables.PAYMENT_DAYS, holidays, law)


def told_by(second_report: date, *, holidays: Collection[date] | None = None, law: Law = LAW) -> LastDay:
    """The last day on which the agency says which papers are missing: seven working days after the second report.

    ``holidays`` as for ``pay_by``. Raises ``NotADate``, ``BeforeLaw``. PP 44/2015 arts 43(7) and 44(7).

    >>> told_by(date(2026, 8, 10), holidays={date(2026, 8, 17)}).on
    datetime.date(2026, 8, 20)
    """
    return last_day("second_report", second_report, tables.PAPERS_DAYS, holidays, law)


def late_payment(benefit: int, *, due: date, paid: date, law: Law = LAW) -> LatePayment:
    """What the agency owes for paying a benefit (rupiah) late: 1 % of it for each day, to the participant.

    Raises ``NotADate``, an ``…Amount`` error, ``BeforeLaw``. PP 44/2015 art. 37(3).

    >>> late_payment(120_000_000, due=date(2026, 8, 20), paid=date(2026, 8, 25)).text()
    '5 × 1 % × 120,000,000 = 6,000,000'
    """
    return late(benefit, due, paid, tables.LATE_PAYMENT, law)


def claimable(event: WorkAccident, on: date, *, law: Law = LAW) -> Verdict:
    """Whether JKK for an accident can still be claimed on a day.

    Raises ``NotADate``, ``Contradiction``. PP 44/2015 art. 26.

    >>> print(claimable(WorkAccident(on=date(2017, 6, 1)), date(2019, 12, 2)).text())
    no: the right to claim lapsed after 2019-06-01 (PP 44/2015 art. 26)
    """
    errors.raise_together("claimable", (date_error("on", on, needed=True),))
    if on < event.on:
        raise errors.Contradiction("on", f"{on} lies before the accident on {event.on}", "mend one of the two days")
    found = expiry(event.on, disease=event.circumstance is Circumstance.DISEASE, law=law)
    if found.last is None or on <= found.last:
        return ELIGIBLE
    words = f"the right to claim lapsed after {found.last}", f"hak menuntut manfaat gugur setelah {found.last}"
    return Verdict(State.NOT_ELIGIBLE, (Because(*words, found.cites[0]),))
