"""Texts as Qt counts them."""


def qt_length(text: str) -> int:
    """Return the length Qt counts: characters beyond the basic plane are two."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
