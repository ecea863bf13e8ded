"""A long day of requests at a real server, with its memory watched."""
