# Asentaa tpxl:n tälle käyttäjälle: Python-ympäristön, lisäosan, komennon tpxl ja kuvakkeet. Ei tarvitse järjestelmänvalvojaa.
#   powershell -ExecutionPolicy Bypass -File install.ps1             asenna tai päivitä (ilman verkkoa, jos kansio wheels on mukana)
#   ... -Quiet        ei kysy mitään eikä odota näppäintä (hiljainen asennus); paluuarvo 0 = onnistui, 2 = ei
#   ... -Python POLKU käyttää tätä Pythonia
#   ... -Rollback     ottaa edellisen version takaisin käyttöön
#   ... -Uninstall    poistaa tpxl:n; työkirjoihin ei kosketa
# Only cmdlets and programs are called, no .NET: so it also runs in Constrained Language Mode. What has to be
# written into files and the registry is written by the Python that was installed (tpxl.excel.installing).
[CmdletBinding()]
param(
    [string]$Package = "",
    [string]$Python = "",
    [switch]$Quiet,
    [switch]$Rollback,
    [switch]$Uninstall
)

$ErrorActionPreference = "Stop"
$Root = Split-Path -Parent $PSScriptRoot
$Home_ = Join-Path $env:LOCALAPPDATA "tpxl"
$Versions = Join-Path $Home_ "versiot"
$History = Join-Path $Home_ "asennukset.txt"
$HalfMade = ""

function Stop-WithSentence([string]$What) {
    Write-Host $What -ForegroundColor Red
    if (-not $Quiet) { Read-Host "Paina Enter" | Out-Null }
    exit 2
}

# Whatever fails before the new version is activated leaves the former one as it was.
function Stop-HalfMade([string]$What) {
    if ($HalfMade -ne "") { Remove-Item $HalfMade -Recurse -Force -ErrorAction SilentlyContinue }
    Stop-WithSentence $What
}

trap { Stop-HalfMade "Asennusohjelma keskeytyi ($_). Kysy IT-tuelta, estääkö AppLocker tai virustorjunta sen." }

# The version in use is the last one activated; a newer folder may be half-made.
function Get-InUse {
    $Pythons = @()
    if (Test-Path $History) { $Pythons += @(Get-Content -Path $History -Encoding UTF8 | Select-Object -Last 1) }
    if (Test-Path $Versions) {
        $Pythons += @(Get-ChildItem -Path $Versions -Directory | Sort-Object Name -Descending |
            ForEach-Object { Join-Path $_.FullName "Scripts\python.exe" })
    }
    return @($Pythons | Where-Object { $_ -and (Test-Path $_) } | Select-Object -First 1)
}

# Returns the words that start it: what Python says comes in another code page, which would spoil a path with ä.
# The Store's Python hides what it installs from Excel; its path tells it. A name on the path may be the
# Store's shop window, which runs nothing.
function Find-Python {
    $Candidates = @()
    if ($Python -ne "") { $Candidates += ,@($Python) }
    foreach ($Version in @("-3.14", "-3.13", "-3.12", "-3.11", "-3")) { $Candidates += ,@("py", $Version) }
    $Candidates += ,@("python")
    $Candidates += ,@("python3")
    $IsStore = $false
    foreach ($Candidate in $Candidates) {
        $Name = $Candidate[0]
        if (-not (Get-Command $Name -ErrorAction SilentlyContinue)) { continue }
        $More = @($Candidate | Select-Object -Skip 1)
        $Found = & { $ErrorActionPreference = "SilentlyContinue"; & $Name @More -c "import sys; at = sys.executable.casefold(); print('old' if sys.version_info < (3, 11) else 'store' if 'windowsapps' in at or 'pythonsoftwarefoundation' in at else 'good')" 2>$null }
        if ("$Found" -eq "store") { $IsStore = $true }
        if ("$Found" -eq "good") { return $Candidate }
    }
    if ($IsStore) {
        Stop-WithSentence "Koneella on vain Microsoft Storen Python. Se ei käy: Windows piilottaa sen asentamat tiedostot Exceliltä. Asenna Python 3.11 tai uudempi osoitteesta python.org tai ohjelmistokeskuksesta ja aja asennus uudelleen."
    }
    Stop-WithSentence "Pythonia ei löytynyt. Asenna Python 3.11 tai uudempi (python.org tai ohjelmistokeskus, ei Microsoft Store) ja aja asennus uudelleen."
}

if (Get-Process -Name EXCEL -ErrorAction SilentlyContinue) {
    Stop-WithSentence "Excel on auki. Tallenna työsi, sulje Excel ja aja asennus uudelleen."
}

