"""Claims: what a member or a family is owed after an event, from every programme that has a word to say on it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from attrs import field, frozen

from . import errors
from ._assumed import Assumption
from ._benefits import BenefitPayer, Item, Recipient, When
from ._cases import Answer, Case, Event, Provider, Refusal, case_of, doubted
from ._citations import Citation, Grade, weakest_of
from ._dated import Clock, Moment
from ._family import Family
from ._kinds import Lang, Programme, as_programmes, check_lang
from ._law import LAW, Law, Mark
from ._member import Member
from ._money import number
from ._people import Programmes, ProgrammeWord, _programme_errors
from ._readings import Reading
from ._readings_of_family import INNER_ORDER_OF_HEIRS, SHARES_OF_HEIRS
from ._verdict import Fact, State, Verdict
from .jht.payout_rules import provide as _jht
from .jkk.benefit_rules import provide as _jkk
from .jkm.benefit_rules import provide as _jkm
from .jkp.benefit_rules import provide as _jkp
from .jp.benefit_rules import provide as _jp
from .scholarship.payout import provide as _scholarship

if TYPE_CHECKING:
    from .scholarship.schedule import Schedule

# Every programme that answers to events, in the order of the items. A later one joins by one entry.
PROVIDERS: tuple[tuple[frozenset[Programme], Provider], ...] = (
    (frozenset({Programme.JKK}), _jkk),
    (frozenset({Programme.JKM}), _jkm),
    (frozenset({Programme.JKK, Programme.JKM}), _scholarship),
    (frozenset({Programme.JHT}), _jht),
    (frozenset({Programme.JP}), _jp),
    (frozenset({Programme.JKP}), _jkp),
)


_NOBODY = (Recipient.SOCIAL_SECURITY_FUND, Recipient.ESTATE_OFFICE)
# On these hangs who receives, not what is owed.
_ON_RECIPIENTS = (INNER_ORDER_OF_HEIRS, SHARES_OF_HEIRS)
STILL_MEMBER = Assumption(
    "membership.ended",
    "the work and the membership had not ended before the event",
    "pekerjaan dan kepesertaan belum berakhir sebelum peristiwa",
)


@frozen(repr=False)
class Claim:
    """What is or may be owed after an event, item by item, with the law behind each.

    ``lump_sum`` is rupiah, ``recurring`` the items paid by the month or year; ``at_least`` and ``at_most`` bound
    everything together while facts are ``missing``. What falls to the social security fund, because nobody inherits,
    stands among the items and in no sum. ``claim["JKM"]`` are the items of a programme, ``claim["JKM", "funeral"]``
    those of one benefit. ``ways`` are the claims between which a fact decides that is not known: work-related or not.
    ``programmes`` are those that were asked, None for all.
    """

    event: Event
    member: Member
    family: Family | None
    law: Law
    answers: tuple[Answer, ...] = field(repr=False)
    ways: tuple[Claim, ...] = field(default=(), repr=False)
    programmes: frozenset[Programme] | None = None

    @property
    def items(self) -> tuple[Item, ...]:
        """What is or may be owed, in the order of the programmes."""
        return tuple(item for answer in self.answers for item in answer.items)

    def __iter__(self) -> Iterator[Item]:
        return iter(self.items)

    def __len__(self) -> int:
        return sum(len(answer.items) for answer in self.answers)

    def __getitem__(self, key: str | tuple[str, str]) -> tuple[Item, ...]:
        """The items of a programme, or of a programme's benefit; none where it owes nothing. Raises ``NoSuchLine``."""
        programme, benefit = (key, None) if isinstance(key, str) else key
        found = tuple(item for item in self.items if item.programme == programme and benefit in (None, item.benefit))
        if found or (benefit is None and any(programme == answer.programme for answer in self.answers)):
            return found
        have = ", ".join(dict.fromkeys(f'["{item.programme}", "{item.benefit}"]' for item in self.items)) or "none"
        raise errors.NoSuchLine("claim", f"{key!r} is not in it", f"it has {have}; or a programme alone")

    @property
    def verdicts(self) -> dict[Programme, Verdict]:
        """For every programme that was asked: whether it owes anything, and why not."""
        found: dict[Programme, Verdict] = {}
        for answer in self.answers:
            found.setdefault(answer.programme, answer.verdict)
        return found

    @property
    def refused(self) -> tuple[Refusal, ...]:
        """What is not owed, with the reasons: whole programmes, single benefits, further memberships."""
        found = [
            Refusal(answer.programme, None, answer.verdict)
            for answer in self.answers
            if answer.verdict.state is State.NOT_ELIGIBLE and not answer.refused
        ]
        return (*found, *(refusal for answer in self.answers for refusal in answer.refused))

    @property
    def at_least(self) -> int:
        """Everything that is owed to people in any case, rupiah."""
        if self.ways:
            return min(way.at_least for way in self.ways)
        return sum(
            sum(item.at_least for item in _to_people(answer.items)) if answer.bounds is None else answer.bounds[0]
            for answer in self.answers
        )

    @property
    def at_most(self) -> int | None:
        """The most that can be owed to people, rupiah; None: no bound is known."""
        mosts: list[int | None] = []
        if self.ways:
            mosts = [way.at_most for way in self.ways]
            return None if None in mosts else max(most for most in mosts if most is not None)
        for answer in self.answers:
            if answer.bounds is not None:
                mosts.append(answer.bounds[1])
            else:
                mosts += [item.at_most for item in _to_people(answer.items)]
        return None if None in mosts else sum(most for most in mosts if most is not None)

    @property
    def lump_sum(self) -> int | None:
        """What is paid at once, rupiah; None while it is not known (``at_least``, ``missing``)."""
        return _total(item for item in _to_people(self.items) if item.when is When.ONCE)

    @property
    def recurring(self) -> tuple[Item, ...]:
        """What is paid by the month or by the year."""
        return tuple(item for item in _to_people(self.items) if item.when is not When.ONCE)

    @property
    def now(self) -> int:
        """What is paid at once and waits for nothing, rupiah, as far as it is certain."""
        return sum(item.at_least for item in _to_people(self.items) if item.when is When.ONCE and item.now)

    @property
    def schedule(self) -> Schedule:
        """The scholarships by child and school year."""
        from .scholarship.rules import schedule_of

        return schedule_of(case_of(self.event, self.member, self.family, self.law))

    @property
    def by_programme(self) -> dict[Programme, int]:
        """Rupiah that is certain, by programme."""
        return _sums((item.programme, item.at_least) for item in _to_people(self.items))

    @property
    def by_payer(self) -> dict[BenefitPayer | None, int]:
        """Rupiah that is certain, by who pays; None: who pays is not known."""
        return _sums((item.payer, item.at_least) for item in _to_people(self.items))

    @property
    def by_recipient(self) -> dict[Recipient | None, int]:
        """Rupiah that is certain, by who receives it, the employer for what he advanced; None: not known."""
        return _sums((item.recipient, item.at_least) for item in _to_people(self.items))

    @property
    def missing(self) -> tuple[Fact, ...]:
        """The facts that could still change something, each once."""
        found = [fact for answer in self.answers for fact in answer.verdict.missing]
        found += [fact for item in self.items for fact in item.missing]
        return tuple(dict.fromkeys(found))

    @property
    def assumed(self) -> tuple[Assumption, ...]:
        """What was taken for granted, each with the fact that would change it."""
        found = [STILL_MEMBER] if any(_taken_as_open(each) for each in self.member.memberships) else []
        found += [each for answer in self.answers for each in answer.assumed]
        return tuple(dict.fromkeys(found))

    @property
    def readings(self) -> tuple[Reading, ...]:
        """The open questions of law that touched this claim, each once."""
        found = [reading for answer in self.answers for reading in answer.readings]
        found += [reading for item in self.items for reading in item.readings]
        return tuple(dict.fromkeys(found))

    @property
    def marks(self) -> tuple[Mark, ...]:
        """What else is to be known: a what-if, an event past the last check of the law."""
        rows = tuple(work.row for item in self.items for work in item.work)
        return self.law.marks(rows, Moment(Clock.DEATH, self.event.on))

    @property
    def evidence(self) -> Grade:
        """The weakest grade that the sums rest on: items, reasons of refusals, readings, but for who receives them."""
        return weakest_of([grade for _, grade in self._grades()])

    def _grades(self) -> Iterator[tuple[str, Grade]]:
        for item in self.items:
            yield from ((f"{item.programme} {item.benefit}: {cite}", cite.grade) for cite in item.basis)
        for refusal in self.refused:
            yield from ((str(reason.cite), reason.cite.grade) for reason in refusal.verdict.because)
        for reading in self.readings:
            if reading in _ON_RECIPIENTS:
                continue
            yield f"reading {reading.name}", reading[self.law.option(reading)].grade

    @property
    def basis(self) -> tuple[Citation, ...]:
        """The citations behind the items, in order, each once."""
        return tuple(dict.fromkeys(cite for item in self.items for cite in item.basis))

    def explain(self, lang: Lang = "en") -> str:
        """Every item with payer, recipient, terms, numbers and articles; what is refused and why; what is missing."""
        from ._claim_text import explain

        return explain(self, check_lang(lang))

    def to_dict(self) -> dict[str, Any]:
        """The claim as JSON-safe values, with the schema's name and version under ``schema``."""
        from ._claim_serial import claim_to_dict

        return claim_to_dict(self)

    @staticmethod
    def inputs(told: Mapping[str, Any]) -> tuple[Event, Member, Family | None]:
        """What ``claim`` was asked, rebuilt equal from ``claim.to_dict()``: ``claim(*Claim.inputs(told))`` asks again.

        Raises ``WrongType``, ``UnknownKind``, ``NotADate`` and what the objects themselves raise.
        """
        from ._claim_serial import inputs

        return inputs(told)

    def _repr_html_(self) -> str:
        from ._claim_text import html

        return html(self)

    def __repr__(self) -> str:
        what = type(self.event).__name__
        if self.at_least == self.at_most:
            return f"<Claim on {what} {self.event.on}: {len(self)} items, {number(self.at_least)}>"
        most = "not known" if self.at_most is None else number(self.at_most)
        return f"<Claim on {what} {self.event.on}: {len(self)} items, at least {number(self.at_least)}, at most {most}>"


