"""What the page in the browser says."""

TEXTS = {
    "web.title": "Checking the annual report",
    "web.skip": "Go to the content",
    "web.lead": "The file is read in this browser, on your own computer. Nothing is sent anywhere.",
    "web.languages": "Language",
    "web.choose": "Choose a workbook or a report",
    "web.drop": "Drop the file here or choose it",
    "web.kinds": (
        "A workbook (.xlsx, .xlsm) or a published report (.docx, .pdf). The file is checked "
        "at once."
    ),
    "web.loading": "The program is being opened. The first time takes a moment.",
    "web.ready": "The program is ready. Choose a file.",
    "web.checking": "Checking: {name}",
    "web.refreshing": "Refreshing: {name}",
    "web.progress": "Read {done}/{of}: {sheet}",
    "web.cancel": "Cancel",
    "web.cancelled": "Cancelled. Your file is as it was.",
    "web.stopped": "The program stopped ({reason}). Your file is untouched; try again.",
    "web.unreadable": "{name}: the file cannot be read. Choose one file, no folder.",
    "web.broken": (
        "The program did not open in this browser ({reason}). Load the page again or try a "
        "newer browser; if that does not help, tell your IT department."
    ),
    "web.checked": "Checked: {name}",
    "web.refreshed": "Refreshed: {name}. Save it on your own computer.",
    "web.undone": "Not done: {name}",
    "web.refresh": "Refresh the figures",
    "web.name": "Your name",
    "web.name_why": "The name is written in the change log beside the changed figures.",
    "web.name_missing": "Write your name before the refresh.",
    "web.save": "Save {name}",
    "web.findings": "Findings",
    "web.no_findings": "No findings.",
    "web.severity": "Kind",
    "web.area": "Area",
    "web.all": "all",
    "web.search": "Find a word",
    "web.shown": "{shown} of {of} findings are shown.",
    "web.more": "Show more",
    "web.whole": "The whole file",
    "web.explained": "explained",
    "web.untied": "Tables whose figures were not tied",
    "web.only": (
        "Clean sheets and Word and PDF reports are made by tpxl installed on a computer: "
        "they cannot be made in a browser."
    ),
    "web.offline": "After the first time the page works without a network, too.",
    "web.log": "Details of the fault for the makers",
    "web.version": "Version {version}",
    "web.licences": "Licences",
    "web.noscript": "The page needs JavaScript. Allow it for this page in the browser's settings.",
}
