"""One membership after an event: whether it is covered, who pays, which wage counts, and how items are made."""

from __future__ import annotations

from datetime import date
from typing import Any, NamedTuple

from .. import errors
from .._accident import Circumstance, WorkAccident
from .._assumed import Assumption
from .._benefits import ELIGIBLE, BenefitPayer, Item, Recipient, Term, join
from .._cases import Case, Refusal
from .._cover import Cover, cover, takes_part
from .._dated import Clock, Moment
from .._kinds import Programme
from .._member import Membership
from .._people import SelfEmployed, WageEarner
from .._readings import Reading
from .._readings_of_accidents import VERSION_OF_BENEFITS, WAGE_OF_SEVERAL_EMPLOYERS
from .._recipients import Receivers, receivers
from .._verdict import Fact, State, Verdict
from ..instruments import PP_44_2015
from ..payment.law_of_arrears import CoverKind
from . import benefit_law
from . import claim_law as tables
from .accident import after_employment, ground
from .cash import Benefit, Sum
from .procedure import REPORTED, expiry, reported_in_time
from .wage import BenefitWage, wage_of

CIRCUMSTANCE = Fact("event.circumstance", "how it happened", "keadaan kejadian")


class Part(NamedTuple):
    """What one membership comes to."""

    verdict: Verdict
    items: tuple[Item, ...] = ()
    refused: tuple[Refusal, ...] = ()
    readings: tuple[Reading, ...] = ()
    assumed: tuple[Assumption, ...] = ()


