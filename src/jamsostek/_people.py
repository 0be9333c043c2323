"""Who takes part: persons, employers, and the kinds of participant; each checks itself when it is built.

None means *not known* everywhere. Where the law's answer hangs on such a fact the result says so.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from types import FunctionType
from typing import Any, ClassVar, Literal, cast

from attrs import field, frozen

from . import errors
from ._kinds import (
    EmployerKind,
    HealthCover,
    Industry,
    PaidBy,
    Programme,
    Scale,
    Sector,
    SelfEmployedKind,
    as_programmes,
    choice_error,
    lenient,
)
from ._money import amount_error, lenient_int, whole
from ._months import Month, as_month, date_error, month_error

RISK_GROUPS = (1, 2, 3, 4, 5)

ScaleWord = Literal["micro", "small", "medium", "large"]
IndustryWord = Literal["food", "textiles", "leather", "footwear", "toys", "furniture", "other"]
EmployerKindWord = Literal["company", "private_person", "state"]
SelfEmployedKindWord = Literal["own_account", "employer"]
SectorWord = Literal["transport", "other"]
PaidByWord = Literal["self", "group", "donor", "village_budget", "regional_budget", "state_budget"]
HealthCoverWord = Literal["employer", "other", "none"]
ProgrammeWord = Literal["JKK", "JKM", "JHT", "JP", "JKP"]
Programmes = Iterable[Programme | ProgrammeWord]


class Rebuilt:
    """What rebuilds equal from its dictionary."""

    __slots__ = ()

    def to_dict(self) -> dict[str, Any]:
        """The known facts as JSON-safe values; ``jamsostek.from_dict`` rebuilds an equal participant."""
        from ._serial import participant_to_dict

        return participant_to_dict(cast("Participant", self))


def _scale(value: Scale | ScaleWord | None) -> Scale | None:
    return lenient(Scale, value)


def _industry(value: Industry | IndustryWord | None) -> Industry | None:
    return lenient(Industry, value)


def _employer_kind(value: EmployerKind | EmployerKindWord | None) -> EmployerKind | None:
    return lenient(EmployerKind, value)


def _self_employed_kind(value: SelfEmployedKind | SelfEmployedKindWord | None) -> SelfEmployedKind | None:
    return lenient(SelfEmployedKind, value)


def _sector(value: Sector | SectorWord | None) -> Sector | None:
    return lenient(Sector, value)


def _paid_by(value: PaidBy | PaidByWord | None) -> PaidBy | None:
    return lenient(PaidBy, value)


def _health_cover(value: HealthCover | HealthCoverWord | None) -> HealthCover | None:
    return lenient(HealthCover, value)


def _programmes(value: Programmes | None) -> frozenset[Programme] | None:
    return as_programmes(value)


def _month(value: Month | str | None) -> Month | None:
    known = value is not None and month_error("", value) is None
    return as_month(value) if known and value is not None else cast("None", value)


def _count(value: int | None) -> int | None:
    return None if value is None else lenient_int(value)


def _group_error(where: str, group: int | None) -> errors.JamsostekError | None:
    if group is None or (whole(group) is not None and group in RISK_GROUPS):
        return None
    if getattr(group, "risk_group", None) is not None:
        return errors.UnknownRiskGroup(where, f"a {type(group).__name__} is no group", "give its .risk_group")
    return errors.UnknownRiskGroup(where, f"{group!r} is unknown", "choose one of 1, 2, 3, 4, 5, as an int")


def _flag_error(where: str, flag: bool | None) -> errors.JamsostekError | None:
    if flag is None or isinstance(flag, bool):
        return None
    return errors.WrongType(where, f"{flag!r} is neither True, False nor None", "say yes, no or not known that way")


def _type_error(where: str, value: object, cls: type) -> errors.JamsostekError | None:
    if value is None or isinstance(value, cls):
        return None
    return errors.WrongType(where, f"{value!r} is no {cls.__name__}", f"give a jamsostek.{cls.__name__}")


def _programme_errors(programmes: frozenset[Programme] | None) -> list[errors.JamsostekError | None]:
    if programmes is None:
        return []
    if not isinstance(programmes, frozenset):
        return [errors.WrongType("programmes", f"{programmes!r} is no list of programmes", 'give such as ["JKK"]')]
    if not programmes:
        return [errors.Contradiction("programmes", "the list is empty", "name at least one, or None for the duty")]
    return [choice_error(errors.UnknownProgramme, "programmes", Programme, each) for each in programmes]


@frozen(kw_only=True)
class Person:
    """What the law asks about a person (orang); every fact may be None, which means not known.

    ``citizen`` is Indonesian citizenship, ``six_months`` whether a foreigner works in Indonesia for at least six
    months, ``health_cover`` the segment in the health scheme JKN (``"employer"``, ``"other"``, ``"none"``).
    Raises ``NotADate``, ``WrongType``, ``UnknownKind``.

    >>> Person(born=date(1990, 6, 15), citizen=True).born.year
    1990
    """

    born: date | None = None
    citizen: bool | None = None
    six_months: bool | None = None
    health_cover: HealthCover | None = field(default=None, converter=_health_cover)

    def __attrs_post_init__(self) -> None:
        errors.raise_together(
            "Person",
            (
                date_error("born", self.born),
                _flag_error("citizen", self.citizen),
                _flag_error("six_months", self.six_months),
                choice_error(errors.UnknownKind, "health_cover", HealthCover, self.health_cover),
            ),
        )


@frozen(kw_only=True)
class Employer:
    """What the law asks about an employer (pemberi kerja); every fact may be None, which means not known.

    ``risk_group`` is 1 to 5 (PP 44/2015 annex I), ``scale`` as in PP 7/2021 (before
    2 February 2021: UU 20/2008), ``active_workers`` the number of workers
    who are active participants, ``paid_up_to`` the last month up to which JKK and JKM are fully paid.
    Raises ``UnknownRiskGroup``, ``UnknownScale``, ``UnknownIndustry``, ``UnknownKind``, ``NegativeAmount``,
    ``NotAMonth``, ``Contradiction``.

    >>> Employer(risk_group=3, scale="medium", industry="footwear", active_workers=300).scale.label_id
    'menengah'
    """

    risk_group: int | None = field(default=None, converter=_count)
    scale: Scale | None = field(default=None, converter=_scale)
    kind: EmployerKind | None = field(default=None, converter=_employer_kind)
    industry: Industry | None = field(default=None, converter=_industry)
    active_workers: int | None = field(default=None, converter=_count)
    paid_up_to: Month | None = field(default=None, converter=_month)

    def __attrs_post_init__(self) -> None:
        no_firm = self.kind is not None and self.kind is not EmployerKind.COMPANY
        errors.raise_together(
            "Employer",
            (
                _group_error("risk_group", self.risk_group),
                choice_error(errors.UnknownScale, "scale", Scale, self.scale),
                choice_error(errors.UnknownKind, "kind", EmployerKind, self.kind),
                choice_error(errors.UnknownIndustry, "industry", Industry, self.industry),
                self._workers_error(),
                month_error("paid_up_to", self.paid_up_to),
                errors.Contradiction(
                    "scale", f"a {self.kind} employer has none", "leave scale out, or call the employer a company"
                )
                if no_firm and self.scale is not None
                else None,
            ),
        )

    def _workers_error(self) -> errors.JamsostekError | None:
        if self.active_workers is None:
            return None
        count = whole(self.active_workers)
        if count is None:
            return errors.WrongType("active_workers", f"{self.active_workers!r} is no number of people", "give an int")
        if count < 0:
            return errors.NegativeAmount("active_workers", f"{count} is negative", "give the number of workers")
        return None


@frozen
class Hired(Rebuilt):
    """What wage earners and trainees share: a monthly wage with an employer."""

    type_name: ClassVar[str]

    @property
    def monthly(self) -> bool:
        """Whether contributions are owed for each month; those of a construction project may go by its contract."""
        return True

    def __init_subclass__(cls) -> None:
        """Give each kind a constructor of its own name, which Python tells where a fact is missing."""
        if "__attrs_attrs__" in cls.__dict__:
            return  # a kind with facts of its own, whose constructor attrs has made
        shared = cast("FunctionType", Hired.__init__)
        own = FunctionType(
            shared.__code__, shared.__globals__, shared.__name__, shared.__defaults__, shared.__closure__
        )
        own.__qualname__, own.__module__ = f"{cls.__qualname__}.__init__", cls.__module__
        own.__kwdefaults__, own.__annotations__ = shared.__kwdefaults__, shared.__annotations__
        setattr(cls, "__init__", own)  # noqa: B010  # mypy holds that constructors do not change

    wage: int = field(converter=lenient_int)
    _risk_group: int | None = field(default=None, kw_only=True, converter=_count, repr=False)
    employer: Employer = field(default=None, kw_only=True)
    person: Person | None = field(default=None, kw_only=True)
    programmes: frozenset[Programme] | None = field(default=None, kw_only=True, converter=_programmes)
    registered: date | None = field(default=None, kw_only=True)

    def __attrs_post_init__(self) -> None:
        employer: Employer | None = self.employer
        short = self._risk_group
        errors.raise_together(
            type(self).__name__,
            (
                amount_error("wage", self.wage),
                _group_error("risk_group", short),
                _type_error("employer", employer, Employer),
                _type_error("person", self.person, Person),
                *_programme_errors(self.programmes),
                *_registration_errors(self.registered, self.person),
                errors.Contradiction(
                    "risk_group", "given beside an employer", "give it once, as Employer(risk_group=…)"
                )
                if employer is not None and short is not None
                else None,
            ),
        )
        if employer is None:
            object.__setattr__(self, "employer", Employer(risk_group=short))
        object.__setattr__(self, "_risk_group", None)

    @property
    def risk_group(self) -> int | None:
        """The employer's risk group; None where it is not known."""
        return self.employer.risk_group


