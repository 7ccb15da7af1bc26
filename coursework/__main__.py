"""The command `coursework`."""

from coursework.start import start


def main() -> None:
    start("coursework")


if __name__ == "__main__":
    main()
