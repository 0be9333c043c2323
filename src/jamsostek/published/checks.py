"""What is found in a published table of claims: sums, averages, scholarships against the yearly rates."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import Any, NamedTuple

from attrs import field, frozen

from .. import errors
from .._citations import Citation
from .._dated import Clock, Dated, Moment, Row
from .._family import Stage
from .._history import Count
from .._kinds import Labelled, Lang, Programme, check_lang
from .._law import LAW, Law
from .._money import Rounding, equals, number, one_digit_apart, rounded, signed
from ..jkm.benefit_law import FUNERAL, LUMP_SUM, PERIODIC
from ..planning.text import grid
from ..scholarship.law import ONE_OFF_JKM, SCALE_JKM, Level
from .numbers import Printed
from .tables import ClaimRow, ClaimsTable, ScholarshipRow


class FindingKind(Labelled):
    """What is found in a table of claims (jenis temuan)."""

    SUM = "sum", "the parts do not add up to the sum", "jumlah tidak sama dengan rinciannya"
    ROUNDED_SUM = "rounded_sum", "the parts miss the sum by what rounding allows", "selisih jumlah akibat pembulatan"
    PEOPLE = "people", "the people do not add up", "jumlah orang tidak sama dengan rinciannya"
    NOBODY = "nobody", "a sum that nobody received", "jumlah tanpa penerima"
    ABOVE_LAW = "above_law", "more on average than the law gives in cash", "rata-rata melebihi santunan tunai"
    BELOW_LAW = "below_law", "less on average than the law gives in cash", "rata-rata di bawah santunan tunai"
    NOT_DIVISIBLE = "not_divisible", "no whole number of yearly payments", "bukan kelipatan besaran per tahun"
    MORE_PAYMENTS = "more_payments", "more yearly payments than children", "pembayaran melebihi jumlah anak"
    FEWER_PAYMENTS = "fewer_payments", "fewer yearly payments than children", "pembayaran kurang dari jumlah anak"

    @property
    def contradicts(self) -> bool:
        """Whether the table cannot be right so; else it is only to be known."""
        return self not in (FindingKind.ROUNDED_SUM, FindingKind.MORE_PAYMENTS)


@frozen
class Finding:
    """Something found in a table: where, with the numbers put in, what may explain it, and where the law stands."""

    kind: FindingKind
    where: str
    text_en: str
    text_id: str
    hints: tuple[tuple[str, str], ...] = ()
    cites: tuple[Citation, ...] = field(default=(), repr=False)

    def text(self, lang: Lang = "en") -> str:
        """The finding with its numbers put in."""
        return self.text_id if lang == "id" else self.text_en


class Average(NamedTuple):
    """What was paid for each person on average, exact, and its bounds by the rounding of the printed sum."""

    name: str
    exact: Fraction
    least: Fraction
    most: Fraction


class Payments(NamedTuple):
    """Yearly payments of a stage of school: by the yearly ``rate``, how many the sum is (``times``), least and most.

    Where the sum is no whole number of payments (not ``whole``), the least lies above the most.
    """

    row: ScholarshipRow
    rate: int
    times: Count

    @property
    def exact(self) -> Fraction:
        """The printed sum in yearly rates."""
        return Fraction(self.row.amount.amount, self.rate)

    @property
    def whole(self) -> bool:
        """Whether the sum is a whole number of yearly payments, as far as its rounding goes."""
        return self.times.least <= self.times.most

    @property
    def extra(self) -> Count:
        """Payments less children: the least and the most."""
        return Count(self.times.least - self.row.children, self.times.most - self.row.children)


@frozen(repr=False)
class TableCheck:
    """A published table with what is found in it; True while nothing contradicts.

    ``averages`` are rupiah a person by programme and stage, ``payments`` the yearly payments of each stage.
    """

    table: ClaimsTable
    law: Law
    averages: tuple[Average, ...]
    payments: tuple[Payments, ...]
    findings: tuple[Finding, ...]

    def __bool__(self) -> bool:
        return not any(each.kind.contradicts for each in self.findings)

    def of(self, kind: FindingKind | str) -> tuple[Finding, ...]:
        """The findings of one kind."""
        return tuple(each for each in self.findings if each.kind == kind)

    def grid(self, lang: Lang = "en") -> str:
        """The rows with averages and yearly payments, as a table of text."""
        return grid([_HEADS[check_lang(lang)], *self._cells(lang)])

    def _cells(self, lang: Lang) -> list[tuple[str, ...]]:
        means = {each.name: number(_nearest(each.exact), lang) for each in self.averages}
        cells: list[tuple[str, ...]] = []
        for each in self.table.rows:
            name = str(each.programme)
            cells.append((name, each.amount.text(lang), number(each.people, lang), means.get(name, ""), "", ""))
        for row, paid in zip(self.table.scholarships, self.payments, strict=True):
            name, least, most = str(row.stage), paid.times.least, paid.times.most
            count = number(least, lang) if least == most else f"{number(least, lang)} – {number(most, lang)}"
            rest = means.get(name, ""), number(paid.rate, lang), count if paid.whole else rounded(paid.exact, lang)
            cells.append((row.stage.label(lang), row.amount.text(lang), number(row.children, lang), *rest))
        return cells

    def explain(self, lang: Lang = "en") -> str:
        """The table, then each finding with its numbers, what may explain it, and the articles."""
        out = [self.grid(lang), ""]
        for each in self.findings:
            cites = f" ({'; '.join(cite.text(lang) for cite in each.cites)})" if each.cites else ""
            out.append(f"{_where(each.where, lang)}: {each.kind.label(lang)}: {each.text(lang)}{cites}")
            out += [f"    {idn if lang == 'id' else en}" for en, idn in each.hints]
        return "\n".join(out if self.findings else [*out, _WORDS[lang]["nothing"]])

    def to_dict(self) -> dict[str, Any]:
        """The findings as JSON-safe values, with the schema's name and version under ``schema``."""
        return {
            "schema": "jamsostek.published/1",
            "source": self.table.source,
            "agrees": bool(self),
            "averages": {each.name: str(each.exact) for each in self.averages},
            "payments": {
                str(each.row.stage): [each.times.least, each.times.most] if each.whole else None
                for each in self.payments
            },
            "findings": [
                {
                    "kind": str(each.kind),
                    "where": each.where,
                    "text": each.text_en,
                    "hints": [en for en, _ in each.hints],
                    "basis": [cite.text() for cite in each.cites],
                }
                for each in self.findings
            ],
        }

    def _repr_html_(self) -> str:
        from .._html import rows_html

        notes = [f"{each.where}: {each.kind.label_en}: {each.text_en}" for each in self.findings]
        return rows_html(_HEADS["en"], self._cells("en"), notes)

    def __repr__(self) -> str:
        return f"<TableCheck: {len(self.findings)} findings>"


