"""Work for processes: it must be importable by name in a fresh one."""

import os
import time


def first_is_slow(number: int) -> int:
    if number == 0:
        time.sleep(0.5)
    return number


def no_threes(number: int) -> int:
    if number == 3:
        raise LookupError("three")
    return number


def whose(number: int) -> tuple[int, int]:
    return number, os.getpid()


def ends_at_three(number: int) -> int:
    if number == 3:
        os._exit(9)
    return number
