"""The interface for programs: the same rights as the pages, by the same functions; JSON in and out."""

from witnessmark.web.api.app import api

__all__ = ["api"]
