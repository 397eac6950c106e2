Attribute VB_Name = "tpxl_ribbon"
Option Explicit

' The ribbon tab of the add-in: one callback, which passes the button's tag. The tag is the name
' of a function of tpxl.excel.buttons; it works on the active workbook.

' A hidden PERSONAL.XLSB is an open workbook, but no active one; one in Protected View is neither.
Public Sub PainaPainiketta(ByVal control As IRibbonControl)
    On Error GoTo Refused
    If Not Application.ActiveProtectedViewWindow Is Nothing Then
        Tell "Ty{o}kirja on suojatussa n{a}kym{a}ss{a}: valitse Ota muokkaus k{a}ytt{o}{o}n ja paina uudelleen."
        Exit Sub
    End If
    If ActiveWorkbook Is Nothing Then
        Tell "Avaa ensin ty{o}kirja."
        Exit Sub
    End If
    PressButton ActiveWorkbook.Name, control.Tag
    Exit Sub
Refused:
    Tell "Excel ei p{a}{a}st{a} tpxl:{a}{a} ty{o}kirjaan (virhe " & Err.Number & "): ota muokkaus k{a}ytt{o}{o}n ja paina uudelleen."
End Sub