if ($Uninstall -or $Rollback) {
    $Installed = @(Get-InUse)
    if ($Installed.Count -eq 0) { Stop-WithSentence "tpxl:ää ei ole asennettu tälle käyttäjälle." }
    $Step = if ($Uninstall) { "uninstall" } else { "rollback" }
    & $Installed[0] -I -m tpxl.excel.installing $Step
    if ($LASTEXITCODE -ne 0) { Stop-WithSentence "Muutos keskeytyi, ja kaikki on ennallaan. Kysy IT-tuelta." }
    if ($Uninstall -and (Test-Path $Versions)) { Remove-Item $Versions -Recurse -Force }
    if ($Uninstall -and -not (Get-ChildItem -Path $Home_ -Force -ErrorAction SilentlyContinue)) {
        Remove-Item $Home_ -ErrorAction SilentlyContinue
    }
    exit 0
}

$Base = @(Find-Python)
$Name = $Base[0]
$More = @($Base | Select-Object -Skip 1)
Write-Host "Python: $Base"

$Wheels = Join-Path $PSScriptRoot "wheels"
$From = @()
if (Test-Path $Wheels) {
    $From = @("--no-index", "--find-links", $Wheels)
    if ($Package -eq "") { $Package = "tpxl" }
}
if ($Package -eq "") {
    $Wheel = Get-ChildItem -Path $PSScriptRoot, $Root -Filter "tpxl-*.whl" -ErrorAction SilentlyContinue | Select-Object -First 1
    $Package = if ($Wheel) { $Wheel.FullName } else { $Root }
}
$Constraints = @($PSScriptRoot, $Root) | ForEach-Object { Join-Path $_ "constraints.txt" } | Where-Object { Test-Path $_ } | Select-Object -First 1
if ($Constraints) { $From += @("--constraint", $Constraints) }

# Each version has an environment of its own: the old one is started until the new one is whole.
New-Item -ItemType Directory -Force -Path $Versions | Out-Null
$Venv = Join-Path $Versions (Get-Date -Format "yyyyMMdd-HHmmss")
$HalfMade = $Venv
$Before = @(Get-InUse)
& $Name @More -m venv $Venv
$New = Join-Path $Venv "Scripts\python.exe"
if (-not (Test-Path $New)) {
    Stop-HalfMade "Python-ympäristöä ei syntynyt kansioon $Venv. Jos Python on Microsoft Storesta, asenna se osoitteesta python.org. Mitään muuta ei muutettu."
}
# Reports, summary and PDF come along; a button keeps pandas out of its own process (tpxl.excel.start).
& $New -I -m pip install --quiet --disable-pip-version-check @From "${Package}[fast,pdf,data]"
if ($LASTEXITCODE -ne 0) {
    Stop-HalfMade "Asennus keskeytyi: pakettia ei saatu, ja entinen versio jäi käyttöön. Pura koko asennuspaketti ja aja asennus siitä kansiosta."
}
# Python puts all back where a step fails. Were it stopped halfway, the version before puts its own down again;
# where that fails too, the new one stays, for something may start it.
$HalfMade = ""
& $New -I -m tpxl.excel.installing install
if ($LASTEXITCODE -ne 0) {
    if ($Before.Count -gt 0) {
        & $Before[0] -I -m tpxl.excel.installing install | Out-Null
        $State = "entinen versio jäi käyttöön"
    } else {
        & $New -I -m tpxl.excel.installing uninstall | Out-Null
        $State = "mitään ei asennettu"
    }
    if ($LASTEXITCODE -eq 0) { $HalfMade = $Venv } else { $State = "se jäi kesken: aja asennus uudelleen" }
    Stop-HalfMade "Asennus keskeytyi, ja $State. Kysy IT-tuelta, estääkö AppLocker tai virustorjunta Pythonin kansiosta $Venv."
}
if (-not (Get-ChildItem -Path $Venv -Filter "xlwings*.dll" -ErrorAction SilentlyContinue)) {
    Write-Host "Taulukkofunktioiden kirjasto puuttuu: virustorjunta on voinut poistaa sen. Painikkeet toimivat ilman sitä."
}

Write-Host "Valintanauhan välilehti Tilinpäätös tulee näkyviin, kun Excel käynnistetään. Paina siellä ensin Testaa asennus."
Write-Host "Ilman Exceliä: valitse työkirja Resurssienhallinnassa, hiiren kakkospainike, Lähetä kohteeseen, tpxl."
Write-Host ""
Write-Host "Jos painikkeet eivät toimi, luota työkirjan kansioon Excelissä:"
Write-Host "  Tiedosto > Asetukset > Luottamuskeskus > Luottamuskeskuksen asetukset > Luotetut sijainnit > Lisää uusi sijainti"
Write-Host "Lisää ohjeita: ASENNUS.md"
if (-not $Quiet) { Read-Host "Paina Enter" | Out-Null }
exit 0
