"""Libraries that only `seedlist[scale]` brings; whoever lacks one is told how to get it."""

from importlib import import_module
from types import ModuleType

from server.domain.errors import SeedlistError

EXTRA = "seedlist[scale]"


class ExtraMissing(SeedlistError):
    """A library of the extra is not installed."""

    code = "extra_missing"


def wanted(module: str, purpose: str) -> ModuleType:
    """The module; raises ExtraMissing with the command that installs it."""
    try:
        return import_module(module)
    except ImportError:
        library = module.partition(".")[0]
        raise ExtraMissing(
            f"{purpose} needs {library}, which is not installed.",
            action=f"Install it with: pip install '{EXTRA}' (from a checkout: pip install -e '.[scale]').",
        ) from None
