"""Open questions of law on what JKP pays after a dismissal."""

from __future__ import annotations

from ._citations import Grade
from ._readings import Option, Reading
from .instruments import PERMENAKER_2_2025, PP_6_2025, PP_37_2021

JKP_MONTHS_LOOKED_AT = Reading(
    "jkp_months_looked_at",
    "Which are the 24 calendar months before a dismissal?",
    "Bulan mana saja yang termasuk 24 bulan kalender sebelum PHK?",
    (
        Option(
            "before_that_month",
            "Those before the month of the dismissal.",
            "Bulan-bulan sebelum bulan PHK.",
            Grade.A,
            "By reading: PP 6/2025 art. 19(3) says calendar months, before the dismissal.",
        ),
        Option(
            "with_that_month",
            "Those that end with the month of the dismissal.",
            "Bulan-bulan sampai dengan bulan PHK.",
            Grade.M,
            "No source.",
        ),
    ),
    (PP_37_2021.at("19(3)"), PP_6_2025.at("19(3)")),
)

JKP_SIX_IN_A_ROW = Reading(
    "jkp_six_in_a_row",
    "Which six months in a row had to be paid before a dismissal, until February 2025?",
    "Enam bulan berturut-turut mana yang harus dibayar sebelum PHK, sampai Februari 2025?",
    (
        Option(
            "up_to_the_arrears",
            "The last ones before it, arrears of the employer left out; a time without contributions owed is a gap.",
            "Enam bulan terakhir sebelum PHK, tanpa menghitung tunggakan pengusaha; masa tanpa iuran memutus.",
            Grade.M,
            "By reading: art. 39 pays in spite of arrears, which it could not if arrears broke the six months.",
        ),
        Option(
            "up_to_the_dismissal",
            "The last ones that were due before it, arrears breaking them.",
            "Enam bulan terakhir yang jatuh tempo sebelum PHK; tunggakan memutus.",
            Grade.M,
            "By reading: the words ask for months paid in a row before the dismissal.",
        ),
        Option(
            "any_six",
            "Any six since JKP began.",
            "Enam bulan mana pun sejak JKP berlaku.",
            Grade.M,
            "By reading: the words ask for six months before the dismissal, not for the last six.",
        ),
    ),
    (PP_37_2021.at("19(3)"), PP_37_2021.at("39(1)"), PP_37_2021.at("39(3)")),
)

JKP_LATE_MONTHS = Reading(
    "jkp_late_months",
    "Do months count that the employer paid only after the dismissal?",
    "Apakah bulan yang iurannya baru dibayar pengusaha sesudah PHK ikut dihitung?",
    (
        Option(
            "paid_before",
            "No: they must be paid before it.",
            "Tidak: harus sudah dibayar sebelum PHK.",
            Grade.M,
            "By reading: art. 19(3) asks for months had and paid before the dismissal.",
        ),
        Option(
            "paid_at_all",
            "Yes: the arrears are the employer's fault.",
            "Ya: tunggakan adalah kelalaian pengusaha.",
            Grade.M,
            "By reading: art. 39(1)-(2) lets the fund pay and the employer clear the arrears afterwards.",
        ),
    ),
    (PP_6_2025.at("19(3)"), PP_6_2025.at("39(1)-(2)")),
)

JKP_CLAIM_WINDOW_2025 = Reading(
    "jkp_claim_window_2025",
    "Until when could somebody claim who was dismissed before 7 February 2025?",
    "Sampai kapan pekerja yang di-PHK sebelum 7 Februari 2025 dapat mengajukan klaim?",
    (
        Option(
            "running_extended",
            "Six months from the dismissal, if the three months were still running on that day.",
            "Enam bulan sejak PHK, bila jangka tiga bulan masih berjalan pada tanggal itu.",
            Grade.M,
            "By reading: PP 6/2025 art. II(2) adjusts benefits to the new rules, it does not revive lost rights.",
        ),
        Option(
            "of_the_dismissal",
            "Three months from the dismissal.",
            "Tiga bulan sejak PHK.",
            Grade.M,
            "By reading: the rule of the day of the dismissal.",
        ),
        Option(
            "revived",
            "Six months from the dismissal, whether or not the three months had run out.",
            "Enam bulan sejak PHK, sekalipun jangka tiga bulan telah lewat.",
            Grade.M,
            "By reading: art. 40a as it stands knows six months alone.",
        ),
    ),
    (PP_37_2021.at("40a"), PP_6_2025.at("40a"), PP_6_2025.at("whole")),
)

