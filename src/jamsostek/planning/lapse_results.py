"""A lapse as a value: what a membership is worth month by month with it and without, as text and HTML."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import groupby
from typing import Any, NamedTuple

from attrs import field, frozen

from .._citations import Citation, Grade, weakest_of
from .._dated import Clock, Moment
from .._history import MonthState
from .._kinds import Lang, check_lang
from .._law import Law, Mark
from .._money import months_text, number, signed
from .._months import Month
from .._people import SelfEmployed
from .._rates import Rate, as_rate
from .._readings import Reading
from .._render import WORDS as _SHARED
from .._render import cited
from .._results import Bill
from ..payment.law_of_arrears import CoverKind
from .groups import Group
from .text import grid


class Standing(NamedTuple):
    """What a membership is worth on the last day of a month.

    ``jkm`` is rupiah for a death that work did not cause, ``at_once`` what of it waits for nothing; ``jkk`` says who
    answers for a work accident; ``paid`` counts the months paid so far, ``scholarship`` tells whether they, and the
    cover, are enough for the scholarship of JKM.
    """

    jkm: int
    at_once: int
    jkk: CoverKind
    paid: int
    scholarship: bool


class LapseMonth(NamedTuple):
    """A month, whether it was paid, and the standing with the lapse and without."""

    month: Month
    state: MonthState
    lapsed: Standing
    kept: Standing

    @property
    def lost(self) -> int:
        """Rupiah of JKM that the lapse costs the heirs for a death in this month, arrears paid."""
        return self.kept.jkm - self.lapsed.jkm


@frozen(repr=False)
class Lapse:
    """A lapse of one membership, month by month, beside the same membership without it.

    ``gap`` is the months unpaid, ``ended`` the first month in which the membership has ended by that (then a new one
    begins with the return), None: it goes on; it may lie after the months looked at. ``saved`` is rupiah that were not
    paid for these months, ``arrears`` what has to be paid on return.
    """

    participant: SelfEmployed
    first: Month
    stopped: Month
    resumed: Month | None
    restored: bool
    ended: Month | None
    law: Law = field(repr=False)
    months: tuple[LapseMonth, ...] = field(repr=False)
    _unpaid: tuple[Bill, ...] = field(repr=False)
    readings: tuple[Reading, ...] = field(repr=False)
    basis: tuple[Citation, ...] = field(repr=False)

    @property
    def ends(self) -> bool:
        """Whether the months unpaid end the membership."""
        return self.ended is not None

    @property
    def gap(self) -> int:
        """How many months are not paid in time, as far as the plan goes."""
        return len(self._unpaid)

    @property
    def saved(self) -> int:
        """Rupiah a person of the months that were not paid and never are."""
        return sum(bill.total for bill in self._unpaid) - self.arrears

    @property
    def arrears(self) -> int:
        """Rupiah a person that are paid on return, each month at its own price; 0 where a new membership begins."""
        back = self.resumed is not None and (not self.ends or self.restored)
        return sum(bill.total for bill in self._unpaid) if back else 0

    @property
    def at_stake(self) -> int:
        """The most rupiah of JKM that the lapse costs the heirs, over all months."""
        return max(each.lost for each in self.months)

    @property
    def held_back(self) -> int:
        """The most rupiah of JKM that wait until the heirs have paid the arrears, over all months."""
        return max(each.lapsed.jkm - each.lapsed.at_once for each in self.months)

    @property
    def scholarship_from(self) -> Month | None:
        """The first month with the years of contributions for the scholarship; None: not within these months."""
        return next((each.month for each in self.months if each.lapsed.scholarship), None)

    @property
    def scholarship_kept(self) -> Month | None:
        """The same without the lapse."""
        return next((each.month for each in self.months if each.kept.scholarship), None)

    @property
    def evidence(self) -> Grade:
        """The weakest grade that any month rests on: the articles and the answers to open questions."""
        answers = [reading[self.law.option(reading)].grade for reading in self.readings]
        return weakest_of([*(cite.grade for cite in self.basis), *answers])

    @property
    def marks(self) -> tuple[Mark, ...]:
        """What else is to be known: a what-if, months past the last check of the law."""
        return self.law.marks((), Moment(Clock.DEATH, self.months[-1].month.last_day))

    def expected(self, people: int, deaths: Rate) -> Fraction:
        """Rupiah of JKM that so many such people's heirs lose, at a yearly rate of deaths that work did not cause.

        A month counts a twelfth of the rate. Raises what a rate raises, ``WrongType``, ``OutOfRange``.
        """
        rate = as_rate(deaths, "deaths")
        group = Group(people, self.participant)
        return sum((each.lost * group.people * rate / 12 for each in self.months), Fraction(0))

    def table(self, lang: Lang = "en") -> str:
        """The months as a table of text, those in which nothing changes as one line."""
        return grid([_HEADS[check_lang(lang)], *self._cells(lang)], 3)

    def _cells(self, lang: Lang) -> list[tuple[str, ...]]:
        cells: list[tuple[str, ...]] = []
        for first, last, each in self._runs():
            span = _span(first, last)
            sums = (number(it, lang) for it in (each.lapsed.at_once, each.lapsed.jkm, each.kept.jkm))
            school = _YES[lang][each.lapsed.scholarship], _YES[lang][each.kept.scholarship]
            jkk = _JKK[lang].get(each.lapsed.jkk) or each.lapsed.jkk.label(lang)
            cells.append((span, each.state.label(lang), jkk, *sums, signed(-each.lost, lang), *school))
        return cells

    def _runs(self) -> Iterator[tuple[Month, Month, LapseMonth]]:
        """Months in a row that differ in their number of paid months alone, with the first of them."""
        first = last = self.months[0]
        for each in (*self.months[1:], None):
            if each is not None and _face(each) == _face(first):
                last = each
                continue
            yield first.month, last.month, first
            if each is not None:
                first = last = each

    def explain(self, lang: Lang = "en") -> str:
        """What happened, the table, what JKK answers, what it costs and saves, the open questions it hangs on."""
        words = _WORDS[check_lang(lang)]
        gap = months_text(self.gap, lang)
        out = [
            f"{self.first}: {words['begins']}; {self.stopped}: {words['stops']}, {gap}, {self._after(lang)}",
            "",
            self.table(lang),
            "",
            f"{words['saved']}: {number(self.saved, lang)}; {words['arrears']}: {number(self.arrears, lang)}",
            f"{words['at_stake']}: {number(self.at_stake, lang)}; {words['held']}: {number(self.held_back, lang)}",
            *self._accidents(lang),
        ]
        out += [cited(self.basis, lang), *(mark.text(lang) for mark in self.marks)]
        label = _SHARED[lang]["readings"]
        out += [f"{label}: {reading.text(self.law.option(reading), lang)}" for reading in self.readings]
        return "\n".join(out)

    def _after(self, lang: Lang) -> str:
        """What becomes of the membership."""
        words = _WORDS[lang]
        if self.ended is None:
            return words["goes_on"]
        later = words["later"] if self.ended > self.months[-1].month else ""
        return words["ends"].format(self.ended) + later

    def _accidents(self, lang: Lang) -> Iterator[str]:
        """Who answers for a work accident, with the months."""
        for kind, run in groupby(self.months, key=lambda each: each.lapsed.jkk):
            same = [each.month for each in run]
            yield f"JKK, {_span(same[0], same[-1])}: {kind.label(lang)}"

    def to_dict(self) -> dict[str, Any]:
        """The lapse as JSON-safe values, with the schema's name and version under ``schema``."""
        return {
            "schema": "jamsostek.lapse/1",
            "participant": self.participant.to_dict(),
            "first": str(self.first),
            "stopped": str(self.stopped),
            "resumed": None if self.resumed is None else str(self.resumed),
            "restored": self.restored,
            "gap": self.gap,
            "ends": self.ends,
            "ended": None if self.ended is None else str(self.ended),
            "saved": self.saved,
            "arrears": self.arrears,
            "months": [
                {
                    "month": str(each.month),
                    "state": str(each.state),
                    "lapsed": {**each.lapsed._asdict(), "jkk": str(each.lapsed.jkk)},
                    "kept": {**each.kept._asdict(), "jkk": str(each.kept.jkk)},
                }
                for each in self.months
            ],
            "basis": [cite.text() for cite in self.basis],
            "evidence": str(self.evidence),
            "readings": {reading.name: self.law.option(reading) for reading in self.readings},
        }

    def _repr_html_(self) -> str:
        from .._html import rows_html

        return rows_html(_HEADS["en"], self._cells("en"), self.explain().splitlines()[:1])

    def __repr__(self) -> str:
        return f"<Lapse of {self.gap} months from {self.stopped}: at stake {number(self.at_stake)}>"


