"""What the usual library needs to load a workbook and save it, with one cell changed."""

import sys

import openpyxl

if __name__ == "__main__":
    workbook = openpyxl.load_workbook(sys.argv[1])
    workbook.worksheets[-1]["B9"] = 1
    workbook.save(sys.argv[2])
