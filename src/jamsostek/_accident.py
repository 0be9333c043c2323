"""A work accident and what came of it; whether it is one is for ``jkk`` to say."""

from __future__ import annotations

from datetime import date
from typing import Any

from attrs import field, frozen

from . import errors
from ._events import Death, TotalDisability, on_error, order_error


def _outcomes(given: Any) -> tuple[Any, ...]:
    if given is None:
        return ()
    return tuple(given) if isinstance(given, tuple | list) else (given,)


@frozen(kw_only=True)
class WorkAccident:
    """A work accident or occupational disease (kecelakaan kerja, penyakit akibat kerja).

    ``on`` is the day of the accident or of the diagnosis, which chooses the version of the law. ``outcome`` is what
    came of it: a ``Death``, a ``TotalDisability``, or several outcomes as a tuple.
    """

    on: date
    outcome: tuple[Any, ...] = field(default=(), converter=_outcomes)

    def __attrs_post_init__(self) -> None:
        errors.raise_together(
            "WorkAccident",
            (
                on_error("on", self.on),
                *(
                    order_error("outcome", self.on, each.on, "its outcome")
                    for each in self.outcome
                    if isinstance(each, Death | TotalDisability)
                ),
            ),
        )