def claim(
    event: Event,
    member: Member,
    family: Family | None = None,
    *,
    programmes: Programmes | ProgrammeWord | None = None,
    law: Law = LAW,
) -> Claim:
    """What is owed after an event: by whom, to whom, how much, when, on which article, and what has to be known yet.

    ``family`` None: not known; then it is not known either who receives what a death leaves. ``programmes`` are those
    to ask, None: all. Raises ``WrongType``, ``TooEarly`` (an event or a wage before registration), ``Contradiction``,
    ``UnknownProgramme``, ``EvidenceTooWeak`` and what programmes raise, several as ``SeveralErrors``.

    >>> from datetime import date
    >>> import jamsostek as js
    >>> ana = js.WageEarner(wage=4_000_000, risk_group=2)
    >>> history = js.History.unbroken("2018-01", "2025-05", wage=4_000_000)
    >>> member = js.Member(ana, registered=date(2018, 1, 8), history=history)
    >>> family = js.Family(spouse=True, children=())
    >>> claim(js.Death(on=date(2025, 6, 1), work_related=False), member, family, programmes="JKM").lump_sum
    42000000
    """
    asked = as_programmes(programmes)
    errors.raise_together("claim", _programme_errors(asked))
    found = _claim(case_of(event, member, family, law, abroad=True), asked)
    law.check_evidence("claim", found._grades())
    return found


