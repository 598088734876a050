"""The window: shows meetings and asks; what is done to them is decided in ``models``.

Imports PySide6, ``exporters`` and the light parts of ``models``. Whatever loads the database or a
writer of papers is imported inside the function that needs it, on a worker thread, so that the
first paint waits for nothing but Qt.
"""
