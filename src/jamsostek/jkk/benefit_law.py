"""The law of JKK benefits in cash (santunan): sums, caps, steps, in both versions.

PP 44/2015 art. 25(2)b names the benefits, its annex III the amounts; PP 82/2019 changed both on 2 December 2019.
Neither annex could be read in its own text: amounts bear the grade of where they were read.
"""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise
from typing import NamedTuple, TypeVar

from .._citations import Citation, Flag, Grade
from .._dated import Clock, Dated, Row, row
from .._kinds import Labelled, Lang
from .._money import percent
from ..instruments import PP_44_2015, PP_53_2012, PP_82_2019
from ..units import IN_FORCE, MONTHS, SHARE, SUM, WAGES, WORDS, Unit

T = TypeVar("T")
FIRST, SECOND = "2015-07-01", "2019-12-02"


class Stage(NamedTuple):
    """One step of temporary incapacity: up to which month it reaches (None: to the end), and the share of the wage."""

    until: int | None
    share: Fraction


def _are_stages(value: object) -> bool:
    if not (isinstance(value, tuple) and value and all(isinstance(each, Stage) for each in value)):
        return False
    ends = [each.until for each in value]
    rising = all(before is not None and (after is None or before < after) for before, after in pairwise((0, *ends)))
    return rising and ends[-1] is None and all(0 < each.share <= 1 for each in value)


def _stages_text(stages: tuple[Stage, ...], lang: Lang) -> str:
    parts, first = [], 1
    for until, share in stages:
        if lang == "id":
            span = f"bulan {first}–{until}" if until else f"mulai bulan {first}"
        else:
            span = f"months {first}–{until}" if until else f"from month {first}"
        parts.append(f"{span}: {percent(share, lang)}")
        first = (until or 0) + 1
    return ", ".join(parts)


STAGES: Unit[tuple[Stage, ...]] = Unit(
    "shares of the wage by month", "bagian upah per bulan", _are_stages, _stages_text
)


def _table(name: str, labels: tuple[str, str], unit: Unit[T], *rows: Row[T]) -> Dated[T]:
    return Dated(f"jkk.{name}", *labels, unit, Clock.ACCIDENT, rows)


def _first(place: str, grade: Grade, source: str, *flags: Flag) -> tuple[Citation, Citation]:
    """Where the law of 2015 names a benefit, and its annex, as it was read."""
    return PP_44_2015.at(place), PP_44_2015.at("annex III", grade, source, *flags)


def _second(place: str, grade: Grade, source: str, *flags: Flag) -> tuple[Citation, Citation]:
    """The same in the version of 2019."""
    return PP_82_2019.at(place), PP_82_2019.at("annex III", grade, source, *flags)


_CASH = "25(2)b"
_SEVERAL = "two or more secondary sources"
_PRESS = "press of December 2019 to February 2020"
_FORMULA = f"{_SEVERAL}; the formula stands so in annex II of PP 53/2012"
_BEFORE = PP_53_2012.at(
    "annex II", Grade.A_PRE, "read in the predecessor's annex, which the annex of 2015 is believed to repeat"
)

# Medical care (pelayanan kesehatan), in kind and without a cap.


class Care(Labelled):
    """A kind of medical care (pelayanan kesehatan), PP 44/2015 art. 25(2)a."""

    EXAMINATION = "examination", "basic and supporting examinations", "pemeriksaan dasar dan penunjang"
    TREATMENT_LEVELS = "treatment_levels", "first-level and further care", "perawatan tingkat pertama dan lanjutan"
    WARD = (
        "ward",
        "class I ward of a public hospital, or an equal private one",
        "rawat inap kelas I rumah sakit pemerintah, daerah, atau swasta yang setara",
    )
    INTENSIVE = "intensive", "intensive care", "perawatan intensif"
    DIAGNOSTICS = "diagnostics", "diagnostic support", "penunjang diagnostik"
    MEDICATION = "medication", "medication", "pengobatan"
    COMORBIDITY = (
        "comorbidity",
        "treatment, with comorbidity and complications of the accident or disease",
        "penanganan, termasuk komorbiditas dan komplikasi",
    )
    SPECIAL = "special", "special services", "pelayanan khusus"
    IMPLANTS = "implants", "devices and implants", "alat kesehatan dan implan"
    DOCTORS = "doctors", "doctors' services", "jasa dokter atau medis"
    SURGERY = "surgery", "surgery", "operasi"
    TRANSFUSION = "transfusion", "blood transfusion", "transfusi darah"
    BLOOD = "blood", "blood services", "pelayanan darah"
    REHABILITATION = "rehabilitation", "medical rehabilitation", "rehabilitasi medik"
    HOME = (
        "home",
        "care at home for those who cannot go on with treatment in a hospital",
        "perawatan di rumah bagi peserta yang tidak memungkinkan ke rumah sakit",
    )
    DISEASE_DIAGNOSTICS = (
        "disease_diagnostics",
        "diagnostic examination to settle a case of occupational disease",
        "pemeriksaan diagnostik dalam penyelesaian kasus penyakit akibat kerja",
    )


