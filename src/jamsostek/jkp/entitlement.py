"""Whether JKP is owed after a dismissal: who takes part, months paid, claims before, the window to claim."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from attrs import evolve
from dateutil.relativedelta import relativedelta

from .._assumed import CITIZEN, SCALE, Assumption
from .._benefits import Because, Deadline
from .._cases import HISTORY, Case
from .._citations import Citation
from .._dated import Clock, Moment, Row
from .._endings import Dismissal
from .._facts import Asked
from .._history import Count
from .._kinds import Programme
from .._law import Law
from .._member import Membership
from .._months import Month
from .._people import Participant
from .._programmes import duty_table
from .._readings import Reading
from .._readings_of_job_loss import (
    JKP_CLAIM_WINDOW_2025,
    JKP_LATE_MONTHS,
    JKP_MONTHS_LOOKED_AT,
    JKP_PAST_PENSION_AGE,
    JKP_SEVERAL_JOBS,
    JKP_SIX_IN_A_ROW,
)
from .._verdict import Fact, State, Verdict
from ..instruments import PP_37_2021
from ..jp.rules import pension_age_reached
from ..readings import JKP_AGE_OF_EARLY_MEMBERS
from . import benefit_law as tables
from . import law as rules_of_contributions
from . import record
from .rules import PERSON, participates

if TYPE_CHECKING:
    from .._verdict import Reason

JOB_LOST = Fact(
    "membership.ended", "which of the jobs was lost (the day on which each ended)", "pekerjaan mana yang berakhir"
)
WORKPLACE = Fact(
    "participant.programmes",
    "which of the firms was chosen for JKP (its programmes name JKP)",
    "perusahaan mana yang dipilih untuk JKP",
)
CLAIMED = Fact("event.claimed", "day of the claim", "tanggal pengajuan klaim")
NO_EARLIER = Assumption("event.earlier", "no JKP benefit before", "belum pernah menerima manfaat JKP")
WILLING = Assumption("event.willing", "willing to work again", "bersedia bekerja kembali")
NO_JOB = Assumption("event.new_job", "no new work for a wage yet", "belum mendapatkan pekerjaan baru")


class Window(NamedTuple):
    """Until when a claim can be filed, and the version that says so.

    ``sure`` is the last day that no reading puts in doubt; it lies before ``last`` only around February 2025.
    """

    last: date
    row: Row[int]
    sure: date
    doubted: bool


class Found:
    """What speaks against a claim, what is not known of it, and on which articles it rests; filled as rules look."""

    def __init__(self) -> None:
        self.because: list[Reason] = []
        self.missing: list[Fact] = []
        self.readings: list[Reading] = []
        self.assumed: list[Assumption] = []
        self.cites: list[Citation] = []

    def refuse(self, text_en: str, text_id: str, cite: Citation) -> None:
        """Note a condition that failed."""
        self.because.append(Because(text_en, text_id, cite))

    def take(self, verdict: Verdict) -> None:
        """Note the verdict of a condition."""
        self.because += verdict.because
        self.missing += verdict.missing

    @property
    def verdict(self) -> Verdict:
        """No if a condition failed, undetermined while a fact is missing, yes otherwise."""
        if self.because:
            return Verdict(State.NOT_ELIGIBLE, tuple(dict.fromkeys(self.because)))
        missing = tuple(dict.fromkeys(self.missing))
        return Verdict(State.UNDETERMINED, missing=missing) if missing else Verdict(State.ELIGIBLE)


def claim_window(on: date, law: Law) -> Window:
    """Until when somebody dismissed on a day can claim; a later version can lengthen a window that still runs."""
    row = law.row(tables.CLAIM_MONTHS, Moment(Clock.DISMISSAL, on))
    last = sure = on + relativedelta(months=row.value)
    doubted = False
    option = law.option(JKP_CLAIM_WINDOW_2025)
    for later in law.table(tables.CLAIM_MONTHS).rows:
        longer = on + relativedelta(months=later.value)
        if later.since <= on or longer < later.since or later.value == row.value:
            continue
        doubted = True
        if option == "revived" or (option == "running_extended" and last >= later.since):
            last, row = longer, later
    return Window(last, row, sure, doubted)


def lost_job(case: Case, event: Dismissal, found: Found) -> Membership | None:
    """The job that JKP looks at; None where it is not known or there is none."""
    jobs = record.jobs_of(case.member, event.on)
    if not jobs.every:
        words = "no wage earner of a company", "bukan pekerja penerima upah pada perusahaan"
        found.refuse(*words, PP_37_2021.at("1"))
        return None
    if not jobs.running:
        words = "no job was running on that day", "tidak ada hubungan kerja pada tanggal itu"
        found.refuse(*words, PP_37_2021.at("19(1)"))
        return None
    if len(jobs.running) == 1:
        return jobs.running[0]
    found.readings.append(JKP_SEVERAL_JOBS)
    if not jobs.lost:
        found.missing.append(JOB_LOST)
        return None
    if len(jobs.chosen) != 1:
        found.missing.append(WORKPLACE)
        return None
    job = jobs.chosen[0]
    if case.law.option(JKP_SEVERAL_JOBS) == "no_job_left" and jobs.kept:
        found.refuse("another job goes on", "masih bekerja pada pengusaha lain", PP_37_2021.at("40b"))
    if job not in jobs.lost:
        words = "the firm chosen for JKP is another one", "perusahaan yang dipilih untuk JKP bukan yang melakukan PHK"
        found.refuse(*words, PP_37_2021.at("8(2)"))
    return job


def asked_of(job: Membership, event: Dismissal, law: Law) -> Asked:
    """The worker as conditions ask about him, in the month of the dismissal."""
    who: Participant = job.participant
    if who.registered is None and job.since is not None:
        who = evolve(who, registered=job.since)
    month = Month.of(event.on)
    moment = law.moment(month)
    enrolled = who.programmes
    if enrolled is None:
        enrolled = law.row(duty_table(who, law)[0], moment).value.must
    return Asked(who, month, moment, law, enrolled)


def check_person(job: Membership, asked: Asked, found: Found, *, never: bool) -> bool:
    """Whether the worker takes part in JKP; True where it fails by the employer's enrolment alone (art. 37)."""
    law, who = asked.law, asked.participant
    early = law.table(rules_of_contributions.AGE_LIMIT).rows[0]
    old = asked.fact("age")
    if job.since is not None and job.since < early.since and isinstance(old, int) and old >= early.value:
        found.readings.append(JKP_AGE_OF_EARLY_MEMBERS)
    if who.person is None or who.person.citizen is None:
        found.assumed.append(CITIZEN)
    if who.employer.scale is None:  # type: ignore[union-attr]  # jobs are those of wage earners
        found.assumed.append(SCALE)
    if never:
        from .._conditions import judge

        found.take(judge(PERSON, asked))
        return True
    if left_out(asked):
        found.missing += participates(_with_all_programmes(asked)).missing
        return True
    found.take(participates(asked))
    return False


