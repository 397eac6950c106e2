"""What a spreadsheet's formula gives, for readers that do not calculate; unknown where not sure."""
