"""What is owed after an event: items with payer, recipient, conditions and law; text is derived on access.

An ``Item`` is one benefit, or one run of equal payments of it. Programmes make items and never text: the steps of an
item keep their numbers, and are told when somebody asks.
"""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import TYPE_CHECKING, Any, NamedTuple

from ._citations import Citation, Grade, weakest
from ._dated import Row
from ._kinds import Labelled, Lang, Programme, check_lang
from ._money import number, percent, rounded
from ._readings import Reading
from ._verdict import Fact, State, Verdict

if TYPE_CHECKING:
    from ._member import Membership
    from ._steps import Step

ELIGIBLE = Verdict(State.ELIGIBLE)


def join(*verdicts: Verdict) -> Verdict:
    """All of several verdicts together: no where one is no, open where one is open."""
    if all(each.state is State.ELIGIBLE for each in verdicts):
        return ELIGIBLE
    because = tuple(dict.fromkeys(reason for each in verdicts for reason in each.because))
    if any(each.state is State.NOT_ELIGIBLE for each in verdicts):
        return Verdict(State.NOT_ELIGIBLE, because)
    missing = tuple(dict.fromkeys(fact for each in verdicts for fact in each.missing))
    return Verdict(State.UNDETERMINED, missing=missing)


class BenefitPayer(Labelled):
    """Who owes a benefit (penanggung manfaat)."""

    FUND = "fund", "BPJS Ketenagakerjaan", "BPJS Ketenagakerjaan"
    EMPLOYER = "employer", "employer", "pemberi kerja"


class Recipient(Labelled):
    """To whom a benefit goes (penerima manfaat)."""

    MEMBER = "member", "the member", "peserta"
    SPOUSE_OR_CHILDREN = "spouse_or_children", "widow, widower or children", "janda, duda, atau anak"
    RELATIVES = (
        "relatives",
        "relatives in the straight line to the second degree: parents, grandparents, grandchildren",
        "keturunan sedarah garis lurus sampai derajat kedua: orang tua, kakek, nenek, cucu",
    )
    SIBLINGS = "siblings", "full siblings", "saudara kandung"
    PARENTS_IN_LAW = "parents_in_law", "parents-in-law", "mertua"
    NAMED_IN_WILL = "named_in_will", "whoever the will names", "pihak yang ditunjuk dalam wasiat"
    FUNERAL = "funeral", "whoever arranged the funeral", "pihak yang mengurus pemakaman"
    SOCIAL_SECURITY_FUND = "social_security_fund", "the social security fund", "Dana Jaminan Sosial"
    ESTATE_OFFICE = "estate_office", "the state estate office", "balai harta peninggalan"
    CHILD = "child", "the child, or its guardian", "anak atau walinya"
    SPOUSE = "spouse", "widow or widower", "janda atau duda"
    PARENT = "parent", "one parent", "satu orang tua"
    EMPLOYER = "employer", "the employer, who advanced it", "pemberi kerja yang membayar terlebih dahulu"


class When(Labelled):
    """How often a benefit is paid."""

    ONCE = "once", "once", "sekaligus"
    MONTHLY = "monthly", "every month", "setiap bulan"
    YEARLY = "yearly", "every year", "setiap tahun"


class Paper(Labelled):
    """A paper that a claim asks for (dokumen persyaratan)."""

    CARD = "card", "membership card", "Kartu Peserta BPJS Ketenagakerjaan"
    ID_OF_MEMBER = "id_of_member", "identity card of the member", "KTP peserta"
    ID_OF_HEIR = "id_of_heir", "identity card of the heir", "KTP ahli waris"
    FAMILY_CARD = "family_card", "family card", "Kartu Keluarga"
    DEATH_CERTIFICATE = "death_certificate", "death certificate", "surat keterangan kematian"
    HEIR_CERTIFICATE = "heir_certificate", "certificate of heirs", "surat keterangan ahli waris"
    MARRIAGE_BOOK = "marriage_book", "marriage book, of a spouse", "buku nikah, bagi janda atau duda"
    EMPLOYMENT_REFERENCE = "employment_reference", "employment reference", "surat keterangan kerja"
    BANK_BOOK = "bank_book", "bank book", "buku tabungan"
    DISMISSAL_PROOF = "dismissal_proof", "proof of the dismissal", "bukti pemutusan hubungan kerja"
    RESIGNATION_CERTIFICATE = (
        "resignation_certificate",
        "the employer's certificate of the resignation",
        "surat keterangan pengunduran diri dari pemberi kerja",
    )
    CONTRACT = "contract", "the fixed-term contract", "perjanjian kerja waktu tertentu"
    END_OF_ACTIVITY = "end_of_activity", "statement that the work has ended", "surat pernyataan berhenti dari kegiatan"
    DOCTORS_FINDING = "doctors_finding", "the doctor's finding", "surat keterangan dokter"
    PASSPORT = "passport", "passport", "paspor"
    LEAVING_STATEMENT = (
        "leaving_statement",
        "statement of no longer working in Indonesia",
        "surat pernyataan tidak bekerja lagi di Indonesia",
    )
    WILL = "will", "the will, as a notarial deed", "akta wasiat notaris"


class Because(NamedTuple):
    """A reason in words, with its article."""

    text_en: str
    text_id: str
    cite: Citation

    def text(self, lang: Lang = "en") -> str:
        """The reason in the language asked for."""
        return self.text_id if lang == "id" else self.text_en


