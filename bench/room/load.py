"""Many reviewers at once on a real server: `load.py CASE INCIDENTS [--reviewers 50] [--record]`.

Each of them, in a thread of their own and over HTTP, reads documents, rejects claims, judges pairs and marks
documents as read, by the forms that the pages have. Some claims are judged by two on purpose, and some forms
are sent twice at once. Afterwards the ledger is asked: nothing that was acknowledged may be missing, nothing
may be there twice, no answer may be a fault, and of two who judged the same one must have been shown the
other. The decisions stay in the case.
"""

import argparse
import json
import os
import platform
import re
import subprocess
import sys
import threading
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from html import unescape
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from random import Random
from typing import Any
from urllib.parse import urlencode

sys.path.insert(0, str(Path(__file__).parent.parent))

RECORDED = Path(__file__).parent / "load.json"
PATIENCE = 120.0  # seconds until an answer that does not come is a fault
OK, FOUND, CONFLICT = 200, 302, 409
TWICE = frozenset({1, 4, 10, 13, 18})  # turns whose form is sent twice at once
Subject = tuple[str, ...]
_FORM = re.compile(r"<form([^>]*)>(.*?)</form>", re.DOTALL)
_FIELD = re.compile(r"<input[^>]*>")
_PART = re.compile(r'(action|name|value)="([^"]*)"')


@dataclass
class Tally:
    """What became of the requests of all."""

    took: dict[str, list[float]] = field(default_factory=dict)
    answers: Counter[int] = field(default_factory=Counter)
    faults: list[str] = field(default_factory=list)
    kept: list[tuple[str, str, Subject]] = field(default_factory=list)  # who, judgement, on what
    shown: set[Subject] = field(default_factory=set)  # where somebody was shown another's decision
    lock: threading.Lock = field(default_factory=threading.Lock)

    def answered(self, what: str, status: int, took: float) -> None:
        with self.lock:
            self.took.setdefault(what, []).append(took)
            self.answers[status] += 1

    def show(self, subject: Subject) -> None:
        with self.lock:
            self.shown.add(subject)

    def fault(self, told: str) -> None:
        with self.lock:
            self.faults.append(told)


class Reviewer:
    """Somebody in a browser: a session, and forms as pages have them."""

    def __init__(self, name: str, cookie: str, port: int, tally: Tally) -> None:
        self.name, self._cookies, self._port, self._tally = name, {"sessionid": cookie}, port, tally

    def get(self, address: str, what: str) -> str:
        return self._ask("GET", address, None, what)[1]

    def decide(self, page: str, where: str, subject: Subject, *, twice: bool = False, **given: str) -> None:
        """Send the form of a page, perhaps twice at once; where another's decision is shown, insist."""
        form = _form(page, f'{where}"')
        if form is None:
            self._tally.fault(f"{where}: no form on the page")
            return
        if form[1].get("seen"):
            self._tally.show(subject)  # who decided before is on the page itself
        told = (form[0], form[1] | given, subject)
        senders = [threading.Thread(target=self._send, args=told) for _ in range(2 if twice else 1)]
        for sender in senders:
            sender.start()
        for sender in senders:
            sender.join()
        with self._tally.lock:
            self._tally.kept.append((self.name, given.get("judgement", "read"), subject))

    def _send(self, address: str, fields: dict[str, str], subject: Subject) -> None:
        status, text, where = self._ask("POST", address, fields, "decide")
        if status == CONFLICT:
            self._tally.show(subject)
            asked = _form(text, 'name="anyway"')
            status, _, where = self._ask("POST", address, asked[1] if asked else {}, "decide")
        if status != FOUND:
            self._tally.fault(f"{address}: {status} for {subject}")
        elif "decided too:" in self._ask("GET", where, None, "afterwards")[1]:
            self._tally.show(subject)

    def _ask(self, method: str, at: str, fields: dict[str, str] | None, what: str) -> tuple[int, str, str]:
        """Status, text, and where an answer leads."""
        connection = HTTPConnection("127.0.0.1", self._port, timeout=PATIENCE)
        headers = {"Cookie": "; ".join(f"{name}={value}" for name, value in self._cookies.items())}
        headers |= {} if fields is None else {"Content-Type": "application/x-www-form-urlencoded"}
        begun = time.perf_counter()
        try:
            connection.request(method, at, None if fields is None else urlencode(fields), headers)
            answer = connection.getresponse()
            text = answer.read().decode()
        except (OSError, HTTPException) as error:
            self._tally.fault(f"{method} {at}: {error}")
            return 0, "", ""
        finally:
            connection.close()
        for value in answer.headers.get_all("Set-Cookie", ()):
            name, _, rest = value.partition("=")
            self._cookies[name] = rest.partition(";")[0]
        self._tally.answered(what, answer.status, (time.perf_counter() - begun) * 1000)
        if answer.status not in {OK, FOUND, CONFLICT}:
            self._tally.fault(f"{method} {at}: {answer.status}")
        return answer.status, text, answer.headers.get("Location", "")


