"""What may have gone wrong with a figure: every single change of law or facts that gives exactly what was printed.

Nothing is guessed. Each alternative is computed in full, and told only where its figure is the printed one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from fractions import Fraction
from typing import Any, NamedTuple

from attrs import evolve

from . import errors, readings
from ._citations import Citation
from ._contributions import contributions
from ._dated import Dated, Row
from ._document import Key
from ._facts import KIND, PAID_BY, SECTOR
from ._kinds import LANGS, EmployerKind, Lang, PaidBy, Payer, Programme, Scale, Sector, SelfEmployedKind
from ._law import Law
from ._money import Rounding, rupiah
from ._people import RISK_GROUPS, Participant, Person, SelfEmployed
from ._programmes import BILLED
from ._reliefs import Relief
from ._results import Applied, Bill, Line
from ._schedules import CappedWage, Flat, Wage
from .instruments import PERPRES_109_2013
from .jkk.law import RATES, REFERENCE_INCOME
from .jkp.law import WAGE_CEILING as JKP_CEILING
from .jp.law import WAGE_CEILING as JP_CEILING
from .reliefs import ALL as RELIEFS

Amounts = dict[tuple[Programme, Payer], int]


class Diagnosis(NamedTuple):
    """A single change that gives exactly the printed figure: its kind, what it is and the articles it stands in.

    ``name`` is one of ``rounding``, ``version`` (another year's value), ``capped``, ``uncapped``, ``without_relief``,
    ``with_relief``, ``fact``, ``reading``, ``jkp_apart``, ``other_share``, ``both_shares``; against an account also
    ``outstanding``, ``with_fine``, ``due_date``, ``not_ended`` (as if the membership had not ended).
    """

    name: str
    text_en: str
    text_id: str
    cites: tuple[Citation, ...] = ()

    def text(self, lang: Lang = "en") -> str:
        """The change in one line, with its articles."""
        articles = "; ".join(cite.text(lang) for cite in self.cites)
        return (self.text_id if lang == "id" else self.text_en) + (f" ({articles})" if articles else "")


Alternative = tuple[Diagnosis, Amounts]
Change = Callable[..., Participant]


def figure(amounts: Amounts, key: Key) -> int:
    """The amount of a line, or of a whole programme; 0 where there is none."""
    programme, payer = key
    return sum(amount for (each, who), amount in amounts.items() if each is programme and payer in (None, who))


def amounts_of(bills: Iterable[Bill]) -> Amounts:
    """What bills have by programme and payer."""
    return _amounts(bills, lambda _, line: line.amount)


def _amounts(bills: Iterable[Bill], reckon: Callable[..., int], *given: Any) -> Amounts:
    """The amounts, each line reckoned in a way of its own."""
    sums: Amounts = {}
    for bill in bills:
        for line in bill:
            key = (line.programme, line.payer)
            sums[key] = sums.get(key, 0) + reckon(bill, line, *given)
    return sums


def diagnose(key: Key, charged: int, bills: tuple[Bill, ...], tried: Iterable[Alternative]) -> tuple[Diagnosis, ...]:
    """Every change that gives exactly what was charged."""
    found: list[Diagnosis] = []
    if charged:
        due = amounts_of(bills)
        found += [*_rounded_together(key, charged, bills), *_shares(key, charged, due), *_jkp(key, charged, bills, due)]
    found += [diagnosis for diagnosis, amounts in tried if figure(amounts, key) == charged]
    return tuple(dict.fromkeys(found))


def _rounded_together(key: Key, charged: int, bills: tuple[Bill, ...]) -> Iterator[Diagnosis]:
    programme, payer = key
    lines = [line for bill in bills for line in bill if line.programme is programme and payer in (None, line.payer)]
    exact = sum((line.exact for line in lines), Fraction(0))
    for rounding in Rounding:
        if len(lines) > 1 and rounding.apply(exact.numerator, exact.denominator) == charged:
            way = readings.CONTRIBUTION_ROUNDING[rounding]
            texts = f"rounded once, for all lines together. {way.text_en}", f"dibulatkan sekali. {way.text_id}"
            yield Diagnosis("rounding", *texts, readings.CONTRIBUTION_ROUNDING.cites)


def _shares(key: Key, charged: int, due: Amounts) -> Iterator[Diagnosis]:
    programme, payer = key
    shares = {who: amount for (each, who), amount in due.items() if each is programme}
    for who, amount in shares.items():
        if who is not payer and charged == amount and (payer is not None or len(shares) > 1):
            texts = f"the amount due from: {who.label_en}", f"jumlah yang terutang dari: {who.label_id}"
            yield Diagnosis("other_share", *texts)
    if payer is not None and len(shares) > 1 and charged == sum(shares.values()):
        yield Diagnosis("both_shares", "the amounts due from all payers together", "jumlah dari semua penanggung")


def _jkp(key: Key, charged: int, bills: tuple[Bill, ...], due: Amounts) -> Iterator[Diagnosis]:
    """A part of the funding of JKP charged by itself, or JKK and JKM less what they hand over to it."""
    programme, payer = key
    splits = [split for bill in bills if (split := bill.jkp) is not None]
    handed = "less the part that is handed over to JKP", "dikurangi rekomposisi ke JKP"
    out_of = {
        Programme.JKK: sum(split.from_jkk for split in splits),
        Programme.JKM: sum(split.from_jkm for split in splits),
    }
    parts: dict[tuple[str, str], int] = {}
    if programme is Programme.JKP:
        parts = {
            ("the part of the state", "bagian Pemerintah Pusat"): sum(split.state for split in splits),
            ("the part out of JKK", "rekomposisi iuran JKK"): out_of[Programme.JKK],
            ("the whole contribution to JKP", "seluruh iuran JKP"): sum(split.total for split in splits),
        }
    elif out_of.get(programme) and payer is not Payer.WORKER:
        parts = {handed: figure(due, key) - out_of[programme]}
    cites = tuple(dict.fromkeys(cite for split in splits for cite in split.basis))
    yield from (Diagnosis("jkp_apart", *texts, cites) for texts, part in parts.items() if part == charged)


def alternatives(bills: tuple[Bill, ...]) -> Iterator[Alternative]:
    """Each single change that is tried, with the amounts that it gives."""
    yield from _versions(bills)
    yield from _ceilings(bills)
    yield from _reliefs(bills)
    yield from _facts(bills)
    yield from _readings(bills)


def _billed_again(
    bills: tuple[Bill, ...], diagnosis: Diagnosis, law: Law, change: Change | None = None, *given: Any
) -> Iterator[Alternative]:
    """The amounts under another law or after a change of the participants; nothing where they cannot be billed."""
    again = []
    for bill in bills:
        try:
            participant = bill.participant if change is None else change(bill, *given)
            other = contributions(participant, month=bill.month, law=law)
        except errors.JamsostekError:
            return
        if isinstance(bill.participant, SelfEmployed):  # whoever would pay, it is this payer who was charged
            payer = Payer(bill.participant.paid_by or Payer.SELF)
            other = evolve(other, lines=tuple(evolve(line, payer=payer) for line in other))
        again.append(other)
    yield diagnosis, amounts_of(again)


def _versions(bills: tuple[Bill, ...]) -> Iterator[Alternative]:
    """Another version of a table that a line goes by, such as last year's JP ceiling."""
    first, last = min(bill.month for bill in bills), max(bill.month for bill in bills)
    for table in dict.fromkeys(table for bill in bills for line in bill for table in line.plan.tables):
        for since, until, row in bills[0].law.table(table).spans():
            days = f"{since} – {until or '…'}"
            texts = (
                f"{table.label_en}: {table.unit.show(row.value, 'en')}, {days}",
                f"{table.label_id}: {table.unit.show(row.value, 'id')}, {days}",
            )
            law = bills[0].law.override(table, since=first, until=last, value=row.value)
            yield from _billed_again(bills, Diagnosis("version", *texts, row.cites), law)


def _ceilings(bills: tuple[Bill, ...]) -> Iterator[Alternative]:
    """A ceiling where the law has none, and none where it has one."""
    for table in (JP_CEILING, JKP_CEILING):
        rows = tuple(dict.fromkeys(row for bill in bills if (row := _row(bill, table)) is not None))
        if rows:
            sums = [", ".join(rupiah(row.value, lang) for row in rows) for lang in LANGS]
            texts = (
                f"the wage counted up to {sums[0]}, the {table.label_en}",
                f"upah dihitung sampai {sums[1]}, {table.label_id}",
            )
            cites = tuple(dict.fromkeys(cite for row in rows for cite in row.cites))
            yield Diagnosis("capped", *texts, cites), _amounts(bills, _capped, table)
    texts = "the whole wage counted, without a ceiling", "seluruh upah dihitung, tanpa batas atas"
    yield Diagnosis("uncapped", *texts), _amounts(bills, _uncapped)


def _row(bill: Bill, table: Dated[Any]) -> Row[Any] | None:
    """The version of a table in the month of a bill."""
    return bill.law.find(table, bill.law.moment(bill.month))


def _capped(bill: Bill, line: Line, table: Dated[int]) -> int:
    schedule, row = line.plan.schedule, _row(bill, table)
    if row is None or isinstance(schedule, Flat) or not isinstance(schedule.base, Wage):
        return line.amount
    return _reckoned(bill, evolve(line, counted=min(line.given, row.value)))


def _uncapped(bill: Bill, line: Line) -> int:
    schedule = line.plan.schedule
    if isinstance(schedule, Flat) or not isinstance(schedule.base, CappedWage):
        return line.amount
    return _reckoned(bill, evolve(line, counted=line.given))


def _reckoned(bill: Bill, line: Line) -> int:
    return bill.rounding.apply(line.exact.numerator, line.exact.denominator)


def _reliefs(bills: tuple[Bill, ...]) -> Iterator[Alternative]:
    """Reliefs that were left off, and reliefs that were applied though the bill has none."""
    applied = tuple(dict.fromkeys(each for bill in bills for each in _applied(bill)))
    if applied:
        names = [", ".join(each.relief.label(lang) for each in applied) for lang in LANGS]
        cites = tuple(cite for each in applied for cite in each.row.cites)
        texts = f"without the {names[0]}", f"tanpa {names[1]}"
        yield Diagnosis("without_relief", *texts, cites), _amounts(bills, _unrelieved)
    for relief in (*RELIEFS, *bills[0].law.reliefs):
        if relief.condition_for(bills[0].participant.type_name) is not None:
            yield _with_relief(bills, relief)
            yield from _stretched(bills, relief)


def _with_relief(bills: tuple[Bill, ...], relief: Relief) -> Alternative:
    """A relief applied in every month, also where its last version no longer holds."""
    without = next((bill for bill in bills if all(relief is not each.relief for each in _applied(bill))), bills[0])
    examined = next((each for each in without.examined if each.relief is relief), None)
    why = [
        examined.verdict.text(lang) if examined else {"en": "not in this month", "id": "tidak di bulan ini"}[lang]
        for lang in LANGS
    ]
    texts = f"with the {relief.label_en}: {why[0]}", f"dengan {relief.label_id}: {why[1]}"
    rows = dict.fromkeys(_factor(bill, table) for bill in bills for _, table in relief.factors)
    cites = tuple(dict.fromkeys(cite for row in rows for cite in row.cites))
    return Diagnosis("with_relief", *texts, cites), _amounts(bills, _relieved, relief)


def _applied(bill: Bill) -> Iterator[Applied]:
    return (each for line in bill for each in line.reliefs)


def _factor(bill: Bill, table: Dated[Fraction]) -> Row[Fraction]:
    """The share that a relief leaves due in the month of a bill, or the last that it left."""
    return _row(bill, table) or bill.law.table(table).rows[-1]


def _stretched(bills: tuple[Bill, ...], relief: Relief) -> Iterator[Alternative]:
    """A relief of the month on the programmes that it does not reach, such as that of JKK on JKM."""
    rows = [_row(bill, relief.factors[0][1]) for bill in bills]
    closed = relief.windows and all(_row(bill, window) is None for bill in bills for window in relief.windows)
    if None not in rows and not closed:
        reached = [programme for programme, _ in relief.factors]
        names = ", ".join(reached)
        texts = (
            f"with the {relief.label_en}, which reaches {names} alone",
            f"dengan {relief.label_id}, yang hanya berlaku bagi {names}",
        )
        cites = tuple(dict.fromkeys(cite for row in rows if row is not None for cite in row.cites))
        yield Diagnosis("with_relief", *texts, cites), _amounts(bills, _relieved, relief, reached)


def _unrelieved(bill: Bill, line: Line) -> int:
    return _reckoned(bill, evolve(line, reliefs=()))


def _relieved(bill: Bill, line: Line, relief: Relief, reached: Sequence[Programme] = ()) -> int:
    """A line with a relief: where it reaches the programme, or stretched over those that it does not reach."""
    table = dict(relief.factors).get(line.programme)
    if reached:
        table = None if line.programme in reached else relief.factors[0][1]
    if table is None:
        return line.amount
    return _reckoned(bill, evolve(line, reliefs=(Applied(relief, _factor(bill, table)),)))


def _facts(bills: tuple[Bill, ...]) -> Iterator[Alternative]:
    """One fact of the participant or his employer otherwise than it was given."""
    law = bills[0].law
    for programme in BILLED:
        texts = f"enrolled in {programme} too", f"terdaftar juga di {programme}"
        yield from _billed_again(bills, Diagnosis("fact", *texts), law, _enrolled, programme)
    if isinstance(bills[0].participant, SelfEmployed):
        yield from _facts_of_self_employed(bills)
        return
    rates = law.table(RATES).rows[-1].cites
    for group in RISK_GROUPS:
        texts = f"risk group {group}", f"kelompok risiko {group}"
        yield from _billed_again(bills, Diagnosis("fact", *texts, rates), law, _employer, "risk_group", group)
    for name, words, cites in (("scale", Scale, (PERPRES_109_2013.at("6(3)"),)), ("kind", EmployerKind, ())):
        for word in words:
            texts = f"employer: {word.label_en}", f"pemberi kerja: {word.label_id}"
            yield from _billed_again(bills, Diagnosis("fact", *texts, cites), law, _employer, name, word)
    for en, idn, person in _PERSONS:
        yield from _billed_again(bills, Diagnosis("fact", en, idn), law, _person, person)


_PERSONS = (
    ("an Indonesian citizen", "warga negara Indonesia", {"citizen": True}),
    ("a foreigner", "orang asing", {"citizen": False, "six_months": True}),
    ("an age below the pension age", "usia di bawah usia pensiun", {"born": date(1990, 1, 1)}),
    ("an age past the pension age", "usia melewati usia pensiun", {"born": date(1940, 1, 1)}),
)


def _enrolled(bill: Bill, programme: Programme) -> Participant:
    return evolve(bill.participant, programmes=bill.enrolment.enrolled | {programme})


def _employer(bill: Bill, name: str, value: Any) -> Participant:
    assert not isinstance(bill.participant, SelfEmployed)  # who has none
    employer = evolve(bill.participant.employer, **{name: value})
    return evolve(bill.participant, employer=employer)


def _person(bill: Bill, facts: dict[str, Any]) -> Participant:
    return evolve(bill.participant, person=evolve(bill.participant.person or Person(), **facts))


def _facts_of_self_employed(bills: tuple[Bill, ...]) -> Iterator[Alternative]:
    law = bills[0].law
    brackets = law.row(REFERENCE_INCOME, law.moment(bills[0].month))
    for at, bracket in enumerate(brackets.value, start=1):
        texts = f"row {at} of the income table", f"baris {at} tabel penghasilan"
        yield from _billed_again(bills, Diagnosis("fact", *texts, brackets.cites), law, _own, "income", bracket.least)
    for fact, words in ((SECTOR, Sector), (PAID_BY, PaidBy), (KIND, SelfEmployedKind)):
        for word in words:
            texts = f"{fact.label_en}: {word.label_en}", f"{fact.label_id}: {word.label_id}"
            yield from _billed_again(bills, Diagnosis("fact", *texts), law, _own, fact.key, word)


def _own(bill: Bill, name: str, value: Any) -> Participant:
    return evolve(bill.participant, **{name: value})


def _readings(bills: tuple[Bill, ...]) -> Iterator[Alternative]:
    """Another answer to an open question of law, the rounding among them."""
    for reading in readings.ALL:
        name = "rounding" if reading is readings.CONTRIBUTION_ROUNDING else "reading"
        for option in reading.names():
            if option == bills[0].law.option(reading):
                continue
            diagnosis = Diagnosis(name, reading.text(option), reading.text(option, "id"), reading.cites)
            yield from _billed_again(bills, diagnosis, bills[0].law.reading(reading, option))
