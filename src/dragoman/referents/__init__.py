"""Who, where, when, how many: what the phrases of a report refer to."""
