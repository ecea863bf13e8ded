"""The whole server timed beside a plain one."""
