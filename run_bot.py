"""Start Relance: `python run_bot.py --help`."""

import sys


def main() -> int:
    """Run the command line; without the dependencies say what to do instead of a traceback."""
    try:
        from bot.cli.main import run
    except ModuleNotFoundError as error:
        if (error.name or "").split(".")[0] in {"bot", "classifiers"}:
            raise
        print(f"Relance needs its dependencies ({error.name} is missing): run `make setup`,", file=sys.stderr)
        print("then `.venv/bin/python run_bot.py`.", file=sys.stderr)
        return 3
    return run(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
