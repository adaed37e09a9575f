"""A run of texts of one template, each with one word of its own."""


def run_of(number):
    return {
        f"t{n}": f"A strike on village{n:03d} killed several people, the monitor said." for n in range(number)
    }
