"""Where Excel's own errors become tpxl's: once, at the border.

pywin32's errors carry an `hresult`, appscript's an `errornumber`; neither library exists where
the other program is missing, so the errors are known by what they carry.
"""

from collections.abc import Iterator
from contextlib import contextmanager

from tpxl.errors import TpxlError

_BUSY = {
    -2147418111,  # RPC_E_CALL_REJECTED: a cell is being edited, a dialogue is open
    -2147417846,  # RPC_E_SERVERCALL_RETRYLATER
    -2146777998,  # VBA_E_IGNORE
}

_GONE = {
    -2147023174,  # RPC_S_SERVER_UNAVAILABLE
    -2147417848,  # RPC_E_DISCONNECTED
    -2147023170,  # RPC_S_CALL_FAILED
}


@contextmanager
def translated(code: str, **facts: object) -> Iterator[None]:
    """Turn what Excel says into a `TpxlError`: busy, gone, or `code` with its `facts`.

    Raises:
        TpxlError: Excel raised within the block.
    """
    try:
        yield
    except Exception as error:
        if not is_excels(error):
            raise
        numbers = _numbers(error)
        if numbers & _BUSY or type(error).__name__ == "ExcelBusyError":
            raise TpxlError("excel_busy", **facts) from error
        if numbers & _GONE:
            raise TpxlError("excel_gone", **facts) from error
        raise TpxlError(code, **facts, reason=said(error)) from error


def is_excels(error: BaseException) -> bool:
    """Tell whether an error came from Excel or xlwings, and not from our own code."""
    module = type(error).__module__.partition(".")[0]
    return module in {"xlwings", "appscript", "pywintypes"} or hasattr(error, "hresult")


def said(error: BaseException) -> str:
    """Return Excel's own words for an error; the error's text where it has none."""
    details = getattr(error, "excepinfo", None)
    words = details[2] if isinstance(details, tuple) and len(details) > 2 else None  # noqa: PLR2004
    return str(words or error).strip()


def _numbers(error: BaseException) -> set[object]:
    details = getattr(error, "excepinfo", None)
    inner = details[5] if isinstance(details, tuple) and len(details) > 5 else None  # noqa: PLR2004
    return {getattr(error, "hresult", None), inner}
