"""The law of the scholarship: sums, how many children, who may draw, by the two gateways JKK and JKM.

The version goes by the accident (JKK) or the death (JKM), so that what both have in common stands in twin tables.
"""

from __future__ import annotations

from itertools import pairwise
from typing import NamedTuple, TypeVar

from .._citations import Flag, Grade
from .._dated import Clock, Dated, Horizon, Row, row
from .._family import Stage, WorkKind
from .._kinds import Labelled, Lang, Programme
from .._money import rupiah
from ..instruments import PERMENAKER_1_2025, PERMENAKER_5_2021, PP_44_2015, PP_82_2019
from ..units import COUNT, IN_FORCE, MONTHS, SUM, TERM, WORDS, YEARS, Unit

T = TypeVar("T")

# No law of social security says when a school year begins: those of Indonesia's schools do in July.
SCHOOL_YEAR_STARTS = 7
# The age at which a child of whom nothing else is said is taken to enter kindergarten: a projection, told as assumed.
ENTRY_AGE = 4


class Level(NamedTuple):
    """One level of the scale: its stages, whole rupiah for each school year, the most years that are paid."""

    stages: tuple[Stage, ...]
    yearly: int
    years: int

    @property
    def most(self) -> int:
        """Rupiah for the whole level."""
        return self.yearly * self.years


Scale = tuple[Level, ...]


def _is_scale(value: object) -> bool:
    if not (isinstance(value, tuple) and value and all(isinstance(each, Level) for each in value)):
        return False
    stages = [stage for level in value for stage in level.stages]
    ascending = all(before.yearly <= after.yearly for before, after in pairwise(value))
    return ascending and len(set(stages)) == len(stages) and all(each.years > 0 for each in value)


def level_text(level: Level, lang: Lang) -> str:
    """What a level pays, for people."""
    words = "tahun, paling banyak" if lang == "id" else "a year, at most"
    sums = f"{rupiah(level.yearly, lang)} {words} {level.years}"
    return f"{sums} tahun" if lang == "id" else f"{sums} years"


def stages_text(level: Level, lang: Lang) -> str:
    """The stages of a level, for people."""
    return ", ".join(stage.label(lang) for stage in level.stages)


def _scale_text(scale: Scale, lang: Lang) -> str:
    return "; ".join(f"{stages_text(level, lang)}: {level_text(level, lang)}" for level in scale)


SCALE: Unit[Scale] = Unit(
    "rupiah for each school year, by level", "rupiah per tahun ajaran, menurut jenjang", _is_scale, _scale_text
)

_ANNEX = PP_82_2019.at("annex III", Grade.B, "press and branch offices; the annex itself was not read")
_PATH: Scale = (
    Level((Stage.KINDERGARTEN,), 1_500_000, 2),
    Level((Stage.PRIMARY,), 1_500_000, 6),
    Level((Stage.LOWER_SECONDARY,), 2_000_000, 3),
    Level((Stage.UPPER_SECONDARY,), 3_000_000, 3),
    Level((Stage.BACHELOR, Stage.DIPLOMA, Stage.TRAINING), 12_000_000, 5),
)
_ONE_OFF = 12_000_000
_CHILDREN = 2
_LAST_OF_FIRST = "2019-12-01"
_SECOND = "2019-12-02"


def _dated(
    name: str, words: tuple[str, str], unit: Unit[T], clock: Clock, *rows: Row[T], horizon: Horizon = Horizon.OPEN
) -> Dated[T]:
    return Dated(f"scholarship.{name}", *words, unit, clock, rows, horizon)


RIGHT_JKK = _dated(
    "RIGHT_JKK",
    ("scholarship after death or total disability by work", "beasiswa karena meninggal atau cacat total akibat kerja"),
    IN_FORCE,
    Clock.ACCIDENT,
    row("2015-07-01", True, PP_44_2015.at("25(2)b")),
    row(_SECOND, True, PP_82_2019.at("25(2)b")),
)
RIGHT_JKM = _dated(
    "RIGHT_JKM",
    ("scholarship after any other death", "beasiswa karena meninggal bukan akibat kerja"),
    IN_FORCE,
    Clock.DEATH,
    row("2015-07-01", True, PP_44_2015.at("34(1)d")),
    row(_SECOND, True, PP_82_2019.at("34(1)d")),
)

