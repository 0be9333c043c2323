"""Who must join which programmes: the duties by kind of participant, as dated tables.

>>> DUTY_OF_MICRO.rows[0].value.compulsory
(<Programme.JKK: 'JKK'>, <Programme.JKM: 'JKM'>)
"""

from __future__ import annotations

from ._citations import Citation, Flag, Grade
from ._dated import Clock, Dated, Horizon, Row, row
from ._kinds import Programme
from .instruments import PERMENAKER_1_2025, PERPRES_109_2013, PP_37_2021, PP_44_2015, PP_45_2015, PP_46_2015, PP_49_2023
from .units import DUTY, IN_FORCE, Duty

_JKK, _JKM, _JHT, _JP = Programme.JKK, Programme.JKM, Programme.JHT, Programme.JP


def _table(name: str, label_en: str, label_id: str, *rows: Row[Duty]) -> Dated[Duty]:
    return Dated(f"participation.{name}", label_en, label_id, DUTY, Clock.CONTRIBUTION_MONTH, rows, Horizon.OPEN)


def _duty(compulsory: tuple[Programme, ...], optional: tuple[Programme, ...], *cites: Citation) -> Row[Duty]:
    return row("2015-07", Duty(compulsory, optional), *cites)


_MAY_ADD = PERPRES_109_2013.at("6(3)", Grade.C, "practice of smaller employers adding programmes")

DUTY_OF_LARGE = _table(
    "DUTY_OF_LARGE",
    "programmes of medium and large employers",
    "program usaha menengah dan besar",
    _duty((_JKK, _JKM, _JHT, _JP), (), PERPRES_109_2013.at("6(3)a")),
)
DUTY_OF_SMALL = _table(
    "DUTY_OF_SMALL",
    "programmes of small employers",
    "program usaha kecil",
    _duty((_JKK, _JKM, _JHT), (_JP,), PERPRES_109_2013.at("6(3)b"), _MAY_ADD),
)
DUTY_OF_MICRO = _table(
    "DUTY_OF_MICRO",
    "programmes of micro employers",
    "program usaha mikro",
    _duty((_JKK, _JKM), (_JHT, _JP), PERPRES_109_2013.at("6(3)c"), _MAY_ADD),
)
DUTY_OF_PRIVATE_PERSON = _table(
    "DUTY_OF_PRIVATE_PERSON",
    "programmes of a private person's workers",
    "program pekerja pada orang perseorangan",
    _duty(
        (_JKK, _JKM, _JHT),
        (_JP,),
        PP_44_2015.at("5(2)b"),
        PP_46_2015.at("4(2)b", Grade.A, "", Flag.READING),
        PP_45_2015.at("2(1)b", Grade.A, "", Flag.READING),
    ),
)
DUTY_OF_STATE = _table(
    "DUTY_OF_STATE",
    "programmes of a state body's staff who are no civil servants",
    "program pegawai non-ASN pada penyelenggara negara",
    _duty(
        (),
        (_JKK, _JKM, _JHT),
        PP_44_2015.at("2(2)", Grade.A, "", Flag.READING),
        PP_46_2015.at("3", Grade.A, "", Flag.READING),
        PP_45_2015.at("2(2)"),
    ),
    row(
        "2023-10-06",
        Duty((_JKK, _JKM), (_JHT,)),
        PP_49_2023.at("2(3)"),
        PP_46_2015.at("3", Grade.A, "", Flag.READING),
        PP_45_2015.at("2(2)"),
    ),
)
DUTY_OF_OWN_ACCOUNT = _table(
    "DUTY_OF_OWN_ACCOUNT",
    "programmes of own-account workers",
    "program pekerja mandiri",
    _duty((_JKK, _JKM), (_JHT,), PP_44_2015.at("11(1)"), PP_46_2015.at("13(1)"), PP_45_2015.at("2(1)")),
)
DUTY_OF_SELF_EMPLOYED_EMPLOYER = _table(
    "DUTY_OF_SELF_EMPLOYED_EMPLOYER",
    "programmes of the self-employed who employ others",
    "program pemberi kerja sebagai peserta bukan penerima upah",
    _duty((_JKK, _JKM), (_JHT,), PP_44_2015.at("11(1)"), PP_46_2015.at("13(1)"), PP_45_2015.at("2(1)")),
)
DUTY_OF_TRAINEE = _table(
    "DUTY_OF_TRAINEE",
    "programmes of interns and others without a wage",
    "program peserta magang dan lainnya yang tidak menerima upah",
    _duty((_JKK, _JKM), (_JHT,), PP_44_2015.at("11(1)", Grade.A, "", Flag.READING), PP_46_2015.at("13(1)")),
    row(
        "2023-10-06",
        Duty((_JKK, _JKM), (_JHT,)),
        PP_44_2015.at("11(1)", Grade.A, "", Flag.READING),
        PP_49_2023.at("elucidation 5(3)c"),
        PP_46_2015.at("13(1)"),
    ),
)
DUTY_OF_PROJECT_WORKER = _table(
    "DUTY_OF_PROJECT_WORKER",
    "programmes of a construction project's workers",
    "program pekerja proyek jasa konstruksi",
    _duty((_JKK, _JKM), (), PP_44_2015.at("53"), PERPRES_109_2013.at("6(4)-(5)")),
)

