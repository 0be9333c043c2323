"""What happened: a death, a total disability; ``WorkAccident`` stands in ``_accident.py``.

Events check themselves. None means *not known*. The law before July 2015 is another one, and refused.
"""

from __future__ import annotations

from datetime import date

from attrs import field, frozen

from . import errors
from ._money import whole
from ._months import date_error
from ._people import _flag_error

FIRST_DAY = date(2015, 7, 1)


def on_error(where: str, day: date | None) -> errors.JamsostekError | None:
    """What is wrong with the day of an event: none, no date, or before the law that the library holds."""
    if day is None:
        return errors.MissingFact(where, "the day is not given", "give a datetime.date: it chooses the law")
    fault = date_error(where, day)
    if fault is None and day < FIRST_DAY:
        return errors.BeforeLaw(
            where,
            f"{day} lies before {FIRST_DAY}, when PP 44/2015 came into force; PP 14/1993 governed until then",
            "ask for an event from that day on: the older law is not in the library",
        )
    return fault


def order_error(where: str, earlier: date | None, later: date | None, what: str) -> errors.JamsostekError | None:
    """What is wrong with two days in the wrong order; None while one is not known."""
    if earlier is None or later is None or date_error("", earlier) or date_error("", later) or earlier <= later:
        return None
    return errors.Contradiction(where, f"{earlier} lies after {what} on {later}", "mend one of the two days")


@frozen(kw_only=True)
class Death:
    """The death of a member (meninggal dunia).

    ``on`` is its day; ``work_related`` whether a work accident or occupational disease caused it, None: not known.
    ``accident_on`` is the day of that accident (or diagnosis), which chooses the version of JKK; where it is not given
    for a work-related death, the day of death is taken, and the claim says so. ``pension_drawn`` is the pension of JP
    that the member drew when he died, rupiah a month; 0: none; None: not known, then by his age and record.
    Raises ``MissingFact``, ``NotADate``, ``BeforeLaw``, ``WrongType``, ``NegativeAmount``, ``Contradiction``.

    >>> Death(on=date(2025, 6, 1), work_related=False).work_related
    False
    """

    on: date
    work_related: bool | None = None
    accident_on: date | None = None
    pension_drawn: int | None = None

    def __attrs_post_init__(self) -> None:
        errors.raise_together("Death", (*_faults(self, "death"), _pension_error(self.pension_drawn)))


@frozen(kw_only=True)
class TotalDisability:
    """A permanent total disability (cacat total tetap): unable to work for good.

    ``on`` is the day on which a doctor found it, ``work_related`` and ``accident_on`` are as for ``Death``.
    ``caused_on`` is the day of what caused it, work or not; None: not known, then ``accident_on``. JP asks for it.
    Raises what ``Death`` raises. Elucidation of PP 44/2015 art. 25(2)b.3.

    >>> TotalDisability(on=date(2025, 6, 1), work_related=True).accident_on is None
    True
    """

    on: date
    work_related: bool | None = field(default=None)
    accident_on: date | None = None
    caused_on: date | None = None

    def __attrs_post_init__(self) -> None:
        errors.raise_together(
            "TotalDisability",
            (
                *_faults(self, "the finding"),
                date_error("caused_on", self.caused_on),
                order_error("caused_on", self.caused_on, self.on, "the finding"),
                errors.Contradiction(
                    "caused_on", f"{self.caused_on} here, the accident on {self.accident_on}", "mend one"
                )
                if self.caused_on is not None and self.accident_on not in (None, self.caused_on)
                else None,
            ),
        )


def _pension_error(drawn: int | None) -> errors.JamsostekError | None:
    """What is wrong with a monthly pension that was drawn."""
    if drawn is None:
        return None
    if whole(drawn) is None:
        return errors.WrongType("pension_drawn", f"{drawn!r} is no amount", "give whole rupiah a month as an int")
    return errors.NegativeAmount("pension_drawn", f"{drawn} is negative", "give 0 for none") if drawn < 0 else None


def _faults(event: Death | TotalDisability, what: str) -> tuple[errors.JamsostekError | None, ...]:
    named = event.accident_on is not None and event.work_related is False
    return (
        on_error("on", event.on),
        _flag_error("work_related", event.work_related),
        None if event.accident_on is None else on_error("accident_on", event.accident_on),
        order_error("accident_on", event.accident_on, event.on, what),
        errors.Contradiction("accident_on", "given, though work_related is False", "leave one of the two out")
        if named
        else None,
    )
