"""The base of all errors that a user can cause or mend; :mod:`models.errors` has them.

It stands alone because the first paint of the window waits for whoever only catches them.
"""


class AppError(Exception):
    """Base of all errors that the user is told about in words.

    A field ``reason`` holds a code such as ENOSPC or SQLITE_FULL, for which the message catalogue
    has words.
    """
