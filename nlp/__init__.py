"""Text in, Reading out: niches, signals, commerce, languages and places of a profile, with the exact words."""