def check(table: ClaimsTable, *, law: Law = LAW) -> TableCheck:
    """Check a published table of claims: its sums, its averages, its scholarships by the yearly rates.

    Sums as printed are known to half a unit of their last digit: what rounding allows is told apart from what it does
    not. The average of JKM is held against the funeral cost alone and the whole cash of PP 44/2015 art. 34(1)a-c in
    the versions of the months of the table, scholarships against the scale of the last day. Raises ``WrongType``,
    ``BeforeLaw`` (scholarships before the yearly scale of December 2019), ``EvidenceTooWeak``.

    >>> from datetime import date
    >>> rows = [ScholarshipRow("primary", "519 million", 335)]
    >>> table = ClaimsTable(scholarships=rows, since=date(2025, 1, 1), until=date(2025, 10, 31), source="press")
    >>> print(check(table).findings[0].text())
    519,000,000 ÷ 1,500,000 = 346 payments to 335 children: 11 more
    """
    if not isinstance(table, ClaimsTable):
        raise errors.WrongType("check", f"{table!r} is no table", "give a published.ClaimsTable")
    payments: tuple[Payments, ...] = ()
    findings = [*_sums(table), *_without_people(table), *_cash(table, law)]
    if table.scholarships:
        row = law.row(SCALE_JKM, Moment(Clock.DEATH, table.until))
        payments = tuple(_payments(each, row.value) for each in table.scholarships)
        once = law.find(ONE_OFF_JKM, Moment(Clock.DEATH, table.since))
        findings += [found for each in payments for found in _school(each, row.cites, once)]
    law.check_evidence("check", ((str(cite), cite.grade) for found in findings for cite in found.cites))
    return TableCheck(table, law, tuple(_averages(table)), payments, tuple(findings))


def _averages(table: ClaimsTable) -> Iterator[Average]:
    every: list[tuple[str, Printed, int]] = [(str(row.programme), row.amount, row.people) for row in table.rows]
    every += [(str(row.stage), row.amount, row.children) for row in table.scholarships]
    for name, amount, people in every:
        if people:
            bounds = (amount.least / people, amount.most / people)
            yield Average(name, Fraction(amount.amount, people), *bounds)


