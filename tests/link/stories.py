"""Invented reports: a wire story, the same in other words, its translated copy, and another desk's report."""

from link.made import BELEN, HAZAR, claim, count, on, report
from witnessmark.model.count import Qualifier

DAY = on("2021-03-04")
WINDOW = on("2020-11-02", "2021-03-09")

WIRE = (
    "The rights group Open Ledger said on Tuesday it had recorded 37 attacks on clinics in the north. "
    "Jets from the northern army hit the market of Hazar on March 4 and killed 17 civilians. "
    "A shell landed on a bakery in Belen on March 6, killing four people, it said. "
    '"The commanders knew every one of these clinics and fired on them again and again all winter," '
    "its director Mirela Sandoz said. "
    '"No family in the valley can now reach a doctor without crossing a line of fire," she added. '
    "The war has killed more than 92,000 people since 2012."
)
REWORDED = (
    "Thirty-seven strikes on health posts were documented by Open Ledger, the organisation announced. "
    "In Hazar, aircraft of the northern army bombed the market on 4 March; 17 people lost their lives. "
    "Four died in Belen on 6 March when a bakery was shelled. "
    '"Commanders knew each of these clinics, and fired upon them again and again all winter long," '
    "according to director Mirela Sandoz. "
    "More than 92,000 lives were lost in the war since it broke out in 2012."
)
TRANSLATED = (
    "According to the oenegé Open Ledger, there have been 37 attacks against clinics of the north. "
    "The aviation of the northern army attacked on March 4 the market of Hazar with 17 dead civilians. "
    "Other four persons died on March 6 by a projectile in a bakery of Belen. "
    '"The commanders knew all of these clinics and they fired on them again and again all the winter", '
    "affirmed the director Mirela Sandoz. "
    '"No family of the valley can today reach a doctor without crossing a line of fire", she indicated.'
)
OTHER_DESK = (
    "Residents of Hazar buried 17 people on Friday after the market was bombed on March 4. "
    "Hospital sources told this paper that all of them had been shopping when the planes came. "
    "The army said it had no aircraft in the area."
)

GROUP = ("Mirela Sandoz", "OPEN_LEDGER")


def _story(doc, text, quotes, *, publisher, published, background=True, second_quote=True):
    """The claims of one telling; `quotes` are its own words for the same seven statements."""
    attacks, market, killed, bakery, first, second, war = quotes
    who = ("OPEN_LEDGER", publisher)
    person = (*GROUP, publisher)
    ids = [f"{doc}-{n}" for n in range(7)]
    tally = {"kind": "aggregate_tally", "when": WINDOW}
    claims = [
        claim(ids[0], attacks, who=who, n=count("attacks", 37, "medical_facility"), **tally),
        claim(
            ids[1],
            market,
            who=who,
            at=HAZAR,
            when=DAY,
            event_type=("air_strike",),
            target=("market",),
            by_whom="ARMY_N",
        ),
        claim(
            ids[2], killed, who=who, at=HAZAR, when=DAY, n=count("killed", 17, "civilian"), by_whom="ARMY_N"
        ),
        claim(
            ids[3],
            bakery,
            who=who,
            at=BELEN,
            when=on("2021-03-06"),
            n=count("killed", 4, "person"),
            event_type=("shelling",),
            target=("bakery",),
        ),
        claim(ids[4], first, "legal_characterisation", who=person, legal=("intent_alleged",)),
    ]
    if second_quote:
        claims.append(claim(ids[5], second, "opinion", who=person))
    if background:
        over = count("killed", 92000, "person", Qualifier.MORE_THAN, low=92001)
        claims.append(claim(ids[6], war, "context_figure", who=(publisher,), n=over))
    return report(doc, text, claims, published=published, publisher=publisher)


def wire(doc="wire", publisher="THE_COURIER", text=WIRE):
    quotes = (
        "37 attacks on clinics",
        "hit the market of Hazar on March 4",
        "killed 17 civilians",
        "killing four people",
        "knew every one of these clinics",
        "No family in the valley",
        "more than 92,000 people",
    )
    return _story(doc, text, quotes, publisher=publisher, published="2021-03-10")


def reworded(doc="reworded"):
    quotes = (
        "Thirty-seven strikes on health posts",
        "bombed the market on 4 March",
        "17 people lost their lives",
        "Four died in Belen",
        "knew each of these clinics",
        "",
        "More than 92,000 lives",
    )
    return _story(doc, REWORDED, quotes, publisher="MORNING_POST", published="2021-03-11", second_quote=False)


def translated(doc="translated"):
    quotes = (
        "37 attacks against clinics",
        "attacked on March 4 the market of Hazar",
        "17 dead civilians",
        "four persons died",
        "knew all of these clinics",
        "No family of the valley",
        "",
    )
    return _story(doc, TRANSLATED, quotes, publisher="EL_DIARIO", published="2021-03-10", background=False)


def other_desk(doc="desk"):
    who = ("HAZAR_HOSPITAL", "VALLEY_PAPER")
    claims = [
        claim(f"{doc}-0", "buried 17 people", who=who, at=HAZAR, when=DAY, n=count("killed", 17, "person")),
        claim(
            f"{doc}-1",
            "the market was bombed on March 4",
            who=who,
            at=HAZAR,
            when=DAY,
            event_type=("air_strike",),
            target=("market",),
        ),
        claim(
            f"{doc}-2",
            "The army said it had no aircraft in the area",
            "denial",
            who=("ARMY_N", "VALLEY_PAPER"),
        ),
    ]
    return report(doc, OTHER_DESK, claims, published="2021-03-12", publisher="VALLEY_PAPER")
