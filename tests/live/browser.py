"""Chromium without a window, driven over its pipe: pages, their workers and every request."""

import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from types import TracebackType
from typing import Any, Self

from tests.live.conftest import missing

AXE = Path(sys.prefix) / "share/axe/package/axe.min.js"
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
"""The rules of axe-core that a page is held against."""
PATIENCE = 120.0
START = """
import os, sys
down, up = (os.dup(int(word)) for word in sys.argv[1:3])
os.dup2(down, 3)
os.dup2(up, 4)
os.set_inheritable(3, True)
os.set_inheritable(4, True)
os.execv(sys.argv[3], sys.argv[3:])
"""
"""Starts the program with the ends of its pipe where it looks for them."""


def chromium() -> str:
    """Return the program, with axe-core beside; skip or fail where they are not."""
    found = shutil.which("chromium")
    if found is None or not AXE.is_file():
        missing("Chromium or axe-core is not here (scripts/install-browser.sh)")
    return found


class Served(SimpleHTTPRequestHandler):
    """Serves a folder as any web server does; its requests are kept."""

    extensions_map = {  # noqa: RUF012  # as its base has it
        **SimpleHTTPRequestHandler.extensions_map,
        ".mjs": "text/javascript",
        ".wasm": "application/wasm",
    }

    def __init__(self, *words: Any, asked: list[str], **named: Any) -> None:
        self.asked = asked
        super().__init__(*words, **named)

    def log_message(self, *_words: Any) -> None:
        self.asked.append(self.path)


class Site:
    """A folder as a web server on this machine gives it; `asked` is what was asked for."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.asked = folder, list[str]()
        handler = partial(Served, directory=str(folder), asked=self.asked)
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
        self.address = f"http://127.0.0.1:{self._server.server_port}/"
        self._thread = Thread(target=self._server.serve_forever, args=(0.05,), daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """Be gone; a second time changes nothing."""
        if self._thread.is_alive():
            self._server.shutdown()
            self._server.server_close()
            self._thread.join()


class Browser:
    """A browser with one page; what it says is read while an answer is waited for."""

    def __init__(self, profile: Path) -> None:
        """Start it; nothing but this machine can be reached."""
        down, self._out = os.pipe()
        self._in, up = os.pipe()
        command = [
            chromium(),
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-background-networking",
            "--remote-debugging-pipe",
            f"--user-data-dir={profile}",
        ]
        self._program = subprocess.Popen(
            [sys.executable, "-c", START, str(down), str(up), *command],
            pass_fds=(down, up),
            stderr=subprocess.DEVNULL,
        )
        os.close(down)
        os.close(up)
        self._rest, self._number = b"", 0
        self.requests: list[str] = []
        self.said: list[str] = []
        self.workers: dict[str, str] = {}
        self.page = ""

    def __enter__(self) -> Self:
        try:
            target = self.ask("Target.createTarget", url="about:blank")["targetId"]
            attached = self.ask("Target.attachToTarget", targetId=target, flatten=True)
            self.page = attached["sessionId"]
            self._watch(self.page)
            for domain in ("Page", "DOM"):
                self.ask(f"{domain}.enable", self.page)
        except BaseException:
            self._stop()
            raise
        return self

    def _watch(self, session: str) -> None:
        for domain in ("Network", "Runtime"):
            self._send(f"{domain}.enable", session)
        wanted = {"autoAttach": True, "waitForDebuggerOnStart": False, "flatten": True}
        self._send("Target.setAutoAttach", session, **wanted)

    def _send(self, method: str, session: str = "", **arguments: Any) -> int:
        self._number += 1
        told: dict[str, Any] = {"id": self._number, "method": method, "params": arguments}
        if session:
            told["sessionId"] = session
        os.write(self._out, json.dumps(told).encode() + b"\0")
        return self._number

    def ask(self, method: str, session: str = "", **arguments: Any) -> Any:
        """Return what the browser answers to a command."""
        number = self._send(method, session, **arguments)
        for heard in self._heard():
            if heard.get("id") == number:
                assert "error" not in heard, heard
                return heard["result"]
        raise AssertionError("the browser is gone")

    def _heard(self) -> Iterator[dict[str, Any]]:
        while True:
            while b"\0" not in self._rest:
                read = os.read(self._in, 1 << 20)
                if not read:
                    return
                self._rest += read
            one, _, self._rest = self._rest.partition(b"\0")
            heard = json.loads(one)
            self._note(heard)
            yield heard

    def _note(self, heard: dict[str, Any]) -> None:
        told = heard.get("params", {})
        match heard.get("method"):
            case "Network.requestWillBeSent":
                self.requests.append(told["request"]["url"])
            case "Target.attachedToTarget":
                self.workers[told["sessionId"]] = told["targetInfo"]["type"]
                self._watch(told["sessionId"])
            case "Target.detachedFromTarget":
                self.workers.pop(told["sessionId"], None)
            case "Runtime.exceptionThrown":
                self.said.append(json.dumps(told["exceptionDetails"])[:800])

    def run(self, expression: str, session: str = "") -> Any:
        """Return the value of an expression, or of its promise, in the page or in a worker."""
        done = self.ask(
            "Runtime.evaluate",
            session or self.page,
            expression=expression,
            awaitPromise=True,
            returnByValue=True,
        )
        assert "exceptionDetails" not in done, done
        return done["result"].get("value")

    def until(self, expression: str) -> None:
        """Wait until an expression is true in the page."""
        end = time.monotonic() + PATIENCE
        while not self.run(expression):
            assert time.monotonic() < end, (expression, self.run("document.body.innerText"))
            time.sleep(0.02)

    def open(self, address: str) -> None:
        """Open a page."""
        self.ask("Page.navigate", self.page, url=address)

    def choose(self, selector: str, path: Path) -> None:
        """Choose a file in a field, as a person does."""
        root = self.ask("DOM.getDocument", self.page)["root"]["nodeId"]
        found = self.ask("DOM.querySelector", self.page, nodeId=root, selector=selector)
        self.ask("DOM.setFileInputFiles", self.page, nodeId=found["nodeId"], files=[str(path)])

    def widen(self, width: int, height: int = 900) -> None:
        """Give the window a width."""
        size = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": False}
        self.ask("Emulation.setDeviceMetricsOverride", self.page, **size)

    def worker(self) -> str:
        """Return the session of the page's own worker."""
        return next(key for key, kind in self.workers.items() if kind == "worker")

    def waited(self, ready: Callable[[], bool]) -> None:
        """Wait until the browser has told of something."""
        end = time.monotonic() + PATIENCE
        while not ready():
            assert time.monotonic() < end
            self.run("1")
            time.sleep(0.02)

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._stop()

    def _stop(self) -> None:
        os.close(self._out)
        try:
            self._program.wait(10)
        except subprocess.TimeoutExpired:
            self._program.kill()
            self._program.wait(10)
        os.close(self._in)
