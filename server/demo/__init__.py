"""An invented brand, invented people and look-alike pages, for a first look without an account."""
