"""A wire story of our own, its edits and translations, reports beside it; events and names are invented."""

WIRE = """HODEIDAH (Tihama Wire) - Shelling by rebel forces killed 23 people and wounded 61 at the livestock
market of Zabid on Saturday, 13 April 2019, Tihama Watch said.

Four shells fell within six minutes shortly after 9:40 a.m., when the market was full, the group said in a
statement. Nine of the dead were children.

"We carried people out on doors because there were not enough stretchers," said Nadim Qarawi, who led the
rescue crews. "The third shell came down while we were treating those the first one had hit."

A second attack on the same day damaged a water pumping station in Bajil and left 14,500 people without water,
according to Tihama Watch.

The rebel forces denied firing on the town. "Our guns were silent on Saturday," their spokesman Hamdan Solaibi
told reporters in Hodeidah.

Since January, 318 civilians have been killed in the province, Tihama Watch said."""

_PARTS = WIRE.split("\n\n")
EDITS = {
    "herald": WIRE.replace("rebel forces", "the insurgents").replace("wounded", "injured"),
    "briefing": "\n\n".join(_PARTS[n] for n in (0, 1, 2, 3, 5)),
    "valley": WIRE.replace("(Tihama Wire) ", "").replace("Saturday, 13 April", "13 April"),
    "star": WIRE.replace("rebel", "militia").replace("Four shells fell", "Four rounds landed"),
    "evening": WIRE.replace("carried", "hauled").replace("when the market was full", "in the busiest hour"),
    "post": """Twenty-three dead, 61 hurt: rebels shelled the livestock market in Zabid on Saturday 13 April
2019, Tihama Watch reported. 23 bodies were counted.

It spoke of four shells in six minutes, beginning at 9:40 in the morning. Nine children died.

Nadim Qarawi, head of the rescue crews, said: "We carried people out on doors because there weren't enough
stretchers. The third shell came down as we were treating those hit by the first one."

Later that day another attack damaged a pumping station in Bajil, cutting off water to 14,500 people.

Rebel spokesman Hamdan Solaibi denied it. "Our guns were silent on Saturday," he told reporters in Hodeidah.

Tihama Watch puts the number of civilians killed in the province since January at 318.""",
}
FRENCH = """Un bombardement des forces rebelles a fait 23 morts et 61 blessés samedi 13 avril 2019 sur le
marché aux bestiaux de Zabid, a annoncé Tihama Watch.

Quatre obus sont tombés en six minutes peu après 9h40, alors que le marché était plein, selon un communiqué.
Neuf enfants figurent parmi les morts.

« Nous avons transporté les gens sur des portes parce qu'il n'y avait pas assez de brancards », a déclaré
Nadim Qarawi, qui dirigeait les équipes.

Une seconde attaque, le même jour, a endommagé une station de pompage à Bajil et privé d'eau 14 500 personnes.

Les forces rebelles ont démenti avoir tiré sur la ville, selon leur porte-parole Hamdan Solaibi à Hodeïda.

Depuis janvier, 318 civils ont été tués dans la province, selon la même source."""
ARABIC = """قتل 23 شخصا وأصيب 61 آخرون في قصف لقوات المتمردين على سوق المواشي في زبيد يوم السبت 13 أبريل
2019، وفق ما أعلنت منظمة رقابة تهامة.

وسقطت أربع قذائف خلال ست دقائق بعيد الساعة 9:40 صباحا عندما كان السوق مكتظا. وكان تسعة أطفال بين القتلى.

وألحق هجوم ثان في اليوم نفسه أضرارا بمحطة لضخ المياه في باجل وترك 14500 شخص بلا ماء.

ومنذ يناير قتل 318 مدنيا في المحافظة، وفق المصدر نفسه."""
ALTERED = WIRE.replace("killed 23", "killed 83").replace("(Tihama Wire) ", "")
RECYCLED = WIRE.replace("on Saturday, 13 April 2019", "yesterday")
OWN_WITNESS = """Families in Zabid buried their dead on Sunday, a day after shells struck the livestock
market on 13 April 2019.

The district hospital registered 23 bodies and treated 58 wounded, its director, Widad Makki, told this paper.
"Most of them came in with shrapnel in the legs and in the belly," she said.

Trader Saif Bahah lost two sons. "I had sent them to buy a goat for the wedding of their cousin," he said."""

_QUOTED = '''"Our teams reached the clinic at Hays within the hour and found its pharmacy burnt to the
ground," said Rania Obeidi of Doctors of the Coast. "Nobody in the district can be treated for malaria until
it is rebuilt."'''
RELEASES = {
    "north": f"""The clinic of Hays was set on fire on 2 May 2019, Doctors of the Coast said in a press
release. Some 1,240 patients a month depended on it.

{_QUOTED}

The charity runs 37 clinics on the coast and has worked there for years without being harmed.""",
    "south": f"""Malaria patients are left without help after arson destroyed a pharmacy, a charity has
announced.

{_QUOTED}

According to the press release the clinic in Hays treated 1,240 people every month. It burned on 2 May 2019.
Of its 37 clinics it is the first to be lost, the charity added, asking for donations.""",
}
