"""How work ends: dismissal, resignation, the end of a contract or of one's own work, retirement, leaving the country.

Events check themselves. None means *not known*, ``"none"`` that there is none. ``claimed`` is the day on which the
claim was filed, which chooses the rules of payout; None: not known, then the first day on which it can be filed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import pairwise
from typing import Literal, Protocol, runtime_checkable

from attrs import field, frozen

from . import errors
from ._events import on_error
from ._kinds import Labelled, choice_error, lenient
from ._money import amount_error, whole
from ._months import date_error
from ._people import _flag_error
from .participation import JKP_IN_FORCE

NewJob = date | Literal["none"]
ProofWord = Literal["acknowledged", "agreement_registered", "agreement_reported", "ruling"]
FirmWord = Literal["trading", "bankrupt", "closed"]
_AGES = range(40, 81)


class DismissalProof(Labelled):
    """How a dismissal is proved (bukti PHK), PP 37/2021 art. 20(3)."""

    ACKNOWLEDGED = (
        "acknowledged",
        "the worker's acknowledgement and the receipt of the report of dismissal",
        "bukti diterimanya PHK oleh pekerja dan tanda terima laporan PHK",
    )
    AGREEMENT_REGISTERED = (
        "agreement_registered",
        "a mutual agreement and its registration with the court",
        "perjanjian bersama dan akta bukti pendaftarannya",
    )
    AGREEMENT_REPORTED = (
        "agreement_reported",
        "a mutual agreement and the receipt of the report of dismissal",
        "perjanjian bersama dan tanda terima laporan PHK",
    )
    RULING = "ruling", "a final ruling of the industrial-relations court", "putusan pengadilan hubungan industrial"


class FirmState(Labelled):
    """What became of the firm (keadaan perusahaan), PP 37/2021 art. 39A as of PP 6/2025."""

    TRADING = "trading", "goes on", "masih berjalan"
    BANKRUPT = "bankrupt", "bankrupt by a final ruling", "pailit dengan putusan yang berkekuatan hukum tetap"
    CLOSED = "closed", "closed, dissolved with the law ministry", "tutup, dibubarkan menurut dokumen Kementerian Hukum"


def _proof(value: DismissalProof | ProofWord | None) -> DismissalProof | None:
    return lenient(DismissalProof, value)


def _firm(value: FirmState | FirmWord | None) -> FirmState | None:
    return lenient(FirmState, value)


def _days(value: Iterable[date] | None) -> tuple[date, ...] | None:
    # What is no list of days is named when the event checks itself.
    return tuple(value) if isinstance(value, Iterable) and not isinstance(value, str) else value


def _days_errors(
    where: str, days: tuple[date, ...] | None, on: date, *, before: bool
) -> Iterator[errors.JamsostekError | None]:
    """What is wrong with days that must lie before the event, or from it on, and rise."""
    if days is None:
        return
    if not isinstance(days, tuple):
        yield errors.WrongType(where, f"{days!r} is no list of days", "give dates, () for none, None for not known")
        return
    faults = [date_error(where, each) or on_error(where, each) for each in days]
    yield from faults
    if any(faults) or on_error("", on) is not None:
        return
    if any(later <= earlier for earlier, later in pairwise(days)):
        yield errors.Contradiction(where, "the days do not rise", "put them in order, each once")
    for each in days:
        if (each >= on) is before:
            word = "does not lie before" if before else "lies before"
            yield errors.Contradiction(where, f"{each} {word} the dismissal on {on}", "mend one of the two days")


def _before_jkp(earlier: object) -> errors.JamsostekError | None:
    """Whether an earlier benefit is told of a day before there was any."""
    first = JKP_IN_FORCE.rows[0].since
    days = [each for each in earlier if type(each) is date and each < first] if isinstance(earlier, tuple) else []
    if not days:
        return None
    return errors.BeforeLaw("earlier", f"{days[0]} lies before JKP began on {first}", "leave it out, or mend the day")


def _new_job_error(on: date, new_job: NewJob | None) -> errors.JamsostekError | None:
    if new_job is None or new_job == "none":
        return None
    fault = date_error("new_job", new_job) if isinstance(new_job, date) else None
    if fault is not None or not isinstance(new_job, date):
        return fault or errors.NotADate("new_job", f"{new_job!r} is no date", 'give a datetime.date, "none" or None')
    if on_error("", on) is None and new_job < on:
        return errors.Contradiction("new_job", f"{new_job} lies before the end of the old one on {on}", "mend one")
    return None


def _claim_error(
    on: date, claimed: date | None, *, may_precede: bool = False, where: str = "claimed"
) -> errors.JamsostekError | None:
    if claimed is None:
        return None
    fault = on_error(where, claimed)
    if fault is None and not may_precede and on_error("", on) is None and claimed < on:
        return errors.TooEarly(where, f"{claimed} lies before the event on {on}", "mend one of the two days")
    return fault


def _check(event: object, faults: Iterable[errors.JamsostekError | None]) -> None:
    errors.raise_together(type(event).__name__, faults)


@runtime_checkable
class Ending(Protocol):
    """What every end of work tells: its day, and the day on which the claim was filed."""

    @property
    def on(self) -> date:
        """The day of the event."""
        ...

    @property
    def claimed(self) -> date | None:
        """The day on which the claim was filed; None: not known."""
        ...


@frozen(kw_only=True)
class Dismissal:
    """A dismissal (pemutusan hubungan kerja, PHK) by the employer, also of a contract before its end.

    ``on`` is its day. ``new_job`` is the day on which the next work for a wage began, ``"none"``: there is none up to
    the claim. ``willing`` is whether the worker is willing to work again, ``reported`` whether the employer reported
    the exit, ``proof`` how the dismissal is proved.

    For JKP: ``approved`` is the day on which the claim was declared eligible (None: not known, then that of the claim),
    ``paid`` the days on which its months were paid so far, ``earlier`` the first days of earlier JKP benefits (() for
    none), ``wage`` the last monthly wage that the worker really had, rupiah, ``firm`` what became of the firm.
    Of a migrant worker: ``after_accident`` is whether a work accident led to it.

    Raises ``MissingFact``, ``NotADate``, ``BeforeLaw``, ``WrongType``, ``UnknownKind``, an ``…Amount`` error,
    ``TooEarly`` (a claim before the event), ``Contradiction``, several as ``SeveralErrors``.

    >>> Dismissal(on=date(2025, 3, 1), new_job="none").new_job
    'none'
    """

    on: date
    claimed: date | None = None
    new_job: NewJob | None = None
    willing: bool | None = None
    reported: bool | None = None
    proof: DismissalProof | None = field(default=None, converter=_proof)
    approved: date | None = None
    paid: tuple[date, ...] | None = field(default=None, converter=_days)
    earlier: tuple[date, ...] | None = field(default=None, converter=_days)
    wage: int | None = None
    firm: FirmState | None = field(default=None, converter=_firm)
    after_accident: bool | None = None

    def __attrs_post_init__(self) -> None:
        _check(
            self,
            (
                on_error("on", self.on),
                _claim_error(self.on, self.claimed),
                _new_job_error(self.on, self.new_job),
                _flag_error("willing", self.willing),
                _flag_error("reported", self.reported),
                _flag_error("after_accident", self.after_accident),
                choice_error(errors.UnknownKind, "proof", DismissalProof, self.proof),
                self._approval_error(),
                *_days_errors("paid", self.paid, self.on, before=False),
                *_days_errors("earlier", self.earlier, self.on, before=True),
                _before_jkp(self.earlier),
                None if self.wage is None else amount_error("wage", self.wage),
                choice_error(errors.UnknownKind, "firm", FirmState, self.firm),
            ),
        )

    def _approval_error(self) -> errors.JamsostekError | None:
        """What is wrong with the day of approval, a fault of the claim's own day apart."""
        fault = _claim_error(self.on, self.approved, where="approved")
        if fault is not None or self.approved is None or self.claimed is None:
            return fault
        if _claim_error(self.on, self.claimed) is None and self.approved < self.claimed:
            what = f"{self.approved} lies before the claim on {self.claimed}"
            return errors.Contradiction("approved", what, "mend one of the two days")
        return None


