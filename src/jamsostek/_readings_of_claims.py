"""Open questions of law on who is covered when something happens, and on JKM."""

from __future__ import annotations

from ._citations import Grade
from ._readings import Option, Reading
from .instruments import (
    PP_44_2015,
    PP_49_2023,
)

ARREARS_IN_A_ROW = Reading(
    "arrears_in_a_row",
    "Which months in arrears count when a member dies or has an accident?",
    "Bulan tunggakan mana yang dihitung ketika peserta meninggal atau mengalami kecelakaan?",
    (
        Option(
            "current",
            "Those in a row up to the last month that was due.",
            "Yang berturut-turut sampai bulan terakhir yang jatuh tempo.",
            Grade.M,
            "By reading: money fills the oldest month first, so that older gaps are not arrears of contributions owed.",
        ),
        Option(
            "longest",
            "The longest run of months still unpaid on that day, whenever it was.",
            "Rangkaian terpanjang yang belum lunas pada hari itu, kapan pun terjadinya.",
            Grade.M,
            "By reading: the text asks for months in a row (berturut-turut), not for the last ones.",
        ),
    ),
    (PP_44_2015.at("38"), PP_44_2015.at("39"), PP_44_2015.at("41"), PP_44_2015.at("42")),
)

ARREARS_OF_TRAINEES = Reading(
    "arrears_of_trainees",
    "Whose rule governs arrears for interns and others without a wage, whose host pays?",
    "Ketentuan tunggakan siapa yang berlaku bagi peserta magang dan lainnya, yang iurannya dibayar penyelenggara?",
    (
        Option(
            "self_employed",
            "That of the self-employed, among whom the law counts them.",
            "Ketentuan peserta bukan penerima upah, karena termasuk di dalamnya.",
            Grade.A,
            "Elucidation of PP 44/2015 art. 5(3)c as of PP 49/2023; by reading before 2023-10-06.",
        ),
        Option(
            "employer",
            "That of employers: it is the host who pays.",
            "Ketentuan pemberi kerja: penyelenggara yang membayar.",
            Grade.M,
            "By reading: arts 38 and 41 punish who owes the money.",
        ),
    ),
    (PP_49_2023.at("elucidation 5(3)c"), PP_44_2015.at("39"), PP_44_2015.at("42")),
)

STATE_AS_EMPLOYER = Reading(
    "state_as_employer",
    "Does a state body that enrolled its staff late or not at all owe benefits as other employers do?",
    "Apakah penyelenggara negara yang tidak mendaftarkan pegawainya menanggung manfaat seperti pemberi kerja lain?",
    (
        Option(
            "like_others",
            "Yes, as other employers.",
            "Ya, seperti pemberi kerja lain.",
            Grade.M,
            "By analogy: since PP 49/2023 art. 2(3) its staff belong to the scheme, and no other rule was made.",
        ),
        Option(
            "not_liable",
            "No: the articles speak of employers other than the state.",
            "Tidak: pasal-pasalnya menyebut pemberi kerja selain penyelenggara negara.",
            Grade.A,
            "PP 44/2015 arts 27, 35, 38 and 41 by their words; the fund then pays arrears or not.",
        ),
    ),
    (PP_44_2015.at("27(1)"), PP_44_2015.at("35(1)"), PP_44_2015.at("41"), PP_49_2023.at("2(3)")),
)

ALL = (ARREARS_IN_A_ROW, ARREARS_OF_TRAINEES, STATE_AS_EMPLOYER)
