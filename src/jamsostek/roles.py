"""Roles: interns, prisoners at work, election officers, athletes and others: in which capacity they take part.

Each role leads to one of the participants that the law knows; who pays and of what is told with its articles.

>>> found = of("prisoner", month="2026-03")
>>> found.kind, [str(each) for each in found.compulsory]
('trainee', ['JKK', 'JKM'])
"""

from __future__ import annotations

from datetime import date
from typing import Literal, NamedTuple, SupportsIndex

from attrs import frozen

from . import errors
from ._citations import Citation, Flag, Grade, weakest, weakest_of
from ._kinds import EmployerKind, Labelled, Lang, PaidBy, Programme, check_lang, choice_error, lenient
from ._law import LAW, Law
from ._months import Month, as_month
from ._more_instruments import INPRES_2_2021, PERMENDAGRI_20_2018, UU_11_2022
from ._people import Employer, PaidByWord, Participant, Programmes, SelfEmployed, Trainee, WageEarner, _type_error
from ._plans import TRAINEE_BY_WAGE, plans_for
from ._programmes import Status, enrolment
from ._readings import Reading
from ._readings_of_roles import ROLE_OF_ATHLETES, ROLE_OF_ELECTION_OFFICERS, ROLE_OF_VILLAGE_OFFICERS
from ._render import WORDS
from .instruments import PERMENAKER_1_2025, PERMENAKER_5_2021, PP_44_2015, PP_49_2023
from .readings import TRAINEE_BASE

__all__ = ["HEADS", "Capacity", "Role", "all_of", "of", "participant"]

RoleWord = Literal[
    "intern",
    "pupil",
    "course_participant",
    "instructor",
    "honorary_staff",
    "prisoner",
    "talent",
    "state_staff",
    "election_officer",
    "village_officer",
    "neighbourhood_officer",
    "athlete",
]
HEADS = ("role", "takes part as", "compulsory", "optional", "who pays", "of what")


class Role(Labelled):
    """What somebody does who is no plain employee (peran)."""

    INTERN = "intern", "intern", "peserta magang"
    PUPIL = "pupil", "pupil or student in work practice", "siswa atau mahasiswa kerja praktek"
    COURSE_PARTICIPANT = "course_participant", "participant of a training course", "peserta pelatihan"
    INSTRUCTOR = "instructor", "instructor of a training course", "instruktur pelatihan"
    HONORARY_STAFF = "honorary_staff", "honorary staff of a host that is no state body", "tenaga honorer"
    PRISONER = "prisoner", "prisoner at work in assimilation", "narapidana yang dipekerjakan dalam proses asimilasi"
    TALENT = "talent", "trainee in interests and talents", "peserta pendidikan minat dan bakat"
    STATE_STAFF = "state_staff", "staff of a state body, no civil servant", "pegawai non-ASN"
    ELECTION_OFFICER = "election_officer", "officer of an election", "badan ad hoc penyelenggara pemilu"
    VILLAGE_OFFICER = "village_officer", "head or officer of a village", "kepala desa atau perangkat desa"
    NEIGHBOURHOOD_OFFICER = (
        "neighbourhood_officer",
        "head of a neighbourhood, warden or cadre",
        "ketua RT/RW, anggota Linmas, atau kader",
    )
    ATHLETE = "athlete", "athlete without an employer", "atlet tanpa pemberi kerja"


class _Text(NamedTuple):
    en: str
    id: str


class _Rule(NamedTuple):
    """Kind of participant (or the reading that chooses it), who pays, of what, and where that stands."""

    kind: str
    payer: _Text
    base: _Text
    cites: tuple[Citation, ...]
    reading: Reading | None = None
    since: date | None = None
    paid_by: tuple[PaidBy, ...] = ()


