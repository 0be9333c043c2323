"""Open questions of law that bills bring up: rounding, the month of a change, brackets, who must join what."""

from __future__ import annotations

from ._citations import Grade
from ._readings import Option, Reading
from .instruments import (
    PERMENAKER_5_2021,
    PERPRES_109_2013,
    PP_6_2025,
    PP_37_2021,
    PP_44_2015,
    PP_45_2015,
    PP_46_2015,
    PP_49_2023,
)

CONTRIBUTION_ROUNDING = Reading(
    "contribution_rounding",
    "How does a contribution become whole rupiah?",
    "Bagaimana iuran dibulatkan ke rupiah penuh?",
    (
        Option(
            "half_up",
            "To the nearest rupiah, halves up, for each programme and payer.",
            "Ke rupiah terdekat, setengah ke atas, per program dan penanggung.",
            Grade.C,
            "Press examples with fractional products agree with it; no regulation has a rule.",
        ),
        Option("down", "Down to the full rupiah.", "Ke bawah ke rupiah penuh.", Grade.M, "No source."),
        Option("up", "Up to the full rupiah.", "Ke atas ke rupiah penuh.", Grade.M, "No source."),
    ),
    (PP_44_2015.at("whole"), PP_45_2015.at("whole"), PP_46_2015.at("whole")),
)

MONTH_OF_CHANGE = Reading(
    "month_of_change",
    "Does a rule that takes effect inside a contribution month govern that month?",
    "Apakah aturan yang mulai berlaku di tengah bulan iuran mengatur bulan itu?",
    (
        Option(
            "that_month",
            "Yes: the month's contributions fall due after the change.",
            "Ya: iuran bulan itu jatuh tempo sesudah perubahan.",
            Grade.M,
            "Inference: PP 7/2025, in force on 7 February 2025, itself takes February 2025 as its first month.",
        ),
        Option(
            "next_month",
            "No: it governs from the next month on.",
            "Tidak: baru bulan berikutnya.",
            Grade.M,
            "No source; the rule of many payroll programmes.",
        ),
    ),
    (PP_37_2021.at("50"), PP_6_2025.at("whole")),
)

INCOME_BETWEEN_BRACKETS = Reading(
    "income_between_brackets",
    "Which row takes an income between two rows of the table, which is printed in thousands?",
    "Baris mana berlaku bagi penghasilan di antara dua baris tabel, yang dicetak dalam ribuan?",
    (
        Option("lower_row", "The lower one.", "Baris yang lebih rendah.", Grade.M, "Library convention, not law."),
        Option("upper_row", "The upper one.", "Baris yang lebih tinggi.", Grade.M, "No source."),
    ),
    (PP_44_2015.at("annex II"),),
)

JHT_OF_EMPLOYERS = Reading(
    "jht_of_employers",
    "Must a self-employed person who employs others join JHT?",
    "Wajibkah peserta bukan penerima upah yang mempekerjakan orang lain ikut JHT?",
    (
        Option(
            "optional",
            "No: every self-employed person may join.",
            "Tidak: setiap peserta bukan penerima upah dapat ikut.",
            Grade.A,
            "PP 46/2015 art. 13(1) says may; its elucidation says voluntary for all kinds of art. 4(3).",
        ),
        Option(
            "compulsory",
            "Yes, by the minister's regulation.",
            "Ya, menurut peraturan menteri.",
            Grade.C,
            "Permenaker 5/2021 arts 31-32 as told by one secondary source; PP 46/2015 arts 2(1) and 6 point that way.",
        ),
    ),
    (PP_46_2015.at("13(1)"), PP_46_2015.at("2(1)"), PERMENAKER_5_2021.at("31", Grade.C)),
)

SCALE_OF_PRIVATE_PERSONS = Reading(
    "scale_of_private_persons",
    "Which programmes must a private person enrol a worker in?",
    "Program apa yang wajib diikutkan oleh pemberi kerja orang perseorangan?",
    (
        Option(
            "jht_too",
            "JKK, JKM and JHT; JP by choice.",
            "JKK, JKM, dan JHT; JP pilihan.",
            Grade.M,
            "By reading: PP 44/2015 art. 5(2)b and PP 46/2015 art. 4(2)b name these workers.",
        ),
        Option(
            "as_large",
            "All four.",
            "Keempat program.",
            Grade.M,
            "By reading: PP 45/2015 arts 1(6) and 2(1)b count private persons among the employers.",
        ),
        Option(
            "as_micro",
            "As a micro employer: JKK and JKM.",
            "Seperti usaha mikro: JKK dan JKM.",
            Grade.M,
            "Perpres 109/2013 art. 6(3) phases duties by scale only; no source for households.",
        ),
    ),
    (PP_46_2015.at("4(2)b"), PERPRES_109_2013.at("6(3)")),
)

JKM_PART_AFTER_2025 = Reading(
    "jkm_part_after_2025",
    "Does JKM still hand a part over to JKP from February 2025 on?",
    "Apakah JKM masih direkomposisi ke JKP sejak Februari 2025?",
    (
        Option(
            "none",
            "No: PP 6/2025 names JKK alone, and the later rule prevails.",
            "Tidak: PP 6/2025 hanya menyebut JKK, dan aturan yang kemudian berlaku.",
            Grade.A,
            "PP 6/2025 art. 11(3) and (5).",
        ),
        Option(
            "goes_on",
            "Yes: art. 18A of PP 44/2015 was never repealed.",
            "Ya: Pasal 18A PP 44/2015 tidak pernah dicabut.",
            Grade.A,
            "PP 49/2023, art. 18A(1).",
        ),
    ),
    (PP_6_2025.at("11(5)"), PP_49_2023.at("18A(1)")),
)
