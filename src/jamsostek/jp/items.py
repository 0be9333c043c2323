"""The items that JP answers with: a pension of a month with its steps, or the contributions at once."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from fractions import Fraction
from typing import NamedTuple

from .. import errors
from .._assumed import Assumption
from .._benefits import Because, BenefitPayer, Deadline, Figure, Item, Paper, Recipient, Term, When, Work
from .._cases import HISTORY, Answer, Case, Refusal, verdict_of
from .._citations import Citation
from .._dated import Clock, Moment, Row
from .._kinds import Programme
from .._law import Law
from .._months import Month
from .._readings import Reading
from .._readings_of_pension_rights import LUMP_SUM_OF_OTHERS
from .._verdict import Fact, State, Verdict
from ..instruments import PERMENAKER_29_2015, PP_45_2015
from . import benefit_law as tables
from . import rights
from .benefit_law import Benefit, Proof
from .formulas import Formula
from .lump_sums import contributions_of
from .pensions import Pension, Setting
from .rights import Age, Joined, Right
from .survivors import REGISTERED_AS_HEIR, Survivor

JP = Programme.JP
RETURN = Fact(
    "law.jp_return",
    "the return of JP, which is not published (jp.lump_sum takes it)",
    "hasil pengembangan JP, yang tidak diumumkan (lihat jp.lump_sum)",
)
_NO_LIMIT = Deadline(None, (PP_45_2015.at("26"),))
_PAPERS = (Paper.CARD, Paper.ID_OF_MEMBER, Paper.FAMILY_CARD, Proof.STOPPED_WORK)
_PAPERS_OF_SURVIVORS = (Paper.CARD, Paper.ID_OF_HEIR, Paper.FAMILY_CARD, Paper.DEATH_CERTIFICATE)


class Articles(NamedTuple):
    """Where the right to a kind of pension, its start and its end stand, and the end in words."""

    right: tuple[Citation, ...]
    end: Term


def _articles(right: str, start: str, end: str, end_en: str, end_id: str) -> Articles:
    return Articles((PP_45_2015.at(right), PP_45_2015.at(start)), Term(end_en, end_id, PP_45_2015.at(end)))


ARTICLES = {
    Benefit.OLD_AGE: _articles("19(1)", "19(3)", "19(4)", "until death", "sampai meninggal dunia"),
    Benefit.DISABILITY: _articles(
        "20(1)",
        "20(4)",
        "20(7)",
        "until death, or the end of the total disability",
        "sampai meninggal dunia atau tidak lagi cacat total tetap",
    ),
    Benefit.SPOUSE: _articles(
        "21(1)", "21(4)", "21(5)", "until death or remarriage", "sampai meninggal dunia atau menikah lagi"
    ),
    Benefit.CHILD: _articles(
        "22(1)", "22(4)", "22(5)", "until the age limit, work or marriage", "sampai batas usia, bekerja, atau menikah"
    ),
    Benefit.PARENT: _articles("23(1)", "23(4)", "23(5)", "until death", "sampai meninggal dunia"),
}
_LUMP_SUM_CITES = {
    Recipient.MEMBER: (PP_45_2015.at("24(1)"), PP_45_2015.at("24(3)")),
    Recipient.SPOUSE: (PERMENAKER_29_2015.at("26(2)-(3)"), PP_45_2015.at("24(3)")),
}


class Asked(NamedTuple):
    """A case with what is settled of it for JP; ``strict`` raises ``NotAnnounced`` for a year not known."""

    case: Case
    joined: Joined
    age: Age
    strict: bool

    @property
    def law(self) -> Law:
        """The law of the case."""
        return self.case.law

    @property
    def readings(self) -> tuple[Reading, ...]:
        """The open questions on membership and age."""
        return (*self.joined.readings, *self.age.readings)

    @property
    def death_on(self) -> date:
        """The day of the death."""
        death = self.case.death
        assert death is not None  # asked of a death alone
        return death.on

    def late_age(self, day: date) -> date | None:
        """The day of the pension age where it was reached by a day."""
        return self.age.on if self.age.on is not None and self.age.on <= day else None


class Worked(NamedTuple):
    """A pension with the steps that led to it, or (None) the facts that are missing for it."""

    pension: Pension | None
    works: tuple[Work, ...] = ()
    missing: tuple[Fact, ...] = ()
    readings: tuple[Reading, ...] = ()


class Paying(NamedTuple):
    """An item with the pension behind it, and whom it goes to after a death."""

    item: Item
    pension: Pension | None
    survivor: Survivor | None = None


class Answered(NamedTuple):
    """What JP says to a case, and the pensions behind it."""

    answer: Answer
    paying: tuple[Paying, ...] = ()


def no(*because: Because, readings: tuple[Reading, ...] = (), assumed: tuple[Assumption, ...] = ()) -> Answered:
    """That JP pays nothing, and why."""
    return Answered(Answer(JP, Verdict(State.NOT_ELIGIBLE, because), (), (), readings, assumed))


def nothing_paid(asked: Asked) -> Answered:
    """That no contribution was ever paid."""
    words = "no contribution was paid: membership never began", "iuran pertama belum dibayar: kepesertaan belum mulai"
    return no(Because(*words, PP_45_2015.at("3(1)")), readings=asked.readings)


def formula_works(formula: Formula) -> tuple[Work, ...]:
    """The steps of a formula."""
    cites = (_INDEXED, *(cite for _, row in formula.inflations for cite in row.cites))
    accrual = formula.accrual
    mean = Row(accrual.since, formula.mean, tuple(dict.fromkeys(cites)))
    values = accrual.value, formula.months, Figure(formula.mean), Figure(formula.exact)
    return (
        Work(
            f"mean wage of a month, indexed to {formula.year}",
            f"rata-rata upah sebulan, tertimbang ke tahun {formula.year}",
            "{}",
            (Figure(formula.mean),),
            mean,
        ),
        Work(
            "share × months of contributions / 12 × mean indexed wage",
            "persentase × masa iur / 12 × rata-rata upah tertimbang",
            "{} × {} / 12 × {} = {}",
            values,
            accrual,
        ),
    )


def share_work(share: Row[Fraction], base: Fraction, place: str) -> Work:
    """The step from a pension to a survivor's share of it."""
    row = share._replace(cites=(PP_45_2015.at(place),))
    values = share.value, Figure(base), Figure(share.value * base)
    return Work("share of it", "bagian ahli waris", "{} × {} = {}", values, row)


