"""Protected sites: the register, what was notified to whom, and whether an incident hit one."""
