"""Invented brands and people with written judgements, and ways to order them."""
