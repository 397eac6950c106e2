@powershell -NoProfile -ExecutionPolicy Bypass -File "%~dp0install.ps1" %*
