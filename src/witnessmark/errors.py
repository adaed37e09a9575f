"""The one tree of errors.

    WitnessmarkError
    ├── ItemError            this item failed: recorded as a failure, the rest goes on
    │   ├── UnreadableError      the bytes cannot be turned into text
    │   ├── EmptyError           nothing to read
    │   └── DuplicateIdError     a second document under an id already taken
    ├── UsageError           wrong call: exit code 2
    ├── CaseError            the case cannot be used as it is: stop the run, exit code 2
    │   ├── NotACaseError
    │   ├── NewerCaseError       made by a later version
    │   ├── BusyCaseError        another writer holds it
    │   └── LockedError          the register of sites does not open: key, passphrase or role is missing
    ├── WorkerError          a process of --jobs ended by itself: stop the run
    ├── StorageError         the disk refused: stop the run, nothing half-written
    └── IntegrityError       the record was tampered with or broken: exit code 3
        ├── QuoteError           a claim whose quote is not in its document
        └── PackageError         a signed package or receipt is not what was signed
            └── KeyRevokedError      it was signed with a key that was revoked

A message names the file or item and what to do about it.
"""


class WitnessmarkError(Exception):
    """Base of every error raised on purpose."""


class ItemError(WitnessmarkError):
    """One item failed; the run goes on and the item becomes a `failure` record."""


class UnreadableError(ItemError):
    """The bytes of a file cannot be read as text of a known format."""


class EmptyError(ItemError):
    """A file or record holds nothing to read."""


class DuplicateIdError(ItemError):
    """Two different documents carry one id."""


class UsageError(WitnessmarkError):
    """The call itself is wrong."""


class CaseError(WitnessmarkError):
    """The case cannot be used as it is."""


class NotACaseError(CaseError):
    """The directory holds no case."""


class NewerCaseError(CaseError):
    """The case was made by a later version of the program."""


class BusyCaseError(CaseError):
    """Another process is writing to the case."""


class LockedError(CaseError):
    """The register of sites does not open with this key, passphrase or role."""


class WorkerError(WitnessmarkError):
    """A process that shared the work ended before it was done."""


class StorageError(WitnessmarkError):
    """The disk refused a write; nothing half-written is kept."""


class IntegrityError(WitnessmarkError):
    """The evidence or its chain does not check out."""


class QuoteError(IntegrityError):
    """A claim's quote is not the text at its offsets."""


class PackageError(IntegrityError):
    """A signed package or receipt is not what was signed."""


class KeyRevokedError(PackageError):
    """A package or receipt was signed with a key that was revoked."""
