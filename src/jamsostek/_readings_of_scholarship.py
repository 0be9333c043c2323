"""Open questions of law on the children's scholarships."""

from __future__ import annotations

from ._citations import Grade
from ._readings import Option, Reading
from .instruments import PERMENAKER_1_2025, PERMENAKER_5_2021, PP_44_2015, PP_82_2019

_CONDITIONS = PERMENAKER_5_2021.at("103(2)", Grade.B, "press and branch offices")

SCHOLARSHIP_CHOICE = Reading(
    "scholarship_choice",
    "Which two of three or more children draw the scholarship?",
    "Dua anak yang mana menerima beasiswa bila anak lebih dari dua?",
    (
        Option("family", "Those whom the family chooses.", "Yang dipilih keluarga.", Grade.M, "No rule was found."),
        Option(
            "registered",
            "Those registered with the agency, where they are two; else the family chooses.",
            "Yang terdaftar di BPJS Ketenagakerjaan bila dua orang; selebihnya dipilih keluarga.",
            Grade.M,
            "Practice, as remembered.",
        ),
    ),
    (PP_82_2019.at("25(3)"), PP_82_2019.at("34(3)")),
)

SCHOLARSHIP_FIRST_YEAR = Reading(
    "scholarship_first_year",
    "Which school year is the first to be paid?",
    "Tahun ajaran mana yang pertama dibayar?",
    (
        Option(
            "running_year",
            "The one that runs on the day of the event.",
            "Tahun ajaran yang berjalan pada hari peristiwa.",
            Grade.C,
            "Rubrik Sultra 2021: the first year was paid with the other benefits of a death of August 2020.",
        ),
        Option("next_year", "The one after it.", "Tahun ajaran berikutnya.", Grade.M, "No source."),
    ),
    (PP_82_2019.at("25(3)"), PP_82_2019.at("34(3)")),
)

SCHOLARSHIP_AGE_TEST = Reading(
    "scholarship_age_test",
    "On which day must a child be under the age limit for a school year to be paid?",
    "Pada hari apa anak harus di bawah batas usia agar tahun ajaran dibayar?",
    (
        Option(
            "when_claimed",
            "On the day on which the school year is claimed.",
            "Pada hari pengajuan untuk tahun ajaran itu.",
            Grade.M,
            "By reading: the conditions are those of a claim.",
        ),
        Option(
            "school_year_start",
            "On the first day of the school year.",
            "Pada hari pertama tahun ajaran.",
            Grade.M,
            "No source.",
        ),
    ),
    (_CONDITIONS,),
)

SCHOLARSHIP_REPEATED_YEARS = Reading(
    "scholarship_repeated_years",
    "What do the most years of a level count?",
    "Apa yang dihitung dalam batas tahun suatu jenjang?",
    (
        Option(
            "paid_years",
            "The years paid: a repeated year uses up one of them.",
            "Tahun yang dibayar: mengulang kelas memakai satu di antaranya.",
            Grade.M,
            "By reading of the scale.",
        ),
        Option(
            "attended_years",
            "The years attended, those before the event among them.",
            "Tahun yang ditempuh, termasuk sebelum peristiwa.",
            Grade.M,
            "No source.",
        ),
    ),
    (PP_82_2019.at("annex III", Grade.B, "press and branch offices; the annex itself was not read"),),
)

SCHOLARSHIP_TRAINING = Reading(
    "scholarship_training",
    "Does vocational training count against the same five years as studies?",
    "Apakah pelatihan dihitung dalam lima tahun yang sama dengan kuliah?",
    (
        Option(
            "same_years",
            "Yes: the scale has one line for both.",
            "Ya: keduanya satu baris.",
            Grade.B,
            "Press and branch tables put both on one line.",
        ),
        Option("own_years", "No: it has five of its own.", "Tidak: ada lima tahun tersendiri.", Grade.M, "No source."),
    ),
    (PP_82_2019.at("annex III", Grade.B, "press and branch offices; the annex itself was not read"),),
)

SCHOLARSHIP_DIPLOMAS = Reading(
    "scholarship_diplomas",
    "Are diploma courses (D1 to D4) paid as higher education?",
    "Apakah diploma (D1 sampai D4) dibayar sebagai pendidikan tinggi?",
    (
        Option(
            "paid",
            "Yes.",
            "Ya.",
            Grade.M,
            "By reading: higher education up to the bachelor's degree includes them.",
        ),
        Option("not_paid", "No.", "Tidak.", Grade.M, "No source."),
    ),
    (PP_82_2019.at("annex III", Grade.B, "press and branch offices; the annex itself was not read"),),
)