JKP_CASH_TRANSITION = Reading(
    "jkp_cash_transition",
    "Which of its days tells whether a month of a running benefit comes under the 60 % of February 2025?",
    "Hari mana yang menentukan apakah suatu bulan manfaat memakai 60 % sejak Februari 2025?",
    (
        Option(
            "month_begins",
            "The day on which the month of the benefit begins, counted from the day the claim was declared eligible.",
            "Hari pertama bulan manfaat, dihitung sejak klaim dinyatakan memenuhi syarat.",
            Grade.M,
            "By reading: Permenaker 2/2025 art. II gives 60 % for the remaining months, from 7 February 2025.",
        ),
        Option(
            "payment",
            "The day on which it is paid.",
            "Hari pembayarannya.",
            Grade.M,
            "By reading: what is paid from that day on follows the new rules.",
        ),
    ),
    (PP_6_2025.at("whole"), PERMENAKER_2_2025.at("whole")),
)

JKP_SEVERAL_JOBS = Reading(
    "jkp_several_jobs",
    "Is somebody who works for several firms owed JKP when dismissed by one?",
    "Apakah pekerja pada beberapa pengusaha berhak atas JKP bila di-PHK oleh salah satunya?",
    (
        Option(
            "chosen_firm",
            "Yes, if it is the firm chosen for JKP.",
            "Ya, bila perusahaan itu yang dipilih sebagai tempat kerja JKP.",
            Grade.A,
            "By reading: PP 37/2021 arts 8(2) and 36 with its elucidation.",
        ),
        Option(
            "no_job_left",
            "Only when no job for a wage is left.",
            "Hanya bila tidak ada lagi pekerjaan yang menerima upah.",
            Grade.C,
            "One list of conditions asks for no work as a wage earner; art. 40b ends the right of who has work.",
        ),
    ),
    (PP_37_2021.at("8(2)"), PP_37_2021.at("36"), PP_37_2021.at("40b")),
)

JKP_BANKRUPT_LONG_ARREARS = Reading(
    "jkp_bankrupt_long_arrears",
    "Who pays when a bankrupt or closed firm is more than six months in arrears?",
    "Siapa yang membayar bila perusahaan pailit atau tutup menunggak lebih dari enam bulan?",
    (
        Option(
            "employer_first",
            "The employer first, as for any other firm.",
            "Pengusaha lebih dahulu, seperti perusahaan lain.",
            Grade.A,
            "By reading: PP 6/2025 art. 39A stops at six months, which leaves art. 39(3).",
        ),
        Option(
            "fund",
            "The fund: a firm that is gone cannot pay first.",
            "BPJS Ketenagakerjaan: perusahaan yang sudah tidak ada tidak dapat membayar lebih dahulu.",
            Grade.M,
            "No source.",
        ),
    ),
    (PP_6_2025.at("39(3)"), PP_6_2025.at("39A")),
)

JKP_PAST_PENSION_AGE = Reading(
    "jkp_past_pension_age",
    "Can somebody claim who is dismissed past the pension age?",
    "Dapatkah pekerja yang di-PHK setelah melewati usia pensiun mengajukan klaim?",
    (
        Option(
            "yes",
            "Yes: age is tested when registering alone.",
            "Ya: usia hanya diuji saat mendaftar.",
            Grade.A,
            "By silence: no article of PP 37/2021 ends JKP at an age; art. 20(1)c speaks of dismissal for retirement.",
        ),
        Option(
            "no",
            "No: claims are for working age, which ends with the age of drawing a pension.",
            "Tidak: klaim hanya selama masa usia kerja, sampai batas usia menerima manfaat pensiun.",
            Grade.A,
            "By reading: PP 37/2021 art. 35 with its elucidation.",
        ),
    ),
    (PP_37_2021.at("4(2)b"), PP_37_2021.at("35"), PP_37_2021.at("elucidation 35")),
)

JKP_CASH_ROUNDING = Reading(
    "jkp_cash_rounding",
    "How does a month's cash benefit become whole rupiah?",
    "Bagaimana manfaat uang tunai sebulan dibulatkan ke rupiah penuh?",
    (
        Option(
            "half_up",
            "To the nearest rupiah, halves up.",
            "Ke rupiah terdekat, setengah ke atas.",
            Grade.M,
            "Library convention: no text has a rule.",
        ),
        Option("down", "Down to the full rupiah.", "Ke bawah ke rupiah penuh.", Grade.M, "No source."),
        Option("up", "Up to the full rupiah.", "Ke atas ke rupiah penuh.", Grade.M, "No source."),
    ),
    (PP_37_2021.at("21"),),
)

ALL = (
    JKP_MONTHS_LOOKED_AT,
    JKP_SIX_IN_A_ROW,
    JKP_LATE_MONTHS,
    JKP_CLAIM_WINDOW_2025,
    JKP_CASH_TRANSITION,
    JKP_SEVERAL_JOBS,
    JKP_BANKRUPT_LONG_ARREARS,
    JKP_PAST_PENSION_AGE,
    JKP_CASH_ROUNDING,
)
