"""Who may open the register and sign in it, as its own records say: a fold over them in their order."""

from dataclasses import dataclass, field

from witnessmark.errors import LockedError
from witnessmark.model.holder import Access, Holder
from witnessmark.model.record import Record

GRANT, REVOCATION, SEGMENT = "grant", "revocation", "segment"


@dataclass(slots=True)
class Holders:
    """Those who hold a key after the records told so far.

    `recipient` is the public half of the key R that is sealed to now, `epoch` which one it is: another one
    from every revocation on.
    """

    holders: dict[str, Holder] = field(default_factory=dict)  # name -> holder
    sealed: dict[str, str] = field(default_factory=dict)  # name -> R's secrets, sealed, in base64
    gone: set[str] = field(default_factory=set)  # opening keys that were taken back
    recipient: str = ""
    epoch: int = 0

    def tell(self, record: Record) -> None:
        """One more record."""
        if record["kind"] == GRANT:
            holder = of(record)
            before = self.holders.get(holder.name)
            if before is not None and before.opens != holder.opens:
                self.gone.add(before.opens)
            self.gone.discard(holder.opens)
            self.holders[holder.name] = holder
            self.sealed[holder.name] = record["sealed"]
            self.recipient, self.epoch = record["recipient"], record["epoch"]
        elif record["kind"] == REVOCATION:
            gone = self.holders.pop(record["holder"], None)
            if gone is not None:
                self.gone.add(gone.opens)
            self.recipient, self.epoch = record["recipient"], record["epoch"]

    def may_sign(self, public: str) -> bool:
        """Whether a keeper signs with this key now."""
        return any(h.signs == public and h.access is Access.KEEPER for h in self.holders.values())

    def of_key(self, public: str) -> Holder:
        """Whose opening key this is; raises LockedError where it opens nothing here, or no longer."""
        for holder in self.holders.values():
            if holder.opens == public:
                return holder
        if public in self.gone:
            raise LockedError(
                "the register of sites does not open: this key was taken back; a keeper can grant a new one"
            )
        raise LockedError(
            "the register of sites does not open with this key: it belongs to another case, or a keeper has "
            "yet to grant it (witnessmark sites grant)"
        )


def of(record: Record) -> Holder:
    """The holder of a grant."""
    return Holder(record["holder"], Access(record["access"]), record["opens"], record["signs"])
