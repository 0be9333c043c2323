"""The items of JKK and JKM for a migrant worker, in one phase of cover."""

from __future__ import annotations

from typing import Any, NamedTuple, TypeVar

from dateutil.relativedelta import relativedelta

from .._accident import WorkAccident
from .._benefits import Deadline, Item, Recipient, Term, When, Work, join
from .._benefits import Paper as CommonPaper
from .._cases import FAMILY, Case, Refusal
from .._citations import Citation, Grade
from .._dated import Dated, Row, first_day
from .._events import Death, TotalDisability
from .._family import CHILDREN
from .._kinds import Labelled, Programme
from .._more_instruments import PERMENAKER_4_2023
from .._readings import Reading
from .._readings_of_migrants import MIGRANT_DISMISSAL
from .._recipients import Receivers, receivers
from .._verdict import Fact, State, Verdict
from . import benefit_law as tables
from .asked import OUTCOME, Want, no
from .benefit_law import PROMISES, Promise
from .grants import Benefit, Grant, Manner
from .law import CLAIM_YEARS, HEIRS, PAPERS_OF_ACCIDENT, PAPERS_OF_DEATH, THIRD, Phase, by_18_2018
from .periods import DEPARTED
from .versions import version
from .worker import MigrantWorker

# Items whose amount nobody knows, with what is cited and what would tell; the list of 2023 leaves incapacity out.
_BLANK: dict[Benefit, tuple[tuple[Citation, ...], tuple[Fact, ...]]] = {
    Benefit.OPEN: ((), (OUTCOME,)),
    Benefit.INCAPACITY: ((by_18_2018(),), ()),
}
_THIRD = first_day(THIRD)
T = TypeVar("T")
COST = Fact("event.cost", "what was spent", "biaya yang dikeluarkan")
_AS_IN_2023 = by_18_2018("whole", Grade.M, "phases taken to be as in 2023")
_MONTHLY = Term(
    "for each month, from the start of work to one month before the contract ends, as two sources have it",
    "setiap bulan, sejak mulai bekerja sampai satu bulan sebelum perjanjian kerja berakhir, menurut dua sumber",
    PERMENAKER_4_2023.at("34(1)m", Grade.B, "two secondary sources"),
)


class Way(NamedTuple):
    """What a case comes to in one phase, or (empty) in none."""

    items: tuple[Item, ...] = ()
    refused: tuple[Refusal, ...] = ()


