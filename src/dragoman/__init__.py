"""dragoman reads news reports of diplomacy and armed conflict and writes down, with the evidence, what each one states."""

__version__ = "0.1.0"
