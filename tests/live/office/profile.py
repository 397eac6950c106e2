"""A user profile made before LibreOffice starts: Finnish, always recalculating, no questions."""

from pathlib import Path

_HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<oor:items xmlns:oor="http://openoffice.org/2001/registry"'
    ' xmlns:xs="http://www.w3.org/2001/XMLSchema"'
    ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">\n'
)
_RECALCULATE_ALWAYS = 0
_RUN_ALL_MACROS, _RUN_NO_MACROS = 0, 3


def write_profile(folder: Path, *, macros: bool = False) -> None:
    """Write the profile into `folder`; macros of documents run only where a test needs them."""
    user = folder / "user"
    user.mkdir(parents=True)
    items = "\n".join(_item(*setting) for setting in _settings(macros=macros))
    text = f"{_HEAD}{items}\n</oor:items>\n"
    (user / "registrymodifications.xcu").write_text(text, encoding="utf-8")


def _settings(*, macros: bool) -> list[tuple[str, str, str | int]]:
    office, setup = "/org.openoffice.Office", "/org.openoffice.Setup"
    return [
        (f"{setup}/L10N", "ooSetupSystemLocale", "fi-FI"),
        (f"{setup}/Product", "ooSetupLastVersion", "99.9"),
        (f"{office}.Linguistic/General", "DefaultLocale", "fi-FI"),
        (f"{office}.Calc/Formula/Load", "OOXMLRecalcMode", _RECALCULATE_ALWAYS),
        (f"{office}.Calc/Formula/Load", "ODFRecalcMode", _RECALCULATE_ALWAYS),
        (
            f"{office}.Common/Security/Scripting",
            "MacroSecurityLevel",
            _RUN_ALL_MACROS if macros else _RUN_NO_MACROS,
        ),
        (f"{office}.Common/Misc", "FirstRun", "false"),
        (f"{office}.Common/Misc", "UseLocking", "false"),
        (f"{office}.Common/Misc", "ShowTipOfTheDay", "false"),
        (f"{office}.Common/Save/Document", "WarnAlienFormat", "false"),
        (f"{office}.Common/Save/Document", "AutoSave", "false"),
    ]


def _item(path: str, name: str, value: str | int) -> str:
    return (
        f'<item oor:path="{path}"><prop oor:name="{name}" oor:op="fuse">'
        f"<value>{value}</value></prop></item>"
    )
