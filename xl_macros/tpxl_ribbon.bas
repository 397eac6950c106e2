Attribute VB_Name = "tpxl_ribbon"
Option Explicit

' The ribbon tab of the add-in: one callback, which passes the button's tag. The tag is the name
' of a function of tpxl.excel.buttons; it works on the active workbook.

Public Sub PainaPainiketta(ByVal control As IRibbonControl)
    If Workbooks.Count = 0 Then
        MsgBox "Avaa ensin ty" & ChrW(246) & "kirja.", vbInformation, "tpxl"
        Exit Sub
    End If
    RunPython "import tpxl.excel.buttons as b; b." & control.Tag & "()"
End Sub
