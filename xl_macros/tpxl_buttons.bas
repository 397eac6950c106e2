Attribute VB_Name = "tpxl_buttons"
Option Explicit

' The buttons on the sheets of the master workbook. Everything is decided in Python, in
' tpxl.excel.buttons; each button is one line that names the function of its name.

Public Sub PaivitaAlue()
    PressButton ThisWorkbook.Name, "paivita_alue"
End Sub

Public Sub PaivitaKaikki()
    PressButton ThisWorkbook.Name, "paivita_kaikki"
End Sub

Public Sub Esikatsele()
    PressButton ThisWorkbook.Name, "esikatsele"
End Sub

Public Sub Tarkista()
    PressButton ThisWorkbook.Name, "tarkista"
End Sub

Public Sub VieAlueet()
    PressButton ThisWorkbook.Name, "vie_alueet"
End Sub

Public Sub TuoPohjat()
    PressButton ThisWorkbook.Name, "tuo_pohjat"
End Sub

Public Sub TuoKirjanpidosta()
    PressButton ThisWorkbook.Name, "tuo_kirjanpidosta"
End Sub

Public Sub AvaaUusiVuosi()
    PressButton ThisWorkbook.Name, "avaa_uusi_vuosi"
End Sub

Public Sub LisaaAlue()
    PressButton ThisWorkbook.Name, "lisaa_alue"
End Sub

Public Sub NimeaAlue()
    PressButton ThisWorkbook.Name, "nimea_alue"
End Sub

Public Sub PoistaAlue()
    PressButton ThisWorkbook.Name, "poista_alue"
End Sub

Public Sub LahetaTaytettavaksi()
    PressButton ThisWorkbook.Name, "laheta_taytettavaksi"
End Sub

Public Sub KokoaPalautukset()
    PressButton ThisWorkbook.Name, "kokoa_palautukset"
End Sub

Public Sub TestaaAsennus()
    PressButton ThisWorkbook.Name, "testaa_asennus"
End Sub
