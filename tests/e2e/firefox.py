"""Firefox with the extension, driven by WebDriver BiDi over one websocket."""

import itertools
import json
import shutil
import subprocess
import time
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from websockets.sync.client import ClientConnection, connect

from server.commands.extension import extension_folder
from tests.e2e.platforms import Platforms
from tests.e2e.running import free_port

ADDON = "seedlist@seedlist.invalid"
UUID = "3f0c2a64-0b7e-4d7e-9d1c-5a1f6c8e2b90"
SHIFT, ALT, ESCAPE = "\ue008", "\ue00a", "\ue00c"


@dataclass
class Firefox:
    """One tab of a Firefox of its own."""

    ends: ExitStack
    socket: ClientConnection
    numbers: Any = field(default_factory=lambda: itertools.count(1))
    tab: str = ""

    def ask(self, method: str, **params: Any) -> dict[str, Any]:
        """One BiDi command; raises RuntimeError with the browser's own words."""
        number = next(self.numbers)
        self.socket.send(json.dumps({"id": number, "method": method, "params": params}))
        while True:
            answer = json.loads(self.socket.recv(timeout=60))
            if answer.get("id") == number:
                break
        if answer["type"] == "error":
            raise RuntimeError(f"{method}: {answer['message']}")
        return answer["result"]

    def goto(self, url: str) -> None:
        self.ask("browsingContext.navigate", context=self.tab, url=url, wait="complete")

    def run(self, expression: str) -> Any:
        """The value of an expression in the tab; promises are awaited."""
        target = {"context": self.tab}
        answer = self.ask("script.evaluate", expression=expression, target=target, awaitPromise=True)
        if answer["type"] == "exception":
            raise RuntimeError(answer["exceptionDetails"]["text"])
        return answer["result"].get("value")

    def tell_extension(self, message: dict[str, Any]) -> dict[str, Any]:
        """A message to the background, from the extension's own options page."""
        self.goto(f"moz-extension://{UUID}/options/options.html")
        said = f"browser.runtime.sendMessage({json.dumps(message)}).then((answer) => JSON.stringify(answer))"
        return json.loads(self.run(said))

    def badge_says(self, words: str, *, seconds: float = 15) -> str:
        """The badge's text once it contains `words`, else its last text."""
        text, until = "", time.monotonic() + seconds
        while words not in text and time.monotonic() < until:
            text = self.run("document.querySelector('seedlist-badge')?.shadowRoot.textContent ?? ''")
            time.sleep(0.1)
        return text

    def press(self, *keys: str) -> None:
        """Real key presses in the tab: all down in order, then up. Modifiers by their WebDriver code points."""
        down = [{"type": "keyDown", "value": key} for key in keys]
        up = [{"type": "keyUp", "value": key} for key in reversed(keys)]
        source = {"type": "key", "id": "keyboard", "actions": [*down, *up]}
        self.ask("input.performActions", context=self.tab, actions=[source])

    def click(self, selector: str, *, host: str = "seedlist-badge") -> None:
        """A click of the mouse on a part of the badge or panel: what a script clicks does not count there."""
        part = f"document.querySelector({host!r}).shadowRoot.querySelector({selector!r})"
        self.run(f"{part}.scrollIntoView({{block: 'nearest'}})")
        middle = "JSON.stringify((({x, y, width, height}) => [x + width / 2, y + height / 2])"
        x, y = json.loads(self.run(f"{middle}({part}.getBoundingClientRect()))"))
        self.point("pointerMove", x=round(x), y=round(y))
        self.point("pointerDown", "pointerUp", button=0)

    def point(self, *kinds: str, **more: Any) -> None:
        """Moves or presses the mouse."""
        source = {"type": "pointer", "id": "mouse", "actions": [{"type": kind, **more} for kind in kinds]}
        self.ask("input.performActions", context=self.tab, actions=[source])

    def panel_says(self) -> str | None:
        """The panel's text; None when it is closed."""
        return self.run("document.querySelector('seedlist-panel')?.shadowRoot.textContent ?? null")

    def close(self) -> None:
        self.ends.close()


def start_firefox(folder: Path, platforms: Platforms) -> Firefox:
    """A headless Firefox in which both sites are the look-alikes and the extension is a temporary add-on."""
    program = shutil.which("firefox-esr") or shutil.which("firefox")
    if program is None:
        raise FileNotFoundError("Firefox is needed: python -m tests installs it")
    port = free_port()
    (folder / "user.js").write_text(
        "".join(f"user_pref({json.dumps(k)}, {json.dumps(v)});\n" for k, v in prefs(platforms))
    )
    command = [
        program,
        "--headless",
        "--no-remote",
        "--profile",
        str(folder),
        "--remote-debugging-port",
        str(port),
        "--remote-allow-system-access",
    ]
    with ExitStack() as ends:
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        ends.callback(process.wait, 20)
        ends.callback(process.terminate)
        made = Firefox(ends, dial(ends, port))
        made.ask("session.new", capabilities={"alwaysMatch": {"acceptInsecureCerts": True}})
        made.ask("webExtension.install", extensionData={"type": "path", "path": str(extension_folder())})
        made.tab = made.ask("browsingContext.create", type="tab")["context"]
        made.ends = ends.pop_all()
        return made


def prefs(platforms: Platforms) -> list[tuple[str, Any]]:
    """Both sites lead to the look-alikes; nothing else is asked of anybody."""
    return [
        ("network.dns.forceResolve", "127.0.0.1"),
        ("network.socket.forcePort", f"443={platforms.port}"),
        ("extensions.webextensions.uuids", json.dumps({ADDON: UUID})),
        ("remote.active-protocols", 1),
        ("datareporting.policy.dataSubmissionEnabled", False),
        ("browser.shell.checkDefaultBrowser", False),
        ("app.update.enabled", False),
    ]


def dial(ends: ExitStack, port: int) -> ClientConnection:
    """The socket, once the browser listens."""
    until = time.monotonic() + 60
    while True:
        try:
            return ends.enter_context(connect(f"ws://127.0.0.1:{port}/session", max_size=None, open_timeout=5))
        except OSError:
            if time.monotonic() > until:
                raise
            time.sleep(0.2)
