"""`python -m tests`: install the browsers and tools that are missing, then every check, one after the other.

`python -m tests STEP …` runs only the named steps. Ends with 1 when a step failed, and says which.
"""

import subprocess
import sys
import time
from pathlib import Path

from tests.prepare import node_bin, prepare

ROOT = Path(__file__).parents[1]
PYTHON = sys.executable

STEPS: dict[str, list[str]] = {
    "lint": [PYTHON, "-m", "ruff", "check", "."],
    "format": [PYTHON, "-m", "ruff", "format", "--check", "."],
    "security": [PYTHON, "-m", "bandit", "-q", "-c", "pyproject.toml", "-r", "server", "nlp"],
    "types": [PYTHON, "-m", "mypy"],
    "arrows": [PYTHON, "-c", "from importlinter.cli import lint_imports_command as c; c()"],
    "js-types": ["npx", "--no-install", "tsc", "-p", "tsconfig.json"],
    "js-lint": ["npx", "--no-install", "eslint", "extension", "tests/extension"],
    "add-on": ["npx", "--no-install", "web-ext", "lint", "--source-dir", "extension", "--self-hosted"],
    "js-tests": ["node", "--test", "--test-reporter=dot", *sorted(map(str, ROOT.glob("tests/extension/**/*.test.js")))],
    "drill": ["node", "tests/drill/drill.js", "--cases", "2000", "--seed", "1"],
    "tests": [PYTHON, "-m", "pytest", "--cov", "--cov-report=term:skip-covered", "-q"],
}


def main(asked: list[str]) -> int:
    """Run the steps; 0 when all passed."""
    unknown = [name for name in asked if name not in STEPS]
    if unknown:
        print(f"No such step: {', '.join(unknown)}. Steps: {', '.join(STEPS)}.", file=sys.stderr)
        return 2
    prepare(ROOT)
    environment = node_bin(ROOT)
    failed = [name for name in asked or STEPS if not passes(name, environment)]
    if failed:
        print(f"Failed: {', '.join(failed)}.", file=sys.stderr)
    return 1 if failed else 0


def passes(name: str, environment: dict[str, str]) -> bool:
    """Run one step and say how long it took."""
    print(f"── {name}", flush=True)
    began = time.monotonic()
    done = subprocess.run(STEPS[name], cwd=ROOT, env=environment, check=False)
    print(
        f"── {name}: {'passed' if done.returncode == 0 else 'FAILED'} in {time.monotonic() - began:.0f} s", flush=True
    )
    return done.returncode == 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
