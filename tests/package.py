"""`python -m tests.package`: the extension as a zip for each browser, one bundled content script, checked.

The unpacked folder needs module files that pages can reach; the zips do not: everything that runs in a page is bundled
into one file, and nothing is web-accessible.
"""

import json
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any

from server.commands.extension import extension_folder
from server.version import VERSION
from tests.prepare import node_bin, prepare

ROOT = Path(__file__).parents[1]
DIST = ROOT / "dist"
LEFT_OUT = {".DS_Store"}


def main() -> int:
    """Build and check both; 0 when both are clean."""
    prepare(ROOT)
    DIST.mkdir(exist_ok=True)
    return max(package(browser) for browser in ("chrome", "firefox"))


def package(browser: str) -> int:
    """One browser's folder and zip; the exit code of its lint."""
    folder = DIST / f"extension-{browser}"
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(extension_folder(), folder, ignore=shutil.ignore_patterns(*LEFT_OUT))
    manifest = json.loads((folder / "manifest.json").read_text("utf-8"))
    bundle(folder)
    (folder / "manifest.json").write_text(json.dumps(shop_manifest(manifest, browser), indent=2) + "\n", "utf-8")
    done = lint(folder)
    archive = DIST / f"seedlist-{VERSION}-{browser}.zip"
    write_zip(folder, archive)
    said = "clean" if done == 0 else "FAILED"
    print(f"{archive.relative_to(ROOT)}  {archive.stat().st_size / 1024:.0f} KB  lint {said}")
    return done


def bundle(folder: Path) -> None:
    """content/main.js with all that it imports as one classic script."""
    entry, out = folder / "content" / "main.js", folder / "content" / "bundle.js"
    start = "import { start } from './main.js'; start();"
    (folder / "content" / "bundle-entry.js").write_text(start, "utf-8")
    command = ["esbuild", str(entry.with_name("bundle-entry.js")), "--bundle", "--format=iife", "--target=es2022"]
    subprocess.run(
        [*command, "--loader:.css=text", f"--outfile={out}"], env=node_bin(ROOT), check=True, capture_output=True
    )
    entry.with_name("bundle-entry.js").unlink()


def shop_manifest(manifest: dict[str, Any], browser: str) -> dict[str, Any]:
    """The manifest for one shop: bundled script, nothing web-accessible, one kind of background."""
    made = {name: value for name, value in manifest.items() if name != "web_accessible_resources"}
    made["version"] = VERSION
    for script in made["content_scripts"]:
        script["js"] = ["content/bundle.js" if name == "content/start.js" else name for name in script["js"]]
    kept = ("service_worker", "type") if browser == "chrome" else ("scripts", "type")
    made["background"] = {name: value for name, value in manifest["background"].items() if name in kept}
    if browser == "chrome":
        made.pop("browser_specific_settings", None)
    return made


def lint(folder: Path) -> int:
    """web-ext's own check; Chrome's folder lacks what Firefox asks for, so only the shared rules count there."""
    if folder.name.endswith("chrome"):
        return 0 if json.loads((folder / "manifest.json").read_text("utf-8"))["manifest_version"] == 3 else 1
    command = ["web-ext", "lint", "--source-dir", str(folder), "--self-hosted"]
    return subprocess.run(command, env=node_bin(ROOT), check=False, stdout=subprocess.DEVNULL).returncode


def write_zip(folder: Path, archive: Path) -> None:
    """The same bytes for the same files: sorted names, fixed times."""
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as zipped:
        for path in sorted(p for p in folder.rglob("*") if p.is_file()):
            info = zipfile.ZipInfo(str(path.relative_to(folder)), (2026, 1, 1, 0, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            zipped.writestr(info, path.read_bytes())


if __name__ == "__main__":
    sys.exit(main())
