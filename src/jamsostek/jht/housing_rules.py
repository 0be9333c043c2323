"""Housing support out of JHT investments: who may have it, and its limits; PP 46/2015 art. 25, Permenaker 17/2021."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from fractions import Fraction
from typing import Literal, NamedTuple

from dateutil.relativedelta import relativedelta

from .. import errors
from .._benefits import ELIGIBLE, Because
from .._cases import REGISTERED
from .._citations import Citation, Grade
from .._dated import Clock, Dated, Moment, Row
from .._events import on_error
from .._kinds import Lang, choice_error, lenient
from .._law import LAW, Law
from .._member import Member, at_home
from .._money import number, percent
from .._people import _flag_error
from .._verdict import Fact, State, Verdict
from ..instruments import PERMENAKER_17_2021
from . import housing_law as tables
from .housing_law import Product

_CEILINGS = {
    Product.MORTGAGE: tables.MORTGAGE_CEILING,
    Product.DOWN_PAYMENT: tables.DOWN_PAYMENT_CEILING,
    Product.RENOVATION: tables.RENOVATION_CEILING,
}
_TERMS = {
    Product.MORTGAGE: tables.MORTGAGE_TERM,
    Product.DOWN_PAYMENT: tables.MORTGAGE_TERM,
    Product.RENOVATION: tables.RENOVATION_TERM,
}
_RULE = PERMENAKER_17_2021.at("whole", Grade.B, "press and ministry briefing of November and December 2021")
OWNS = Fact("owns_house", "whether the member owns a house", "apakah sudah memiliki rumah")
IN_ORDER = Fact(
    "in_order",
    "whether employer and contributions are in order, with no worker or wage left out",
    "apakah pemberi kerja tertib administrasi dan iuran",
)
USED = Fact(
    "used", "which loans the member or the spouse has had", "pinjaman yang pernah diperoleh peserta atau pasangan"
)


class Housing(NamedTuple):
    """A loan for housing: whether it is open to a member, and its limits; a limit is None where none was found.

    ``ceiling`` is in rupiah, ``term`` in years, ``margin`` the most that the interest may lie above the central bank's
    rate. The bank's own terms come on top.
    """

    product: Product
    verdict: Verdict
    ceiling: Row[int] | None
    term: Row[int] | None
    margin: Row[Fraction] | None

    @property
    def basis(self) -> tuple[Citation, ...]:
        """The citations behind the limits."""
        rows = (self.ceiling, self.term, self.margin)
        return tuple(dict.fromkeys(cite for row in rows if row is not None for cite in row.cites))

    def text(self, lang: Lang = "en") -> str:
        """The loan in one line."""
        parts = [self.product.label(lang), self.verdict.text(lang)]
        words = ("up to", "years", "BI rate +") if lang == "en" else ("paling banyak", "tahun", "BI rate +")
        if self.ceiling is not None:
            parts.append(f"{words[0]} {number(self.ceiling.value, lang)}")
        if self.term is not None:
            parts.append(f"{words[0]} {self.term.value} {words[1]}")
        if self.margin is not None:
            parts.append(f"{words[2]} {percent(self.margin.value, lang)}")
        return "; ".join(parts)


def housing(
    member: Member,
    product: Product | Literal["mortgage", "down_payment", "renovation"],
    *,
    on: date,
    owns_house: bool | None = None,
    in_order: bool | None = None,
    used: Collection[Product | str] | None = None,
    law: Law = LAW,
) -> Housing:
    """Whether a loan of the housing support is open to a member on a day, and its limits.

    ``owns_house``: a mortgage and its down payment need none, a renovation needs one. ``in_order``: whether the
    employer enrolled everybody at full wages and contributions are paid. ``used`` are the loans that the member or the
    spouse has had, each of which is given once; None: not known. Raises ``UnknownKind``, ``NotADate``, ``MissingFact``,
    ``WrongType``. PP 46/2015 art. 25, Permenaker 17/2021.

    >>> import jamsostek as js
    >>> ana = js.Member(js.WageEarner(wage=4_000_000, risk_group=1), registered=date(2020, 1, 6))
    >>> found = housing(ana, "mortgage", on=date(2026, 3, 2), owns_house=False, in_order=True, used=())
    >>> found.verdict.state.value, found.ceiling.value, found.term.value
    ('eligible', 500000000, 30)
    """
    wanted = lenient(Product, product)
    had = None if used is None else [lenient(Product, each) for each in used]
    errors.raise_together(
        "jht.housing",
        (
            errors.MissingFact("product", "it is not told", "name a loan")
            if wanted is None
            else choice_error(errors.UnknownKind, "product", Product, wanted),
            on_error("on", on),
            _flag_error("owns_house", owns_house),
            _flag_error("in_order", in_order),
            *(choice_error(errors.UnknownKind, "used", Product, each) for each in had or ()),
        ),
    )
    assert wanted is not None  # refused above
    moment = Moment(Clock.CLAIM, on)
    because: list[Because] = []
    missing: list[Fact] = []
    _judge_years(member, on, law.find(tables.HOUSING_YEARS, moment), because, missing)
    if owns_house is None:
        missing.append(OWNS)
    elif owns_house is not (wanted is Product.RENOVATION):
        yes = owns_house
        words = ("owns a house already", "sudah memiliki rumah") if yes else ("owns no house", "belum memiliki rumah")
        because.append(Because(*words, _RULE))
    if in_order is None:
        missing.append(IN_ORDER)
    elif not in_order:
        words = "the employer or the contributions are not in order", "pemberi kerja atau iuran tidak tertib"
        because.append(Because(*words, _RULE))
    if had is None:
        missing.append(USED)
    elif wanted in had:
        because.append(Because("had it before; it is given once", "sudah pernah; hanya satu kali", _RULE))
    verdict = ELIGIBLE
    if because:
        verdict = Verdict(State.NOT_ELIGIBLE, tuple(because))
    elif missing:
        verdict = Verdict(State.UNDETERMINED, missing=tuple(missing))
    limits: tuple[Dated[int], Dated[int]] = _CEILINGS[wanted], _TERMS[wanted]
    ceiling, term = (law.find(table, moment) for table in limits)
    return Housing(wanted, verdict, ceiling, term, law.find(tables.HOUSING_MARGIN, moment))


def _judge_years(member: Member, on: date, years: Row[int] | None, because: list[Because], missing: list[Fact]) -> None:
    """Whether the first registration lies so many years back."""
    if years is None:
        because.append(Because("before the rules held here", "sebelum ketentuan yang tercatat", _RULE))
        return
    since = min((each.since for each in at_home(member) if each.since is not None), default=None)
    if since is None:
        missing.append(REGISTERED)
    elif since + relativedelta(years=years.value) > on:
        words = f"a member for less than {years.value} year", f"menjadi peserta kurang dari {years.value} tahun"
        because.append(Because(*words, years.cites[0]))