_ONCE = "scholarship paid once for each participant", "beasiswa yang diberikan satu kali untuk setiap peserta"
ONE_OFF_JKK = _dated(
    "ONE_OFF_JKK",
    _ONCE,
    SUM,
    Clock.ACCIDENT,
    row("2015-07-01", _ONE_OFF, PP_44_2015.at("25(3)"), PP_44_2015.at("elucidation 25(2)b"), until=_LAST_OF_FIRST),
    horizon=Horizon.WINDOW,
)
ONE_OFF_JKM = _dated(
    "ONE_OFF_JKM",
    _ONCE,
    SUM,
    Clock.DEATH,
    row("2015-07-01", _ONE_OFF, PP_44_2015.at("34(1)d"), PP_44_2015.at("34(2)"), until=_LAST_OF_FIRST),
    horizon=Horizon.WINDOW,
)

_YEARLY = "scholarship by school year and level", "beasiswa per tahun menurut jenjang pendidikan"
SCALE_JKK = _dated("SCALE_JKK", _YEARLY, SCALE, Clock.ACCIDENT, row(_SECOND, _PATH, PP_82_2019.at("25(3)"), _ANNEX))
SCALE_JKM = _dated("SCALE_JKM", _YEARLY, SCALE, Clock.DEATH, row(_SECOND, _PATH, PP_82_2019.at("34(3)"), _ANNEX))

_MOST = "most children of one participant", "jumlah anak paling banyak untuk satu peserta"
CHILDREN_JKK = _dated("CHILDREN_JKK", _MOST, COUNT, Clock.ACCIDENT, row(_SECOND, _CHILDREN, PP_82_2019.at("25(3)")))
CHILDREN_JKM = _dated("CHILDREN_JKM", _MOST, COUNT, Clock.DEATH, row(_SECOND, _CHILDREN, PP_82_2019.at("34(3)")))

CONTRIBUTION_YEARS = _dated(
    "CONTRIBUTION_YEARS",
    ("least years of contributions for the scholarship of JKM", "masa iur paling singkat untuk beasiswa JKM"),
    TERM,
    Clock.DEATH,
    row("2015-07-01", 5, PP_44_2015.at("34(1)d")),
    row(_SECOND, 3, PP_82_2019.at("34(1)d")),
)

_LAWFUL = "a lawful child of the participant", "anak sah peserta"
LAWFUL_JKK = _dated(
    "LAWFUL_JKK",
    _LAWFUL,
    IN_FORCE,
    Clock.ACCIDENT,
    row("2015-07-01", True, PP_44_2015.at("elucidation 25(2)b")),
    row(_SECOND, True, PP_82_2019.at("elucidation 25(2)b")),
)
_BY_READING = Flag.READING
LAWFUL_JKM = _dated(
    "LAWFUL_JKM",
    _LAWFUL,
    IN_FORCE,
    Clock.DEATH,
    row("2015-07-01", True, PP_44_2015.at("elucidation 25(2)b", Grade.A, "", _BY_READING)),
    row(_SECOND, True, PP_82_2019.at("elucidation 25(2)b", Grade.A, "", _BY_READING)),
)

_BEFOREHAND = "registered with the agency as beneficiary", "terdaftar di BPJS Ketenagakerjaan sebagai penerima manfaat"
_SINCE_2025 = row("2025-02-24", True, PERMENAKER_1_2025.at("103", Grade.C, "a digest of the regulation", Flag.READING))
REGISTERED_JKK = _dated("REGISTERED_JKK", _BEFOREHAND, IN_FORCE, Clock.ACCIDENT, _SINCE_2025)
REGISTERED_JKM = _dated("REGISTERED_JKM", _BEFOREHAND, IN_FORCE, Clock.DEATH, _SINCE_2025)

