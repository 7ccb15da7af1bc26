"""The command `grading`."""

from coursework.start import start


def main() -> None:
    start("grading")


if __name__ == "__main__":
    main()
