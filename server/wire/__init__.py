"""The contract's JSON going in: strict types, clear refusals, domain nouns out."""
