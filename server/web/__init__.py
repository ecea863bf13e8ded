"""HTTP in, HTTP out: the gate, the API for the extension, the pages for the user."""
