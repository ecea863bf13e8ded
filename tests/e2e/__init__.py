"""The whole path in real browsers: extension, server and look-alike platforms."""
