"""What a user can do: functions of a session and plain arguments. The caller commits.

One call is one transaction, one step to undo and one notice to the screen.
"""
