"""One use case a file; what they need comes in as arguments."""
