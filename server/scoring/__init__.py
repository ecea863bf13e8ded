"""Facts about a profile become an Annotation here: pure functions over commented tables."""
