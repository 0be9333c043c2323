"""Open questions of law on who has a right to a pension, and to how many months of it."""

from __future__ import annotations

from ._citations import Grade
from ._readings import Option, Reading
from .instruments import PERMENAKER_29_2015, PP_45_2015, UU_40_2004

DENSITY_OF_PAYMENT = Reading(
    "density_of_payment",
    "What are the months paid measured against for the density of 80 %?",
    "Terhadap apa bulan iuran yang lunas dibandingkan untuk tingkat kepadatan 80 %?",
    (
        Option(
            "of_membership",
            "Against all months of membership that fell due, also those without work.",
            "Terhadap semua bulan kepesertaan yang telah jatuh tempo, juga saat tidak bekerja.",
            Grade.C,
            "An HR guide drawn from the country file of the SSA.",
        ),
        Option(
            "of_owed",
            "Against the months for which contributions were owed.",
            "Terhadap bulan yang iurannya terutang.",
            Grade.M,
            "By reading: the elucidation calls it the degree to which the member keeps paying.",
        ),
    ),
    (PP_45_2015.at("20(3)a"), PP_45_2015.at("elucidation 20(3)a")),
)

PAID_AFTER_EVENT = Reading(
    "paid_after_event",
    "Do months count that were in arrears at the event and paid after it?",
    "Apakah bulan yang menunggak saat peristiwa dan dilunasi kemudian dihitung?",
    (
        Option(
            "not_counted",
            "No: what had been paid by the event, or in time, counts.",
            "Tidak: yang dihitung adalah yang lunas saat peristiwa atau tepat waktu.",
            Grade.M,
            "By reading: arts 19(1) and 24(1) look at the months that the member has by then.",
        ),
        Option(
            "counted",
            "Yes.",
            "Ya.",
            Grade.M,
            "By reading: art. 1(12) counts months paid, whenever; arrears stay a claim of the fund (art. 32).",
        ),
    ),
    (PP_45_2015.at("1"), PP_45_2015.at("32")),
)

SEVERAL_EMPLOYERS_IN_JP = Reading(
    "several_employers_in_jp",
    "Does the ceiling bound the wage from each employer, or the sum of them?",
    "Apakah batas atas upah berlaku per pemberi kerja atau atas jumlahnya?",
    (
        Option(
            "each",
            "From each employer, as contributions are paid.",
            "Per pemberi kerja, seperti pembayaran iurannya.",
            Grade.M,
            "By silence: art. 29(2) bounds the wage on which a contribution is paid.",
        ),
        Option(
            "sum",
            "The sum.",
            "Atas jumlahnya.",
            Grade.M,
            "By silence; one membership number holds for all (art. 7(4)).",
        ),
    ),
    (PP_45_2015.at("7(4)"), PP_45_2015.at("29(2)")),
)

AGE_OF_LEAVERS = Reading(
    "age_of_leavers",
    "Which pension age binds who stopped work before the age rose?",
    "Usia pensiun mana yang mengikat peserta yang berhenti bekerja sebelum usia pensiun naik?",
    (
        Option(
            "table",
            "That in force on the birthday, as for everybody.",
            "Usia yang berlaku pada hari ulang tahunnya, seperti bagi semua.",
            Grade.A,
            "Art. 15 has no rule for leavers.",
        ),
        Option(
            "when_left",
            "That in force when he stopped work.",
            "Usia yang berlaku saat berhenti bekerja.",
            Grade.C,
            "Staff training material hints at it.",
        ),
    ),
    (PP_45_2015.at("15"),),
)

CHILDREN_OF_ONE_PENSION = Reading(
    "children_of_one_pension",
    "What becomes of the part of a child whose right ends, where two children receive the pension?",
    "Apa yang terjadi dengan bagian anak yang haknya berakhir bila ada dua anak penerima?",
    (
        Option(
            "passes_on",
            "The two share one pension in equal parts, and the other child receives all of it.",
            "Satu pensiun dibagi dua sama rata, dan beralih seluruhnya kepada anak yang lain.",
            Grade.C,
            "A branch head in 2020: it runs until the second child's right ends.",
        ),
        Option(
            "lapses",
            "The two share one pension in equal parts, and the part ends.",
            "Satu pensiun dibagi dua sama rata, dan bagiannya berakhir.",
            Grade.M,
            "No source.",
        ),
        Option(
            "each", "Each child has a pension of its own.", "Setiap anak menerima satu pensiun.", Grade.M, "No source."
        ),
    ),
    (PP_45_2015.at("14(1)c"), PP_45_2015.at("22"), UU_40_2004.at("elucidation 41(1)d")),
)

GROWN_CHILDREN = Reading(
    "grown_children",
    "Does a child who has no right to a pension any more exclude a parent's pension?",
    "Apakah anak yang tidak lagi berhak menutup pensiun orang tua?",
    (
        Option(
            "exclude",
            "Yes: the parent's pension asks that there be no child.",
            "Ya: pensiun orang tua mensyaratkan tidak ada anak.",
            Grade.A,
            "The words of art. 23(1); UU 40/2004 art. 41(1)e even speaks of single participants.",
        ),
        Option(
            "do_not",
            "No: only a child who can receive a pension does.",
            "Tidak: hanya anak yang dapat menerima pensiun.",
            Grade.M,
            "By reading: art. 1(8) means children registered as heirs.",
        ),
    ),
    (PP_45_2015.at("23(1)"), UU_40_2004.at("41(1)e")),
)

LUMP_SUM_OF_OTHERS = Reading(
    "lump_sum_of_others",
    "Is the lump sum paid where the tests of a disability pension, or of a child's or parent's, are not met?",
    "Apakah akumulasi iuran dibayarkan bila syarat pensiun cacat, anak, atau orang tua tidak terpenuhi?",
    (
        Option(
            "paid",
            "Yes, as at the pension age.",
            "Ya, seperti pada usia pensiun.",
            Grade.B,
            "The agency's programme page and press; for widows and widowers Permenaker 29/2015 art. 26(2)-(3).",
        ),
        Option(
            "nothing", "No.", "Tidak.", Grade.A, "By silence: PP 45/2015 art. 24 knows it at the pension age alone."
        ),
    ),
    (PP_45_2015.at("24(1)"), PERMENAKER_29_2015.at("26(2)-(3)")),
)

START_OF_JP_RETURN = Reading(
    "start_of_jp_return",
    "From which month on do contributions bear a return in a lump sum?",
    "Sejak bulan apa iuran memperoleh hasil pengembangan dalam pembayaran sekaligus?",
    (
        Option(
            "next_month",
            "From the month after the contribution month, in which they are paid.",
            "Sejak bulan setelah bulan iuran, saat iuran dibayar.",
            Grade.M,
            "By reading: arts 24(3) and 30(3).",
        ),
        Option("same_month", "From the contribution month.", "Sejak bulan iuran.", Grade.M, "No source."),
    ),
    (PP_45_2015.at("24(3)"),),
)

ALL = (
    DENSITY_OF_PAYMENT,
    PAID_AFTER_EVENT,
    SEVERAL_EMPLOYERS_IN_JP,
    AGE_OF_LEAVERS,
    CHILDREN_OF_ONE_PENSION,
    GROWN_CHILDREN,
    LUMP_SUM_OF_OTHERS,
    START_OF_JP_RETURN,
)
