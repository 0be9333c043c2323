"""What happened: a death, a total disability; ``WorkAccident`` stands in ``_accident.py``.

Events check themselves. None means *not known*. The law before July 2015 is another one, and refused.
"""

from __future__ import annotations

from datetime import date

from attrs import field, frozen

from . import errors
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
    for a work-related death, the day of death is taken, and the claim says so.
    Raises ``MissingFact``, ``NotADate``, ``BeforeLaw``, ``WrongType``, ``Contradiction``.

    >>> Death(on=date(2025, 6, 1), work_related=False).work_related
    False
    """

    on: date
    work_related: bool | None = None
    accident_on: date | None = None

    def __attrs_post_init__(self) -> None:
        errors.raise_together("Death", _faults(self, "death"))


@frozen(kw_only=True)
class TotalDisability:
    """A permanent total disability (cacat total tetap): unable to work for good.

    ``on`` is the day on which a doctor found it, ``work_related`` and ``accident_on`` are as for ``Death``.
    Raises what ``Death`` raises. Elucidation of PP 44/2015 art. 25(2)b.3.

    >>> TotalDisability(on=date(2025, 6, 1), work_related=True).accident_on is None
    True
    """

    on: date
    work_related: bool | None = field(default=None)
    accident_on: date | None = None

    def __attrs_post_init__(self) -> None:
        errors.raise_together("TotalDisability", _faults(self, "the finding"))


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