def _form(page: str, having: str) -> tuple[str, dict[str, str]] | None:
    """Where the first form with these words leads, and what its fields hold."""
    for start, inside in _FORM.findall(page):
        if having in start + inside:
            fields = [dict(_PART.findall(found)) for found in _FIELD.findall(inside)]
            told = {unescape(f["name"]): unescape(f.get("value", "")) for f in fields if "name" in f}
            return unescape(dict(_PART.findall(start)).get("action", "")), told
    return None


def work(reviewer: Reviewer, number: int, at: str, actions: int, incidents: int) -> None:
    """The actions of one reviewer: every eighth is on a claim that the neighbour judges too.

    Pairs, claims and readings are of documents of their own, since the made-up pairs of a document go when it
    is linked again: its words would not have made them.
    """
    from generate import paired

    random, pairs = Random(f"load {number}"), paired(incidents)  # noqa: S311  (which page, not a secret)
    for turn in range(actions):
        twice, why, own = turn in TWICE, f"turn {turn}", number * actions + turn
        if turn % 8 == 4:
            n = pairs[own]
            page = reviewer.get(
                f"{at}pairs/?{urlencode({'a': f'made-{n}-0', 'b': f'made-{n + 1}-0'})}", "pair"
            )
            given = {"judgement": random.choice(["same", "different"]), "reason": why}
            reviewer.decide(page, "/pairs/judge/", (f"made-{n}-0", f"made-{n + 1}-0"), twice=twice, **given)
        elif turn % 4 < 2:
            doc = f"made-{10 * own + 6 if turn % 8 else 10 * (number // 2 * actions + turn) + 5}"
            page = reviewer.get(f"{at}document/{doc}?claim={doc}-2", "document")
            given = {"judgement": random.choice(["accept", "reject"]), "reason": why}
            reviewer.decide(page, f"{at}document-judge/{doc}", (f"{doc}-2",), twice=twice, **given)
        elif turn % 4 == 2:
            doc = f"made-{10 * own + 7}"
            page = reviewer.get(f"{at}document/{doc}", "document")
            reviewer.decide(page, f"{at}document-read/{doc}", (doc,), twice=twice, reason=why)
        else:
            reviewer.get(at, "inbox")
            reviewer.get(f"{at}explore/?grade=V2", "explore")


def main(given: argparse.Namespace) -> None:
    """Serve the case, let them work, and ask the ledger."""
    root = given.case.resolve()
    sessions = _once("people", root, given.reviewers)
    before = len(_once("decisions", root, 0))
    command = [sys.executable, "-m", "witnessmark", "serve", str(root), "--port", "0"]
    server = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    try:
        port = _port(server)
        tally = Tally()
        begun = time.perf_counter()
        who = [Reviewer(name, cookie, port, tally) for name, cookie in sessions.items()]
        inputs = [(one, n, f"/p/{root.name}/", given.actions, given.incidents) for n, one in enumerate(who)]
        threads = [threading.Thread(target=work, args=args) for args in inputs]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        took = time.perf_counter() - begun
    finally:
        server.terminate()
        server.wait()
    found = _judged(tally, _once("decisions", root, 0)[before:], took)
    print(json.dumps(found, indent=2))
    if given.record:
        _record(given, found)
    if any(found[what] for what in ("faults", "lost", "doubled", "not shown to either")):
        raise SystemExit(1)


