"""The grammar: what rows of marks are time expressions.

Letters of marks (marks.py makes the row; each mark's letter follows the letter of the gap before it):

    M month   m month, also another word (May)   W weekday   w weekday, also another word (Sat)   Y year
    N figure 1-31   J figure up to 999   u number word   n ordinal figure (3rd)   o ordinal word   a a, an
    p few, several   h half   c about, almost   D full date in figures (ISO)   A the same, order of day and
    month open   H year and month in figures   C clock time   + time zone   K decade (1990s), century
    U unit   q quarter   x weekend   S season   P part of day   d today   R now, recently   F daily
    L last, past   X next   T this   V every   E early, mid, late   B beginning, middle, end   G ago, later
    i in, on, at   s since   f from   t to, until   b between   j and   k or   z of   e the   g for
    O feast   I Hijri month   v the same, a name too   y Hijri year   l eve   Z that day   Q once, twice
    * times   = two units   < last, behind its noun   > next, behind   ( ago, before its length
    @ quarter or half of a year in one word (Q2)
    ! current   & fiscal   r period   ) before, after   % a length in one word (weeklong)   $ ended, ending

Patterns are written over letters with `_` for a space between; names are those of the readers in read_*.py.
"""

import re

_M, _W, _N = "[Mm]", "[Ww]", "[NJu]"
_UNIT = "[Uq]"
_PART = "(?:E[_-]|E_i_|B_z_)"
_YEAR = "(?:[_,]|_z_)Y"
_DAY_FIRST = rf"(?:{_W}[_,])?(?:e_)?(?:[Nn]|o_z)(?:_z)?[_-]{_M}(?:(?:[_,-]|_z_)Y)?"
_MONTH_FIRST = rf"(?:{_W}[_,])?{_M}[_-](?:e_)?[Nn](?:[_,-]Y)?"

# Points: one place on the calendar, from the narrowest wording to the widest; the first that fits wins.
POINTS: dict[str, str] = {
    "day_first": _DAY_FIRST,
    "month_first": _MONTH_FIRST,
    "figures": rf"(?:{_W}[_,])?D",
    "open_figures": rf"(?:{_W}[_,])?A",
    "part_month_year": rf"(?:e_)?{_PART}{_M}{_YEAR}",
    "month_year": rf"{_M}{_YEAR}|{_M}-Y",
    "month_figures": "H",
    "season_year": rf"(?:E[_-]|e_)?S{_YEAR}|(?:E[_-])?[LXT]_S",
    "quarter": r"(?:e_)?(?:&_)?o[_-](?:&_)?q(?:(?:_z)?(?:_e)?[_,](?:(?:&_)?Y|[LXT]_U))?|Y_o[_-]q",
    "half_year": r"o-h(?:_Y)?|(?:e_)?o_h(?:_z)?_(?:Y|[LXT]_U)",
    "share_in_one_word": r"@(?:(?:_z)?(?:_e)?[_,-](?:(?:&_)?Y|[LXT]_U))|Y[_-]@",
    # "the week before last", but not "the week before last Friday"
    "before_last": r"(?:e_)?(?:U|q|W|x|P)_\)_[LX](?![_-][NJuoUqWwMmxSPO])",
    # Where the word for "last" or "next" stands behind ("la semana pasada").
    "behind": rf"(?:e_)?(?:{_UNIT}|[MWSPx])_[<>](?:_P)?",
    "weekday": r"(?:T_)?[LXT]_[Ww](?:_P)?|(?:E_)?W(?:_P)?|P_W",
    "deictic": r"(?:[EG]_)?d(?:_P)?|[LT]_P|P_d",
    "part_month": rf"(?:e_)?{_PART}{_M}(?![_-]?[Nn])",
    "near_month": rf"[LXT]_{_M}",
    "month": "M",
    "part_year": rf"(?:e_)?{_PART}Y|(?:e_)?(?:B_z|E_i)_(?:e_)?(?:[LXT!]_)?U",
    "weekend": "(?:[LXT]|e)_x",
    "unit_end": "(?:[LXT]_)?[Uq]-B",
    "near_unit": r"(?:[EG]_)?[LXT!]_(?:[Uq]|&)(?!_z_e)",  # not "last week of the war"
    "decade": r"(?:e_)?(?:E[_-]|B_z_(?:e_)?)?K",
    "year": "(?:(?:e_)?&_)?Y",
    "hijri": (
        r"(?:[Ww][_,])?(?:e_)?(?:[Nn]|o_z)(?:_z)?[_-][Iv](?:(?:[_,]|_z_)[yY])?|[Iv][_,](?:z_)?[yY]|[LXT]_I|U(?:_z)?_[Iv]"
    ),
    "feast": r"(?:[LXT]_|e_)?O(?:(?:[_,]|_z_)Y)?",
}
POINT = "(?:" + "|".join(POINTS.values()) + ")"
_EXACT = "|".join(
    POINTS[k]
    for k in ("day_first", "month_first", "figures", "month_year", "month", "weekday", "year", "deictic")
)
_DATED = "|".join(
    POINTS[k]
    for k in ("day_first", "month_first", "figures", "open_figures", "weekday", "deictic", "hijri", "feast")
)
_LONG = "|".join(
    POINTS[k] for k in ("part_month_year", "month_year", "part_month", "month", "part_year", "year")
)
_LONGER = "|".join(
    (
        _LONG,
        *(POINTS[k] for k in ("season_year", "near_month", "near_unit", "decade", "hijri", "feast")),
        "m|I",
    )
)

