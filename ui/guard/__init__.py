"""The wording guard on the screen: marks under words, and the line that tells of them."""
