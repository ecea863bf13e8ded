"""Broken requests by the hundred thousand, sent through the WSGI app in this process."""