class Term(NamedTuple):
    """What an item waits for, or what goes with it; ``met`` None: nothing has to happen, it is to be known."""

    text_en: str
    text_id: str
    cite: Citation
    met: bool | None = None

    def text(self, lang: Lang = "en") -> str:
        """The term in the language asked for."""
        return self.text_id if lang == "id" else self.text_en


class Deadline(NamedTuple):
    """The last day to claim; ``last`` None: the law sets none."""

    last: date | None
    cites: tuple[Citation, ...]


class Plain(NamedTuple):
    """An exact number in a step that is no share, such as a measure."""

    value: Fraction


class Figure(NamedTuple):
    """A fraction of rupiah in a step, shown to two decimal places."""

    value: Fraction


class Work(NamedTuple):
    """How an amount came about, one step: a formula and the values that stand in its pattern, told on access.

    ``pattern`` has a ``{}`` for each value: ints, ``Plain`` and ``Figure`` are shown as numbers, fractions as
    percentages, labels by language.
    """

    formula_en: str
    formula_id: str
    pattern: str
    values: tuple[object, ...]
    row: Row[Any]

    def step(self, lang: Lang = "en") -> Step:
        """The step as people check it."""
        from ._steps import Step

        formula = self.formula_id if lang == "id" else self.formula_en
        return Step(formula, self.pattern.format(*(_shown(value, lang) for value in self.values)), self.row.cites)


def _shown(value: object, lang: Lang) -> str:
    if isinstance(value, Labelled):
        return value.label(lang)
    if isinstance(value, Plain):
        return number(value.value, lang)
    if isinstance(value, Figure):
        return rounded(value.value, lang)
    if isinstance(value, Fraction):
        return percent(value, lang)
    return number(value, lang) if type(value) is int else str(value)


class Item(NamedTuple):
    """One benefit that is or may be owed: by whom, to whom, how much, when, on which article.

    ``amount`` is rupiah for each of ``times`` payments, None while it is not known; then ``floor`` and ``cap`` bound
    all of them together (``cap`` None: no bound). ``times`` None: as long as the law says. ``verdict`` says whether it
    is owed, ``payer`` and ``recipient`` are None while they are not known, ``open_facts`` are what would tell these and
    the amount. ``person`` names whom it is for, ``first`` is the first day it can be asked for, ``terms`` what it waits
    for, ``pay_days`` the working days in which the fund must pay, ``membership`` the one it comes from, of several.
    """

    programme: Programme
    benefit: Labelled
    amount: int | None
    because: tuple[Citation, ...]
    work: tuple[Work, ...] = ()
    verdict: Verdict = ELIGIBLE
    payer: BenefitPayer | None = BenefitPayer.FUND
    recipient: Recipient | None = None
    when: When = When.ONCE
    times: int | None = 1
    first: date | None = None
    person: str | None = None
    terms: tuple[Term, ...] = ()
    deadline: Deadline | None = None
    pay_days: Row[int] | None = None
    papers: tuple[Labelled, ...] = ()
    readings: tuple[Reading, ...] = ()
    open_facts: tuple[Fact, ...] = ()
    floor: int = 0
    cap: int | None = None
    membership: Membership | None = None

    @property
    def at_least(self) -> int:
        """Rupiah that is owed in any case, all payments together."""
        if self.verdict.state is not State.ELIGIBLE:
            return 0
        if self.amount is None or self.times is None:
            return self.floor
        return self.amount * self.times

    @property
    def at_most(self) -> int | None:
        """Rupiah that can be owed at most, all payments together; None: no bound."""
        if self.verdict.state is State.NOT_ELIGIBLE:
            return 0
        if self.amount is None or self.times is None:
            return self.cap
        return self.amount * self.times

    @property
    def total(self) -> int | None:
        """All payments together, rupiah; None while that is not known."""
        return self.at_least if self.at_least == self.at_most else None

    @property
    def now(self) -> bool:
        """Whether it waits for nothing: no term of it is still to be met."""
        return all(term.met is not False for term in self.terms)

    @property
    def missing(self) -> tuple[Fact, ...]:
        """The facts that could still change whether, how much, by whom or to whom."""
        return tuple(dict.fromkeys((*self.verdict.missing, *self.open_facts)))

    @property
    def basis(self) -> tuple[Citation, ...]:
        """The citations behind the item, in order, each once."""
        cites = [*self.because, *(cite for each in self.work for cite in each.row.cites)]
        return tuple(dict.fromkeys(cites))

    @property
    def evidence(self) -> Grade:
        """The weakest grade that the item rests on; GIVEN where a value is the caller's own."""
        return weakest(self.basis)

    def title(self, lang: Lang = "en") -> str:
        """What it is, and of which child."""
        whose = f", {self.person}" if self.recipient is Recipient.CHILD and self.person else ""
        return f"{self.programme} {self.benefit.label(check_lang(lang))}{whose}"

    def steps(self, lang: Lang = "en") -> tuple[Step, ...]:
        """How the amount came about: formula, numbers put in, result, articles."""
        return tuple(each.step(check_lang(lang)) for each in self.work)

    def __repr__(self) -> str:
        amount = "not known" if self.amount is None else number(self.amount)
        times = "" if self.when is When.ONCE else f" {self.when}, {self.times or 'any number of'} times"
        whom = f" {self.person}" if self.person else ""
        return f"<{self.programme} {self.benefit}{whom}: {amount}{times}, {self.verdict.state}>"
