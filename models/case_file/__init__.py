"""The case file: JSON "conference-record", version 1, one meeting a file.

``docs/case-file.md`` describes the form for people, ``docs/case-file.schema.json`` for programs.
Reading is strict and all or nothing; writing gives back an equal document, to the last key.
"""

from models.case_file.codec import to_document, to_meeting
from models.case_file.reading import read_document

__all__ = ["read_document", "to_document", "to_meeting"]
