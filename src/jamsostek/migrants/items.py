"""The items of JKK and JKM for a migrant worker, in one phase of cover."""

from __future__ import annotations

from typing import NamedTuple, TypeVar

from dateutil.relativedelta import relativedelta

from .._accident import WorkAccident
from .._benefits import Deadline, Item, Recipient, Term, When, Work, join
from .._benefits import Paper as CommonPaper
from .._cases import FAMILY, Case, Refusal
from .._citations import Citation, Grade
from .._dated import Clock, Dated, Moment, Row, first_day
from .._events import Death, TotalDisability
from .._family import CHILDREN
from .._kinds import Labelled, Programme
from .._more_instruments import PERMENAKER_4_2023
from .._readings import Reading
from .._readings_of_migrants import MIGRANT_DISMISSAL, MIGRANT_VERSION
from .._recipients import Receivers, receivers
from .._verdict import Fact, State, Verdict
from . import benefit_law as tables
from .asked import OUTCOME, Want, no
from .benefit_law import PROMISES
from .grants import Benefit, Grant, Manner
from .law import CLAIM_YEARS, HEIRS, PAPERS_OF_ACCIDENT, PAPERS_OF_DEATH, SECOND, THIRD, Phase
from .periods import DEPARTED
from .worker import MigrantWorker

T = TypeVar("T")
COST = Fact("event.cost", "what was spent", "biaya yang dikeluarkan")
_SECOND, _THIRD = first_day(SECOND), first_day(THIRD)
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
            found = want.verdict if want.verdict.state is State.NOT_ELIGIBLE else self._made(want, phase)
            if isinstance(found, Item):
                items.append(found)
            elif want.certain:
                refused.append(Refusal(self.programme, want.benefit, found))
        return Way(tuple(items), tuple(refused))

    def _made(self, want: Want, phase: Phase) -> Item | Verdict:
        """The item of a benefit in a phase, or why there is none."""
        if want.benefit is Benefit.OPEN:
            return self._blank(want, (), ())._replace(open_facts=(OUTCOME,))
        if want.benefit is Benefit.DISMISSAL_AFTER_ACCIDENT:
            return self._by_service(want, phase)
        promised = [each for each in PROMISES if (each.benefit, each.programme) == (want.benefit, self.programme)]
        promise = next((each for each in promised if phase in each.phases), None)
        if promise is None:
            return _not_in(phase, promised[0].table)
        row, readings = version(self.case, self.worker, promise.table)
        if row is None:
            since = promise.table.rows[0].since
            return no(f"paid since {since}", f"diberikan sejak {since}", promise.table.rows[0].cites[0])
        amount, cap, work, facts = _amount(row, want, promise.table)
        item = self._blank(want, () if work else row.cites, readings)
        item = item._replace(amount=amount, cap=cap, work=work, open_facts=(*facts, *item.open_facts))
        if want.benefit is Benefit.SCHOLARSHIP:
            return self._of_children(item)
        return self._of_dismissal(item) if want.benefit is Benefit.DISMISSAL else item

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
            return _not_in(phase, table)
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


def version(case: Case, worker: MigrantWorker, table: Dated[T]) -> tuple[Row[T] | None, tuple[Reading, ...]]:
    """The version of a table that governs a case, by the event or by registration; None: the rule came later."""
    death, clock = case.death, table.clock
    day = case.accident_on if clock is Clock.ACCIDENT else case.event.on
    if clock is Clock.DEATH and death is not None:
        day = death.on
    since, known = worker.since, case.law.table(table)
    readings: tuple[Reading, ...] = ()
    if since is not None and known.find(Moment(clock, since)) is not known.find(Moment(clock, day)):
        readings = (MIGRANT_VERSION,)
        day = since if case.law.option(MIGRANT_VERSION) == "registration" else day
    if _SECOND <= day < known.rows[0].since == _THIRD:
        return None, readings
    return case.law.row(table, Moment(clock, day)), readings


def open_amount(table: Dated[T]) -> Fact:
    """The fact that an amount stands in a text that was not read."""
    return Fact(
        f"law.{table.name}",
        f"the amount of {table.label_en}, in an annex that was not read (override {table.name})",
        f"besaran {table.label_id}, dalam lampiran yang tidak terbaca",
    )


def _not_in(phase: Phase, table: Dated[T]) -> Verdict:
    words = f"not among what is paid {phase.label_en}", f"tidak termasuk manfaat {phase.label_id}"
    return no(*words, table.rows[-1].cites[0])


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
