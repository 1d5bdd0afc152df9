"""Spreadsheets and CSV files -> sheets of cells. What the cells mean is decided above."""