JKP_IN_FORCE: Dated[bool] = Dated(
    "participation.JKP_IN_FORCE",
    "JKP of a company's workers",
    "JKP bagi pekerja perusahaan",
    IN_FORCE,
    Clock.CONTRIBUTION_MONTH,
    (row("2021-02-02", True, PP_37_2021.at("2(1)"), PP_37_2021.at("11(3)")),),
)

TRAINEES_PAY_BY_WAGE: Dated[bool] = Dated(
    "participation.TRAINEES_PAY_BY_WAGE",
    "interns and others without a wage pay the wage earners' shares",
    "peserta magang dan lainnya membayar menurut persentase penerima upah",
    IN_FORCE,
    Clock.CONTRIBUTION_MONTH,
    (row("2025-02-24", True, PERMENAKER_1_2025.at("35", Grade.C, "one secondary source", Flag.READING)),),
)

TRAINEES_PAY_BY_BRACKET: Dated[bool] = Dated(
    "participation.TRAINEES_PAY_BY_BRACKET",
    "interns and others without a wage pay by the lowest row of the income table",
    "peserta magang dan lainnya membayar menurut baris terendah tabel penghasilan",
    IN_FORCE,
    Clock.CONTRIBUTION_MONTH,
    (
        row(
            "2015-07",
            True,
            PP_44_2015.at("28(3)", Grade.M, "remembered practice; left to the minister", Flag.READING),
            until="2025-02-23",
        ),
    ),
    Horizon.WINDOW,
)

TRAINEES_JHT_BY_BRACKET: Dated[bool] = Dated(
    "participation.TRAINEES_JHT_BY_BRACKET",
    "JHT of interns and others without a wage goes by the deemed wage as if it were income",
    "JHT peserta magang dan lainnya menurut upah yang dianggap sebagai penghasilan",
    IN_FORCE,
    Clock.CONTRIBUTION_MONTH,
    (row("2015-07", True, PP_46_2015.at("18(2)", Grade.M, "no rule was read", Flag.READING)),),
)

TABLES = (
    DUTY_OF_LARGE,
    DUTY_OF_SMALL,
    DUTY_OF_MICRO,
    DUTY_OF_PRIVATE_PERSON,
    DUTY_OF_STATE,
    DUTY_OF_OWN_ACCOUNT,
    DUTY_OF_SELF_EMPLOYED_EMPLOYER,
    DUTY_OF_TRAINEE,
    DUTY_OF_PROJECT_WORKER,
    JKP_IN_FORCE,
    TRAINEES_PAY_BY_WAGE,
    TRAINEES_PAY_BY_BRACKET,
    TRAINEES_JHT_BY_BRACKET,
)
