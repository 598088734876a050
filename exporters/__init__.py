"""Snapshot in, file out: what stands in a paper, and how it looks in DOCX and PDF.

This layer imports frozen data from ``models`` (snapshot, states, vocabulary, errors), python-docx,
lxml, reportlab and uharfbuzz. It never imports Qt and never sees a database session.
"""
