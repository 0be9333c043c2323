"""A work accident and what came of it; whether it is one, and what is owed for it, is for ``jkk`` to say."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from fractions import Fraction
from typing import Any, Literal, cast

from attrs import field, fields, frozen

from . import errors
from ._body import Loss, losses_faults, number_error
from ._events import Death, TotalDisability, on_error, order_error
from ._kinds import Labelled, choice_error, lenient
from ._money import MOST_WAGE, amount_error, count_error, lenient_int, sum_error, whole
from ._months import date_error
from ._people import _flag_error


class Circumstance(Labelled):
    """How an accident happened, as the rules of what a work accident is tell it (keadaan kecelakaan)."""

    WORKPLACE = "workplace", "by work or at the workplace", "karena pekerjaan dan/atau di tempat kerja"
    COMMUTE = "commute", "between home and work", "perjalanan dari rumah ke tempat kerja atau sebaliknya"
    DUTY_TRAVEL = "duty_travel", "on duty or business travel", "perjalanan dinas atau tugas pemberi kerja"
    URGENT_MATTER = (
        "urgent_matter",
        "on an important or urgent matter in working or break time",
        "hal penting atau mendesak pada jam kerja atau istirahat",
    )
    DISEASE = "disease", "occupational disease", "penyakit akibat kerja"
    SUDDEN_DEATH = "sudden_death", "sudden death at work", "meninggal mendadak"
    VIOLENCE = (
        "violence",
        "physical violence or rape at the workplace",
        "kekerasan fisik atau pemerkosaan di tempat kerja",
    )


CircumstanceWord = Literal[
    "workplace", "commute", "duty_travel", "urgent_matter", "disease", "sudden_death", "violence"
]
# The facts that each circumstance turns on, and no other.
_ASKED: dict[Circumstance, tuple[str, ...]] = {
    Circumstance.WORKPLACE: ("external_force",),
    Circumstance.COMMUTE: ("external_force", "usual_route"),
    Circumstance.DUTY_TRAVEL: ("external_force", "ordered"),
    Circumstance.URGENT_MATTER: ("external_force", "permitted"),
    Circumstance.DISEASE: ("caused_by_work", "arose_on"),
    Circumstance.SUDDEN_DEATH: ("at_work", "taken_at_once", "hours_to_death"),
    Circumstance.VIOLENCE: ("at_work",),
}
_FLAGS = ("external_force", "usual_route", "ordered", "permitted", "caused_by_work", "at_work", "taken_at_once")


def _sum_error(where: str, value: object) -> errors.JamsostekError | None:
    """What is wrong with a sum of money that may be small, None if nothing is."""
    amount = whole(value)
    if amount is not None and amount > MOST_WAGE:
        return errors.AbsurdAmount(where, f"{amount} is beyond sense", "give whole rupiah")
    return None if value is None else sum_error(where, value)


def _plain_sum(value: Any) -> Any:
    return None if value is None else lenient_int(value)


@frozen(kw_only=True)
class Incapacity:
    """A time in which the member could not work (sementara tidak mampu bekerja, STMB).

    ``months`` and ``days`` are full months from the accident on and the days of a begun one; ``months`` None: not known
    yet. ``wage_paid`` is what the employer went on paying in that time, rupiah altogether; None: not known.
    Raises ``WrongType``, ``OutOfRange``, an ``…Amount`` error.

    >>> Incapacity.between(date(2024, 1, 10), date(2024, 3, 14))
    Incapacity(months=2, days=5, wage_paid=None)
    """

    months: int | None = None
    days: int = 0
    wage_paid: int | None = field(default=None, converter=_plain_sum)

    def __attrs_post_init__(self) -> None:
        days = whole(self.days)
        errors.raise_together(
            "Incapacity",
            (
                None if self.months is None else count_error("months", self.months),
                count_error("days", self.days)
                or (
                    errors.OutOfRange("days", f"{days} is a month or more", "give 0 to 30, and full months as months")
                    if days is not None and days > 30
                    else None
                ),
                _sum_error("wage_paid", self.wage_paid),
            ),
        )

    @classmethod
    def between(cls, first: date, last: date, *, wage_paid: int | None = None) -> Incapacity:
        """The time from the first to the last day unable to work, both included. Raises ``NotADate``."""
        from dateutil.relativedelta import relativedelta

        for where, day in (("first", first), ("last", last)):
            if day is None or date_error(where, day):
                raise date_error(where, day) or errors.NotADate(where, "no day is given", "give a datetime.date")
        if last < first:
            raise errors.Contradiction("Incapacity.between", f"{last} lies before {first}", "mend one of the two days")
        gone = relativedelta(last + timedelta(days=1), first)
        return cls(months=gone.years * 12 + gone.months, days=gone.days, wage_paid=wage_paid)


def _losses(given: Iterable[Loss] | Loss | None) -> tuple[Loss, ...] | None:
    if given is None or not isinstance(given, Iterable):
        return cast("tuple[Loss, ...] | None", (given,) if given is not None else None)
    return tuple(given)


@frozen(kw_only=True)
class PartialDisability:
    """A lasting disability that is not total (cacat sebagian anatomis, cacat sebagian fungsi).

    ``losses`` are what was lost, or ``percent`` is what the advisory doctor found by the table, more than 0 and at most
    100; both None: not known yet. ``left_handed`` None counts as right-handed, and the item says so. ``on`` is the day
    of the finding. Raises ``NamedTwice``, ``Contradiction``, ``OutOfRange``, ``WrongType``, ``NotADate``.

    >>> PartialDisability(losses=Loss("thumb_right")).losses
    (Loss(part=<BodyPart.THUMB_RIGHT: 'thumb_right'>, function=None, count=1, measure=None),)
    """

    losses: tuple[Loss, ...] | None = field(default=None, converter=_losses)
    percent: Fraction | int | None = None
    left_handed: bool | None = None
    on: date | None = None

    def __attrs_post_init__(self) -> None:
        given, percent = self.losses, self.percent
        empty = given == () or percent == 0
        nothing = errors.Contradiction("PartialDisability", "nothing is lost", "leave the disability out")
        errors.raise_together(
            "PartialDisability",
            (
                *(() if given is None else losses_faults(given)),
                number_error("percent", percent, 100, "percent, such as 12 or Fraction(9, 2)"),
                nothing if empty else None,
                errors.Contradiction("percent", "given beside losses", "give one of the two")
                if given is not None and percent is not None
                else None,
                _flag_error("left_handed", self.left_handed),
                None if self.on is None else on_error("on", self.on),
            ),
        )


def _sums(given: Any) -> Any:
    """What was paid for each piece; one sum stands for one piece."""
    if given is None:
        return None
    return tuple(map(_plain_sum, given)) if isinstance(given, tuple | list) else (_plain_sum(given),)


@frozen(kw_only=True)
class Expenses:
    """What was spent after an accident and is paid back against receipts, rupiah; None: nothing, or not told.

    ``land`` (with river and lake), ``sea`` and ``air`` are transport; ``dentures``, ``hearing_aid`` and ``glasses`` a
    sum, or one for each piece; ``home_care`` care at home; ``aids`` orthoses and prostheses, ``aids_price`` what they
    cost by the list of the public rehabilitation hospital. Of migrant workers alone: ``care_abroad`` treatment in the
    country of work, ``way_home`` the transport back to Indonesia. Raises an ``…Amount`` error, ``Contradiction``.

    >>> Expenses(land=6_200_000, air=9_000_000).land
    6200000
    """

    land: int | None = field(default=None, converter=_plain_sum)
    sea: int | None = field(default=None, converter=_plain_sum)
    air: int | None = field(default=None, converter=_plain_sum)
    dentures: tuple[int, ...] | None = field(default=None, converter=_sums)
    hearing_aid: tuple[int, ...] | None = field(default=None, converter=_sums)
    glasses: tuple[int, ...] | None = field(default=None, converter=_sums)
    home_care: int | None = field(default=None, converter=_plain_sum)
    aids: int | None = field(default=None, converter=_plain_sum)
    aids_price: int | None = field(default=None, converter=_plain_sum)
    care_abroad: int | None = field(default=None, converter=_plain_sum)
    way_home: int | None = field(default=None, converter=_plain_sum)

    def __attrs_post_init__(self) -> None:
        given = {each.name: getattr(self, each.name) for each in fields(Expenses)}
        nothing = errors.MissingFact("Expenses", "nothing was spent", "name what was, or leave the expenses out")
        errors.raise_together(
            "Expenses",
            (
                *(
                    _sum_error(name, amount)
                    for name, value in given.items()
                    for amount in (value if isinstance(value, tuple) else (value,))
                ),
                nothing if all(value in (None, ()) for value in given.values()) else None,
            ),
        )


Outcome = Death | TotalDisability | PartialDisability | Incapacity | Expenses


def _outcomes(given: Any) -> tuple[Any, ...] | None:
    if given is None:
        return None
    return tuple(given) if isinstance(given, tuple | list) else (given,)


def _circumstance(value: Circumstance | CircumstanceWord | None) -> Circumstance | None:
    return lenient(Circumstance, value)


def _hours_error(where: str, hours: int | None, on: date, then: date | None, what: str) -> errors.JamsostekError | None:
    """What is wrong with hours after a day and the day they come to: days apart leave no more than one day of play."""
    if hours is None or whole(hours) is None or then is None or on_error("", on) or on_error("", then):
        return None
    days = (then - on).days
    if days < 0 or hours < 0 or (days - 1) * 24 <= hours <= (days + 1) * 24:
        return None  # negative ones are told by themselves
    told = f"{hours} hours, and {what} on {then} is {days} days after the accident on {on}"
    return errors.Contradiction(where, told, "mend one of them, or leave the hours out")


_LIFETIME = 1_200  # months: longer times end after any death, and may leave the calendar


def _incapacity_error(outcome: tuple[Any, ...], on: date) -> errors.JamsostekError | None:
    """What is wrong with a time unable to work that goes on after the death."""
    death = next((each.on for each in outcome if isinstance(each, Death)), None)
    time = next((each for each in outcome if isinstance(each, Incapacity)), None)
    if death is None or time is None or time.months is None or on_error("", on):
        return None
    from dateutil.relativedelta import relativedelta

    months = min(time.months, _LIFETIME)
    ends = on + relativedelta(months=months, days=time.days) - timedelta(days=1)
    if ends <= death + timedelta(days=1):  # it may have begun on the day after the accident
        return None
    told = f"unable to work until {ends}, after the death on {death}"
    return errors.Contradiction("outcome", told, "give the time until the death, such as Incapacity.between(…)")


@frozen(kw_only=True)
class WorkAccident:
    """A work accident or occupational disease (kecelakaan kerja, penyakit akibat kerja).

    ``on`` is the day of the accident or of the diagnosis, which chooses the version of the law. ``outcome`` is what
    came of it, one or several of ``Death``, ``TotalDisability``, ``PartialDisability``, ``Incapacity``, ``Expenses``;
    ``()`` that nothing came of it, None: not known yet.

    ``circumstance`` is how it happened; None: it is taken for the work accident that the caller calls it.
    ``recognised`` is what the agency, the labour inspector or the minister decided. The facts that a circumstance turns
    on: ``external_force`` (an injury from outside), ``usual_route``, ``ordered`` (the travel, by or for the employer),
    ``permitted`` (with the employer's leave or knowledge), ``at_work``, ``taken_at_once`` (to a health facility),
    ``hours_to_death``; of a disease ``caused_by_work`` (a doctor's finding) and ``arose_on``.

    ``report_hours`` are the hours from the accident (or diagnosis) to the first report, ``reported_on`` its day.
    ``true_wage`` is the wage where the employer reported a lower one, rupiah per month. ``job`` says which of several
    memberships it happened in, counted from 0. None: not known. Raises ``UnknownKind``, ``Contradiction``,
    ``OutOfRange``, ``WrongType``, ``BeforeLaw``, ``NotADate``, an ``…Amount`` error, several as ``SeveralErrors``.

    >>> WorkAccident(on=date(2024, 3, 1), circumstance="commute", usual_route=True).circumstance.label_en
    'between home and work'
    """

    on: date
    outcome: tuple[Outcome, ...] | None = field(default=None, converter=_outcomes)
    circumstance: Circumstance | None = field(default=None, converter=_circumstance)
    recognised: bool | None = None
    external_force: bool | None = None
    usual_route: bool | None = None
    ordered: bool | None = None
    permitted: bool | None = None
    caused_by_work: bool | None = None
    arose_on: date | None = None
    at_work: bool | None = None
    taken_at_once: bool | None = None
    hours_to_death: int | None = None
    report_hours: int | None = None
    reported_on: date | None = None
    true_wage: int | None = field(default=None, converter=_plain_sum)
    job: int | None = None

    def __attrs_post_init__(self) -> None:
        errors.raise_together("WorkAccident", [*self._value_faults(), *self._order_faults(), *self._outcome_faults()])

    def _value_faults(self) -> Iterator[errors.JamsostekError | None]:
        yield on_error("on", self.on)
        unknown = choice_error(errors.UnknownKind, "circumstance", Circumstance, self.circumstance)
        yield unknown
        for name in ("recognised", *_FLAGS):
            yield _flag_error(name, getattr(self, name))
        for name in ("hours_to_death", "report_hours", "job"):
            yield None if getattr(self, name) is None else count_error(name, getattr(self, name))
        yield date_error("arose_on", self.arose_on)
        yield date_error("reported_on", self.reported_on)
        yield None if self.true_wage is None else amount_error("true_wage", self.true_wage)
        if unknown is None and self.circumstance is not None:
            for name in (*_FLAGS, "arose_on", "hours_to_death"):
                if name not in _ASKED[self.circumstance] and getattr(self, name) is not None:
                    yield errors.Contradiction(
                        name, f"given, though the circumstance is {self.circumstance}", "leave one of the two out"
                    )

    def _order_faults(self) -> Iterator[errors.JamsostekError | None]:
        yield order_error("arose_on", self.arose_on, self.on, "the diagnosis")
        yield order_error("on", self.on, self.reported_on, "its report")
        yield _hours_error("report_hours", self.report_hours, self.on, self.reported_on, "the report")
        for each in self.outcome or ():
            if isinstance(each, Death):
                yield _hours_error("hours_to_death", self.hours_to_death, self.on, each.on, "the death")
            if (
                isinstance(each, Death | TotalDisability | PartialDisability)
                and order_error("outcome", self.on, each.on, "it") is not None
            ):
                what = "the death" if isinstance(each, Death) else "the finding of the disability"
                told = f"{what} on {each.on} lies before the accident on {self.on}"
                yield errors.Contradiction("outcome", told, "mend one of the two days")

    def _outcome_faults(self) -> Iterator[errors.JamsostekError | None]:
        outcome = self.outcome or ()
        yield _incapacity_error(outcome, self.on)
        kinds = [type(each) for each in outcome]
        for each in outcome:
            if not isinstance(each, Death | TotalDisability | PartialDisability | Incapacity | Expenses):
                yield errors.WrongType("outcome", f"{each!r} comes of no accident", "give such as jamsostek.Death")
            if isinstance(each, Death | TotalDisability):
                if each.work_related is False:
                    yield errors.Contradiction("outcome", "it is told not to be work-related", "leave that out")
                if each.accident_on not in (None, self.on):
                    yield errors.Contradiction(
                        "outcome", f"its accident is told to be on {each.accident_on}", "mend it"
                    )
        for kind in dict.fromkeys(kinds):
            if kinds.count(kind) > 1:
                yield errors.NamedTwice("outcome", f"{kind.__name__} is there twice", "give it once")
        ends = [kind.__name__ for kind in (Death, TotalDisability, PartialDisability) if kind in kinds]
        if len(ends) > 1:
            yield errors.Contradiction(
                "outcome",
                f"{' and '.join(ends)} of one accident",
                "give the one that the doctor found at last (PP 44/2015 art. 43(4)); ask for each apart",
            )
        if self.circumstance is Circumstance.SUDDEN_DEATH and Death not in kinds:
            yield errors.Contradiction("outcome", "a sudden death without a death", "give the Death as its outcome")
