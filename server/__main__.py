"""`python -m server` is the command `seedlist`."""

import sys

from server.cli import main

sys.exit(main())
