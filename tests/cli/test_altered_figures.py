import json
import re

from link import planted


def test_figures_explain_says_why_an_altered_copy_was_set_aside(cli, tmp_path):
    prints = {"wire": ("2019-04-13", planted.WIRE), "front": ("2019-04-15", planted.ALTERED)}
    rows = [
        {"id": name, "title": "Market of Zabid shelled", "published": day, "publisher": name}
        | {"text": re.sub(r"(?<!\n)\n(?!\n)", " ", text)}
        for name, (day, text) in prints.items()
    ]
    path, case = tmp_path / "told.jsonl", tmp_path / "case"
    path.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    assert cli("init", case).code == cli("add", case, path).code == 0
    shown = " ".join(cli("figures", case, "--explain").out.split())
    assert "23 people killed (civilian status not stated): low 23, best 23, high 23" in shown
    assert "an altered copy of “killed 23 people” (Market of Zabid shelled), which was printed first" in shown
