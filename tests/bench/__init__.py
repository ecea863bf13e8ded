"""Measures, never asserts: speed and quality beside rivals, in one run."""