_HOST = _Text("the host", "pemberi kerja atau lembaga penyelenggara")
_LOWEST = _Text(
    "the lowest wage of the workers in the same job with the host",
    "upah terendah pekerja pada pekerjaan yang sama di tempat itu",
)
_OWN_PAY = _Text("their own pay", "upahnya sendiri")
_WAGE = _Text("the wage", "upah")
_INCOME = _Text("the row of the income table", "baris tabel penghasilan")
_OF_28 = (PP_44_2015.at("28(1)"), PP_44_2015.at("28(2)"))
_CLASS_C = PP_49_2023.at("elucidation 5(3)c")
_WITHOUT_WAGE = (*_OF_28, _CLASS_C, PERMENAKER_1_2025.at("35", Grade.C, "one secondary source"))
_IN_TRAINING = (_CLASS_C, PERMENAKER_1_2025.at("35", Grade.C, "one secondary source"))
_NAMED = PP_49_2023.in_force  # its elucidation names them first
_OF_STATE = PP_49_2023.at("2(3)")
_LOWEST_ROW = _Text("the lowest row of the income table", "baris terendah tabel penghasilan")
_RULES: dict[Role, _Rule] = {
    Role.INTERN: _Rule("trainee", _HOST, _LOWEST, _WITHOUT_WAGE),
    Role.PUPIL: _Rule("trainee", _HOST, _LOWEST, _WITHOUT_WAGE),
    Role.COURSE_PARTICIPANT: _Rule("trainee", _HOST, _LOWEST, _IN_TRAINING, since=_NAMED),
    Role.INSTRUCTOR: _Rule("trainee", _HOST, _LOWEST, _IN_TRAINING, since=_NAMED),
    Role.HONORARY_STAFF: _Rule("trainee", _HOST, _OWN_PAY, (PP_44_2015.at("28(1)"), _CLASS_C)),
    Role.PRISONER: _Rule("trainee", _HOST, _LOWEST, _WITHOUT_WAGE),
    Role.TALENT: _Rule(
        "trainee",
        _HOST,
        _LOWEST,
        (PERMENAKER_5_2021.at("whole", Grade.B, "slides of the ministry, November 2021"),),
    ),
    Role.STATE_STAFF: _Rule(
        "state_staff",
        _Text("the state body (the appointing officer)", "penyelenggara negara (Pejabat Pembina Kepegawaian)"),
        _WAGE,
        (_OF_STATE, PERMENAKER_1_2025.at("3A(1)", Grade.B, "press digests")),
    ),
    Role.ELECTION_OFFICER: _Rule(
        "",
        _Text("the regional budget", "APBD"),
        _Text("the pay; in practice the minimum wage", "honorarium; dalam praktik upah minimum"),
        (
            _OF_STATE,
            INPRES_2_2021.at("whole", Grade.B, "two or more secondary sources: election staff"),
            INPRES_2_2021.at("whole", Grade.C, "Banten Ekspres, 2024-10-01, on the interior minister's letter of 2024"),
        ),
        ROLE_OF_ELECTION_OFFICERS,
        paid_by=(PaidBy.REGIONAL_BUDGET,),
    ),
    Role.VILLAGE_OFFICER: _Rule(
        "",
        _Text("the village budget", "APB Desa"),
        _Text("the fixed pay", "penghasilan tetap"),
        (_OF_STATE, PERMENDAGRI_20_2018.at("19(4)", Grade.C, "Malang Voice")),
        ROLE_OF_VILLAGE_OFFICERS,
        paid_by=(PaidBy.VILLAGE_BUDGET,),
    ),
    Role.NEIGHBOURHOOD_OFFICER: _Rule(
        "self_employed",
        _Text("the regional or village budget", "APBD atau APB Desa"),
        _INCOME,
        (PP_44_2015.at("5(3)b", Grade.C, "press on a city's list, 2025; a village cadre, 2026", Flag.READING),),
        paid_by=(PaidBy.REGIONAL_BUDGET, PaidBy.VILLAGE_BUDGET),
    ),
    Role.ATHLETE: _Rule(
        "",
        _Text("the sports committee, the regional budget or the athlete", "KONI, APBD, atau atlet sendiri"),
        _INCOME,
        (UU_11_2022.at("100", Grade.C, "Antara, 2022-11-02"), PP_44_2015.at("5(3)")),
        ROLE_OF_ATHLETES,
        paid_by=(PaidBy.SELF, PaidBy.REGIONAL_BUDGET, PaidBy.DONOR),
    ),
}