# Expressions: a point with what stands around it, or a stretch of time; tried in this order at every place.
RULES: dict[str, str] = {
    "days_of_month": (
        rf"(?:b_(?:e_)?[Nn]_j_|(?:[fi]_)?(?:e_)?[Nn](?:-|_t_|_j_))(?:e_)?[Nn](?:_z)?[_-]{_M}(?:[_,]Y)?"
    ),
    "month_of_days": (
        rf"(?:b_{_M}_(?:e_)?[Nn]_j_|i_{_M}_[Nn]_j_|(?:[fi]_)?{_M}_[Nn](?:-|_t_))(?:e_)?[Nn](?![_-]{_M})(?:[_,]Y)?"
    ),
    "months": rf"(?:[ibf]_)?{_M}(?:(?:,{_M})*[_,][jkt]_|-){_M}(?:[_,]Y)?(?![_,][Nn])",
    "between": rf"b_(?P<from1>{POINT})[_,]j_(?P<to1>{POINT})",
    "from_to": rf"f_(?P<from2>{POINT})[_,]t_(?P<to2>{POINT})",
    "to": rf"(?:i_)?(?P<from3>{_EXACT})_t_(?P<to3>{_EXACT})",
    "dash": rf"(?:i_)?(?:(?P<from4>{_DATED})-(?P<to4>{_DATED})|(?P<from5>Y)-(?P<to5>Y))(?!-)",
    "ended": rf"(?:i_)?(?:e_)?(?:&_)?(?:{_N}_)?[Uq]_\$_(?P<endday>{_DATED})",
    "window_to": rf"i_e_{_N}_{_UNIT}_t_(?P<upto>{POINT})",
    "eve_of": rf"(?:i_)?(?:e_)?l_z_(?P<eve>{_DATED}|{POINTS['feast']})",
    "since": (
        rf"s_(?P<since1>{POINT}|[mwI@])|s(?:_e)?~i_(?P<since2>{POINT})|f_(?P<since3>{_LONG}|m)(?![_,][Nn])"
    ),
    "since_ago": rf"s_(?:c_)?(?:{_N}|a|p|a_p)(?:_z)?_U_G",
    "first_of": rf"(?:i_)?e_[oLX]_{_N}_{_UNIT}_z_(?P<whole>{POINT})",
    "counted": (
        rf"(?:i_)?(?:(?:c_)?(?:{_N}|a|p|a_p|h_a)(?:_z)?[_-]{_UNIT}|e_U)_[)]_(?:e~[zi]_|e_)?(?P<origin>{_DATED}|{_LONGER})"
    ),
    "nth": rf"(?:i_)?(?:e_)?[onL]_(?:U|{_W})_(?:z_(?P<of1>{_LONGER})|i_(?P<of2>{_LONG}|m))",
    "part_of": rf"(?:i_)?(?:e_)?(?:E[_-])?[PU]_z_(?P<day3>{_DATED})",
    "timed": (
        rf"(?:i_)?C(?:_\+)?[_,](?:i_)?(?P<day1>{_DATED})"
        rf"|(?:i_)?(?P<day2>{_DATED})[_,](?:i_)?C(?:_\+)?"
    ),
    "times": rf"(?:c_)?(?:Q|{_N}_[*])_(?:a|V|i_e|e)_(?:{_UNIT}|P)",
    "every": rf"(?:c_)?V_(?:{_N}_|o_)?(?:(?:U_)?{_W}(?:_P)?|{_UNIT}|P|{_M}|x)|(?:c_)?F|(?:i_)?e_x_V",
    "ago": rf"(?:c_)?(?:{_N}|a|p|a_p|h_a)(?:_z)?[_-]{_UNIT}_G|U_G"
    rf"|\((?:_c)?_(?:(?:{_N}|a|p|a_p)(?:_z)?_{_UNIT}|=)",
    "year_before": r"(?:i_)?(?:e_)?U-G(?:_(?:o[_-])?[qrU])?",
    "same": r"(?:i_)?Z|(?:i_)?e_q(?![_-][zLXT])|(?:i_)?e_L_r",
    "within": "G_i_e_[Uq]",
    "window": rf"(?:i_)?(?:e_)?(?:c_)?[LXT]_(?:c_)?(?:{_N}|p|a_p)(?:_z)?_{_UNIT}"
    rf"|(?:i_)?e_[LX]_(?:c_)?[Uq](?!_z_e)|(?:i_)?(?:z_)?(?:e_)?(?:{_N}_[<>]_{_UNIT}|{_UNIT}_{_N}_[<>]|=_[<>])",
    "point": rf"(?:i_)?(?P<here>{POINT})|i_(?P<weak>w|m|I|@)",
    "day_part": r"i_(?:e_)?(?:E[_-])?P|E[_-]P",
    "season": r"i_e_(?:E_)?S(?!_z)",
    "clock": r"(?:i_)?C(?:_\+)?",
    "half_unit": rf"(?:g_)?h_(?:a|e)_{_UNIT}",
    "duration": rf"(?:[gi]_)?(?:c_)?(?:e_)?(?:{_N}|p|a_p|a_c_[NJu])(?:_z)?[_-]{_UNIT}|[gi]_a_U|(?:[gi]_)?="
    rf"|(?:[gi]_)?c_a_U(?![_-]G)|(?:i_e|g|i)_U(?![_,][YtizGX<>])|(?:{_N}-)?%",
    "rate": "a_U(?![_-][GzLXsE<>])",
    "reference": "[R!]",
}
# Each expression has one of these letters; where a text has none, it is not looked at.
TELLING = "MmWwYDAHCKUqSPdRFxOIvZ=!%r@"
# Behind these, a few words of no meaning to the grammar may stand ("since the fighting began in 2011").
REACHING = "s"
GRAMMAR = re.compile("|".join(f"(?P<{name}>{pattern})" for name, pattern in RULES.items()))
ONE_POINT = tuple((name, re.compile(pattern)) for name, pattern in POINTS.items())