def left_out(asked: Asked) -> bool:
    """Whether it is the employer's enrolment alone that keeps a worker out of JKP."""
    if participates(asked).state is not State.NOT_ELIGIBLE:
        return False
    return participates(_with_all_programmes(asked)).state is not State.NOT_ELIGIBLE


def _with_all_programmes(asked: Asked) -> Asked:
    return asked._replace(enrolled=frozenset(Programme) - {Programme.JKP})


def counting(case: Case, event: Dismissal) -> tuple[Membership, ...]:
    """The jobs whose months count: those of which the employer had enrolled the worker in what JKP asks for."""
    every = record.jobs_of(case.member, event.on).every
    return tuple(job for job in every if not left_out(asked_of(job, event, case.law)))


def check_months(case: Case, event: Dismissal, window: Window, found: Found) -> None:
    """Months paid before the dismissal: enough in the time looked at, and in a row while that was asked."""
    law, ledger = case.law, record.ledger(counting(case, event), event.on, case.law)
    decided = event.approved or event.claimed
    first_day, last_day = (Moment(Clock.CLAIM, decided or day) for day in (event.on, max(window.last, event.on)))
    needed, span = law.row(tables.MONTHS_PAID, first_day), law.row(tables.MONTHS_LOOKED_AT, first_day)
    month, start = Month.of(event.on), record.first_month(law)
    counts = paid_by_reading(event, ledger, span.value, law)
    paid = counts[law.option(JKP_MONTHS_LOOKED_AT)]
    if len({_enough(each, needed.value) for each in counts.values()}) > 1:
        found.readings.append(JKP_MONTHS_LOOKED_AT)
    if not ledger.late.isdisjoint(ledger.part(max(start, month - span.value), month)):
        found.readings.append(JKP_LATE_MONTHS)
    found.cites += [*needed.cites, *span.cites]
    if paid.most < needed.value:
        months_en = f"{paid.most} of the {span.value} months before the dismissal are paid"
        months_id = f"iuran dibayar {paid.most} dari {span.value} bulan sebelum PHK"
        early = month - span.value < start  # JKP began inside the months looked at
        none_en, none_id = (
            (f"; months before {start} do not count", f"; bulan sebelum {start} tidak dihitung") if early else ("", "")
        )
        found.refuse(
            f"{months_en}, must be at least {needed.value}{none_en}",
            f"{months_id}, harus paling sedikit {needed.value}{none_id}",
            needed.cites[0],
        )
    elif paid.least < needed.value:
        found.missing.append(HISTORY)
    in_a_row = [law.find(tables.MONTHS_IN_A_ROW, each) for each in (first_day, last_day)]
    rows = [each for each in in_a_row if each is not None]
    if rows:
        _check_run(case, event, rows[0], ledger, found, surely=len(rows) == len(in_a_row))


