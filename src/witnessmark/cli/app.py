"""The commands: where they live, and how each is called."""

from collections.abc import Callable
from typing import Annotated, NamedTuple

import typer

from witnessmark.cli import (
    case,
    demo,
    gazetteer,
    holders,
    judging,
    keys,
    notices,
    packages,
    receipts,
    registering,
    reporting,
    revising,
    serving,
    site_checking,
    site_exports,
    site_measuring,
    site_scope,
    stateless,
)


class Command(NamedTuple):
    """A command and the examples its help ends with."""

    run: Callable[..., int]
    examples: tuple[str, ...]
    group: str = ""  # the first word of commands on one thing

    @property
    def name(self) -> str:
        """What is typed to call it."""
        return f"{self.group} {self.verb}".strip()

    @property
    def verb(self) -> str:
        """The last word of its name; a function cannot be called `import`."""
        return self.run.__name__.rstrip("_").replace("_", "-")


COMMANDS = (
    Command(stateless.read, ("read reports/", "read page.html --format jsonl > documents.jsonl")),
    Command(
        stateless.extract,
        (
            "extract report.txt --published 2020-05-11",
            "extract - --format jsonl --mentions < report.txt",
            'extract --explain "Six civilians were killed at the ferry."',
        ),
    ),
    Command(stateless.link, ("link reports/*.txt", "link reports/ --format jsonl > records.jsonl")),
    Command(case.init, ("init my-case",)),
    Command(case.add, ("add my-case reports/", "add my-case page.html --published 2020-05-11")),
    Command(case.status, ("status my-case",)),
    Command(case.claims, ("claims my-case", "claims my-case --format jsonl > claims.jsonl")),
    Command(judging.review, ("review my-case", "review my-case --pairs 100 --below 0.8 --format jsonl")),
    Command(
        judging.judge,
        (
            "judge my-case 5f1c09aa 77b2e1d0 same --by 'R. Doe' --reason 'one strike'",
            "judge my-case 5f1c09aa --correct value=7 --by 'R. Doe' --reason 'a misreading'",
            "judge my-case --undo 9c02be11 --by 'R. Doe' --reason 'another street'",
        ),
    ),
    Command(
        revising.add_claim,
        ("add-claim my-case 5f1c09aa --quote 'six died' --set measure=killed --by 'R. Doe' --reason missed",),
    ),
    Command(revising.confirm, ("confirm my-case 9c02be11 --by 'S. Roe' --reason 'read it too'",)),
    Command(judging.judgements, ("judgements my-case",)),
    Command(
        case.incidents,
        (
            "incidents my-case",
            "incidents my-case --explain",
            "incidents my-case --format jsonl > incidents.jsonl",
        ),
    ),
    Command(
        case.figures,
        (
            "figures my-case --explain",
            "figures my-case --from 2020-01-01 --to 2020-03-31 --place Idlib",
            "figures my-case --rule conservative",
        ),
    ),
    Command(reporting.report, ("report my-case", "report my-case -o report.html", "report my-case --sites")),
    Command(case.rebuild, ("rebuild my-case", "rebuild my-case --rule conservative")),
    Command(case.verify, ("verify my-case",)),
    Command(serving.serve, ("serve my-case", "serve my-case --port 0")),
    Command(demo.demo, ("demo", "demo my-example")),
    Command(
        keys.new,
        (
            "key new office --name 'Office of the ferry'",
            "key new register-key --name 'R. Doe' --for register",
        ),
        "key",
    ),
    Command(keys.public, ("key public office", "key public office --openssh"), "key"),
    Command(keys.rotate, ("key rotate office office-2027 --reason 'every year'",), "key"),
    Command(
        keys.revoke,
        (
            "key revoke office --reason 'laptop stolen' --since 2026-05-11",
            "key revoke office.pub --by office-2027 --reason 'passphrase lost'",
        ),
        "key",
    ),
    Command(
        packages.verify_package,
        (
            "sites verify-package round-1.zip --public office.pub",
            "sites verify-package receipt.zip --public liaison.pub --package round-1.zip",
        ),
        "sites",
    ),
    Command(
        packages.countersign,
        ("sites countersign round.zip --public office.pub --key mine --by 'R. Doe' --as party -o back.zip",),
        "sites",
    ),
    Command(
        holders.init,
        ("sites init my-case --key ~/keys/register --sign ~/keys/signing --by 'Desk A' --since 2020-01-01",),
        "sites",
    ),
    Command(
        holders.grant,
        ("sites grant my-case --to 'Desk B' --access checker --public b.pub --reason 'runs checks'",),
        "sites",
    ),
    Command(
        site_scope.scope,
        (
            "sites scope my-case --since 2019-06-01",
            "sites scope my-case --country SYR --country LBN --reason 'border towns too'",
        ),
        "sites",
    ),
    Command(holders.revoke, ("sites revoke my-case --from 'Desk B' --reason 'has left'",), "sites"),
    Command(
        registering.import_,
        (
            "sites import my-case hospitals.csv --country SYR --dry-run",
            "sites import my-case hospitals.csv --country SYR --accept coarse --skip-problems",
        ),
        "sites",
    ),
    Command(registering.list_, ("sites list my-case", "sites list my-case --exact --format jsonl"), "sites"),
    Command(registering.move, ("sites move my-case A-7 --on 2020-03-01 < position.txt",), "sites"),
    Command(registering.close, ("sites close my-case A-7 --on 2020-03-01",), "sites"),
    Command(
        notices.notify,
        ("sites notify my-case --party TUR_GOV --channel 'Liaison' --batch round-4 --all -o r4.zip",),
        "sites",
    ),
    Command(
        notices.notified,
        ("sites notified my-case --party TUR_GOV --channel Liaison --batch r1 --on 2020-02-03 --site A-7",),
        "sites",
    ),
    Command(
        receipts.acknowledge,
        (
            "sites acknowledge my-case receipt.zip --batch round-4 --public recipient.pub",
            "sites acknowledge my-case scan.pdf --batch round-4 --by party --who 'Duty desk' --on 2020-05-11",
        ),
        "sites",
    ),
    Command(notices.step, ("sites step my-case transmitted --batch round-4 --on 2020-05-12",), "sites"),
    Command(notices.amend, ("sites amend my-case --batch round-4 --site A-7 -o amended.zip",), "sites"),
    Command(notices.withdraw, ("sites withdraw my-case --batch round-4 --site A-7 -o out.zip",), "sites"),
    Command(notices.package, ("sites package my-case 5f1c09 -o round-4.zip",), "sites"),
    Command(
        site_checking.check,
        ("sites check my-case", "sites check my-case --incident 5f1c09 --format jsonl"),
        "sites",
    ),
    Command(site_measuring.measures, ("sites measures my-case",), "sites"),
    Command(
        site_exports.export,
        (
            "sites export my-case --audience public -o cells.geojson",
            "sites export my-case --audience sealed --encrypt-to partner.pub -o sites.age",
        ),
        "sites",
    ),
    Command(holders.holders, ("sites holders my-case",), "sites"),
    Command(holders.openings, ("sites openings my-case",), "sites"),
    Command(gazetteer.build, ("gazetteer build",), "gazetteer"),
    Command(gazetteer.fetch, ("gazetteer fetch Syria", "gazetteer fetch SY UA SD"), "gazetteer"),
    Command(
        gazetteer.import_,
        (
            "gazetteer import hospitals.csv --source 'Health cluster, not public'",
            "gazetteer import villages.geojson --country SY --name villages",
        ),
        "gazetteer",
    ),
    Command(gazetteer.sources, ("gazetteer sources",), "gazetteer"),
    Command(gazetteer.remove, ("gazetteer remove hospitals",), "gazetteer"),
    Command(
        gazetteer.lookup,
        (
            "gazetteer lookup Ariha",
            "gazetteer lookup 'Kafra Naboudeh' --country Syria",
            "gazetteer lookup Tripoli --near 34.4,35.8 --format jsonl",
        ),
        "gazetteer",
    ),
    Command(
        serving.add,
        ("user add my-case dana --role reviewer", "user add my-case omar --role administrator --register"),
        "user",
    ),
)

