"""Says what to install when Python has no venv module, as on a bare Debian."""

import sys

version = f"{sys.version_info.major}.{sys.version_info.minor}"
print(
    f"Python {version} cannot make an environment here.\n"
    f"  Debian, Ubuntu, WSL:  sudo apt-get install python{version}-venv\n"
    "  macOS:                brew install python\n"
    "then run the command again.",
    file=sys.stderr,
)
