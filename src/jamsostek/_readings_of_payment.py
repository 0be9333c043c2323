"""Open questions of law on when contributions are due and what late payment costs."""

from __future__ import annotations

from ._citations import Grade
from ._readings import Option, Reading
from .instruments import MANUAL_2022, PP_44_2015, PP_45_2015, PP_46_2015, PP_49_2020, PP_86_2013

BEGUN_MONTH = Reading(
    "begun_month",
    "Does a begun month of delay count for the late fine?",
    "Apakah bulan keterlambatan yang belum penuh dihitung untuk denda?",
    (
        Option(
            "counts",
            "Yes: each month begun counts whole.",
            "Ya: setiap bulan yang dimulai dihitung penuh.",
            Grade.M,
            "By reading: the text charges each month of delay (setiap bulan keterlambatan) and names no grace.",
        ),
        Option(
            "whole",
            "No: only whole months count.",
            "Tidak: hanya bulan penuh yang dihitung.",
            Grade.M,
            "By reading: a part of a month is no month.",
        ),
    ),
    (PP_44_2015.at("22(1)"), PP_46_2015.at("20(1)"), PP_45_2015.at("31(1)")),
)

FINE_ON_PART = Reading(
    "fine_on_part",
    "What does the fine go by where only a part of a programme's contributions of a month was late?",
    "Denda dihitung dari apa bila hanya sebagian iuran suatu program untuk satu bulan yang terlambat?",
    (
        Option(
            "whole_contribution",
            "All of them: the month counts as paid with its last part.",
            "Seluruh iuran: bulan itu dianggap lunas pada pembayaran bagian terakhir.",
            Grade.A_MANUAL,
            "The agency's manual of 2022, p. 19; the fine goes by the contribution that should have been paid.",
        ),
        Option(
            "late_part",
            "The part that was late.",
            "Bagian yang terlambat.",
            Grade.M,
            "By reading: what was paid in time is not delayed.",
        ),
    ),
    (PP_44_2015.at("22(1)"), MANUAL_2022.at("whole", Grade.A_MANUAL, "p. 19")),
)

FINE_ROUNDING = Reading(
    "fine_rounding",
    "How does a fine become whole rupiah?",
    "Bagaimana denda dibulatkan ke rupiah penuh?",
    (
        Option(
            "half_up",
            "To the nearest rupiah, halves up, for each programme and month.",
            "Ke rupiah terdekat, setengah ke atas, per program dan bulan.",
            Grade.M,
            "No rule was found; as contributions.",
        ),
        Option("down", "Down to the full rupiah.", "Ke bawah ke rupiah penuh.", Grade.M, "No source."),
        Option("up", "Up to the full rupiah.", "Ke atas ke rupiah penuh.", Grade.M, "No source."),
    ),
    (PP_44_2015.at("22"), PP_46_2015.at("20"), PP_45_2015.at("31")),
)

SATURDAY = Reading(
    "saturday",
    "Is Saturday a holiday that moves a due date?",
    "Apakah hari Sabtu termasuk hari libur yang menggeser jatuh tempo?",
    (
        Option(
            "holiday",
            "Yes.",
            "Ya.",
            Grade.A_MANUAL,
            "The agency's manual of 2022, p. 19, names Saturday, Sunday and public holidays.",
        ),
        Option("working_day", "No.", "Tidak.", Grade.M, "PP 44/2015 says holiday (hari libur) alone."),
    ),
    (PP_44_2015.at("21(3)"), PP_44_2015.at("24(4)"), PP_46_2015.at("19(3)")),
)

DUE_DAY_OF_2020 = Reading(
    "due_day_of_2020",
    "Did the later due date of 2020, the 30th, move on where it fell on a holiday?",
    "Apakah jatuh tempo tahun 2020, tanggal 30, bergeser bila jatuh pada hari libur?",
    (
        Option(
            "moves",
            "Yes, as the ordinary one of the programme does.",
            "Ya, seperti jatuh tempo biasa program itu.",
            Grade.M,
            "By reading: PP 49/2020 moved the day alone.",
        ),
        Option(
            "stays",
            "No.",
            "Tidak.",
            Grade.M,
            "By reading: the rule on holidays names the 15th.",
        ),
    ),
    (PP_49_2020.at("4(1)", Grade.B, "press of September 2020"),),
)

WARNING_DAYS = Reading(
    "warning_days",
    "How long does a written warning to an employer run?",
    "Berapa lama jangka waktu teguran tertulis kepada pemberi kerja?",
    (
        Option(
            "days",
            "Ten days.",
            "Sepuluh hari.",
            Grade.A,
            "PP 86/2013 art. 10(1)-(2), the special rule for employers.",
        ),
        Option(
            "working_days",
            "Ten working days.",
            "Sepuluh hari kerja.",
            Grade.A,
            "PP 86/2013 art. 6(1), the general rule.",
        ),
    ),
    (PP_86_2013.at("6(1)"), PP_86_2013.at("10(1)-(2)")),
)

ARREARS_ON_RETURN = Reading(
    "arrears_on_return",
    "Must a self-employed person whose membership ended after more than three unpaid months pay them on coming back?",
    "Apakah peserta BPU yang kepesertaannya berakhir wajib melunasi tunggakan saat kembali?",
    (
        Option(
            "not_charged",
            "No: old arrears are not charged.",
            "Tidak: tunggakan lama tidak ditagih.",
            Grade.C,
            "Frequently asked questions of the agency, told by one unofficial site, 2026-09.",
        ),
        Option(
            "charged",
            "Yes: they stay owed.",
            "Ya: tetap terutang.",
            Grade.M,
            "PP 44/2015 has no rule; art. 24(1) obliges.",
        ),
    ),
    (PP_44_2015.at("24(1)"), PP_44_2015.at("39(2)"), PP_44_2015.at("42(2)")),
)

ALL = (
    BEGUN_MONTH,
    FINE_ON_PART,
    FINE_ROUNDING,
    SATURDAY,
    DUE_DAY_OF_2020,
    WARNING_DAYS,
    ARREARS_ON_RETURN,
)
