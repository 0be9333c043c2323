"""Sums paid at once, as the tax looks at them: what was paid when, out of which entitlement."""

from __future__ import annotations

from datetime import date

from attrs import field, frozen

from .. import errors
from .._kinds import Labelled, choice_error, lenient
from .._money import lenient_int, whole
from .._months import date_error
from .._people import _flag_error

FIRST_DAY = date(2001, 1, 1)


class SumKind(Labelled):
    """What a sum paid at once is (jenis penghasilan yang dibayarkan sekaligus), PP 68/2009 art. 1(4)-(7)."""

    JHT = "JHT", "old-age savings", "Jaminan Hari Tua"
    JP = "JP", "lump sum of the pension programme", "manfaat Jaminan Pensiun sekaligus"
    SEVERANCE = "severance", "severance pay", "uang pesangon"


def _kind(value: SumKind | str | None) -> SumKind | None:
    return lenient(SumKind, value)


@frozen(kw_only=True)
class Payout:
    """One payment of a sum that is paid at once, wholly or in parts (pembayaran sekaligus).

    ``amount`` is whole rupiah, gross; ``on`` the day of payment. ``kind`` is ``"JHT"``, ``"JP"`` or ``"severance"``.
    ``partial`` is whether it is the 10 % or 30 % of JHT (None: not known), ``account`` names the account it comes from
    where a person has several (None: one and the same), ``acquired`` the day on which the right arose, None: the day of
    payment. The heirs of a member are taxed as he was. Raises ``MissingFact``, ``NotADate``, ``BeforeLaw``, an
    ``…Amount`` error, ``UnknownKind``, ``WrongType``, ``Contradiction``, several as ``SeveralErrors``.

    >>> Payout(on=date(2025, 3, 10), amount=80_000_000).kind.label_id
    'Jaminan Hari Tua'
    """

    on: date
    amount: int = field(converter=lenient_int)
    kind: SumKind = field(default=SumKind.JHT, converter=_kind)
    partial: bool | None = None
    account: str | None = None
    acquired: date | None = None

    def __attrs_post_init__(self) -> None:
        day = _day_error("on", self.on)
        acquired = None if self.acquired is None else _day_error("acquired", self.acquired)
        late = day is None and acquired is None and self.acquired is not None and self.acquired > self.on
        errors.raise_together(
            "Payout",
            (
                day,
                acquired,
                errors.Contradiction("acquired", f"{self.acquired} lies after payment on {self.on}", "mend one of them")
                if late
                else None,
                _amount_error(self.amount),
                errors.MissingFact("kind", "not given", "choose one of JHT, JP, severance")
                if self.kind is None
                else choice_error(errors.UnknownKind, "kind", SumKind, self.kind),
                _flag_error("partial", self.partial),
                errors.Contradiction("partial", f"{self.kind} knows no partial payout", "leave it out, or call it JHT")
                if self.partial and self.kind is not SumKind.JHT
                else None,
                errors.WrongType("account", f"{self.account!r} is no name", "give a text, such as a member number")
                if not isinstance(self.account, str | None)
                else None,
            ),
        )

    @property
    def entitled(self) -> date:
        """The day that chooses the scale: on which the right arose or, where that is not known, the payment."""
        return self.acquired or self.on


def _day_error(where: str, day: date | None) -> errors.JamsostekError | None:
    if day is None:
        return errors.MissingFact(where, "the day is not given", "give a datetime.date: it chooses the law")
    fault = date_error(where, day)
    if fault is None and day < FIRST_DAY:
        return errors.BeforeLaw(where, f"{day} lies before {FIRST_DAY}", "the law before PP 149/2000 is not here")
    return fault


def _amount_error(amount: int) -> errors.JamsostekError | None:
    number = whole(amount)
    mend = "give whole rupiah as an int, such as 80_000_000"
    if number is None:
        if isinstance(amount, float):
            return errors.FloatAmount("amount", f"{amount!r} is a float", mend)
        return errors.NotAnAmount("amount", f"{amount!r} is no amount", mend)
    if number < 0:
        return errors.NegativeAmount("amount", f"{number} is negative", mend)
    return None if number else errors.ZeroAmount("amount", "0 was paid", "leave the payment out")
