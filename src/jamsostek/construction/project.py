"""What the law asks about a construction project: its contract, its wage list, how it is paid; each checks itself."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any, ClassVar, Literal, NamedTuple

from attrs import field, frozen

from .. import errors
from .._kinds import Labelled, lenient
from .._money import lenient_int
from .._months import Month, as_month
from .._people import Employer
from .._rates import Rate, _read

PRACTICE: Literal["practice"] = "practice"


class Vat(Labelled):
    """Whether value-added tax (PPN) is in a contract value as it is written."""

    INCLUDED = "included", "with value-added tax", "termasuk PPN"
    EXCLUDED = "excluded", "without value-added tax, or none is owed", "tidak termasuk PPN, atau bebas PPN"


VatWord = Literal["included", "excluded"]


class Method(Labelled):
    """What contributions of a project go by (dasar perhitungan iuran)."""

    WAGES = "wages", "the listed wages", "upah yang tercantum"
    CONTRACT_VALUE = "contract_value", "the contract value", "nilai kontrak"


class Instalment(NamedTuple):
    """One instalment (tahap, termin) of a project's contribution.

    ``share`` of the whole, as a fraction or a text such as "50 %"; ``on`` is the day on which it was paid, None: not
    known, or not yet.
    """

    share: Rate
    on: date | None = None


class Addendum(NamedTuple):
    """A change of the contract (adendum) agreed ``on`` a day.

    ``change`` is what it adds to the contract value, rupiah, with or without value-added tax as the contract itself
    (negative: takes away, 0: the value stays); ``end`` the new last day of the execution, None: it stays.
    """

    on: date
    change: int = 0
    end: date | None = None


class ListedWage(NamedTuple):
    """The wage of one worker, or of several with the same, on the wage list (daftar upah).

    ``wage`` is rupiah per month each. ``first`` and ``last`` are the months they work, None: the project's own.
    """

    wage: int
    workers: int = 1
    first: Month | str | None = None
    last: Month | str | None = None


def _vat(value: Vat | VatWord | None) -> Vat | None:
    return lenient(Vat, value)


def _value(value: int | None) -> int | None:
    return None if value is None else lenient_int(value)


def _listed(value: ListedWage | Iterable[ListedWage] | None) -> Any:
    return (value,) if isinstance(value, ListedWage) else _several(value)


def _addenda(value: Addendum | Iterable[Addendum]) -> Any:
    return (value,) if isinstance(value, Addendum) else _several(value)


def _several(value: Any) -> Any:
    plain = isinstance(value, Iterable) and not isinstance(value, str | Mapping)
    return tuple(value) if plain else value  # what is no list is named when the project checks itself


def _instalments(value: Iterable[Instalment | Rate] | Literal["practice"] | None) -> Any:
    """Instalments as they are, shares alone made instalments."""
    found = _several(value)
    if not isinstance(found, tuple):
        return found
    return tuple(_plain(each if isinstance(each, Instalment) else Instalment(each)) for each in found)


def _plain(given: Instalment) -> Instalment:
    share = _read(given.share)
    return given if share is None else given._replace(share=share)


@frozen(repr=False)
class Project:
    """A construction project (proyek jasa konstruksi), by its contract; every fact may be None: not known.

    ``value`` is the contract value as written, rupiah, addenda apart; ``vat`` whether value-added tax is in it
    (``"included"``, ``"excluded"``). ``ordered`` is the day of the work order (SPK), which chooses the version of the
    law; ``start`` to ``end`` the execution of the work; ``maintenance_until`` the last day of the maintenance period,
    ``"none"``: the contract names none. ``wages`` is the wage list; without one contributions go by the contract value.
    ``instalments`` are ``Instalment`` objects or their shares, ``"practice"``: those that the agency names; None: paid
    at once. ``registered`` is the day of registration; cover begins with the first payment, whose day stands in
    ``instalments`` too. ``employer`` is who carries the project out.

    Raises an ``…Amount`` error, ``UnknownKind``, ``NotADate``, ``NotAMonth``, ``WrongType``, ``DoesNotAddUp``,
    ``Contradiction``, several as ``SeveralErrors``. PP 44/2015 arts 53-56.

    >>> Project(1_110_000_000, vat="included", ordered=date(2024, 3, 1)).method.label_en
    'the contract value'
    """

    type_name: ClassVar[str] = "project"

    value: int | None = field(default=None, converter=_value)
    vat: Vat | None = field(default=None, kw_only=True, converter=_vat)
    ordered: date | None = field(default=None, kw_only=True)
    start: date | None = field(default=None, kw_only=True)
    end: date | None = field(default=None, kw_only=True)
    maintenance_until: date | Literal["none"] | None = field(default=None, kw_only=True)
    registered: date | None = field(default=None, kw_only=True)
    wages: tuple[ListedWage, ...] | None = field(default=None, kw_only=True, converter=_listed)
    addenda: tuple[Addendum, ...] = field(default=(), kw_only=True, converter=_addenda)
    instalments: tuple[Instalment, ...] | Literal["practice"] | None = field(
        default=None, kw_only=True, converter=_instalments
    )
    employer: Employer = field(default=None, kw_only=True)

    def __attrs_post_init__(self) -> None:
        from .checks import faults

        errors.raise_together("Project", faults(self))
        if self.employer is None:
            object.__setattr__(self, "employer", Employer())
        if self.wages is not None:
            object.__setattr__(self, "wages", tuple(map(_plain_wage, self.wages)))

    @property
    def method(self) -> Method:
        """What contributions go by: the wage list where there is one."""
        return Method.CONTRACT_VALUE if self.wages is None else Method.WAGES

    @property
    def last_day(self) -> date | None:
        """The last day of the execution, addenda included; None: not known."""
        return next((each.end for each in reversed(self.addenda) if each.end is not None), self.end)

    @property
    def first_paid(self) -> date | None:
        """The day on which all or the first instalment was paid; None: not known, not yet, or by the wage list."""
        return self.instalments[0].on if isinstance(self.instalments, tuple) else None

    @property
    def since(self) -> date | None:
        """The day on which the project is a participant: registered, and all or the first instalment paid.

        By the wage list the day of registration. None: not known.
        """
        if self.method is Method.WAGES:
            return self.registered
        if self.registered is None or self.first_paid is None:
            return None
        return max(self.registered, self.first_paid)

    def to_dict(self) -> dict[str, Any]:
        """The known facts as JSON-safe values; ``Project.from_dict`` rebuilds an equal project."""
        from .serial import project_to_dict

        return project_to_dict(self)

    @staticmethod
    def from_dict(told: Mapping[str, Any]) -> Project:
        """Rebuild a project from ``project.to_dict()``. Raises ``WrongType``, ``UnknownKind`` and what it itself does.

        >>> project = Project(200_000_000, vat="excluded", ordered=date(2024, 3, 1))
        >>> Project.from_dict(project.to_dict()) == project
        True
        """
        from .serial import project_of

        return project_of(told)

    def __repr__(self) -> str:
        from attrs import fields

        known = {each.name: getattr(self, each.name) for each in fields(Project)}
        told = (f"{name}={value!r}" for name, value in known.items() if value not in (None, (), Employer()))
        return f"Project({', '.join(told)})"


def _plain_wage(given: ListedWage) -> ListedWage:
    first = None if given.first is None else as_month(given.first)
    last = None if given.last is None else as_month(given.last)
    return ListedWage(lenient_int(given.wage), lenient_int(given.workers), first, last)
