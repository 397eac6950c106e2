"""A small window for a workbook that was dropped on its icon: check, refresh, export; no prompt.

For those whose Excel may start no programs: it needs neither Excel nor macros, and does what the
commands do. What it says is what a button says.

    pythonw -I -m tpxl.excel.window [TYÖKIRJA ...]
"""

import queue
import sys
import threading
from collections.abc import Mapping
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from tpxl.errors import TpxlError
from tpxl.log import log_error
from tpxl.messages import sentence

if TYPE_CHECKING:
    import tkinter as tk

LANG = "fi"
_EVERY_MS = 100

ACTIONS: Mapping[str, str] = {"Tarkista": "check", "Päivitä": "refresh", "Vie alueet": "export"}
"""The buttons, each with its function; they are loaded by the first, after the window shows."""


def said(action: str, book: Path) -> str:
    """Return what an action says of a workbook, or why it could not be done, in one sentence."""
    try:
        done: str = getattr(import_module("tpxl.excel.closed_book"), action)(book, LANG)
    except TpxlError as error:
        return sentence(error, LANG)
    except Exception as error:  # noqa: BLE001  # the outermost door: nobody else would tell
        log = log_error("window", error, book=book.name)
        told = sentence(TpxlError("unexpected", detail=str(error)), LANG)
        return told if log is None else f"{told}\n\n{log}"
    return done


class Window:
    """The window: the workbook's name, three buttons, what they say. Work is done beside it."""

    def __init__(self, root: "tk.Tk", book: Path | None) -> None:
        """Build the window; without a workbook a person chooses one."""
        import tkinter as tk  # noqa: PLC0415  # not every Python has it
        from tkinter import filedialog, scrolledtext  # noqa: PLC0415

        self._root, self._book = root, book
        self._answers: queue.Queue[str] = queue.Queue()
        self._ask = lambda: filedialog.askopenfilename(filetypes=[("Excel", "*.xlsx *.xlsm")])
        root.title("tpxl")
        self.name = tk.Label(root, anchor="w")
        self.name.pack(fill="x", padx=8, pady=8)
        row = tk.Frame(root)
        row.pack(fill="x", padx=8)
        choose = tk.Button(row, text="Valitse työkirja…", command=self.choose)
        self.buttons = [
            tk.Button(row, text=label, command=partial(self.start, action))
            for label, action in ACTIONS.items()
        ]
        for button in (choose, *self.buttons):
            button.pack(side="left", padx=4, pady=4)
        self.text = scrolledtext.ScrolledText(root, width=90, height=24, wrap="word")
        self.text.pack(fill="both", expand=True, padx=8, pady=8)
        self._show_name()

    def choose(self) -> None:
        """Let a person choose the workbook."""
        chosen = self._ask()  # type: ignore[no-untyped-call]
        if chosen:
            self._book = Path(chosen)
            self._show_name()

    def start(self, action: str) -> None:
        """Do something with the workbook; the window stays alive meanwhile."""
        book = self._book
        if book is None:
            return
        self._allow(is_allowed=False)
        self.show("Odota hetki …")
        work = threading.Thread(target=lambda: self._answers.put(said(action, book)), daemon=True)
        work.start()
        self._root.after(_EVERY_MS, self._look)

    def show(self, words: str) -> None:
        """Show words in place of what is shown."""
        self.text.delete("1.0", "end")
        self.text.insert("1.0", words)

    def _look(self) -> None:
        try:
            words = self._answers.get_nowait()
        except queue.Empty:
            self._root.after(_EVERY_MS, self._look)
            return
        self.show(words)
        self._allow(is_allowed=True)

    def _show_name(self) -> None:
        self.name["text"] = str(
            self._book or "Valitse työkirja tai pudota se tpxl-kuvakkeen päälle."
        )
        self._allow(is_allowed=self._book is not None)

    def _allow(self, *, is_allowed: bool) -> None:
        for button in self.buttons:
            button["state"] = "normal" if is_allowed else "disabled"


def main(words: list[str]) -> int:
    """Show the window for the first workbook named; return the exit status."""
    import tkinter as tk  # noqa: PLC0415

    root = tk.Tk()
    Window(root, Path(words[0]) if words else None)
    root.mainloop()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