def _span(first: Month, last: Month) -> str:
    return str(first) if first == last else f"{first} – {last}"


def _face(each: LapseMonth) -> tuple[object, ...]:
    return each.state, each.lapsed._replace(paid=0), each.kept._replace(paid=0)


# Short for the table; ``explain`` says it in full.
_JKK: dict[Lang, dict[CoverKind, str]] = {
    "en": {CoverKind.FUND: "pays", CoverKind.CARE_FIRST: "care at once", CoverKind.NONE: "nothing"},
    "id": {CoverKind.FUND: "dibayar", CoverKind.CARE_FIRST: "perawatan seketika", CoverKind.NONE: "tidak ada"},
}
_YES: dict[Lang, dict[bool, str]] = {"en": {True: "yes", False: "no"}, "id": {True: "ya", False: "tidak"}}
_HEADS: dict[Lang, tuple[str, ...]] = {
    "en": (
        "month of death",
        "contributions",
        "JKK",
        "JKM at once",
        "JKM, arrears paid",
        "without the lapse",
        "difference",
        "scholarship",
        "without the lapse",
    ),
    "id": (
        "bulan meninggal",
        "iuran",
        "JKK",
        "JKM seketika",
        "JKM, tunggakan lunas",
        "tanpa jeda",
        "selisih",
        "beasiswa",
        "tanpa jeda",
    ),
}


_WORDS: dict[Lang, dict[str, str]] = {
    "en": {
        "begins": "the membership begins",
        "stops": "contributions stop",
        "ends": "which ends the membership in {}",
        "later": ", after the months looked at",
        "goes_on": "which the membership survives",
        "saved": "saved a person",
        "arrears": "paid on return",
        "at_stake": "the most that heirs lose",
        "held": "the most that waits for the arrears",
    },
    "id": {
        "begins": "kepesertaan mulai",
        "stops": "iuran berhenti",
        "ends": "sehingga kepesertaan berakhir pada {}",
        "later": ", sesudah bulan-bulan yang dilihat",
        "goes_on": "kepesertaan tetap berlanjut",
        "saved": "penghematan per orang",
        "arrears": "dilunasi saat kembali",
        "at_stake": "kerugian terbesar ahli waris",
        "held": "bagian terbesar yang menunggu pelunasan tunggakan",
    },
}
