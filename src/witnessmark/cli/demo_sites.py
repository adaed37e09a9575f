"""The bundled register of protected sites, put into the example case command by command."""

import os
import secrets
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from witnessmark.cli.output import say
from witnessmark.cli.run import DONE

_ROUNDS = 1  # of the passphrase: these keys are thrown away and guard an invented register
_REASON = ("--reason", "example")


def key_folder(case: Path) -> Path:
    """Where the demo keeps keys and packages: beside the case, never in it."""
    return case.resolve().with_name(f"{case.resolve().name}-keys")


def add_register(case: Path, example: Path) -> int:
    """Make throw-away keys, import the invented sites and enter who was told of them; the exit code.

    What is there already stays as it is.
    """
    folder = key_folder(case)
    if folder.exists():
        return DONE
    _make_keys(folder)
    say(f"Keys for the invented register, outside the case, to be thrown away: {folder}")
    with unlocked(folder):
        for words in _commands(str(case), example, folder):
            if code := _run(words):
                return code
    return DONE


def check(case: Path) -> int:
    """Show what the checks against the register found."""
    with unlocked(key_folder(case)):
        return _run(["sites", "check", str(case), *_REASON])


def report(case: Path) -> int:
    """Write the report with these checks."""
    with unlocked(key_folder(case)):
        return _run(["report", str(case), "--sites", *_REASON])


@contextmanager
def unlocked(folder: Path) -> Iterator[None]:
    """The environment names the files of the demo's keys and passphrase; it holds no secret itself."""
    before = dict(os.environ)
    os.environ["WITNESSMARK_REGISTER_KEY"] = str(folder / "register")
    os.environ["WITNESSMARK_SIGNING_KEY"] = str(folder / "signing")
    os.environ["WITNESSMARK_PASSPHRASE_FILE"] = str(folder / "passphrase")
    try:
        yield
    finally:
        os.environ.clear()
        os.environ.update(before)


def _run(words: list[str]) -> int:
    from witnessmark.cli.run import run

    return run(words)


def _make_keys(folder: Path) -> None:
    from witnessmark.store import keyfiles

    folder.mkdir(mode=0o700, parents=True)
    phrase = secrets.token_urlsafe(24)
    keyfiles.new_file(folder / "passphrase", f"{phrase}\n".encode(), 0o600)
    keyfiles.make(folder / "signing", phrase, "Example desk", "signing", _ROUNDS)
    keyfiles.make(folder / "register", phrase, "Example desk", "register", _ROUNDS)
    keyfiles.make(folder / "recipient", phrase, "Receiving desk", "signing", _ROUNDS)


def _commands(case: str, example: Path, folder: Path) -> Iterator[list[str]]:
    import yaml

    data = yaml.safe_load((example / "rounds.yaml").read_text(encoding="utf-8"))
    since, codes = str(data["register"]["since"]), data["register"]["countries"]
    share = ["--coverage", str(data["register"]["coverage"])]
    countries = [word for code in codes for word in ("--country", code)]
    yield ["sites", "init", case, "--by", "Example desk", "--since", since, *countries, *share]
    for listed in ("register.csv", "camps.geojson"):
        yield ["sites", "import", case, str(example / listed), "--country", codes[0], *_REASON]
    for told in data["rounds"]:
        yield _sending(case, told, example, folder)
        for step in told["steps"]:
            if "countersigned" in step:  # what the recipient does, with a key of their own
                yield _countersigning(told["batch"], step, folder)
            yield _step(case, told["batch"], step, example, folder)


def _sending(case: str, told: Mapping[str, Any], example: Path, folder: Path) -> list[str]:
    """A package where the round goes out now; else what is known of one of earlier days."""
    words = [case, "--batch", told["batch"], "--party", told["party"], "--channel", told["channel"]]
    words += [*_sites(told["sites"]), *_REASON]
    if "submitted" not in told:
        return ["sites", "notify", *words, "-o", str(folder / f"{told['batch']}.zip")]
    sent = ["--sent", str(example / told["sent"])] if "sent" in told else []
    return ["sites", "notified", *words, "--on", str(told["submitted"]), *sent]


def _countersigning(batch: str, step: Mapping[str, Any], folder: Path) -> list[str]:
    keys = ["--key", str(folder / "recipient"), "--public", str(folder / "signing.pub")]
    who = ["--by", step["countersigned"], "--as", "party"]
    return ["sites", "countersign", str(folder / f"{batch}.zip"), *keys, *who, "-o", _receipt(batch, folder)]


def _receipt(batch: str, folder: Path) -> str:
    return str(folder / f"{batch}-receipt.zip")


def _step(case: str, batch: str, step: Mapping[str, Any], example: Path, folder: Path) -> list[str]:
    if "countersigned" in step:
        receipt = [_receipt(batch, folder), "--public", str(folder / "recipient.pub")]
        return ["sites", "acknowledge", case, *receipt, "--batch", batch, *_REASON]
    words = ["--batch", batch, "--on", str(step["day"]), *_sites(step.get("sites", ())), *_REASON]
    if "letter" in step:
        who = ["--by", "party", "--who", "The duty desk"]
        return ["sites", "acknowledge", case, str(example / step["letter"]), *who, *words]
    return ["sites", "step", case, step["step"], *words]


def _sites(names: list[str]) -> list[str]:
    return [word for name in names for word in ("--site", name)]
