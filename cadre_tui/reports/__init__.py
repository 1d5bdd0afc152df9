"""Worded documents, as data, and what makes files of them: Word, Excel, HTML."""
