Attribute VB_Name = "tpxl_python"
Option Explicit

' The one place where a macro starts Python; everything else is decided in Python, in
' tpxl.excel.buttons. Which Python it is says the user's own file alone: no sheet, no file beside a
' workbook and no search path is asked, and no command window stands between. A start that is
' refused ends in one sentence.

Private Const Hidden As Long = 0

Public Sub PressButton(ByVal book As String, ByVal button As String)
    Dim python As String
    Dim told As String
    On Error GoTo Refused
    python = NamedPython(Environ("USERPROFILE") & "\.tpxl\tpxl.conf")
    If python = "" Then
        Tell "tpxl:n asetustiedosto puuttuu tai on vajaa: aja asennus (install.ps1) uudelleen."
        Exit Sub
    End If
    If Dir(python) = "" Then
        Tell "Pythonia ei l{o}ydy paikasta " & python & ": aja asennus (install.ps1) uudelleen."
        Exit Sub
    End If
    told = Environ("TEMP") & "\tpxl-" & Format(Now, "yyyymmddhhnnss") & ".txt"
    If ExitStatus(CommandLine(python, book, button, told)) <> 0 Then
        Tell ToldText(told)
    End If
    Exit Sub
Refused:
    Tell "Excel ei voinut k{a}ynnist{a}{a} Pythonia (virhe " & Err.Number & "), koska IT:n s{a}{a}nt{o} tai " & _
        "virustorjunta est{a}{a} sen: sulje ty{o}kirja ja aja komento tpxl refresh, tai n{a}yt{a} IT-tuelle " & _
        "ohje ASENNUS.md."
End Sub

Public Sub Tell(ByVal sentence As String)
    MsgBox Replace(Replace(sentence, "{a}", ChrW(228)), "{o}", ChrW(246)), vbExclamation, "tpxl"
End Sub

' A name without a folder would be looked for in the current one, which may be the workbook's.
Private Function NamedPython(ByVal settings As String) As String
    Dim file As Integer
    Dim setting As String
    Dim value As String
    If Dir(settings) = "" Then Exit Function
    file = FreeFile
    Open settings For Input As #file
    Do While Not EOF(file)
        Input #file, setting, value
        If UCase$(setting) = "INTERPRETER_WIN" And InStr(value, "\") > 0 Then NamedPython = value
    Loop
    Close #file
End Function

' -I: neither the current folder nor the environment says where modules are.
Private Function CommandLine(ByVal python As String, ByVal book As String, ByVal button As String, ByVal told As String) As String
    CommandLine = Quoted(python) & " -I -c " & Quoted("import tpxl.excel.start as s; s.keep_light(); import tpxl.excel.buttons as b; b." & button & "()") & _
        " " & Quoted("--wb=" & book) & " --from_xl=1 --hwnd=" & Application.Hwnd & " " & Quoted("--told=" & told)
End Function

Private Function Quoted(ByVal word As String) As String
    Quoted = Chr$(34) & word & Chr$(34)
End Function

Private Function ExitStatus(ByVal words As String) As Long
    Dim host As Object
    Set host = CreateObject("WScript.Shell")
    ExitStatus = host.Run(words, Hidden, True)
End Function

' What Python left to be said; where it left nothing, it did not come to tpxl.
Private Function ToldText(ByVal told As String) As String
    Dim file As Integer
    Dim row As String
    If Dir(told) = "" Then
        ToldText = "Python k{a}ynnistyi, mutta tpxl keskeytyi tai puuttuu: aja asennus (install.ps1) uudelleen, " & _
            "ja jos se ei auta, kysy IT-tuelta, est{a}{a}k{o} virustorjunta Pythonin."
        Exit Function
    End If
    file = FreeFile
    Open told For Input As #file
    Do While Not EOF(file)
        Line Input #file, row
        ToldText = ToldText & row & vbCrLf
    Loop
    Close #file
    Kill told
End Function
