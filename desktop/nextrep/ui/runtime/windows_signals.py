"""What Windows says of going to sleep and of a locked session: messages to a window that nobody sees.

It is a window of its own, made without Qt: Qt hands on none of these messages, and asking it for every one
that there is would cost time with each move of the mouse. Its loop serves each window of its thread.
"""

from __future__ import annotations

import ctypes
import sys
import weakref
from collections.abc import Callable
from ctypes import wintypes
from typing import Any

WINDOW_CLASS = "NextRepAbsence"
POWER, SUSPEND = 0x0218, 0x0004
"""WM_POWERBROADCAST with PBT_APMSUSPEND: the computer goes to sleep."""
SESSION = 0x02B1
"""WM_WTSSESSION_CHANGE."""
LEAVING = frozenset({0x2, 0x4, 0x7})
"""WTS_CONSOLE_DISCONNECT (another person took the screen), WTS_REMOTE_DISCONNECT, WTS_SESSION_LOCK."""
_OF_THIS_SESSION = 0

if sys.platform == "win32":
    _Procedure = ctypes.WINFUNCTYPE(
        ctypes.c_ssize_t, wintypes.HWND, wintypes.UINT, wintypes.WPARAM, wintypes.LPARAM
    )

    class _WindowClass(ctypes.Structure):
        """WNDCLASSW."""

        _fields_ = (
            ("style", wintypes.UINT),
            ("procedure", _Procedure),
            ("class_extra", ctypes.c_int),
            ("window_extra", ctypes.c_int),
            ("instance", wintypes.HINSTANCE),
            ("icon", wintypes.HANDLE),
            ("cursor", wintypes.HANDLE),
            ("background", wintypes.HANDLE),
            ("menu_name", wintypes.LPCWSTR),
            ("class_name", wintypes.LPCWSTR),
        )

    class WindowsSignals:
        """Listens from its making until it is let go of.

        Raises:
            OSError: on creation, when Windows gives no window.
        """

        def __init__(self, leave: Callable[[], None]) -> None:
            """Listen; the object of the method `leave` is not kept alive by that."""
            user = ctypes.WinDLL("user32", use_last_error=True)
            user.DefWindowProcW.argtypes = (
                wintypes.HWND, wintypes.UINT, wintypes.WPARAM, wintypes.LPARAM,
            )  # fmt: skip
            user.DefWindowProcW.restype = ctypes.c_ssize_t
            user.CreateWindowExW.argtypes = (
                wintypes.DWORD, wintypes.LPCWSTR, wintypes.LPCWSTR, wintypes.DWORD,
                *[ctypes.c_int] * 4, wintypes.HWND, wintypes.HMENU, wintypes.HINSTANCE, wintypes.LPVOID,
            )  # fmt: skip
            user.CreateWindowExW.restype = wintypes.HWND
            user.DestroyWindow.argtypes = (wintypes.HWND,)
            user.UnregisterClassW.argtypes = (wintypes.LPCWSTR, wintypes.HINSTANCE)
            procedure = _Procedure(_answering(weakref.WeakMethod(leave), user))
            name = f"{WINDOW_CLASS}{id(self):x}"
            kind = _WindowClass(procedure=procedure, class_name=name)
            if not user.RegisterClassW(ctypes.byref(kind)):
                raise ctypes.WinError(ctypes.get_last_error())
            # A window that is only for messages would not hear what is told to all windows.
            window = user.CreateWindowExW(0, name, None, 0, 0, 0, 0, 0, None, None, None, None)
            if not window:
                user.UnregisterClassW(name, None)
                raise ctypes.WinError(ctypes.get_last_error())
            self.window = int(window)
            sessions = ctypes.WinDLL("wtsapi32")
            sessions.WTSRegisterSessionNotification.argtypes = (wintypes.HWND, wintypes.DWORD)
            sessions.WTSUnRegisterSessionNotification.argtypes = (wintypes.HWND,)
            sessions.WTSRegisterSessionNotification(window, _OF_THIS_SESSION)
            # Windows must not call into a function that Python has thrown away.
            self._end = weakref.finalize(self, _end, user, sessions, self.window, name, procedure)

    def _answering(
        leave: weakref.WeakMethod[Callable[[], None]], user: Any
    ) -> Callable[[int, int, int, int], int]:
        def answer(window: int, message: int, word: int, more: int) -> int:
            leaving = (message == POWER and word == SUSPEND) or (message == SESSION and word in LEAVING)
            act = leave() if leaving else None
            if act is not None:
                act()
            return int(user.DefWindowProcW(window, message, word, more))

        return answer

    def _end(user: Any, sessions: Any, window: int, name: str, _procedure: object) -> None:
        sessions.WTSUnRegisterSessionNotification(window)
        user.DestroyWindow(window)
        user.UnregisterClassW(name, None)
