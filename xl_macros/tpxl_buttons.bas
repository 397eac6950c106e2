Attribute VB_Name = "tpxl_buttons"
Option Explicit

' The buttons on the sheets of the master workbook. Everything is decided in Python, in
' tpxl.excel.buttons; each button is one line that calls the function of its name.

Public Sub PaivitaAlue()
    RunPython "import tpxl.excel.buttons as b; b.paivita_alue()"
End Sub

Public Sub PaivitaKaikki()
    RunPython "import tpxl.excel.buttons as b; b.paivita_kaikki()"
End Sub

Public Sub Esikatsele()
    RunPython "import tpxl.excel.buttons as b; b.esikatsele()"
End Sub

Public Sub Tarkista()
    RunPython "import tpxl.excel.buttons as b; b.tarkista()"
End Sub

Public Sub VieAlueet()
    RunPython "import tpxl.excel.buttons as b; b.vie_alueet()"
End Sub