class Maker:
    """Makes the items of one programme for one case; lives for one call."""

    def __init__(self, case: Case, programme: Programme, worker: MigrantWorker) -> None:
        self.case, self.law, self.programme, self.worker = case, case.law, programme, worker
        self.to: Receivers | None = None
        if case.death is not None:
            order, _ = version(case, worker, HEIRS)
            self.to = receivers(case, programme, order)

    def way(self, wants: tuple[Want, ...], phase: Phase) -> Way:
        """What is asked for, in one phase."""
        items: list[Item] = []
        refused: list[Refusal] = []
        for want in wants:
            found = self._made(want, phase)
            if isinstance(found, Item):
                items.append(found)
            elif want.certain:
                refused.append(Refusal(self.programme, want.benefit, found))
        return Way(tuple(items), tuple(refused))

    def _made(self, want: Want, phase: Phase) -> Item | Verdict:
        """The item of a benefit in a phase, or why there is none."""
        if want.verdict.state is State.NOT_ELIGIBLE:
            return self._not_yet(want)
        if want.benefit in _BLANK:
            cites, facts = _BLANK[want.benefit]
            return self._blank(want, cites, ())._replace(open_facts=facts)
        if want.benefit is Benefit.DISMISSAL_AFTER_ACCIDENT:
            return self._by_service(want, phase)
        promised = self._promised(want.benefit)
        promise = next((each for each in promised if phase in each.phases), None)
        table = (promise or promised[0]).table
        row, readings = version(self.case, self.worker, table)
        if promise is None or row is None:
            return self._not_in(phase, table)
        amount, cap, work, facts = _amount(row, want, table)
        item = self._blank(want, () if work else row.cites, readings)
        item = item._replace(amount=amount, cap=cap, work=work, open_facts=(*facts, *item.open_facts))
        if want.benefit is Benefit.SCHOLARSHIP:
            return self._of_children(item)
        return self._of_dismissal(item) if want.benefit is Benefit.DISMISSAL else item

    def _promised(self, benefit: Benefit) -> list[Promise]:
        """What is promised of a benefit, phase by phase."""
        return [each for each in PROMISES if (each.benefit, each.programme) == (benefit, self.programme)]

    def _not_yet(self, want: Want) -> Verdict:
        """Why there is no such item: what the event says, unless the benefit came later altogether."""
        promised = (each.table for each in self._promised(want.benefit))
        later = (table for table in promised if version(self.case, self.worker, table)[0] is None)
        return next(map(_since, later), want.verdict)

    def _not_in(self, phase: Phase, table: Dated[Any]) -> Verdict:
        """The refusal of a benefit that is not paid in a phase, or was not yet."""
        words = f"not among what is paid {phase.label_en}", f"tidak termasuk manfaat {phase.label_id}"
        row, _ = version(self.case, self.worker, table)
        if row is None:
            return _since(table)
        return no(*words, row.cites[0] if row.since >= _THIRD else _AS_IN_2023)

    def _blank(self, want: Want, cites: tuple[Citation, ...], readings: tuple[Reading, ...]) -> Item:
        """An item without its amount: who receives it, papers, the last day to claim."""
        item = Item(
            self.programme,
            want.benefit,
            None,
            cites,
            verdict=want.verdict,
            recipient=Recipient.MEMBER,
            first=self.case.event.on,
            terms=want.terms,
            deadline=self._deadline(),
            papers=self._papers(),
            readings=readings,
        )
        if want.benefit is Benefit.SCHOLARSHIP:
            return item._replace(recipient=Recipient.CHILD)
        if want.benefit is Benefit.OPEN:
            return item._replace(recipient=None)
        to = self.to
        if to is None:
            return item
        funeral = want.benefit is Benefit.FUNERAL
        return item._replace(
            verdict=want.verdict if funeral else join(want.verdict, to.verdict),
            because=(*cites, *to.cites),
            recipient=to.funeral if funeral else to.sums,
            person=to.names,
            papers=(*item.papers, *to.papers),
            readings=(*readings, *to.readings),
            open_facts=to.missing,
        )

    def _deadline(self) -> Deadline | None:
        """The last day to claim JKK; on JKM nothing was read."""
        if self.programme is Programme.JKM:
            return None
        row, _ = version(self.case, self.worker, CLAIM_YEARS)
        assert row is not None  # older than the regulation of 2023
        return Deadline(self.case.accident_on + relativedelta(years=row.value), row.cites)

    def _papers(self) -> tuple[Labelled, ...]:
        """The papers of a claim, as far as they were read: for deaths of JKM, for accidents abroad."""
        case, heirs = self.case, tuple[Labelled, ...]()
        if self.programme is Programme.JKM:
            row, _ = version(case, self.worker, PAPERS_OF_DEATH)
        elif isinstance(case.event, WorkAccident | Death | TotalDisability):
            row, _ = version(case, self.worker, PAPERS_OF_ACCIDENT)
            heirs = () if case.death is None else (CommonPaper.ID_OF_HEIR,)
        else:
            return ()
        return () if row is None else (*row.value, *heirs)

    def _of_children(self, item: Item) -> Item | Verdict:
        """The scholarship, of those who have children."""
        children = None if self.case.family is None else self.case.family.children
        if children == ():
            return no("no children", "tidak ada anak", item.basis[0])
        if children is None:
            fact = FAMILY if self.case.family is None else CHILDREN
            return item._replace(verdict=join(item.verdict, Verdict(State.UNDETERMINED, missing=(fact,))))
        return item

    def _of_dismissal(self, item: Item) -> Item:
        """The sum after a dismissal, once or every month."""
        item = item._replace(readings=(*item.readings, MIGRANT_DISMISSAL))
        if self.law.option(MIGRANT_DISMISSAL) == "once":
            return item
        return item._replace(when=When.MONTHLY, times=None, floor=item.amount or 0, terms=(*item.terms, _MONTHLY))

    def _by_service(self, want: Want, phase: Phase) -> Item | Verdict:
        """A dismissal after an accident, by the months of service."""
        table = tables.DISMISSAL_AFTER_ACCIDENT
        if phase is not Phase.DURING:
            return self._not_in(phase, table)
        row, readings = version(self.case, self.worker, table)
        assert row is not None  # older than the regulation of 2023
        item, departed = self._blank(want, row.cites, readings), self.worker.departed
        if departed is None:
            return item._replace(open_facts=(DEPARTED,))
        gone = relativedelta(self.case.event.on, departed)
        months = gone.years * 12 + gone.months
        step = next((each for each in reversed(row.value) if each.months <= months), None)
        if step is None:
            least = row.value[0].months
            return no(f"less than {least} months of service", f"masa kerja kurang dari {least} bulan", row.cites[0])
        if step.amount is None:
            return item._replace(open_facts=(open_amount(table),))
        work = Work(
            "fixed sum by months of service", "jumlah tetap menurut masa kerja", "{}: {}", (months, step.amount), row
        )
        return item._replace(amount=step.amount, work=(work,), because=())


def open_amount(table: Dated[T]) -> Fact:
    """The fact that an amount stands in a text that was not read."""
    return Fact(
        f"law.{table.name}",
        f"the amount of {table.label_en}, in an annex that was not read (override {table.name})",
        f"besaran {table.label_id}, dalam lampiran yang tidak terbaca",
    )


def _since(table: Dated[Any]) -> Verdict:
    since = table.rows[0].since
    return no(f"paid since {since}", f"diberikan sejak {since}", table.rows[0].cites[0])


def _amount(
    row: Row[Grant], want: Want, table: Dated[Grant]
) -> tuple[int | None, int | None, tuple[Work, ...], tuple[Fact, ...]]:
    """Amount and cap of a benefit, rupiah, how they came about, and what would tell more."""
    (manner, known), cost = row.value, want.cost
    if manner is Manner.UP_TO and cost is not None:
        if known is None:
            work = Work("what was spent, up to a ceiling that was not read", "biaya, dengan batas", "{}", (cost,), row)
            return None, cost, (work,), (open_amount(table),)
        paid = min(cost, known)
        words = "actual cost, up to the ceiling", "biaya nyata, paling banyak sebesar batasnya"
        return paid, None, (Work(*words, "min({}; {}) = {}", (cost, known, paid), row),), ()
    if known is None:
        return None, None, (), (open_amount(table),)
    if manner is Manner.FIXED:
        return known, None, (Work("fixed sum", "jumlah tetap", "{}", (known,), row),), ()
    fact = COST if manner is Manner.UP_TO else open_amount(table)
    return None, known, (Work("at most", "paling banyak", "{}", (known,), row),), (fact,)
