"""Profiles by the thousand: files in and out, several processes or a cluster, and going on after an interruption."""