_NEW_CARE = (Care.COMORBIDITY, Care.BLOOD, Care.HOME, Care.DISEASE_DIAGNOSTICS)
_OLD_CARE = (Care.MEDICATION, Care.TRANSFUSION)

MEDICAL_CARE: Dated[tuple[Labelled, ...]] = _table(
    "MEDICAL_CARE",
    ("medical care, as needed and without a cap", "pelayanan kesehatan sesuai kebutuhan medis"),
    WORDS,
    row(FIRST, tuple(each for each in Care if each not in _NEW_CARE), PP_44_2015.at("25(2)a")),
    row(SECOND, tuple(each for each in Care if each not in _OLD_CARE), PP_82_2019.at("25(2)a")),
)

# Transport (biaya transportasi): highest sums by means of transport, for each that was used.

TRANSPORT_LAND: Dated[int] = _table(
    "TRANSPORT_LAND",
    ("highest sum for transport by land, river or lake", "biaya transportasi darat, sungai, atau danau paling banyak"),
    SUM,
    row(FIRST, 1_000_000, *_first(_CASH, Grade.B, _SEVERAL)),
    row(SECOND, 5_000_000, *_second(_CASH, Grade.B, f"{_SEVERAL}; also on the first page of the annex")),
)
TRANSPORT_SEA: Dated[int] = _table(
    "TRANSPORT_SEA",
    ("highest sum for transport by sea", "biaya transportasi laut paling banyak"),
    SUM,
    row(FIRST, 1_500_000, *_first(_CASH, Grade.B, _SEVERAL)),
    row(SECOND, 2_000_000, *_second(_CASH, Grade.B, _SEVERAL)),
)
TRANSPORT_AIR: Dated[int] = _table(
    "TRANSPORT_AIR",
    ("highest sum for transport by air", "biaya transportasi udara paling banyak"),
    SUM,
    row(FIRST, 2_500_000, *_first(_CASH, Grade.B, _SEVERAL)),
    row(SECOND, 10_000_000, *_second(_CASH, Grade.B, _SEVERAL)),
)
SEVERAL_MEANS: Dated[bool] = _table(
    "SEVERAL_MEANS",
    ("several means of transport: the caps are added", "beberapa jenis angkutan: batas masing-masing dijumlahkan"),
    IN_FORCE,
    row(FIRST, True, _BEFORE),
    row(SECOND, True, *_second(_CASH, Grade.B, _SEVERAL)),
)


class Trip(Labelled):
    """What transport is paid for (tujuan transportasi)."""

    HOSPITAL = "hospital", "to a hospital", "ke rumah sakit"
    HOME = "home", "to the home", "ke rumah"
    REFERRAL = "referral", "referral to another hospital", "rujukan ke rumah sakit lain"
    RETURN_TO_WORK = (
        "return_to_work",
        "to a health facility or training centre in the return-to-work programme",
        "ke fasilitas pelayanan kesehatan atau balai latihan kerja dalam program kembali kerja",
    )


TRIPS: Dated[tuple[Labelled, ...]] = _table(
    "TRIPS",
    ("trips whose transport is paid", "perjalanan yang diganti"),
    WORDS,
    row(FIRST, (Trip.HOSPITAL, Trip.HOME), PP_44_2015.at(_CASH)),
    row(SECOND, tuple(Trip), PP_82_2019.at(_CASH)),
)

# Temporary incapacity (santunan sementara tidak mampu bekerja, STMB).

INCAPACITY: Dated[tuple[Stage, ...]] = _table(
    "INCAPACITY",
    ("share of the wage while temporarily unable to work", "santunan sementara tidak mampu bekerja (STMB)"),
    STAGES,
    row(
        FIRST,
        (Stage(6, Fraction(1)), Stage(12, Fraction(3, 4)), Stage(None, Fraction(1, 2))),
        *_first(_CASH, Grade.C, "one secondary source of 2019; the first six months by two"),
    ),
    row(SECOND, (Stage(12, Fraction(1)), Stage(None, Fraction(1, 2))), *_second(_CASH, Grade.B, _SEVERAL)),
)

# Disability and death: shares of so many monthly wages.

