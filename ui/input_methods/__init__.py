"""Chinese typing on Linux desktops: found at the start, joined without the help of a plugin.

Qt's wheels speak to ibus alone, while the domestic desktops use fcitx. fcitx 5 also answers as
ibus (:mod:`.choice` makes Qt ask it that way); fcitx 4 does not, so :mod:`.bridge` carries keys to
it and text back. What was tried with which version is told in ``docs/input-methods.md``.
"""
