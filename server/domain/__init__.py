"""The nouns of Seedlist, standard library only."""
