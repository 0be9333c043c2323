"""Open questions of law on how a pension is worked out: the mean, the index, limits, the uplift of each year."""

from __future__ import annotations

from ._citations import Flag, Grade
from ._readings import Option, Reading
from .instruments import PP_45_2015, UU_40_2004

_BRIEFING = "A briefing of the operator ('Kasus 3'), reproduced to the rupiah"

MEAN_OF_INDEXED_WAGES = Reading(
    "mean_of_indexed_wages",
    "How is the mean of the indexed yearly wages taken?",
    "Bagaimana rata-rata upah tahunan tertimbang dihitung?",
    (
        Option(
            "calendar_rows",
            "One indexed monthly wage for each calendar year, each of the same weight, however few its months.",
            "Satu upah bulanan tertimbang per tahun kalender dengan bobot sama, berapa pun bulannya.",
            Grade.C,
            f"{_BRIEFING}: 15 rows for 15 years.",
        ),
        Option(
            "month_weighted",
            "Each month has the same weight.",
            "Setiap bulan berbobot sama.",
            Grade.M,
            "By reading, the closest to the words of art. 17(2) where years are incomplete.",
        ),
        Option(
            "yearly_totals",
            "Yearly totals over the number of calendar years, over twelve: a part year pulls the mean down.",
            "Jumlah upah per tahun dibagi jumlah tahun kalender, dibagi dua belas.",
            Grade.M,
            "By reading, literal but unlikely.",
        ),
    ),
    (PP_45_2015.at("17(2)"), PP_45_2015.at("17(3)"), UU_40_2004.at("elucidation 41(3)")),
)

INDEX_OF_WAGES = Reading(
    "index_of_wages",
    "From which year's inflation on is a wage indexed, up to the year before the pension?",
    "Sejak inflasi tahun mana upah disesuaikan, sampai tahun sebelum pensiun?",
    (
        Option(
            "own_year",
            "From that of the year of the wage itself.",
            "Sejak tahun upah itu sendiri.",
            Grade.C,
            f"{_BRIEFING}.",
        ),
        Option(
            "next_year",
            "From that of the following year.",
            "Sejak tahun berikutnya.",
            Grade.M,
            "No source; the elucidation confirms compounding and names no end point.",
        ),
    ),
    (PP_45_2015.at("17(3)"), PP_45_2015.at("elucidation 17(3)")),
)

YEAR_OF_PENSION = Reading(
    "year_of_pension",
    "Which year are wages indexed to, where the right begins in the year after the event?",
    "Ke tahun mana upah disesuaikan bila hak mulai pada tahun setelah peristiwa?",
    (
        Option(
            "right_begins",
            "The year in which the right begins.",
            "Tahun mulainya hak.",
            Grade.M,
            "By reading: art. 17(1)a speaks of the first year of the pension.",
        ),
        Option(
            "event",
            "The year of the event: pension age, finding or death.",
            "Tahun peristiwa: usia pensiun, penetapan cacat, atau meninggal.",
            Grade.M,
            "By reading; the briefing has both in one year.",
        ),
    ),
    (PP_45_2015.at("17(1)a"), PP_45_2015.at("19(3)")),
)

WAGES_OF_PENSION_YEAR = Reading(
    "wages_of_pension_year",
    "Do the wages of the year in which the pension begins count in the mean?",
    "Apakah upah pada tahun mulai pensiun masuk dalam rata-rata?",
    (
        Option(
            "left_out",
            "No, unless there are no others; their months count for the length of contributions.",
            "Tidak, kecuali tidak ada yang lain; bulannya tetap dihitung dalam masa iur.",
            Grade.C,
            f"{_BRIEFING}, which leaves out 2030.",
        ),
        Option("counted", "Yes, with an index of 1.", "Ya, dengan indeks 1.", Grade.M, "By reading of art. 17(2)."),
    ),
    (PP_45_2015.at("17(2)"),),
)

COUNTED_WAGE = Reading(
    "counted_wage",
    "Does the pension go by the wage up to the ceiling of contributions?",
    "Apakah manfaat pensiun dihitung dari upah sampai batas atas iuran?",
    (
        Option(
            "capped",
            "Yes.",
            "Ya.",
            Grade.C,
            "The briefing's column of counted wages; contributions are paid on no more (art. 29(2)).",
        ),
        Option("whole", "No, by the whole wage.", "Tidak, dari seluruh upah.", Grade.M, "Art. 17(3) says wage alone."),
    ),
    (PP_45_2015.at("17(3)"), PP_45_2015.at("29(2)")),
)

PENSION_ROUNDING = Reading(
    "pension_rounding",
    "How does a pension become whole rupiah?",
    "Bagaimana manfaat pensiun dibulatkan ke rupiah penuh?",
    (
        Option("half_up", "To the nearest rupiah, halves up.", "Ke rupiah terdekat.", Grade.M, "Library convention."),
        Option("down", "Down to the full rupiah.", "Ke bawah.", Grade.M, "No source."),
        Option("up", "Up to the full rupiah.", "Ke atas.", Grade.M, "No source."),
    ),
    (PP_45_2015.at("17"),),
)