@frozen(kw_only=True)
class Resignation:
    """A resignation (mengundurkan diri).

    ``on`` is the last day of work, ``certificate`` the date of the employer's certificate of it, from which the waiting
    month of JHT runs; None: not known, then ``on``. ``new_job`` is as for ``Dismissal``. Raises what it raises.

    >>> Resignation(on=date(2026, 3, 10)).certificate is None
    True
    """

    on: date
    claimed: date | None = None
    certificate: date | None = None
    new_job: NewJob | None = None

    def __attrs_post_init__(self) -> None:
        _check(
            self,
            (
                on_error("on", self.on),
                _claim_error(self.on, self.claimed),
                None if self.certificate is None else on_error("certificate", self.certificate),
                _new_job_error(self.on, self.new_job),
            ),
        )


@frozen(kw_only=True)
class ContractEnd:
    """A fixed-term contract (PKWT) that ran out on its day; ended earlier by the employer it is a ``Dismissal``.

    ``new_job`` is as for ``Dismissal``. Raises what it raises.

    >>> ContractEnd(on=date(2026, 3, 31)).on.day
    31
    """

    on: date
    claimed: date | None = None
    new_job: NewJob | None = None

    def __attrs_post_init__(self) -> None:
        _check(
            self,
            (on_error("on", self.on), _claim_error(self.on, self.claimed), _new_job_error(self.on, self.new_job)),
        )


