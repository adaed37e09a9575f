"""Times of signing: UTC to the second, written one way, so that they compare as they are read."""

from datetime import UTC, date, datetime, timedelta

from witnessmark.errors import UsageError

_FORM = "%Y-%m-%dT%H:%M:%SZ"


def now() -> str:
    """The time by this machine's clock."""
    return datetime.now(UTC).strftime(_FORM)


def latest_day(moment: datetime) -> date:
    """The day it is where days begin first (UTC+14, the Line Islands): a later one has begun nowhere."""
    return (moment.astimezone(UTC) + timedelta(hours=14)).date()


def instant(text: str) -> str:
    """A day (its first second) or a time with its zone, in UTC. Raises UsageError for other text."""
    try:
        moment = datetime.fromisoformat(text)
        return _utc(moment, len(text) > len("2026-05-11")).strftime(_FORM)
    except (ValueError, OverflowError) as error:
        raise UsageError(
            f"{text[:40]!r} is no day or time: write 2026-05-11, or 2026-05-11T09:30:00Z with the time zone"
        ) from error


def _utc(moment: datetime, timed: bool) -> datetime:
    if moment.tzinfo:
        return moment.astimezone(UTC)
    if timed:
        raise ValueError("a time of no zone could be any of two days")
    return moment.replace(tzinfo=UTC)