UPLIFT_MONTH = Reading(
    "uplift_month",
    "In which month is a pension raised each year?",
    "Pada bulan apa manfaat pensiun disesuaikan setiap tahun?",
    (
        Option(
            "anniversary",
            "In the month in which it began: the law counts years of the pension.",
            "Pada bulan mulainya pensiun: dihitung per tahun manfaat.",
            Grade.A,
            "The words of art. 17(1); the month in which the agency raises pensions was not found.",
        ),
        Option(
            "march",
            "In March, with the limits, from the year after it began.",
            "Pada bulan Maret bersama batas manfaat, sejak tahun setelah mulai.",
            Grade.M,
            "By analogy with the limits.",
        ),
    ),
    (PP_45_2015.at("17(1)"), PP_45_2015.at("17(4)")),
)

LIMITS_AND_SHARES = Reading(
    "limits_and_shares",
    "Do the lowest and the highest pension bound the survivor's own pension, or what it is a share of?",
    "Apakah batas manfaat berlaku atas pensiun ahli waris sendiri, atau atas dasar bagiannya?",
    (
        Option(
            "after_share",
            "The survivor's own pension.",
            "Atas pensiun ahli waris sendiri.",
            Grade.A,
            "By reading: arts 16 and 18 bound every pension; arts 21-23 take the share of the formula, without limits.",
        ),
        Option(
            "before_share",
            "What it is a share of; the share itself has no bounds.",
            "Atas dasar bagiannya; bagiannya sendiri tanpa batas.",
            Grade.M,
            "No source; no calculation of the agency was seen.",
        ),
    ),
    (PP_45_2015.at("16"), PP_45_2015.at("18"), UU_40_2004.at("elucidation 39(3)")),
)

LIMITS_OVER_TIME = Reading(
    "limits_over_time",
    "Do new limits of a year bound pensions that already run from their first month on?",
    "Apakah batas manfaat yang baru langsung berlaku atas pensiun yang sedang berjalan?",
    (
        Option(
            "every_month",
            "Yes: the law bounds the pension of each month.",
            "Ya: yang dibatasi adalah manfaat setiap bulan.",
            Grade.A,
            "The words of art. 18(1)-(2), 'for each month'.",
        ),
        Option(
            "when_set",
            "No: when the pension begins and at its yearly uplift.",
            "Tidak: saat pensiun mulai dan saat penyesuaian tahunan.",
            Grade.M,
            "By reading of art. 17(1).",
        ),
    ),
    (PP_45_2015.at("18(1)"), PP_45_2015.at("18(3)")),
)

START_OF_LIMITS_2026 = Reading(
    "start_of_limits_2026",
    "From which month do the limits of the pension of 2026 run?",
    "Sejak bulan apa batas manfaat pensiun tahun 2026 berlaku?",
    (
        Option(
            "march",
            "From March, with the ceiling, as in other years.",
            "Sejak Maret bersama batas atas upah, seperti tahun lain.",
            Grade.B,
            "Sources for 2016, 2017, 2019, 2020 and 2024.",
        ),
        Option(
            "february",
            "From February.",
            "Sejak Februari.",
            Grade.C,
            "Circular B/1226/022026 as a compliance file reports it.",
        ),
    ),
    (PP_45_2015.at("18(3)", Grade.C, "", Flag.CONTESTED),),
)

DEFERRED_INDEX = Reading(
    "deferred_index",
    "What is a pension that was put off worked out by?",
    "Dengan dasar apa manfaat pensiun yang ditunda dihitung?",
    (
        Option(
            "year_drawn",
            "By the year in which it is drawn: wages are indexed up to it.",
            "Tahun mulai diterima: upah disesuaikan sampai tahun itu.",
            Grade.M,
            "By reading: art. 17(1)a gives the formula for the first year of the pension.",
        ),
        Option(
            "year_reached",
            "By the year of the pension age; waiting brings nothing.",
            "Tahun tercapainya usia pensiun; penundaan tidak menambah manfaat.",
            Grade.M,
            "By silence: art. 15(4) names no increase.",
        ),
    ),
    (PP_45_2015.at("15(4)"), PP_45_2015.at("17(1)")),
)

ALL = (
    MEAN_OF_INDEXED_WAGES,
    INDEX_OF_WAGES,
    YEAR_OF_PENSION,
    WAGES_OF_PENSION_YEAR,
    COUNTED_WAGE,
    PENSION_ROUNDING,
    UPLIFT_MONTH,
    LIMITS_AND_SHARES,
    LIMITS_OVER_TIME,
    START_OF_LIMITS_2026,
    DEFERRED_INDEX,
)
