"""What the log of the server says: where it failed, never of what."""

import logging


class Bare(logging.Filter):
    """Leaves the kind of an error and the place in the program; drops messages, addresses and values."""

    def filter(self, record: logging.LogRecord) -> bool:
        info = record.exc_info
        if info and info[0] is not None:
            trace = info[2]
            while trace is not None and trace.tb_next is not None:
                trace = trace.tb_next
            where = f"{trace.tb_frame.f_code.co_filename}:{trace.tb_lineno}" if trace else "an unknown place"
            told = f"{info[0].__name__} at {where}"
        else:  # Django names the address that it could not answer; one is an invitation
            told = f"{record.levelname.lower()} {getattr(record, 'status_code', '')} of {record.name}"
        record.msg, record.args = told, ()
        record.exc_info = None
        record.exc_text = None
        return True