_HELP = """Reports of attacks on civilians become claims, incidents and figures, each traced to a sentence.

read, extract and link keep nothing. The other commands work in a case: a directory that keeps what was
received and everything found in it."""

_EPILOG = """\b
Exit codes:
  0  done
  1  some items failed and are listed, the rest was kept; or work was stopped
  2  wrong usage, or a case that cannot be used
  3  the record is broken"""

app = typer.Typer(
    name="witnessmark",
    help=_HELP,
    epilog=_EPILOG,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)


@app.callback()
def _root(
    version: Annotated[bool, typer.Option("--version", "-V", help="Print the version and exit.")] = False,
) -> None:
    if version:
        from witnessmark.cli import main

        main(["--version"])


_GROUPS = {
    group: typer.Typer(help=said, rich_markup_mode=None)
    for group, said in {
        "key": "Keys that sign, and keys that open a register.",
        "sites": "Protected sites, and what was notified of them.",
        "gazetteer": "Add places of a country, or your own.",
        "user": "People of the review room.",
    }.items()
}
for _group, _commands in _GROUPS.items():
    app.add_typer(_commands, name=_group)
for _command in COMMANDS:
    _lines = "\n".join(f"  witnessmark {example}" for example in _command.examples)
    _home = _GROUPS[_command.group] if _command.group else app
    _home.command(_command.verb, epilog=f"\b\nExamples:\n{_lines}")(_command.run)
