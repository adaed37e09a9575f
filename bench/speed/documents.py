"""Made-up English news of about 2 kB: half on attacks, half on anything else. One seed, one set."""

import json
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from random import Random

import yaml

SIZE = 2000  # characters, as in the speed targets
PROSE = Path(__file__).parent / "prose.yaml"
FIRST_DAY = date(2015, 1, 1)
# Slot of a template -> list it is filled from.
LISTS = {
    "region": "regions", "city": "cities", "country": "countries", "force": "forces", "voice": "voices",
    "target": "targets", "weapon": "weapons", "name": "names", "day": "days", "month": "months",
}  # fmt: skip

Prose = dict[str, list[str]]


def documents(number: int, seed: int = 1, size: int = SIZE) -> Iterator[dict[str, str]]:
    """`number` documents in the input format: id, text, published. Equal arguments, equal documents."""
    prose: Prose = yaml.safe_load(PROSE.read_text(encoding="utf-8"))
    random = Random(seed)  # noqa: S311  (text, not a secret)
    for i in range(number):
        published = FIRST_DAY + timedelta(days=random.randrange(3000))
        text = _text(prose, random, published, 0.7 if i % 2 else 0.0, size)
        yield {"id": f"made-{seed}-{i}", "text": text, "published": published.isoformat()}


def write(path: Path, number: int, seed: int = 1, size: int = SIZE) -> None:
    """As a .jsonl file."""
    with path.open("w", encoding="utf-8") as file:
        for row in documents(number, seed, size):
            file.write(json.dumps(row, ensure_ascii=False) + "\n")


def _text(prose: Prose, random: Random, published: date, share: float, most: int) -> str:
    """A headline and paragraphs up to `most`; `share` of the sentences are about an attack."""
    town = random.choice(prose["towns"])
    first = random.choice(prose["headlines"] if share else prose["neutral"])
    parts = [_fill(first, prose, random, town, published).rstrip("."), "\n\n"]
    size = len(parts[0])
    sentences = 0
    while size < most:
        templates = prose["events"] if random.random() < share else prose["neutral"]
        sentence = _fill(random.choice(templates), prose, random, town, published)
        sentences += 1
        parts += [sentence, "\n\n" if sentences % 3 == 0 else " "]
        size += len(sentence) + 1
    return "".join(parts).strip()


def _fill(template: str, prose: Prose, random: Random, town: str, published: date) -> str:
    earlier = published - timedelta(days=random.randrange(1, 120))
    later = earlier + timedelta(days=random.randrange(2, 30))
    one = {singular: random.choice(prose[plural]) for singular, plural in LISTS.items()}
    first = {name.capitalize(): one[name][0].upper() + one[name][1:] for name in ("force", "voice", "target")}
    few = random.randrange(2, 9)
    return template.format(
        **one, **first, town=town, town2=random.choice(prose["towns"]),
        city2=random.choice(prose["cities"]), country2=random.choice(prose["countries"]),
        date=_day(earlier, prose["months"]), date2=_day(later, prose["months"]),
        k=few, k2=random.randrange(2, 9), n=random.randrange(10, 90), m=random.randrange(10, 200),
        big=f"{random.randrange(10, 900) * 100:,}",
    )  # fmt: skip


def _day(day: date, months: list[str]) -> str:
    return f"{day.day} {months[day.month - 1]} {day.year}"