class Job:
    """One membership after an event; lives for one call."""

    def __init__(self, case: Case, accident: Verdict, membership: Membership) -> None:
        self.case, self.law, self.membership = case, case.law, membership
        self.on, self.accident = case.accident_on, accident
        self.at = Moment(Clock.ACCIDENT, self.on)
        self.first = self.on
        self.papers = self.law.row(tables.PAPERS, self.at).value
        self.pay_days = self.law.row(tables.PAYMENT_DAYS, Moment(Clock.CLAIM, self.on))
        self.several = len(case.member.memberships) > 1
        event = case.event
        self.event = event if isinstance(event, WorkAccident) else None
        self.ground = () if self.event is None else ground(self.event, self.law)
        self.outcomes: tuple[Any, ...] | None = (event,) if self.event is None else self.event.outcome
        self.readings: list[Reading] = []
        self.assumed: list[Assumption] = []
        self.refused: list[Refusal] = []

    def settle(self) -> Verdict:
        """Whether the membership is covered; where it is, who pays and which wage counts are settled too."""
        verdict = join(self.accident, self._after_work(), self._foreigner())
        if verdict.state is State.NOT_ELIGIBLE:
            return verdict
        ended = self.membership.ended
        day = ended if ended is not None and ended < self.on else self.on
        self.cover = cover(self.membership, day, Programme.JKK, self.law)
        self.readings += self.cover.readings
        self.verdict = join(verdict, self.cover.verdict)
        if self.verdict.state is not State.NOT_ELIGIBLE:
            self.payer, self.terms, self.open_facts = self._who_pays()
            self.base = self._base()
            disease = self.event is not None and self.event.circumstance is Circumstance.DISEASE
            self.expiry = expiry(self.on, disease=disease, law=self.law)
            self.readings += self.expiry.readings
        return self.verdict

    def _after_work(self) -> Verdict:
        """Whether an event after the work ended counts."""
        ended = self.membership.ended
        if ended is None or ended >= self.on:
            return ELIGIBLE
        if self.event is None or self.event.circumstance is None:
            return Verdict(State.UNDETERMINED, missing=(CIRCUMSTANCE,))
        found = after_employment(self.event, ended, self.law)
        self.readings += found.readings
        return found.verdict

    def _foreigner(self) -> Verdict:
        """Whether a foreigner has worked long enough to take part."""
        return takes_part(self.case.member.person, self.law.row(tables.FOREIGNERS, self.at).cites[0])

    def _who_pays(self) -> tuple[BenefitPayer | None, tuple[Term, ...], tuple[Fact, ...]]:
        """Who pays, what it waits for, and what would tell more: arrears, and since 2025 late reports."""
        found: Cover = self.cover
        terms = list(found.terms())
        if found.waits:
            if self.case.death is None:
                words = "once a doctor certifies recovery", "setelah dinyatakan sembuh oleh dokter"
                terms.append(Term(*words, PP_44_2015.at("39(1)b")))
            words = "medical care is given at once", "pelayanan kesehatan diberikan segera"
            terms.append(Term(*words, PP_44_2015.at("39(1)a")))
        facts = list(found.missing)
        late = self.law.find(tables.LATE_REPORT, self.at)
        payer = found.payer
        if late is None or not isinstance(self.membership.participant, WageEarner) or payer is BenefitPayer.EMPLOYER:
            return payer, tuple(terms), tuple(facts)
        in_time = Verdict(State.UNDETERMINED, missing=(REPORTED,))
        if self.event is not None:
            in_time = reported_in_time(self.event, law=self.law)
        cite = late.cites[0]
        if in_time.state is State.NOT_ELIGIBLE:
            words = (
                "reported late: the employer pays first, and is refunded after reporting",
                "terlambat dilaporkan: pemberi kerja membayar lebih dahulu dan diganti setelah melapor",
            )
            terms.append(Term(*words, cite))
            payer = BenefitPayer.EMPLOYER
        elif in_time.state is State.UNDETERMINED:
            words = (
                "if the employer reports later than twice 24 hours: he pays first, and is refunded",
                "bila pemberi kerja melapor lebih dari 2 × 24 jam: ia membayar lebih dahulu dan diganti",
            )
            terms.append(Term(*words, cite))
            facts += in_time.missing
        return payer, tuple(terms), tuple(dict.fromkeys(facts))

    def _base(self) -> BenefitWage:
        """The wage that counts: as reported, or the true one where nobody enrolled the worker."""
        found = wage_of(self.membership, self.on, self.law)
        if self.several:
            self.readings.append(WAGE_OF_SEVERAL_EMPLOYERS)
            if self.law.option(WAGE_OF_SEVERAL_EMPLOYERS) == "all_jobs":
                others = (each for each in self.case.member.memberships if each.open_on(self.on))
                all_jobs = [wage_of(each, self.on, self.law) for each in dict.fromkeys((self.membership, *others))]
                total = sum(each.amount for each in all_jobs)
                found = BenefitWage(total, tuple(step for each in all_jobs for step in each.work), found.readings)
        self.true = None if self.event is None else self.event.true_wage
        if self.true is not None:
            who = self.membership.participant
            if isinstance(who, SelfEmployed):
                raise errors.Contradiction("true_wage", "given of a self-employed person", "leave it out")
            if self.true <= found.amount:
                raise errors.Contradiction(
                    "true_wage", f"{self.true} is not above the {found.amount} that was reported", "leave it out"
                )
            if self.cover.kinds == (CoverKind.EMPLOYER,):
                found, self.true = found._replace(amount=self.true), None
        return found

    def moment(self, finding: date | None) -> tuple[Moment, tuple[Reading, ...]]:
        """The moment that chooses the version, for an outcome that was found on a day."""
        at = self.at
        if finding is None or finding == self.on:
            return at, ()
        then = Moment(Clock.ACCIDENT, finding)
        if self.law.row(benefit_law.FUNERAL, at) is self.law.row(benefit_law.FUNERAL, then):
            return at, ()
        return (at if self.law.option(VERSION_OF_BENEFITS) == "accident" else then), (VERSION_OF_BENEFITS,)

    def item(
        self,
        name: Benefit,
        found: Sum,
        readings: tuple[Reading, ...] = (),
        recipient: Recipient | None = Recipient.MEMBER,
        to: Receivers | None = None,
        *,
        terms: tuple[Term, ...] = (),
        facts: tuple[Fact, ...] = (),
    ) -> Item:
        """One benefit, with what goes for all of the membership; what was the member's goes to his heirs (37(4))."""
        if recipient is Recipient.MEMBER and self.case.death is not None:
            to = receivers(self.case, Programme.JKK)
            recipient = to.sums
        verdict = self.verdict if to is None or name is Benefit.FUNERAL else join(self.verdict, to.verdict)
        return Item(
            Programme.JKK,
            name,
            found.amount,
            (*self.ground, *self.cover.cites, *(() if to is None else to.cites)),
            found.work,
            verdict,
            self.payer,
            recipient,
            first=self.first,
            person=None if to is None else to.names,
            terms=(*self.terms, *terms, *(() if to is None else to.terms)),
            deadline=self.expiry.deadline,
            pay_days=None if self.payer is BenefitPayer.EMPLOYER else self.pay_days,
            papers=(*self.papers, *(() if to is None else to.papers)),
            readings=tuple(dict.fromkeys((*readings, *found.readings, *(() if to is None else to.readings)))),
            open_facts=(*self.open_facts, *facts, *(() if to is None else to.missing)),
            membership=self.membership if self.several else None,
        )
