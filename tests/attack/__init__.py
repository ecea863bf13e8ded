"""Attacks on a running Seedlist: requests over raw sockets, script and formula payloads, a hostile page."""
