"""Everything that is true without a screen: entities, rules, storage, case files, reading.

This layer imports the standard library, SQLAlchemy, Alembic, sqlcipher3, jsonschema and
platformdirs. It never imports Qt, python-docx, reportlab, ``exporters`` or ``ui``.
"""
