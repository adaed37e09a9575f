"""The rules for statements: each a name, a pattern over the marks of a segment, and the kind it makes.

The first rule that fits a segment makes its statement. The group `at` is the word of weight, else the first
mark of the match is; a rule `begins` where the match does, where the words before it belong to what is said.
"""

import re
from dataclasses import dataclass

from witnessmark.extract.marks import pattern
from witnessmark.model.claim import ClaimKind, Modality

_ANY_ACT = r"[AVWTtX]"


@dataclass(frozen=True, slots=True)
class Rule:
    """One construction; `kind` None: it is known to state nothing, and later rules are not asked."""

    name: str
    kind: ClaimKind | None
    pattern: re.Pattern[str]
    modality: Modality | None = None
    begins: bool = False  # the statement begins at the match, not at the segment
    party: bool = False  # only where a party to a conflict says it


RULES: tuple[Rule, ...] = (
    # "declined to comment" is no denial; "no group claimed responsibility" is no claim.
    Rule("silence", None, pattern("{silent}")),
    Rule("retraction", ClaimKind.DENIAL, pattern("{retract}"), Modality.DENIED, begins=True),
    # "apologised for the error", "the earlier figure was wrong"
    Rule(
        "error", ClaimKind.DENIAL, pattern("{admit}.{0,5}{wrong}|{account}[xB]{0,2}{wrong}"), Modality.DENIED
    ),
    Rule("no_reservation", None, pattern("!x?{deny}")),
    Rule("denial", ClaimKind.DENIAL, pattern("{deny}(?!.{0,3}{withheld})"), Modality.DENIED, begins=True),
    Rule(
        "denial",
        ClaimKind.DENIAL,
        pattern("{dispute}(?:[^,;]{0,6}(?:{account}|{no_part}|H)|n|.{0,8}{untrue})"),
        Modality.DENIED,
        begins=True,
    ),
    Rule(
        "called_untrue",
        ClaimKind.DENIAL,
        pattern("{label}[^;]{0,8}{untrue}|(?:{account}|n)x?Bx?{untrue}"),
        Modality.DENIED,
        begins=True,
    ),
    Rule("no_part", ClaimKind.DENIAL, pattern("{no_part}"), Modality.DENIED, party=True),
    Rule(
        "qualifier",
        ClaimKind.MODALITY_QUALIFIER,
        pattern("{unchecked}|![^,;]{0,5}[?BH][B?x]{0,3}{check}|\\?!B?x?{check}|B!B?x{0,2}{to}?{check}"),
        Modality.NEEDS_VERIFICATION,
    ),
    Rule("trading_blame", ClaimKind.ATTRIBUTION, pattern("{trading}"), Modality.ALLEGED),
    Rule(
        "accused_in_law",
        ClaimKind.LEGAL_CHARACTERISATION,
        pattern("{accuse}(?=.*?(?P<at>J))"),
        Modality.ALLEGED,
    ),
    # With a day and a place it is the act that is told, alleged by its speaker.
    Rule(
        "accused",
        ClaimKind.ATTRIBUTION,
        pattern("{accuse}(?!.*d.*l|.*l.*d|.{0,2}N)"),
        Modality.ALLEGED,
        begins=True,
    ),
    Rule("threat", ClaimKind.THREAT, pattern("{threaten}"), Modality.THREATENED, begins=True),
    Rule(
        "threat",
        ClaimKind.THREAT,
        pattern(r"{vow}(?:.{0,6}{revenge}|x?{to}x?[AVTtX])"),
        Modality.THREATENED,
        begins=True,
    ),
    Rule("threat", ClaimKind.THREAT, pattern(r"{warn}.*\|.*[VTtX]"), Modality.THREATENED, begins=True),
    Rule("resolve", ClaimKind.STATED_INTENT, pattern("{vow}"), begins=True),
    Rule(
        "demand",
        ClaimKind.DEMAND,
        pattern("(?<![heNpo']){demand}(?![oNU,])(?!$)|{asked}"),
        Modality.DEMAND,
        begins=True,
    ),
    # "Attacking hospitals is a war crime", "deemed a war crime under international law"
    Rule(
        "norm",
        ClaimKind.LEGAL_RULE_STATEMENT,
        pattern("{norm}|{generic}.*?(?P<at>[J{rule}])|{rule}.*{generic}"),
    ),
    Rule(
        "norm",
        ClaimKind.LEGAL_RULE_STATEMENT,
        pattern(f"^[xqhe]*(?:{_ANY_ACT})[^,]*Bx?e?(?P<at>J)|^[W,xe]*Bx?{{rule}}|^[xy]{{0,3}}{{rule}}"),
    ),
    Rule("forecast", ClaimKind.FORECAST, pattern("{expect}"), Modality.FORECAST),
    Rule(
        "breach",
        ClaimKind.LEGAL_CHARACTERISATION,
        pattern("{breach}.{0,8}{rule}|!.{0,3}{rule}"),
        Modality.ALLEGED,
    ),
    Rule("legal_term", ClaimKind.LEGAL_CHARACTERISATION, pattern("J(?!W)"), Modality.ALLEGED),
    Rule("evidence", ClaimKind.EVIDENCE, pattern("{shown}")),
    Rule("protection", ClaimKind.PROTECTIVE_MEASURE, pattern("{spare}|^[^N]*{notified}[^N]*$")),
    Rule("aim", ClaimKind.STATED_INTENT, pattern("{aim}"), party=True),
    Rule(
        "counter_claim",
        ClaimKind.STATED_INTENT,
        pattern("(?P<at>n|e[xKfAW']{1,2})B?x?[VtX][^,;]{0,6}(?:P|{military})"),
        party=True,
    ),
    Rule(
        "definition",
        ClaimKind.DEFINITION,
        pattern("W[h,]{0,2}(?:{works}|B.{0,6}{works})|^[hBNoxWU]{0,6}{works}"),
    ),
    Rule("forecast", ClaimKind.FORECAST, pattern(r"{warn}.*(?:\?|{told})"), Modality.FORECAST),
    Rule(
        "forecast", ClaimKind.FORECAST, pattern(r"\?[xB!H]{0,3}(?:[TtVXI])"), Modality.FORECAST, begins=True
    ),
    Rule("blamed", ClaimKind.ATTRIBUTION, pattern("{blamed}"), Modality.ALLEGED),
    Rule("support", ClaimKind.ATTRIBUTION, pattern("P[^,;]{0,6}{support}")),
    Rule(
        "situation",
        ClaimKind.SITUATION,
        pattern("{told}(?![NG])|{taken}[xeJDp']{0,4}[OlC]|[Ol].{0,5}B.?{taken}|^B{1,2}x?{taken}"),
    ),
    Rule(
        "control",
        ClaimKind.SITUATION,
        pattern("(?:^|[PKGhn'{military}])[xB]{0,3}(?P<at>{holds})[xeJD]{0,4}[Ol]"),
    ),
    Rule(
        "judgement",
        ClaimKind.OPINION,
        pattern("^[^VW]*(?P<at>[{judgement}{condemn}])[^VW]*$"),
        Modality.OPINION,
    ),
    # "had 'brought little comfort'": a judgement in words the writer leaves to their speaker.
    Rule("partial_quote", ClaimKind.OPINION, pattern("[BR{label}]e?q(?P<at>[xm])[xeomp&]{1,7}$")),
)
