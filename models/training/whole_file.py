"""Files that are there whole or not at all."""
import os
import pathlib
import signal
import sys


def write_whole(path, write):
    """Calls `write(name)` for a file beside `path`, then renames it; whatever happens, no half file stays.

    An OSError says in a sentence which file could not be written.
    """
    path = pathlib.Path(path)
    part = path.with_name(path.name + ".part")
    try:
        write(part)
        with open(part, "rb+") as file:
            os.fsync(file.fileno())
        os.replace(part, path)
    except (OSError, RuntimeError) as error:  # PyTorch tells of a full disk by a RuntimeError
        raise OSError(f"{path} could not be written: {getattr(error, 'strerror', None) or str(error).splitlines()[0]}.") from None
    finally:
        part.unlink(missing_ok=True)


def write_text(path, text):
    write_whole(path, lambda part: part.write_text(text, encoding="utf-8"))


def end_cleanly_when_stopped():
    """A stop by SIGTERM unwinds like Ctrl-C, so that what is half written is removed."""
    def stopped(*_):
        sys.exit("Stopped.")
    signal.signal(signal.SIGTERM, stopped)