@frozen(repr=False)
class Capacity:
    """In which capacity a role takes part in a month: the kind of participant, its programmes, who pays, of what.

    ``kind`` is ``"wage_earner"``, ``"self_employed"`` or ``"trainee"``; ``cites`` are the articles that say so,
    ``readings`` the open questions behind it.
    """

    role: Role
    month: Month
    law: Law
    kind: str
    compulsory: tuple[Programme, ...]
    optional: tuple[Programme, ...]
    payer_en: str
    payer_id: str
    base_en: str
    base_id: str
    cites: tuple[Citation, ...]
    readings: tuple[Reading, ...]

    @property
    def evidence(self) -> Grade:
        """The weakest grade that it rests on, the answers to open questions included."""
        chosen = [reading[self.law.option(reading)].grade for reading in self.readings]
        return weakest_of([weakest(self.cites), *chosen])

    def shown(self, lang: Lang = "en") -> tuple[str, ...]:
        """It as a row of text, in the order of ``HEADS``."""
        payer, base = (self.payer_id, self.base_id) if check_lang(lang) == "id" else (self.payer_en, self.base_en)
        programmes = (", ".join(each) or "–" for each in (self.compulsory, self.optional))
        return self.role.label(lang), WORDS[lang][self.kind], *programmes, payer, base

    def text(self, lang: Lang = "en") -> str:
        """It in lines: each head with what it comes to, the articles, the open questions."""
        heads = _HEADS_ID if check_lang(lang) == "id" else HEADS
        lines = [f"{head}: {cell}" for head, cell in zip(heads, self.shown(lang), strict=True)]
        lines.append("; ".join(f"{cite.text(lang)} [{cite.marked(lang)}]" for cite in self.cites))
        lines += [f"{WORDS[lang]['readings']}: {each.text(self.law.option(each), lang)}" for each in self.readings]
        return "\n".join(lines)

    def __repr__(self) -> str:
        return f"<Capacity {self.role} in {self.month}: {self.kind}, {', '.join(self.compulsory) or 'nothing'}>"


_HEADS_ID = ("peran", "sebagai", "wajib", "pilihan", "pembayar", "dasar")


def of(role: Role | RoleWord, *, month: Month | str, law: Law = LAW) -> Capacity:
    """In which capacity a role takes part in a contribution month. Raises ``UnknownKind``, ``BeforeLaw``."""
    found, when = _role(role), as_month(month)
    rule, kind = _RULES[found], _kind(found, law)
    errors.raise_together("of", (_named_later(found, when),))
    who = _participant(kind, _ANY_PAY, None, 1, None)
    moment = law.moment(when)
    duty = enrolment(who, when, moment, law)
    standings = duty.standings()
    base, readings = rule.base, [rule.reading, *duty.readings]
    if kind == "self_employed":
        base = _INCOME
    if kind == "trainee":
        readings.append(TRAINEE_BASE)
        by_wage = plans_for(who, law, moment) is TRAINEE_BY_WAGE
        deemed = rule.base if rule.kind == kind else _LOWEST
        base = deemed if by_wage else _LOWEST_ROW
    cites = (*rule.cites, *duty.row.cites)
    return Capacity(
        found,
        when,
        law,
        _KINDS[kind],
        tuple(each.programme for each in standings if each.status is Status.COMPULSORY),
        tuple(each.programme for each in standings if each.status is Status.OPTIONAL),
        *rule.payer,
        *base,
        tuple(dict.fromkeys(cite for cite in cites if (cite.instrument.in_force or when.last_day) <= when.last_day)),
        tuple(each for each in readings if each is not None),
    )


def all_of(*, month: Month | str, law: Law = LAW) -> tuple[Capacity, ...]:
    """Every role that the law of a contribution month names, with its capacity. Raises ``BeforeLaw``.

    >>> [each.role.value for each in all_of(month="2026-03") if each.kind == "self_employed"]
    ['neighbourhood_officer', 'athlete']
    """
    last = as_month(month).last_day
    named = (role for role, rule in _RULES.items() if rule.since is None or rule.since <= last)
    return tuple(of(role, month=month, law=law) for role in named)


