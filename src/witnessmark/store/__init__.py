"""The case on disk: an append-only ledger, a vault of bytes, and views rebuilt from them.

The door is `witnessmark.store.case.Case`. Nothing is imported here: stateless commands start without Django.
"""
