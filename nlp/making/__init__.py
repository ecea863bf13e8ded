"""Offline makers of the word tables in nlp/data; nothing here runs in the product."""