# Conditions of the child, asked on the day on which a school year is claimed.
CLAIMS_OPEN = _dated(
    "CLAIMS_OPEN",
    ("yearly scholarships can be claimed", "beasiswa tahunan dapat diajukan"),
    IN_FORCE,
    Clock.CLAIM,
    row("2021-04-01", True, PERMENAKER_5_2021.at("whole", Grade.B, "press of April 2021")),
)
AGE_LIMIT = _dated(
    "AGE_LIMIT",
    ("age at which the scholarship ends", "usia berakhirnya beasiswa"),
    YEARS,
    Clock.CLAIM,
    row("2021-04-01", 23, PERMENAKER_5_2021.at("103(2)", Grade.B, "press and branch offices")),
    row("2025-02-24", 23, PERMENAKER_1_2025.at("103(2)", Grade.B, "press and branch offices")),
)
CONDITIONS = _dated(
    "CONDITIONS",
    ("at school, not married, not working", "bersekolah, belum menikah, belum bekerja"),
    IN_FORCE,
    Clock.CLAIM,
    row("2021-04-01", True, PERMENAKER_5_2021.at("103(2)", Grade.B, "press and branch offices")),
    row("2025-02-24", True, PERMENAKER_1_2025.at("103(2)", Grade.B, "press and branch offices")),
)
_SOFTER = PERMENAKER_1_2025.at("103(3a)", Grade.C, "finansialinsight.com")
WORK_ALLOWED: Dated[tuple[Labelled, ...]] = _dated(
    "WORK_ALLOWED",
    ("work that does not end the scholarship", "pekerjaan yang tidak mengakhiri beasiswa"),
    WORDS,
    Clock.CLAIM,
    row("2025-02-24", (WorkKind.SELF_EMPLOYED, WorkKind.INTERN), _SOFTER),
)
WORK_MONTHS = _dated(
    "WORK_MONTHS",
    (
        "most months in a row as registered wage earner that do not end the scholarship",
        "paling lama bulan berturut-turut sebagai penerima upah terdaftar tanpa mengakhiri beasiswa",
    ),
    MONTHS,
    Clock.CLAIM,
    row("2025-02-24", 6, _SOFTER),
)


class Gateway(NamedTuple):
    """The tables of one gateway (JKK or JKM) and the article that grants the scholarship."""

    programme: Programme
    clock: Clock
    right: Dated[bool]
    one_off: Dated[int]
    scale: Dated[Scale]
    children: Dated[int]
    lawful: Dated[bool]
    registered: Dated[bool]


GATEWAYS: dict[Programme, Gateway] = {
    Programme.JKK: Gateway(
        Programme.JKK, Clock.ACCIDENT, RIGHT_JKK, ONE_OFF_JKK, SCALE_JKK, CHILDREN_JKK, LAWFUL_JKK, REGISTERED_JKK
    ),
    Programme.JKM: Gateway(
        Programme.JKM, Clock.DEATH, RIGHT_JKM, ONE_OFF_JKM, SCALE_JKM, CHILDREN_JKM, LAWFUL_JKM, REGISTERED_JKM
    ),
}


class Benefit(Labelled):
    """What the gateways owe children (manfaat)."""

    SCHOLARSHIP = "scholarship", "scholarship", "beasiswa pendidikan anak"


class ScholarshipPaper(Labelled):
    """A paper that is asked for every year (dokumen, setiap tahun)."""

    SCHOOL_CERTIFICATE = "school_certificate", "certificate of the school", "surat keterangan sekolah"
    REPORT = "report", "report card or transcript", "rapor atau transkrip nilai"
    BANK_ACCOUNT = "bank_account", "bank account of the child or guardian", "rekening anak atau wali"
    ID_OF_GUARDIAN = "id_of_guardian", "identity card of the guardian", "KTP wali"
    FAMILY_CARD = "family_card", "family card", "Kartu Keluarga"
    BIRTH_CERTIFICATE = "birth_certificate", "birth certificate", "akta kelahiran"


PAPERS: Dated[tuple[Labelled, ...]] = _dated(
    "PAPERS",
    ("papers asked for every year", "dokumen yang diminta setiap tahun"),
    WORDS,
    Clock.CLAIM,
    row("2021-04-01", tuple(ScholarshipPaper), PERMENAKER_5_2021.at("103(2)", Grade.B, "branch offices")),
)

TABLES = (
    RIGHT_JKK,
    RIGHT_JKM,
    ONE_OFF_JKK,
    ONE_OFF_JKM,
    SCALE_JKK,
    SCALE_JKM,
    CHILDREN_JKK,
    CHILDREN_JKM,
    CONTRIBUTION_YEARS,
    LAWFUL_JKK,
    LAWFUL_JKM,
    REGISTERED_JKK,
    REGISTERED_JKM,
    CLAIMS_OPEN,
    AGE_LIMIT,
    CONDITIONS,
    WORK_ALLOWED,
    WORK_MONTHS,
    PAPERS,
)
