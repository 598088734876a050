"""Papers of the archive: built from a dossier's list of files, not from the meeting alone."""