def _claim(case: Case, asked: frozenset[Programme] | None) -> Claim:
    facts = case.event, case.member, case.family, case.law
    if case.work_related is not None:
        answers: tuple[Answer, ...] = ()
        for programmes, provide in _providers(case.member):
            if asked is None or asked & programmes:
                answers += (provide(case, answers),)
        return Claim(*facts, _only(answers, asked), (), asked)
    if asked is not None and not asked & _BY_WORK:
        return _claim(case._replace(work_related=False), asked)
    both = None if asked is None else asked | _BY_WORK
    yes, no = (_claim(case._replace(work_related=each), both) for each in (True, False))
    pairs = zip(yes.answers, no.answers, strict=True)
    merged = tuple(_merged(one, other, case.doubts) for one, other in pairs)
    ways = tuple(Claim(*facts, _only(each.answers, asked), (), asked) for each in (yes, no))
    return Claim(*facts, _only(merged, asked), ways, asked)


def _providers(member: Member) -> tuple[tuple[frozenset[Programme], Provider], ...]:
    """Who answers for a member: of a migrant worker, another law."""
    if member.abroad is None:
        return PROVIDERS
    from .migrants.benefit_rules import PROVIDERS as ABROAD

    return ABROAD


# Those between which it decides whether work caused the event.
_BY_WORK = frozenset({Programme.JKK, Programme.JKM})


def _only(answers: tuple[Answer, ...], asked: frozenset[Programme] | None) -> tuple[Answer, ...]:
    """What was asked for, of answers that may hold more than one programme."""
    if asked is None:
        return answers
    kept = []
    for each in answers:
        items = tuple(item for item in each.items if item.programme in asked)
        if items == each.items and each.programme in asked:
            kept.append(each)
        elif items or each.programme in asked:
            programme = each.programme if each.programme in asked else items[0].programme
            kept.append(each._replace(programme=programme, items=items, bounds=None))
    return tuple(kept)


def _merged(one: Answer, other: Answer, doubts: tuple[Fact, ...]) -> Answer:
    """What two answers say together, between which a fact decides that is not known."""
    if one == other:
        return one
    first, second = doubted(one, doubts), doubted(other, doubts)
    because = tuple(dict.fromkeys((*one.verdict.because, *other.verdict.because)))
    missing = tuple(dict.fromkeys((*doubts, *one.verdict.missing, *other.verdict.missing)))
    verdict = Verdict(State.UNDETERMINED, missing=missing)
    if one.verdict.state is other.verdict.state:
        verdict = one.verdict._replace(because=because)
    return Answer(
        one.programme,
        verdict,
        (*first.items, *second.items),
        tuple(each for each in one.refused if each in other.refused),
        tuple(dict.fromkeys((*one.readings, *other.readings))),
        tuple(dict.fromkeys((*one.assumed, *other.assumed))),
    )


def _taken_as_open(membership: Any) -> bool:
    return membership.ended is None and membership.enrolled is not False


def _to_people(items: Iterable[Item]) -> Iterator[Item]:
    return (item for item in items if item.recipient not in _NOBODY)


def _total(items: Iterable[Item]) -> int | None:
    total = 0
    for item in items:
        if item.total is None:
            return None
        total += item.total
    return total


def _sums(pairs: Iterable[tuple[Any, int]]) -> dict[Any, int]:
    sums: dict[Any, int] = {}
    for key, amount in pairs:
        sums[key] = sums.get(key, 0) + amount
    return sums
