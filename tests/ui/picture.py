"""Keep what a display shows as a picture: picture.py FILE."""

import sys

from PySide6.QtGui import QGuiApplication

if __name__ == "__main__":
    application = QGuiApplication(sys.argv[:1])
    sys.exit(not application.primaryScreen().grabWindow(0).save(sys.argv[1]))