class WageEarner(Hired):
    """A wage earner (penerima upah, PU): a monthly wage with an employer.

    ``wage`` is whole rupiah per month, base and fixed allowances. ``risk_group`` alone is the short form of an employer
    of whom only the group is known. ``programmes`` names those enrolled; None means those the employer must enrol.
    ``registered`` is the day this membership was registered.
    Raises an ``…Amount`` error, ``UnknownRiskGroup``, ``UnknownProgramme``, ``Contradiction``.

    >>> WageEarner(wage=12_000_000, risk_group=2).employer.risk_group
    2
    """

    __slots__ = ()
    type_name = "wage_earner"


class Trainee(Hired):
    """Somebody who works without a wage and is enrolled by a host (BPU huruf c).

    Interns, pupils in work practice, people in training and their instructors, honorary staff, prisoners at work.
    ``wage`` is the deemed one, whole rupiah per month: the lowest of the workers in the same job with the host, who is
    the ``employer`` and pays (of honorary staff, who are paid, their own). JHT, where named, is the participant's own
    and goes by the income table. Raises what ``WageEarner`` raises. PP 44/2015 arts 5(3)c and 28.

    >>> Trainee(wage=2_900_000, risk_group=3).wage
    2900000
    """

    __slots__ = ()
    type_name = "trainee"


