"""The dossier (归档卷) of a meeting: one folder or ZIP with all that goes to the archive.

Inside, side by side: every paper due as DOCX and PDF, the attachments, the case file, the catalogue
(归档目录), the closing note (备考表), and two manifests with the SHA-256 of each file, ``manifest.json``
for programs and ``manifest.csv`` for people. No file has a date of its own; the same meeting made
at the same time gives the same bytes.

What guards it, and what it does not see: every file is listed with its digest in manifest.json, whose
own digest stands in manifest.csv; so a file that was changed, renamed, added or taken away is found,
and a change of one manifest is found by the other. Somebody who changes a file and makes both
manifests anew is not found by them. Against that there are two digests outside of their reach:
that of all files before the closing note is printed in the closing note, and that of the whole
dossier (the SHA-256 of manifest.json, which is known only when all else is there) is shown when
the dossier is made, to be written by hand into the closing note's empty row.
"""