def _limits_work(found: Setting) -> tuple[Work, ...]:
    """The step in which the limits of the month bound a pension."""
    if found.bounds is None:
        return ()
    lowest, highest = found.bounds
    row = Row(lowest.since, found.amount, tuple(dict.fromkeys((*lowest.cites, *highest.cites))), lowest.until)
    words = (
        "not below the lowest, not above the highest pension",
        "tidak di bawah batas terendah, tidak di atas tertinggi",
    )
    exact = Figure(found.exact)
    if found.amount == lowest.value:
        return (Work(*words, "max({}; {}) = {}", (exact, lowest.value, found.amount), row),)
    if found.amount == highest.value:
        return (Work(*words, "min({}; {}) = {}", (exact, highest.value, found.amount), row),)
    return (Work(*words, "{} ≤ {} ≤ {}", (lowest.value, found.amount, highest.value), row),)


def pension_item(
    asked: Asked,
    kind: Benefit,
    recipient: Recipient,
    verdict: Verdict,
    worked: Worked,
    *,
    first: Month | None,
    cites: tuple[Citation, ...] = (),
    person: str | None = None,
    ends: date | None = None,
    open_facts: tuple[Fact, ...] = (),
    readings: tuple[Reading, ...] = (),
    part: tuple[int, int] = (0, 1),
) -> Item:
    """A monthly pension as an item; ``part`` is the place among those who share it, and how many they are."""
    law, article = asked.law, ARTICLES[kind]
    works, missing, amount = worked.works, worked.missing, None
    if worked.pension is not None:
        try:
            setting = worked.pension.setting(worked.pension.first)
        except errors.NotAnnounced as error:
            if asked.strict:
                raise
            missing = (*missing, rights.unannounced(error))
        else:
            works = (*works, *_limits_work(setting))
            amount = share_of(setting.amount, *part)
            if part[1] > 1:
                row = Row(setting.month.first_day, amount, (_TWO_CHILDREN,))
                words = "in equal parts", "dibagi sama rata"
                works = (*works, Work(*words, "{} / {} = {}", (setting.amount, part[1], amount), row))
        readings = (*worked.pension.readings, *readings)
    moment = Moment(Clock.CLAIM, asked.case.event.on)
    days = law.row(tables.FIRST_PAYMENT_DAYS, moment)
    confirm = law.row(tables.CONFIRM_MONTHS, Moment(Clock.PAYMENT, asked.case.event.on))
    terms = [
        article.end if ends is None else _dated(article.end, ends),
        _RAISED,
        Term(
            f"first paid within {days.value} days of the right and the papers",
            f"pertama kali dibayar paling lambat {days.value} hari sejak hak timbul dan dokumen lengkap",
            days.cites[0],
        ),
        Term(
            f"data to be confirmed every {confirm.value} months",
            f"data dikonfirmasi sekali dalam {confirm.value} bulan",
            confirm.cites[0],
        ),
    ]
    if recipient is not Recipient.MEMBER:
        terms.insert(0, REGISTERED_AS_HEIR)
    if asked.joined.never:
        terms.append(_EMPLOYER_OWES)
    return Item(
        JP,
        kind,
        amount,
        (*article.right, *cites),
        works,
        enrolled(asked, verdict),
        payer_of(asked),
        recipient,
        When.MONTHLY,
        None,
        None if first is None else first.first_day,
        person,
        tuple(terms),
        _NO_LIMIT,
        papers=_PAPERS if recipient is Recipient.MEMBER else _PAPERS_OF_SURVIVORS,
        readings=tuple(dict.fromkeys((*asked.readings, *worked.readings, *readings))),
        open_facts=tuple(dict.fromkeys((*missing, *open_facts))),
    )


