"""Bodies of the store as people read them: rows, parts, words, marks."""