def _judged(tally: Tally, made: list[list[Any]], took: float) -> dict[str, Any]:
    """What the ledger says beside what was acknowledged."""
    kept = Counter((who, judgement, tuple(subject)) for who, judgement, subject in made)
    acknowledged = set(tally.kept)
    judges = Counter(subject for _, judgement, subject in kept if judgement != "read")
    shared = {subject for subject, n in judges.items() if n > 1}
    return {
        "seconds": round(took),
        "answers": {str(status): n for status, n in sorted(tally.answers.items())},
        "p95 in ms": {what: _p95(some) for what, some in sorted(tally.took.items())},
        "acknowledged": len(acknowledged),
        "judged by two": len(shared),
        "not shown to either": sorted(map(str, shared - tally.shown)),
        "lost": sorted(map(str, acknowledged - kept.keys())),
        "doubled": sorted(str(what) for what, n in kept.items() if n > 1),
        "faults": tally.faults[:20],
    }


def _p95(some: list[float]) -> int:
    return round(sorted(some)[int(0.95 * (len(some) - 1))])


def _port(server: subprocess.Popen[str]) -> int:
    assert server.stdout is not None  # noqa: S101  (as it was started)
    for line in server.stdout:
        found = re.search(r"http://127\.0\.0\.1:(\d+)/", line)
        if found:
            threading.Thread(target=server.stdout.read, daemon=True).start()
            return int(found[1])
    raise SystemExit("the room did not open")


def _once(what: str, root: Path, number: int) -> Any:  # noqa: ANN401  (JSON)
    """What a process of its own says: the room's tables are set up once in each."""
    command = [sys.executable, __file__, "--say", what, str(root), str(number)]
    told = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True, env=os.environ).stdout
    return json.loads(told.splitlines()[-1])


def _people(root: Path, number: int) -> dict[str, str]:
    """Reviewers with a second factor who are signed in: their names and sessions."""
    from witnessmark.web.server import bring_up_to_date, prepare
    from witnessmark.web.setup import Room

    prepare(Room((root,)))
    bring_up_to_date(Room((root,)))
    from seat import person, session

    return {f"reviewer {n}": session(person(f"reviewer {n}", "reviewer")) for n in range(number)}


def _decisions(root: Path, _: int) -> list[tuple[str, str, tuple[str, ...]]]:
    from witnessmark.store.case import Case

    with Case.open(root) as case:
        return [(d.by, str(d.judgement), d.subject) for d in case.decisions()]


def _record(given: argparse.Namespace, found: dict[str, Any]) -> None:
    from witnessmark.store.database import URL_VARIABLE

    before = json.loads(RECORDED.read_text(encoding="utf-8")) if RECORDED.exists() else {}
    engine = "postgresql" if os.environ.get(URL_VARIABLE) else "sqlite"
    told = {"date": datetime.now(UTC).date().isoformat(), "python": platform.python_version()}
    told |= {"incidents": given.incidents, "reviewers": given.reviewers, "actions": given.actions} | found
    RECORDED.write_text(json.dumps(before | {engine: told}, indent=2) + "\n", encoding="utf-8")


_SAID: dict[str, Callable[[Path, int], Any]] = {"people": _people, "decisions": _decisions}

if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--say", choices=list(_SAID), help=argparse.SUPPRESS)
    parser.add_argument("case", type=Path)
    parser.add_argument("incidents", type=int)
    parser.add_argument("--reviewers", type=int, default=50)
    parser.add_argument("--actions", type=int, default=20)
    parser.add_argument("--record", action="store_true", help="keep the figures in load.json")
    asked = parser.parse_args()
    if asked.say:
        print(json.dumps(_SAID[asked.say](asked.case, asked.incidents)))
    else:
        main(asked)