SCHOLARSHIP_DEGREE = Reading(
    "scholarship_degree",
    "Does the scale end with the bachelor's degree?",
    "Apakah beasiswa berakhir pada jenjang sarjana (S1)?",
    (
        Option("up_to_bachelor", "Yes.", "Ya.", Grade.B, "All sources but one: at most S1."),
        Option(
            "from_bachelor",
            "No: what comes after it is paid too, within the same years.",
            "Tidak: jenjang sesudahnya juga dibayar, dalam tahun yang sama.",
            Grade.C,
            "One text of a branch, told by Jabar News: at least S1.",
        ),
    ),
    (PP_82_2019.at("annex III", Grade.B, "press and branch offices; the annex itself was not read"),),
)

SCHOLARSHIP_RESUMES = Reading(
    "scholarship_resumes",
    "Does a scholarship that stopped, because the child left school or worked, resume on return to school?",
    "Apakah beasiswa yang berhenti karena putus sekolah atau bekerja berlanjut saat anak kembali bersekolah?",
    (
        Option(
            "ends",
            "No: it has ended.",
            "Tidak: sudah berakhir.",
            Grade.C,
            "Tribun Bali 2021: who does not go on to the next level is stopped; nothing was found on return.",
        ),
        Option("resumes", "Yes.", "Ya.", Grade.M, "No source."),
    ),
    (_CONDITIONS,),
)

SCHOLARSHIP_CATCH_UP = Reading(
    "scholarship_catch_up",
    "Is a school year that has ended before it is claimed still paid?",
    "Apakah tahun ajaran yang sudah berakhir sebelum diajukan tetap dibayar?",
    (
        Option(
            "paid",
            "Yes.",
            "Ya.",
            Grade.C,
            "Back payments for 2019 to 2021 (Pena Sultra 2021); Malang paid more years than children in 2025.",
        ),
        Option("lost", "No.", "Tidak.", Grade.M, "No source."),
    ),
    (PP_82_2019.at("25(3)"), PP_82_2019.at("34(3)")),
)

SCHOLARSHIP_EXPIRY = Reading(
    "scholarship_expiry",
    "How does the time limit for claims of JKK act on a scholarship paid every year?",
    "Bagaimana kedaluwarsa klaim JKK berlaku bagi beasiswa yang dibayar setiap tahun?",
    (
        Option(
            "claim_as_such",
            "The claim must be made in time; later school years follow.",
            "Klaim harus diajukan tepat waktu; tahun ajaran berikutnya mengikuti.",
            Grade.M,
            "By reading: the right to claim lapses, not the yearly payment.",
        ),
        Option(
            "each_year",
            "Each school year must be claimed in time.",
            "Setiap tahun ajaran harus diajukan tepat waktu.",
            Grade.M,
            "No source.",
        ),
    ),
    (PP_82_2019.at("26"),),
)

SCHOLARSHIP_MONTHS = Reading(
    "scholarship_months",
    "Is a record of exactly the least years of contributions enough?",
    "Apakah masa iur tepat sama dengan batas terendah cukup?",
    (
        Option(
            "enough",
            "Yes: at least means that many months paid.",
            "Ya: paling singkat berarti sebanyak bulan itu lunas.",
            Grade.A,
            "PP 82/2019 art. 34(1)d: at least (paling singkat) three years.",
        ),
        Option(
            "more",
            "No: there must be more.",
            "Tidak: harus lebih.",
            Grade.C,
            "Antara Jateng 2024: more than 36 months.",
        ),
    ),
    (PP_82_2019.at("34(1)d"),),
)

SCHOLARSHIP_GAPS = Reading(
    "scholarship_gaps",
    "Must the years of contributions be months in a row?",
    "Apakah masa iur harus berturut-turut?",
    (
        Option("allowed", "No.", "Tidak.", Grade.A, "By silence: the article asks for years of contributions alone."),
        Option("in_a_row", "Yes.", "Ya.", Grade.M, "No source."),
    ),
    (PP_44_2015.at("34(1)d"), PP_82_2019.at("34(1)d")),
)

MONTHS_BEFORE_JULY_2015 = Reading(
    "months_before_july_2015",
    "Do months of contributions before July 2015 count towards the scholarship of JKM?",
    "Apakah bulan iuran sebelum Juli 2015 dihitung untuk beasiswa JKM?",
    (
        Option(
            "count",
            "Yes.",
            "Ya.",
            Grade.M,
            "By reading: else nobody could have had five years before July 2020, and the first rule meant nothing.",
        ),
        Option("do_not_count", "No.", "Tidak.", Grade.M, "By reading: the programme began on 1 July 2015."),
    ),
    (PP_44_2015.at("34(1)d"), PP_44_2015.at("63")),
)