def _sums(table: ClaimsTable) -> Iterator[Finding]:
    """Whether rows add up to the sums that the table prints."""
    parts = [(each.amount, each.people) for each in table.rows]
    school = [(each.amount, each.children) for each in table.scholarships]
    for where, rows, total, people in (
        ("table", parts, table.total, table.people),
        ("scholarships", school, table.scholarship_total, table.children),
    ):
        if total is not None and rows:
            yield from _sum(where, [amount for amount, _ in rows], total)
        added = sum(each for _, each in rows)
        if people is not None and rows and added != people:
            yield Finding(FindingKind.PEOPLE, where, *_texts(people, added), _people_hints(people, added))


def _sum(where: str, parts: list[Printed], total: Printed) -> Iterator[Finding]:
    added = sum(each.amount for each in parts)
    if added == total.amount or total.least <= added < total.most:
        return  # the printed sum, or what is printed so once it is rounded
    allowed = sum((each.half for each in parts), total.half)
    kind = FindingKind.ROUNDED_SUM if abs(added - total.amount) <= allowed else FindingKind.SUM
    hints = [(f"rounding allows up to {number(allowed)}", f"pembulatan memungkinkan sampai {number(allowed, 'id')}")]
    yield Finding(kind, where, *_texts(total.amount, added), tuple(hints if allowed else ()))


def _texts(stated: int, added: int) -> tuple[str, str]:
    return _told(stated, added, "en"), _told(stated, added, "id")


def _told(stated: int, added: int, lang: Lang) -> str:
    words = _WORDS[lang]
    sums = f"{words['parts']} {number(added, lang)}, {words['stated']} {number(stated, lang)}"
    return f"{sums}: {signed(added - stated, lang)}"


def _people_hints(stated: int, added: int) -> tuple[tuple[str, str], ...]:
    hints = []
    if added > stated:
        hints.append(
            (
                "people who drew from several programmes would count once in the sum and more often in the parts",
                "orang yang menerima dari beberapa program terhitung sekali dalam jumlah, lebih dalam rincian",
            )
        )
    if one_digit_apart(str(stated), str(added)):
        hints.append(("the two differ in one digit", "keduanya berbeda satu angka"))
    return tuple(hints)


def _without_people(table: ClaimsTable) -> Iterator[Finding]:
    """Sums that are told to have gone to no person or child at all."""
    every: list[tuple[str, Printed, int]] = [(str(row.programme), row.amount, row.people) for row in table.rows]
    every += [(str(row.stage), row.amount, row.children) for row in table.scholarships]
    for where, amount, people in every:
        if not people and amount.least > 0:
            yield Finding(FindingKind.NOBODY, where, f"{amount.text()} ÷ 0", f"{amount.text('id')} ÷ 0")


def _cash(table: ClaimsTable, law: Law) -> Iterator[Finding]:
    """Whether the average of JKM lies between the funeral cost alone and all the cash of a death."""
    row = next((each for each in table.rows if each.programme is Programme.JKM and each.people), None)
    if row is None:
        return
    days = _days(table, law)
    funeral, *others = ([law.row(each, day) for day in days] for each in (FUNERAL, LUMP_SUM, PERIODIC))
    every = [funeral, *others]
    most = max(sum(rows[at].value for rows in every) for at in range(len(days)))
    least = min(each.value for each in funeral)
    if row.amount.least / row.people > most:
        cites = tuple(dict.fromkeys(cite for rows in every for each in rows for cite in each.cites))
        excess = row.amount.amount - most * row.people
        hint = (
            f"{number(row.people)} × {number(most)} = {number(most * row.people)}: {number(excess)} more, such as "
            "scholarships or several memberships",
            f"{number(row.people, 'id')} × {number(most, 'id')} = {number(most * row.people, 'id')}: lebih "
            f"{number(excess, 'id')}, misalnya beasiswa atau kepesertaan ganda",
        )
        yield Finding(FindingKind.ABOVE_LAW, "JKM", *_mean(row, most, ">"), (hint,), cites)
    elif row.amount.most / row.people < least:
        cites = tuple(dict.fromkeys(cite for each in funeral for cite in each.cites))
        yield Finding(FindingKind.BELOW_LAW, "JKM", *_mean(row, least, "<"), (), cites)


def _days(table: ClaimsTable, law: Law) -> list[Moment]:
    """The first day of the table and every later one on which a sum of JKM changes."""
    tables: tuple[Dated[int], ...] = (FUNERAL, LUMP_SUM, PERIODIC)
    starts = {row.since for each in tables for row in law.table(each).rows if table.since < row.since <= table.until}
    return [Moment(Clock.DEATH, day) for day in sorted({table.since, *starts})]


