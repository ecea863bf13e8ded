"""Names for new things: short, random, safe in addresses."""

import secrets


def new_id() -> str:
    """Twelve lower-case hexadecimal characters, 48 random bits."""
    return secrets.token_hex(6)
