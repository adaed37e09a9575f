"""The rules for statements: each a name, a pattern over the marks of a segment, and the kind it makes.

The first rule that fits a segment makes its statement. The group `at` is the word of weight, else the first
mark of the match is; a rule `begins` where the match does, where the words before it belong to what is said.
A rule is only tried on a segment with one of the marks it `needs`: most segments have none of any.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from witnessmark.extract.marks import pattern, written
from witnessmark.model.claim import ClaimKind, Modality

_ANY_ACT = r"[AVWTtX]"


@dataclass(frozen=True, slots=True)
class Rule:
    """One construction; `kind` None: it is known to state nothing, and later rules are not asked."""

    name: str
    kind: ClaimKind | None
    needs: frozenset[str]  # no match without one of these marks
    pattern: re.Pattern[str]
    modality: Modality | None = None
    begins: bool = False  # the statement begins at the match, not at the segment
    party: bool = False  # only where a party to a conflict says it


def needs(marks: str) -> frozenset[str]:
    """Marks as a rule needs them, by name (`{deny}`) or symbol."""
    return frozenset(written(marks))


RULES: tuple[Rule, ...] = (
    # "declined to comment" is no denial; "no group claimed responsibility" is no claim.
    Rule("silence", None, needs("{silent}"), pattern("{silent}")),
    Rule(
        "retraction", ClaimKind.DENIAL, needs("{retract}"), pattern("{retract}"), Modality.DENIED, begins=True
    ),
    # "apologised for the error", "the earlier figure was wrong"
    Rule(
        "error",
        ClaimKind.DENIAL,
        needs("{wrong}"),
        pattern("{admit}.{0,5}{wrong}|{account}[xB]{0,2}{wrong}"),
        Modality.DENIED,
    ),
    Rule("no_reservation", None, needs("{deny}"), pattern("!x?{deny}")),
    Rule(
        "denial",
        ClaimKind.DENIAL,
        needs("{deny}"),
        pattern("{deny}(?!.{0,3}{withheld})"),
        Modality.DENIED,
        begins=True,
    ),
    Rule(
        "denial",
        ClaimKind.DENIAL,
        needs("{dispute}"),
        pattern("{dispute}(?:[^,;]{0,6}(?:{account}|{no_part}|H)|n|.{0,8}{untrue})"),
        Modality.DENIED,
        begins=True,
    ),
    Rule(
        "called_untrue",
        ClaimKind.DENIAL,
        needs("{untrue}"),
        pattern("{label}[^;]{0,8}{untrue}|(?:{account}|n)x?Bx?{untrue}"),
        Modality.DENIED,
        begins=True,
    ),
    Rule("no_part", ClaimKind.DENIAL, needs("{no_part}"), pattern("{no_part}"), Modality.DENIED, party=True),
    Rule(
        "qualifier",
        ClaimKind.MODALITY_QUALIFIER,
        needs("{unchecked}{check}"),
        pattern("{unchecked}|![^,;]{0,5}[?BH][B?x]{0,3}{check}|\\?!B?x?{check}|B!B?x{0,2}{to}?{check}"),
        Modality.NEEDS_VERIFICATION,
    ),
    Rule("trading_blame", ClaimKind.ATTRIBUTION, needs("{trading}"), pattern("{trading}"), Modality.ALLEGED),
    Rule(
        "accused_in_law",
        ClaimKind.LEGAL_CHARACTERISATION,
        needs("{accuse}"),
        pattern("{accuse}(?=.*?(?P<at>J))"),
        Modality.ALLEGED,
    ),
    # With a day and a place it is the act that is told, alleged by its speaker.
    Rule(
        "accused",
        ClaimKind.ATTRIBUTION,
        needs("{accuse}"),
        pattern("{accuse}(?!.*d.*l|.*l.*d|.{0,2}N)"),
        Modality.ALLEGED,
        begins=True,
    ),
    Rule(
        "threat",
        ClaimKind.THREAT,
        needs("{threaten}"),
        pattern("{threaten}"),
        Modality.THREATENED,
        begins=True,
    ),
    Rule(
        "threat",
        ClaimKind.THREAT,
        needs("{vow}"),
        pattern(r"{vow}(?:.{0,6}{revenge}|x?{to}x?[AVTtX])"),
        Modality.THREATENED,
        begins=True,
    ),
    Rule(
        "threat",
        ClaimKind.THREAT,
        needs("{warn}"),
        pattern(r"{warn}.*\|.*[VTtX]"),
        Modality.THREATENED,
        begins=True,
    ),
    Rule("resolve", ClaimKind.STATED_INTENT, needs("{vow}"), pattern("{vow}"), begins=True),
    Rule(
        "demand",
        ClaimKind.DEMAND,
        needs("{demand}{asked}"),
        pattern("(?<![heNpo']){demand}(?![oNU,])(?!$)|{asked}"),
        Modality.DEMAND,
        begins=True,
    ),
    # "Attacking hospitals is a war crime", "deemed a war crime under international law"
    Rule(
        "norm",
        ClaimKind.LEGAL_RULE_STATEMENT,
        needs("{norm}{generic}"),
        pattern("{norm}|{generic}.*?(?P<at>[J{rule}])|{rule}.*{generic}"),
    ),
    Rule(
        "norm",
        ClaimKind.LEGAL_RULE_STATEMENT,
        needs("J{rule}"),
        pattern(f"^[xqhe]*(?:{_ANY_ACT})[^,]*Bx?e?(?P<at>J)|^[W,xe]*Bx?{{rule}}|^[xy]{{0,3}}{{rule}}"),
    ),
    Rule("forecast", ClaimKind.FORECAST, needs("{expect}"), pattern("{expect}"), Modality.FORECAST),
    Rule(
        "breach",
        ClaimKind.LEGAL_CHARACTERISATION,
        needs("{rule}"),
        pattern("{breach}.{0,8}{rule}|!.{0,3}{rule}"),
        Modality.ALLEGED,
    ),
    Rule("legal_term", ClaimKind.LEGAL_CHARACTERISATION, needs("J"), pattern("J(?!W)"), Modality.ALLEGED),
    Rule("evidence", ClaimKind.EVIDENCE, needs("{shown}"), pattern("{shown}")),
    Rule(
        "protection",
        ClaimKind.PROTECTIVE_MEASURE,
        needs("{spare}{notified}"),
        pattern("{spare}|^[^N]*{notified}[^N]*$"),
    ),
    Rule("aim", ClaimKind.STATED_INTENT, needs("{aim}"), pattern("{aim}"), party=True),
    Rule(
        "counter_claim",
        ClaimKind.STATED_INTENT,
        needs("P{military}"),
        pattern("(?P<at>n|e[xKfAW']{1,2})B?x?[VtX][^,;]{0,6}(?:P|{military})"),
        party=True,
    ),
    Rule(
        "definition",
        ClaimKind.DEFINITION,
        needs("{works}"),
        pattern("W[h,]{0,2}(?:{works}|B.{0,6}{works})|^[hBNoxWU]{0,6}{works}"),
    ),
    Rule(
        "forecast", ClaimKind.FORECAST, needs("{warn}"), pattern(r"{warn}.*(?:\?|{told})"), Modality.FORECAST
    ),
    Rule(
        "forecast",
        ClaimKind.FORECAST,
        needs("?"),
        pattern(r"\?[xB!H]{0,3}(?:[TtVXI])"),
        Modality.FORECAST,
        begins=True,
    ),
    Rule("blamed", ClaimKind.ATTRIBUTION, needs("{blamed}"), pattern("{blamed}"), Modality.ALLEGED),
    Rule("support", ClaimKind.ATTRIBUTION, needs("{support}"), pattern("P[^,;]{0,6}{support}")),
    Rule(
        "situation",
        ClaimKind.SITUATION,
        needs("{told}{taken}"),
        pattern("{told}(?![NG])|{taken}[xeJDp']{0,4}[OlC]|[Ol].{0,5}B.?{taken}|^B{1,2}x?{taken}"),
    ),
    Rule(
        "control",
        ClaimKind.SITUATION,
        needs("{holds}"),
        pattern("(?:^|[PKGhn'{military}])[xB]{0,3}(?P<at>{holds})[xeJD]{0,4}[Ol]"),
    ),
    Rule(
        "judgement",
        ClaimKind.OPINION,
        needs("{judgement}{condemn}"),
        pattern("^[^VW]*(?P<at>[{judgement}{condemn}])[^VW]*$"),
        Modality.OPINION,
    ),
    # "had 'brought little comfort'": a judgement in words the writer leaves to their speaker.
    Rule("partial_quote", ClaimKind.OPINION, needs("q"), pattern("[BR{label}]e?q(?P<at>[xm])[xeomp&]{1,7}$")),
)


@lru_cache(maxsize=4096)  # of the sets of marks that segments have, a text repeats most
def rules_for(marks: frozenset[str]) -> tuple[Rule, ...]:
    """The rules, in order, that a segment with these marks can fit."""
    return tuple(rule for rule in RULES if not rule.needs.isdisjoint(marks))
