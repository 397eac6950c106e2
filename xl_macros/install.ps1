# Asentaa tpxl:n tälle käyttäjälle: Python-ympäristön, lisäosan ja asetukset. Ei tarvitse järjestelmänvalvojaa.
#   powershell -ExecutionPolicy Bypass -File install.ps1
#   powershell -ExecutionPolicy Bypass -File install.ps1 -Uninstall
# The staff environment holds neither pandas nor numpy: xlwings would load them before every button.
[CmdletBinding()]
param(
    [string]$Package = "",
    [switch]$Uninstall
)

$ErrorActionPreference = "Stop"
$Root = Split-Path -Parent $PSScriptRoot
$Home_ = Join-Path $env:LOCALAPPDATA "tpxl"
$Venv = Join-Path $Home_ "venv"
$Python = Join-Path $Venv "Scripts\python.exe"
$ConfFolder = Join-Path $env:USERPROFILE ".tpxl"
$Conf = Join-Path $ConfFolder "tpxl.conf"
$StartFolder = Join-Path $env:APPDATA "Microsoft\Excel\XLSTART"
$Addin = Join-Path $StartFolder "tpxl.xlam"

function Stop-WithSentence([string]$What) {
    Write-Host $What -ForegroundColor Red
    exit 2
}

if (Get-Process -Name EXCEL -ErrorAction SilentlyContinue) {
    Stop-WithSentence "Excel on auki. Tallenna työsi, sulje Excel ja aja asennus uudelleen."
}

if ($Uninstall) {
    foreach ($Path in @($Addin, $Conf)) {
        if (Test-Path $Path) { Remove-Item $Path }
    }
    if (Test-Path $Venv) { Remove-Item $Venv -Recurse }
    Write-Host "tpxl on poistettu. Työkirjoihin ei koskettu."
    exit 0
}

if (-not (Get-Command py -ErrorAction SilentlyContinue)) {
    Stop-WithSentence "Pythonia ei löytynyt. Asenna Python 3.11 tai uudempi (python.org tai ohjelmistokeskus, ei Microsoft Store) ja aja asennus uudelleen."
}
& py -3 -c "import sys; sys.exit(sys.version_info < (3, 11))"
if ($LASTEXITCODE -ne 0) {
    Stop-WithSentence "Python on vanhempi kuin 3.11. Asenna uudempi ja aja asennus uudelleen."
}

if ($Package -eq "") {
    $Wheel = Get-ChildItem -Path $PSScriptRoot, $Root -Filter "tpxl-*.whl" -ErrorAction SilentlyContinue |
        Select-Object -First 1
    $Package = if ($Wheel) { $Wheel.FullName } else { $Root }
}

New-Item -ItemType Directory -Force -Path $Home_, $ConfFolder, $StartFolder | Out-Null
if (-not (Test-Path $Python)) { & py -3 -m venv $Venv }
$Constraints = Join-Path $Root "constraints.txt"
$Pins = if (Test-Path $Constraints) { @("--constraint", $Constraints) } else { @() }
& $Python -m pip install --quiet --upgrade @Pins "${Package}[fast]"
if ($LASTEXITCODE -ne 0) {
    Stop-WithSentence "Asennus keskeytyi: pakettia ei saatu. Tarkista verkkoyhteys tai anna paketti: install.ps1 -Package tiedosto.whl"
}

$Source = Join-Path $Root "workbook\tpxl.xlam"
if (-not (Test-Path $Source)) {
    Stop-WithSentence "Lisäosaa ei löytynyt: $Source. Pura koko tpxl-kansio ja aja asennus sieltä."
}
Copy-Item $Source $Addin -Force
Unblock-File $Addin

# VBA reads the file in Windows' own code page and knows no byte order mark: with one, the first setting
# is not found. The workbook's folder stays off Python's path: of a workbook in OneDrive there is none.
$Settings = @(
    """INTERPRETER_WIN"",""$Python""",
    """UDF MODULES"",""tpxl.excel.udfs""",
    """ADD_WORKBOOK_TO_PYTHONPATH"",""False""",
    """SHOW CONSOLE"",""False"""
)
$CodePage = (Get-Culture).TextInfo.ANSICodePage
if ($PSVersionTable.PSVersion.Major -ge 6) { [Text.Encoding]::RegisterProvider([Text.CodePagesEncodingProvider]::Instance) }
[IO.File]::WriteAllLines($Conf, [string[]]$Settings, [Text.Encoding]::GetEncoding($CodePage))

Write-Host "tpxl on asennettu: $Venv"
Write-Host "Valintanauhan välilehti Tilinpäätös tulee näkyviin, kun Excel käynnistetään."
Write-Host ""
Write-Host "Jos painikkeet eivät toimi, luota työkirjan kansioon Excelissä:"
Write-Host "  Tiedosto > Asetukset > Luottamuskeskus > Luottamuskeskuksen asetukset > Luotetut sijainnit > Lisää uusi sijainti"
Write-Host "Lisää ohjeita: workbook\ASENNUS.md"
