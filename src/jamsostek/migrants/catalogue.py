"""The benefits of migrant workers as a list: in which phases, what is known of the amount, where it stands."""

from __future__ import annotations

from datetime import date
from typing import Any, NamedTuple

from .. import errors
from .._citations import Citation
from .._dated import Moment, Row, first_day
from .._kinds import Lang, Programme, check_lang, choice_error, lenient
from .._law import LAW, Law
from .._months import date_error
from .benefit_law import DISMISSAL_AFTER_ACCIDENT, PROMISES
from .grants import SCALE, Benefit, Grant
from .law import SECOND, Phase

HEADS = ("programme", "benefit", "phases", "amount", "stands in")


class Promised(NamedTuple):
    """A benefit: programme, phases, the version of law, and ``amount``, the sum or ceiling in rupiah; None: open."""

    benefit: Benefit
    programme: Programme
    phases: tuple[Phase, ...]
    amount: int | None
    text_en: str
    text_id: str
    row: Row[Any]

    @property
    def cites(self) -> tuple[Citation, ...]:
        """Where item and amount stand."""
        return self.row.cites

    def shown(self, lang: Lang = "en") -> tuple[str, ...]:
        """It as a row of text, in the order of ``HEADS``."""
        told = self.text_id if check_lang(lang) == "id" else self.text_en
        where = "; ".join(f"{cite.text(lang)} [{cite.marked(lang)}]" for cite in self.cites)
        phases = ", ".join(each.label(lang) for each in self.phases)
        return str(self.programme), self.benefit.label(lang), phases, told, where


def benefits(*, on: date, phase: Phase | str | None = None, law: Law = LAW) -> tuple[Promised, ...]:
    """What migrant workers are promised for events ``on`` a day, in one phase or (None) in any.

    Raises ``NotADate``, ``UnknownKind``, ``BeforeLaw``, ``LawChanged``. Permenaker 4/2023 arts 27 and 34.

    >>> found = benefits(on=date(2024, 6, 3), phase="before")
    >>> [(str(each.benefit), each.amount) for each in found if each.benefit == "failed_departure"]
    [('failed_departure', 10000000)]
    """
    asked = lenient(Phase, phase)
    errors.raise_together(
        "benefits",
        (date_error("on", on, needed=True), choice_error(errors.UnknownKind, "phase", Phase, asked)),
    )
    found: list[Promised] = []
    for promise in PROMISES:
        table = law.table(promise.table)
        if first_day(SECOND) <= on < table.rows[0].since:
            continue  # it came later
        row = law.row(table, Moment(table.clock, on))
        grant: Grant = row.value
        texts = grant.text("en"), grant.text("id")
        found.append(Promised(promise.benefit, promise.programme, promise.phases, grant.amount, *texts, row))
    scale = law.row(DISMISSAL_AFTER_ACCIDENT, Moment(DISMISSAL_AFTER_ACCIDENT.clock, on))
    texts = SCALE.show(scale.value, "en"), SCALE.show(scale.value, "id")
    after = Benefit.DISMISSAL_AFTER_ACCIDENT
    found.append(Promised(after, Programme.JKK, (Phase.DURING,), None, *texts, scale))
    return tuple(each for each in found if asked is None or asked in each.phases)