@frozen(kw_only=True)
class ActivityEnd:
    """The end of a self-employed person's work (berhenti melakukan kegiatan usaha sebagai peserta BPU).

    Raises what ``ContractEnd`` raises.

    >>> ActivityEnd(on=date(2026, 3, 31)).claimed is None
    True
    """

    on: date
    claimed: date | None = None

    def __attrs_post_init__(self) -> None:
        _check(self, (on_error("on", self.on), _claim_error(self.on, self.claimed)))


@frozen(kw_only=True)
class Retirement:
    """Retirement (pensiun): ``on`` is the day of it, at the age or, for who worked on, when the work stopped.

    ``agreed_age`` is the retirement age in the contract of work, the company's rules or the collective agreement, in
    years; 56 where nothing was agreed. ``deferred`` is whether the member, still at work at the pension age, chose to
    draw the pension only when the work stops. A claim may be filed ahead. Raises what ``Dismissal`` raises.

    >>> Retirement(on=date(2026, 6, 15), agreed_age=55).agreed_age
    55
    """

    on: date
    claimed: date | None = None
    agreed_age: int | None = None
    deferred: bool | None = None

    def __attrs_post_init__(self) -> None:
        _check(
            self,
            (
                on_error("on", self.on),
                _claim_error(self.on, self.claimed, may_precede=True),
                None
                if self.agreed_age is None or whole(self.agreed_age) in _AGES
                else errors.WrongType(
                    "agreed_age",
                    f"{self.agreed_age!r} is no age at which people retire",
                    f"give an int from {_AGES[0]} to {_AGES[-1]}",
                ),
                _flag_error("deferred", self.deferred),
            ),
        )


@frozen(kw_only=True)
class LeavingIndonesia:
    """Leaving Indonesia (meninggalkan wilayah Indonesia): the day of departure, and whether ``for_good``.

    A claim may be filed ahead. Raises what ``Dismissal`` raises.

    >>> LeavingIndonesia(on=date(2026, 6, 30), for_good=True).for_good
    True
    """

    on: date
    claimed: date | None = None
    for_good: bool | None = None

    def __attrs_post_init__(self) -> None:
        _check(
            self,
            (
                on_error("on", self.on),
                _claim_error(self.on, self.claimed, may_precede=True),
                _flag_error("for_good", self.for_good),
            ),
        )
