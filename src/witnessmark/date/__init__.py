"""Date: time expressions to intervals of days with precision, and when a document was published."""

from witnessmark.date.dating import date

__all__ = ["date"]