def paid_by_reading(event: Dismissal, ledger: record.Ledger, span: int, law: Law) -> dict[str, Count]:
    """The months paid among those looked at, by each answer to which they are."""
    month, start = Month.of(event.on), record.first_month(law)
    ends = {"before_that_month": month - 1, "with_that_month": month}
    return {name: ledger.paid(max(start, last - (span - 1)), last) for name, last in ends.items()}


def runs_by_reading(case: Case, event: Dismissal, ledger: record.Ledger) -> dict[str, Count]:
    """The months in a row, by each answer to which of them count."""
    jobs = record.jobs_of(case.member, event.on)
    last, due = Month.of(event.on) - 1, max(record.due_before(each, event.on, case.law) for each in jobs.running)
    return {
        "up_to_the_arrears": ledger.last_run(last, due, past_arrears=True),
        "up_to_the_dismissal": ledger.last_run(last, due, past_arrears=False),
        "any_six": ledger.longest_run(last),
    }


def _enough(paid: Count, needed: int) -> bool | None:
    return True if paid.least >= needed else False if paid.most < needed else None


def _check_run(
    case: Case, event: Dismissal, row: Row[int], ledger: record.Ledger, found: Found, *, surely: bool
) -> None:
    """Months in a row, which PP 6/2025 no longer asks for; not ``surely`` where the day of the claim decides."""
    law, runs = case.law, runs_by_reading(case, event, ledger)
    if len({_enough(each, row.value) for each in runs.values()}) > 1:
        found.readings.append(JKP_SIX_IN_A_ROW)
    enough = _enough(runs[law.option(JKP_SIX_IN_A_ROW)], row.value)
    found.cites += row.cites
    if enough is None:
        found.missing.append(HISTORY)
    if enough is not True and not surely:
        found.missing.append(CLAIMED)
    elif enough is False:
        found.refuse(
            f"fewer than {row.value} months in a row are paid",
            f"iuran berturut-turut kurang dari {row.value} bulan",
            row.cites[0],
        )


def check_claims(case: Case, event: Dismissal, window: Window, found: Found) -> None:
    """How often, when, by whom: earlier benefits, the window, a new job, working age."""
    law, on = case.law, Moment(Clock.DISMISSAL, event.on)
    if window.doubted and (event.claimed is None or event.claimed > window.sure):
        found.readings.append(JKP_CLAIM_WINDOW_2025)
    if event.claimed is not None and event.claimed > window.last:
        found.refuse(
            f"claimed on {event.claimed}, after the last day, {window.last}",
            f"diajukan pada {event.claimed}, lewat batas {window.last}",
            window.row.cites[0],
        )
    if event.willing is False:
        words = "not willing to work again", "tidak bersedia bekerja kembali"
        found.refuse(*words, PP_37_2021.at("19(2)"))
    elif event.willing is None:
        found.assumed.append(WILLING)
    start = event.approved or event.claimed or event.on
    if event.new_job is None:
        found.assumed.append(NO_JOB)
    elif isinstance(event.new_job, date) and event.new_job <= start:
        words = f"a new job since {event.new_job}", f"telah bekerja kembali sejak {event.new_job}"
        found.refuse(*words, PP_37_2021.at("40b"))
    born = case.member.person.born
    if born is not None and event.on >= pension_age_reached(born, law=law):
        found.readings.append(JKP_PAST_PENSION_AGE)
        if law.option(JKP_PAST_PENSION_AGE) == "no":
            words = "past the pension age", "telah melewati usia pensiun"
            found.refuse(*words, PP_37_2021.at("elucidation 35"))
    if event.earlier is None:
        found.assumed.append(NO_EARLIER)
    elif event.earlier:
        _check_earlier(case, event, on, found)


def _check_earlier(case: Case, event: Dismissal, on: Moment, found: Found) -> None:
    """Whether enough was paid since the benefit before, and whether one is left."""
    law, earlier = case.law, event.earlier or ()
    most, years = law.row(tables.CLAIMS_IN_A_LIFE, on), law.row(tables.YEARS_BETWEEN, on)
    if len(earlier) >= most.value:
        words = f"drawn {len(earlier)} times before", f"telah diterima {len(earlier)} kali"
        found.refuse(*words, most.cites[0])
        return
    needed = 12 * years.value
    last = Month.of(event.on) - (0 if law.option(JKP_MONTHS_LOOKED_AT) == "with_that_month" else 1)
    paid = record.ledger(counting(case, event), event.on, law).paid(Month.of(earlier[-1]) + 1, last)
    found.cites += years.cites
    if paid.most < needed:
        found.refuse(
            f"{paid.most} months are paid since the benefit before, must be at least {needed}",
            f"masa iur {paid.most} bulan sejak manfaat sebelumnya, harus paling sedikit {needed}",
            years.cites[0],
        )
    elif paid.least < needed:
        found.missing.append(HISTORY)


def deadline_of(window: Window) -> Deadline:
    """The window as items tell it."""
    return Deadline(window.last, window.row.cites)
