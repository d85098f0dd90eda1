"""The command line: arguments, the clock, exit statuses, and every error as one plain sentence."""

from wallet.cli.main import main

__all__ = ["main"]