def _mean(row: ClaimRow, bound: int, sign: str) -> tuple[str, str]:
    return _divided(row, bound, sign, "en"), _divided(row, bound, sign, "id")


def _divided(row: ClaimRow, bound: int, sign: str, lang: Lang) -> str:
    mean = number(_nearest(Fraction(row.amount.amount, row.people)), lang)
    return f"{number(row.amount.amount, lang)} ÷ {number(row.people, lang)} = {mean} {sign} {number(bound, lang)}"


def _nearest(exact: Fraction) -> int:
    return Rounding.HALF_UP.apply(exact.numerator, exact.denominator)


def _payments(row: ScholarshipRow, scale: tuple[Level, ...]) -> Payments:
    """How many yearly payments a sum may be, by the rate of the stage."""
    rate = next((level.yearly for level in scale if row.stage in level.stages), None)
    if rate is None:
        paid = ", ".join(str(stage) for level in scale for stage in level.stages)
        raise errors.Contradiction(f"scholarships {row.stage}", "no scholarship is paid there", f"choose one of {paid}")
    least, most = row.amount.least / rate, row.amount.most / rate
    return Payments(row, rate, Count(-(-least.numerator // least.denominator), most.numerator // most.denominator))


def _school(paid: Payments, cites: tuple[Citation, ...], once: Row[int] | None) -> Iterator[Finding]:
    """Payments against children; ``once`` is the scholarship of the older law, where the table begins under it."""
    where = str(paid.row.stage)
    if not paid.row.children:
        return  # a sum without children was told before
    if not paid.whole:
        texts = _division(paid, "en"), _division(paid, "id")
        yield Finding(FindingKind.NOT_DIVISIBLE, where, *texts, (), cites)
        return
    more, fewer = paid.extra.least > 0, paid.extra.most < 0
    if more or fewer:
        kind = FindingKind.MORE_PAYMENTS if more else FindingKind.FEWER_PAYMENTS
        texts = _drawn(paid, "en"), _drawn(paid, "id")
        hints = _CATCH_UP if more else ()
        if more and once is not None:
            hints, cites = (_one_off(once), *hints), (*cites, *once.cites)
        yield Finding(kind, where, *texts, hints, cites)


def _one_off(once: Row[int]) -> tuple[str, str]:
    return (
        f"for events up to {once.until} it was {number(once.value)} once for each participant",
        f"bagi peristiwa sampai {once.until} besarnya {number(once.value, 'id')} satu kali untuk setiap peserta",
    )


def _where(where: str, lang: Lang) -> str:
    """The place of a finding for people: a sum of the table, a programme or a stage of school."""
    if lang == "en":
        return where
    sums = {"table": "tabel", "scholarships": "beasiswa"}
    return sums.get(where) or next((stage.label(lang) for stage in Stage if stage == where), where)


def _division(paid: Payments, lang: Lang) -> str:
    return f"{number(paid.row.amount.amount, lang)} ÷ {number(paid.rate, lang)} {equals(paid.exact, lang)}"


def _drawn(paid: Payments, lang: Lang) -> str:
    words, least, most = _WORDS[lang], paid.times.least, paid.times.most
    bounds = f" ({number(least, lang)} – {number(most, lang)})" if least != most else ""
    children = words["payments"].format(number(paid.row.children, lang))
    end = words["more" if paid.extra.least > 0 else "fewer"]
    off = abs(paid.exact - paid.row.children)
    return f"{_division(paid, lang)}{bounds} {children}: {rounded(off, lang)} {end}"


_CATCH_UP = (
    (
        "some children drew for more than one school year: years caught up, or a second one begun",
        "sebagian anak menerima lebih dari satu tahun ajaran: susulan, atau tahun ajaran kedua",
    ),
)


_HEADS: dict[Lang, tuple[str, ...]] = {
    "en": ("", "rupiah", "people", "average", "a year", "payments"),
    "id": ("", "rupiah", "orang", "rata-rata", "per tahun", "pembayaran"),
}
_WORDS: dict[Lang, dict[str, str]] = {
    "en": {
        "nothing": "nothing contradicts",
        "parts": "parts",
        "stated": "stated",
        "payments": "payments to {} children",
        "more": "more",
        "fewer": "fewer",
    },
    "id": {
        "nothing": "tidak ada yang bertentangan",
        "parts": "rincian",
        "stated": "tercantum",
        "payments": "pembayaran kepada {} anak",
        "more": "lebih",
        "fewer": "kurang",
    },
}