def _registration_errors(registered: date | None, person: Person | None) -> list[errors.JamsostekError | None]:
    found = [date_error("registered", registered)]
    born = person.born if isinstance(person, Person) else None
    if found == [None] and registered is not None and born is not None and registered <= born:
        found.append(
            errors.Contradiction("registered", f"{registered} is not after birth on {born}", "mend one of them")
        )
    return found


@frozen
class SelfEmployed(Rebuilt):
    """A self-employed person (bukan penerima upah, BPU), who pays by the income table.

    ``income`` is whole rupiah per month and may be 0. ``kind`` is ``"own_account"`` or ``"employer"`` (employs others),
    ``paid_by`` who pays: ``"self"``, ``"group"``, ``"donor"``, ``"village_budget"``, ``"regional_budget"`` (also
    tobacco-excise money) or ``"state_budget"``. ``programmes`` names those enrolled; None means JKK and JKM, which are
    compulsory; JHT may be added. ``paid_up_to`` is the last month up to which JKK and JKM are fully paid.
    Raises an ``…Amount`` error, ``UnknownSector``, ``UnknownPayer``, ``UnknownKind``, ``UnknownProgramme``,
    ``Contradiction``; ``RiskGroupNotAsked`` for a ``risk_group``, which is no fact about the self-employed.

    >>> SelfEmployed(income=1_000_000, sector="transport", paid_by="regional_budget").paid_by.label_id
    'APBD'
    """

    type_name: ClassVar[str] = "self_employed"

    income: int = field(converter=lenient_int)
    kind: SelfEmployedKind | None = field(default=None, kw_only=True, converter=_self_employed_kind)
    sector: Sector | None = field(default=None, kw_only=True, converter=_sector)
    paid_by: PaidBy | None = field(default=None, kw_only=True, converter=_paid_by)
    person: Person | None = field(default=None, kw_only=True)
    programmes: frozenset[Programme] | None = field(default=None, kw_only=True, converter=_programmes)
    registered: date | None = field(default=None, kw_only=True)
    paid_up_to: Month | None = field(default=None, kw_only=True, converter=_month)
    risk_group: None = field(default=None, kw_only=True, repr=False)

    def __attrs_post_init__(self) -> None:
        group: object = self.risk_group
        errors.raise_together(
            "SelfEmployed",
            (
                amount_error("income", self.income, may_be_zero=True),
                choice_error(errors.UnknownKind, "kind", SelfEmployedKind, self.kind),
                choice_error(errors.UnknownSector, "sector", Sector, self.sector),
                choice_error(errors.UnknownPayer, "paid_by", PaidBy, self.paid_by),
                month_error("paid_up_to", self.paid_up_to),
                _type_error("person", self.person, Person),
                *_programme_errors(self.programmes),
                *_registration_errors(self.registered, self.person),
                None
                if group is None
                else errors.RiskGroupNotAsked(
                    "risk_group", f"{group!r} given", "leave it out: JKK of the self-employed goes by income"
                ),
            ),
        )


Participant = WageEarner | SelfEmployed | Trainee