MULTIPLE: Dated[int] = _table(
    "MULTIPLE",
    ("monthly wages that disability and death are shares of", "bulan upah dasar santunan cacat dan kematian"),
    WAGES,
    row(FIRST, 80, *_first("25(5)", Grade.B, _FORMULA)),
    row(SECOND, 80, *_second("25(5)", Grade.B, _FORMULA)),
)
TOTAL_SHARE: Dated[Fraction] = _table(
    "TOTAL_SHARE",
    ("share for permanent total disability", "bagian santunan cacat total tetap"),
    SHARE,
    row(FIRST, Fraction(70, 100), *_first(_CASH, Grade.B, _FORMULA)),
    row(SECOND, Fraction(70, 100), *_second(_CASH, Grade.B, _FORMULA)),
)
DEATH_SHARE: Dated[Fraction] = _table(
    "DEATH_SHARE",
    ("share for death", "bagian santunan kematian"),
    SHARE,
    row(FIRST, Fraction(60, 100), *_first(_CASH, Grade.B, _FORMULA)),
    row(SECOND, Fraction(60, 100), *_second(_CASH, Grade.B, _FORMULA)),
)
# The article gives the sum for JKM; that JKK pays at least as much on death is the annex's.
DEATH_FLOOR: Dated[bool] = _table(
    "DEATH_FLOOR",
    (
        "death by work accident pays at least the death sum of JKM",
        "santunan kematian JKK paling sedikit sebesar santunan kematian JKM",
    ),
    IN_FORCE,
    row(FIRST, True, *_first(_CASH, Grade.B, _FORMULA)),
    row(SECOND, True, *_second(_CASH, Grade.B, _FORMULA)),
)
PERIODIC_AMOUNT: Dated[int] = _table(
    "PERIODIC_AMOUNT",
    ("periodic benefit a month on death or total disability", "santunan berkala per bulan"),
    SUM,
    row(FIRST, 200_000, *_first(_CASH, Grade.B, _SEVERAL)),
    row(SECOND, 500_000, *_second(_CASH, Grade.B, _SEVERAL)),
)
PERIODIC_MONTHS: Dated[int] = _table(
    "PERIODIC_MONTHS",
    ("months of the periodic benefit, paid at once", "bulan santunan berkala, dibayar sekaligus"),
    MONTHS,
    row(FIRST, 24, *_first(_CASH, Grade.B, _SEVERAL)),
    row(SECOND, 24, *_second(_CASH, Grade.B, _SEVERAL)),
)
FUNERAL: Dated[int] = _table(
    "FUNERAL",
    ("funeral cost", "biaya pemakaman"),
    SUM,
    row(FIRST, 3_000_000, *_first(_CASH, Grade.B, _SEVERAL)),
    row(SECOND, 10_000_000, *_second(_CASH, Grade.B, _SEVERAL)),
)

# Aids and care: paid against receipts, up to a sum.

DENTURES: Dated[int] = _table(
    "DENTURES",
    ("highest sum for dentures", "penggantian gigi tiruan paling banyak"),
    SUM,
    row(FIRST, 3_000_000, *_first(_CASH, Grade.C, "one secondary source")),
    row(SECOND, 5_000_000, *_second(_CASH, Grade.B, _PRESS)),
)
HEARING_AID: Dated[int] = _table(
    "HEARING_AID",
    ("highest sum for a hearing aid", "penggantian alat bantu dengar paling banyak"),
    SUM,
    row(SECOND, 2_500_000, *_second(_CASH, Grade.B, _PRESS)),
)
GLASSES: Dated[int] = _table(
    "GLASSES",
    ("highest sum for glasses", "penggantian kacamata paling banyak"),
    SUM,
    row(SECOND, 1_000_000, *_second(_CASH, Grade.B, "the agency's poster on PP 82/2019; press of January 2020")),
)
HOME_CARE: Dated[int] = _table(
    "HOME_CARE",
    ("highest sum for home care", "perawatan di rumah (home care) paling banyak"),
    SUM,
    row(SECOND, 20_000_000, PP_82_2019.at("25(2)a"), PP_82_2019.at("annex III")),
)
HOME_CARE_MONTHS: Dated[int] = _table(
    "HOME_CARE_MONTHS",
    ("longest home care", "perawatan di rumah (home care) paling lama"),
    MONTHS,
    row(SECOND, 12, PP_82_2019.at("25(2)a"), PP_82_2019.at("annex III")),
)
AIDS_SURCHARGE: Dated[Fraction] = _table(
    "AIDS_SURCHARGE",
    (
        "added to the price list of the public rehabilitation hospital for orthoses and prostheses",
        "tambahan atas patokan harga pusat rehabilitasi rumah sakit pemerintah untuk alat bantu dan alat pengganti",
    ),
    SHARE,
    row(FIRST, Fraction(40, 100), *_first(_CASH, Grade.M, "remembered; annex II of PP 53/2012 has the same share")),
    row(SECOND, Fraction(40, 100), *_second(_CASH, Grade.C, "one press source")),
)

TABLES = (
    MEDICAL_CARE,
    TRANSPORT_LAND,
    TRANSPORT_SEA,
    TRANSPORT_AIR,
    SEVERAL_MEANS,
    TRIPS,
    INCAPACITY,
    MULTIPLE,
    TOTAL_SHARE,
    DEATH_SHARE,
    DEATH_FLOOR,
    PERIODIC_AMOUNT,
    PERIODIC_MONTHS,
    FUNERAL,
    DENTURES,
    HEARING_AID,
    GLASSES,
    HOME_CARE,
    HOME_CARE_MONTHS,
    AIDS_SURCHARGE,
)
