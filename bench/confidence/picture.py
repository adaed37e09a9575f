"""The reliability plot, as an SVG of a few lines: stated confidence across, share of right claims up."""

from collections.abc import Mapping, Sequence
from html import escape

from confidence.reliability import Bin

SIDE, LEFT, TOP, FOOT = 360, 60, 20, 60
WIDTH = LEFT + SIDE + 190
STYLE = 'font-family="sans-serif" font-size="13" role="img"'
COLOURS = ("#1f6f8b", "#b3541e")  # told apart in grey and by the colour-blind
FEW = 5  # claims in a bin below which its point is drawn hollow


def picture(curves: Mapping[str, Sequence[Bin]]) -> str:
    """The plot of one curve for each name; a point's area grows with its claims."""
    most = max(b.claims for found in curves.values() for b in found)
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {TOP + SIDE + FOOT}" {STYLE}>',
        f"<title>Stated confidence and share of right claims: {escape(', '.join(curves))}</title>",
        '<rect width="100%" height="100%" fill="#ffffff"/>',
        *_axes(),
    ]
    for n, (name, found) in enumerate(curves.items()):
        colour = COLOURS[n]
        line = " ".join(f"{_x(b.stated):.1f},{_y(b.right):.1f}" for b in found)
        parts.append(f'<polyline points="{line}" fill="none" stroke="{colour}" stroke-width="1.5"/>')
        parts += [_point(b, colour, most) for b in found]
        y = TOP + 20 + 24 * n
        parts.append(f'<circle cx="{LEFT + SIDE + 24}" cy="{y - 4}" r="6" fill="{colour}"/>')
        parts.append(f'<text x="{LEFT + SIDE + 38}" y="{y}" fill="#222222">{escape(name)}</text>')
    return "\n".join([*parts, "</svg>\n"])


def _point(b: Bin, colour: str, most: int) -> str:
    radius = 3 + 8 * (b.claims / most) ** 0.5
    fill = colour if b.claims >= FEW else "#ffffff"
    return (
        f'<circle cx="{_x(b.stated):.1f}" cy="{_y(b.right):.1f}" r="{radius:.1f}" fill="{fill}" '
        f'stroke="{colour}"><title>{b.claims} claims</title></circle>'
    )


def _axes() -> list[str]:
    parts = []
    for tenth in range(0, 11, 2):
        share = tenth / 10
        x, y = _x(share), _y(share)
        parts += [
            f'<line x1="{x}" y1="{TOP}" x2="{x}" y2="{TOP + SIDE}" stroke="#dddddd"/>',
            f'<line x1="{LEFT}" y1="{y}" x2="{LEFT + SIDE}" y2="{y}" stroke="#dddddd"/>',
            f'<text x="{x}" y="{TOP + SIDE + 18}" text-anchor="middle" fill="#444444">{share:.1f}</text>',
            f'<text x="{LEFT - 8}" y="{y + 4}" text-anchor="end" fill="#444444">{share:.1f}</text>',
        ]
    diagonal = f'x1="{_x(0)}" y1="{_y(0)}" x2="{_x(1)}" y2="{_y(1)}"'
    across = f"translate({LEFT + SIDE / 2} {TOP + SIDE + 44})"
    up = f"translate(16 {TOP + SIDE / 2}) rotate(-90)"
    return [
        *parts,
        f'<line {diagonal} stroke="#888888" stroke-dasharray="4 4"/>',
        f'<text transform="{across}" text-anchor="middle" fill="#222222">stated confidence</text>',
        f'<text transform="{up}" text-anchor="middle" fill="#222222">share of right claims</text>',
    ]


def _x(share: float) -> float:
    return LEFT + SIDE * share


def _y(share: float) -> float:
    return TOP + SIDE * (1 - share)