SCHOLARSHIP_OF_UNREGISTERED = Reading(
    "scholarship_of_unregistered",
    "Does a child that was not registered with the agency beforehand draw the scholarship?",
    "Apakah anak yang belum terdaftar di BPJS Ketenagakerjaan menerima beasiswa?",
    (
        Option(
            "excluded",
            "No, for events from 24 February 2025 on.",
            "Tidak, untuk peristiwa sejak 24 Februari 2025.",
            Grade.C,
            "Digests of Permenaker 1/2025.",
        ),
        Option(
            "admitted",
            "Yes: the regulation of the government asks for a lawful child alone.",
            "Ya: peraturan pemerintah hanya mensyaratkan anak sah.",
            Grade.A,
            "By silence of PP 82/2019 arts 25 and 34 with their elucidation.",
        ),
    ),
    (PERMENAKER_1_2025.at("103", Grade.C, "a digest of the regulation"), PP_82_2019.at("elucidation 25(2)b")),
)

SCHOLARSHIP_OF_BOTH_PARENTS = Reading(
    "scholarship_of_both_parents",
    "Does a child of two participants draw two scholarships?",
    "Apakah anak dari dua peserta menerima dua beasiswa?",
    (
        Option(
            "two",
            "Yes, one for each.",
            "Ya, satu untuk setiap peserta.",
            Grade.A,
            "By silence: the articles give it for the children of each participant and exclude nothing.",
        ),
        Option("one", "No.", "Tidak.", Grade.M, "No source."),
    ),
    (PP_82_2019.at("25(3)"), PP_82_2019.at("34(3)")),
)

SCHOLARSHIP_AFTER_DISABILITY = Reading(
    "scholarship_after_disability",
    "Does a child that draws for a parent's total disability draw a second scholarship when that parent dies?",
    "Apakah beasiswa karena cacat total tetap orang tua diberikan lagi saat orang tua itu meninggal?",
    (
        Option(
            "one",
            "No: it draws on as before.",
            "Tidak: beasiswa semula berlanjut.",
            Grade.M,
            "By reading: the scale bounds the years of each level of a participant's child.",
        ),
        Option("two", "Yes.", "Ya.", Grade.M, "No source."),
    ),
    (PP_82_2019.at("25(3)"), PP_82_2019.at("34(3)")),
)

SCHOLARSHIP_OF_2015_IN_JKM = Reading(
    "scholarship_of_2015_in_jkm",
    "Did the first scholarship of JKM ask for a child still at school?",
    "Apakah beasiswa JKM yang pertama mensyaratkan anak yang masih bersekolah?",
    (
        Option(
            "child_at_school",
            "Yes, as in JKK.",
            "Ya, seperti dalam JKK.",
            Grade.M,
            "By reading: the elucidation of art. 25, on JKK, says so; that of art. 34 is silent.",
        ),
        Option(
            "every_participant",
            "No: it was due for every participant with the years of contributions.",
            "Tidak: diberikan kepada setiap peserta yang memenuhi masa iur.",
            Grade.A,
            "PP 44/2015 art. 34(1)d and (2) by their words.",
        ),
    ),
    (PP_44_2015.at("34(1)d"), PP_44_2015.at("34(2)"), PP_44_2015.at("elucidation 25(2)b")),
)

ALL = (
    SCHOLARSHIP_CHOICE,
    SCHOLARSHIP_FIRST_YEAR,
    SCHOLARSHIP_AGE_TEST,
    SCHOLARSHIP_REPEATED_YEARS,
    SCHOLARSHIP_TRAINING,
    SCHOLARSHIP_DIPLOMAS,
    SCHOLARSHIP_DEGREE,
    SCHOLARSHIP_RESUMES,
    SCHOLARSHIP_CATCH_UP,
    SCHOLARSHIP_EXPIRY,
    SCHOLARSHIP_MONTHS,
    SCHOLARSHIP_GAPS,
    MONTHS_BEFORE_JULY_2015,
    SCHOLARSHIP_OF_UNREGISTERED,
    SCHOLARSHIP_OF_BOTH_PARENTS,
    SCHOLARSHIP_AFTER_DISABILITY,
    SCHOLARSHIP_OF_2015_IN_JKM,
)