def _dated(term: Term, day: date) -> Term:
    """A term with its day."""
    return term._replace(text_en=f"{term.text_en} ({day})", text_id=f"{term.text_id} ({day})")


_RAISED = Term("raised each year by inflation", "disesuaikan setiap tahun dengan inflasi", PP_45_2015.at("17(1)b"))
_INDEXED = PP_45_2015.at("17(3)")
_TWO_CHILDREN = PP_45_2015.at("14(1)c")
_EMPLOYER_OWES = Term(
    "nobody enrolled him: the employer owes what the fund would pay",
    "belum didaftarkan: pemberi kerja wajib memberikan manfaat yang sama",
    PP_45_2015.at("6"),
)


def share_of(amount: int, at: int, parts: int) -> int:
    """One of several equal parts in whole rupiah; what is over goes to the first ones."""
    return amount // parts + (at < amount % parts)


def payer_of(asked: Asked) -> BenefitPayer:
    """Who owes it: the fund, or the employer who enrolled nobody."""
    return BenefitPayer.EMPLOYER if asked.joined.never else BenefitPayer.FUND


def enrolled(asked: Asked, verdict: Verdict) -> Verdict:
    """A verdict with the doubt whether the member was enrolled at all."""
    doubt = rights.unknown_enrolment(asked.joined)
    if not doubt or verdict.state is State.NOT_ELIGIBLE:
        return verdict
    return Verdict(State.UNDETERMINED, missing=tuple(dict.fromkeys((*doubt, *verdict.missing))))


def lump_sum_item(
    asked: Asked,
    right: Right,
    recipient: Recipient,
    *,
    first: Month,
    verdict: Verdict | None = None,
    open_facts: tuple[Fact, ...] = (),
) -> Item | None:
    """The contributions with their return at once, where they can be owed."""
    verdict = right.lump_sum if verdict is None else verdict
    of_others = recipient is not Recipient.SPOUSE and not (recipient is Recipient.MEMBER and asked.case.end is not None)
    barred = of_others and asked.law.option(LUMP_SUM_OF_OTHERS) == "nothing"
    if verdict.state is State.NOT_ELIGIBLE or barred:
        return None
    cites = _LUMP_SUM_CITES.get(recipient, _LUMP_SUM_CITES[Recipient.MEMBER])
    works: tuple[Work, ...] = ()
    missing: tuple[Fact, ...] = (RETURN,)
    if right.record.unknown or right.record.wages_unknown:
        missing = (HISTORY, *missing)
    else:
        paid, rows = contributions_of(right.record, asked.law)
        words = "contributions paid, of worker and employer", "iuran pekerja dan pemberi kerja yang telah dibayar"
        works = (Work(*words, "{}", (paid,), Row(rows[0].since, paid, tuple(c for row in rows for c in row.cites))),)
    return Item(
        JP,
        Benefit.LUMP_SUM,
        None,
        cites,
        works,
        enrolled(asked, verdict),
        payer_of(asked),
        recipient,
        first=first.first_day,
        terms=(_EMPLOYER_OWES,) if asked.joined.never else (),
        deadline=_NO_LIMIT,
        papers=_PAPERS if recipient is Recipient.MEMBER else _PAPERS_OF_SURVIVORS,
        readings=tuple(
            dict.fromkeys((*asked.readings, *right.readings, *((LUMP_SUM_OF_OTHERS,) if of_others else ())))
        ),
        open_facts=(*missing, *open_facts),
    )


def answer_of(
    asked: Asked,
    items: Iterable[Item | None],
    refused: Iterable[tuple[Benefit, Verdict]],
    *,
    assumed: tuple[Assumption, ...] = (),
    readings: tuple[Reading, ...] = (),
    because: tuple[Because, ...] = (),
) -> Answer:
    """What JP says altogether."""
    found = tuple(item for item in items if item is not None)
    refusals = tuple(
        Refusal(JP, kind, verdict)
        for kind, verdict in refused
        if verdict.state is State.NOT_ELIGIBLE and verdict.because
    )
    reasons = [*because, *(reason for each in refusals for reason in each.verdict.because)]
    verdict = verdict_of(found, reasons)
    if because and found:
        refusals = (*refusals, Refusal(JP, None, Verdict(State.NOT_ELIGIBLE, because)))
    return Answer(JP, verdict, found, refusals, (*asked.readings, *readings), assumed)
