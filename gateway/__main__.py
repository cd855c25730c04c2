"""The command line's door."""

from gateway.cli import main as korva
from gateway.logs import configure_logs


def main() -> None:
    """Run the command `korva`; what it logs goes to stderr, what it says to stdout."""
    configure_logs("warning")
    korva(prog_name="korva")


if __name__ == "__main__":
    main()