def participant(
    role: Role | RoleWord,
    pay: SupportsIndex,
    *,
    employer: Employer | None = None,
    risk_group: int | None = None,
    paid_by: PaidBy | PaidByWord | None = None,
    programmes: Programmes | None = None,
    month: Month | str | None = None,
    law: Law = LAW,
) -> Participant:
    """The participant that a role is, for ``contributions`` and ``claim``.

    ``pay`` is rupiah a month: the deemed wage, the wage or the income (``of`` says which). ``employer`` is the host, or
    ``risk_group`` alone what is known of it; ``paid_by`` who pays for the self-employed, None: the payer of the role.
    ``programmes`` names those enrolled, ``month`` is one in which the law must name the role. The participant is as any
    other of its kind: what its capacity rests on stands in ``of`` and is weighed here by ``law.require``.
    Raises ``UnknownKind``, ``BeforeLaw``, ``MissingFact`` (a role that several may pay for), ``EvidenceTooWeak``,
    ``Contradiction`` (a state body as host of a prisoner or of honorary staff, an employer of whom there is none) and
    what the participant itself raises. PP 44/2015 art. 28(1).

    >>> import jamsostek as js
    >>> js.contributions(participant("intern", 2_900_000, risk_group=3), month="2026-03").by_programme
    {<Programme.JKK: 'JKK'>: 25810, <Programme.JKM: 'JKM'>: 8700}
    """
    found = _role(role)
    kind = _kind(found, law)
    errors.raise_together(
        "participant",
        (
            _type_error("employer", employer, Employer),
            *_faults(found, kind, employer, risk_group, paid_by),
            None if month is None else _named_later(found, as_month(month)),
        ),
    )
    rule = _RULES[found]
    weighed = [(f"role {found}", min((cite.grade for cite in rule.cites), key=lambda grade: grade.rank))]
    if rule.reading is not None:
        weighed.append((f"reading {rule.reading.name}", rule.reading[law.option(rule.reading)].grade))
    law.check_evidence("participant", weighed)
    payer = paid_by or (rule.paid_by[0] if kind == "self_employed" else None)
    return _participant(kind, pay, employer, risk_group, payer, programmes)


def _role(given: Role | RoleWord) -> Role:
    found = lenient(Role, given)
    fault = choice_error(errors.UnknownKind, "role", Role, found)
    if fault is not None or found is None:
        raise fault or errors.MissingFact("role", "no role is given", f"choose one of {', '.join(Role)}")
    return found


_ANY_PAY = 1_000_000  # no programme hangs on it
_KINDS = {"trainee": "trainee", "state_staff": "wage_earner", "self_employed": "self_employed"}


def _named_later(role: Role, month: Month) -> errors.BeforeLaw | None:
    """The fault of a month before the law names a role."""
    since = _RULES[role].since
    if since is None or since <= month.last_day:
        return None
    what = f"{role.label_en}: named since {since}, and {month} lies before"
    return errors.BeforeLaw("role", what, "ask for a later month")


def _kind(role: Role, law: Law) -> str:
    rule = _RULES[role]
    return rule.kind if rule.reading is None else law.option(rule.reading)


def _faults(
    role: Role, kind: str, employer: Employer | None, risk_group: int | None, paid_by: PaidBy | PaidByWord | None
) -> list[errors.JamsostekError | None]:
    host = None if not isinstance(employer, Employer) else employer.kind
    state = host is EmployerKind.STATE
    found: list[errors.JamsostekError | None] = []
    if role is Role.PRISONER and state:
        what = "a state body, and the article names hosts that are none (PP 44/2015 art. 28(1))"
        found.append(errors.Contradiction("employer", what, "give a host that is a company or a private person"))
    if role is Role.HONORARY_STAFF and state:
        found.append(errors.Contradiction("employer", "a state body", 'take the role "state_staff"'))
    if kind == "state_staff" and employer is not None and not state:
        found.append(errors.Contradiction("employer", "it is no state body", 'give Employer(kind="state", …)'))
    if employer is not None and risk_group is not None:
        found.append(errors.Contradiction("risk_group", "given beside an employer", "give it once"))
    if kind == "self_employed" and (employer is not None or risk_group is not None):
        found.append(errors.Contradiction("employer", f"given of {role.label_en}", "leave it out: there is none"))
    payers = _RULES[role].paid_by
    if kind == "self_employed" and paid_by is None and len(payers) > 1:
        what = f"not known, and {_RULES[role].payer.en} may pay"
        found.append(errors.MissingFact("paid_by", what, f"say one of {', '.join(payers)}"))
    if kind != "self_employed" and paid_by is not None:
        found.append(errors.Contradiction("paid_by", "given of somebody whose host pays", "leave it out"))
    return found


def _participant(
    kind: str,
    pay: SupportsIndex,
    employer: Employer | None,
    risk_group: int | None,
    paid_by: PaidBy | PaidByWord | None,
    programmes: Programmes | None = None,
) -> Participant:
    if kind == "self_employed":
        return SelfEmployed(income=pay, paid_by=paid_by, programmes=programmes)
    if kind == "trainee":
        return Trainee(wage=pay, employer=employer or Employer(risk_group=risk_group), programmes=programmes)
    host = employer or Employer(kind=EmployerKind.STATE, risk_group=risk_group)
    return WageEarner(wage=pay, employer=host, programmes=programmes)
