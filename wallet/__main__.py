"""Run the command line as ``python -m wallet``."""

from wallet.cli import main

if __name__ == "__main__":
    main()
