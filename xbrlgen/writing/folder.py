"""Files that appear whole or not at all."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path


class WriteError(ValueError):
    """What stands in the way of writing, and what to do about it."""


def write_folder(directory: Path, files: Mapping[str, bytes], *, force: bool = False) -> tuple[Path, ...]:
    """Write all files into a folder, which holds all of them or is as it was.

    A folder with other files in it is refused unless ``force`` is given; those files are kept.
    """
    for name in files:
        _check_name(name)
    _check_folder(directory, files, force=force)
    directory.parent.mkdir(parents=True, exist_ok=True)
    ready = Path(tempfile.mkdtemp(prefix=f".{directory.name}-", dir=directory.parent))
    try:
        for name, content in files.items():
            (ready / name).write_bytes(content)
        _put(ready, directory, files)
    finally:
        shutil.rmtree(ready, ignore_errors=True)
    return tuple(directory / name for name in files)


def write_file(path: Path, content: bytes) -> None:
    """Write one file whole; what stood there before stays until then."""
    with writing_whole(path) as ready:
        ready.write_bytes(content)


@contextmanager
def writing_whole(path: Path) -> Iterator[Path]:
    """Give a path to write to, of which the file then takes the place of the one at ``path``.

    A link stays one, and so does what is no file: a device or a pipe is written to as it is.
    """
    if path.exists() and not path.is_file():
        yield path
        return
    place = Path(os.path.realpath(path))
    place.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=f".{place.name}-", dir=place.parent)
    os.close(handle)
    ready = Path(name)
    try:
        yield ready
        ready.chmod(0o666 & ~_umask())
        ready.replace(place)
    finally:
        ready.unlink(missing_ok=True)


def _check_name(name: str) -> None:
    if name in {"", ".", ".."} or Path(name).name != name or "\\" in name or "\0" in name:
        msg = f"{name!r} is no name for a file of a filing: it must have no folder in it"
        raise WriteError(msg)


def _check_folder(directory: Path, files: Mapping[str, bytes], *, force: bool) -> None:
    if directory.is_symlink() or (directory.exists() and not directory.is_dir()):
        msg = f"{directory} is no folder; name another"
        raise WriteError(msg)
    for name in files:
        if (directory / name).is_dir():
            msg = f"{directory / name} is a folder where a file is to be; name another folder"
            raise WriteError(msg)
    if force or not directory.exists():
        return
    others = sorted(path.name for path in directory.iterdir() if path.name not in files)
    if others:
        named = ", ".join(others[:3])
        msg = f"{directory} holds other files ({named}); name another folder, or use force (--force)"
        raise WriteError(msg)


def _put(ready: Path, directory: Path, files: Mapping[str, bytes]) -> None:
    """Move the ready folder into place; into an existing one each file, and all back if one can't be."""
    if not directory.exists():
        ready.chmod(0o777 & ~_umask())
        ready.rename(directory)
        return
    before = ready / "before"
    before.mkdir()
    done: list[str] = []
    try:
        for name in files:
            if (directory / name).exists():
                (directory / name).rename(before / name)
            done.append(name)
            (ready / name).rename(directory / name)
    except OSError:
        _put_back(before, directory, done)
        raise


def _put_back(before: Path, directory: Path, done: Iterable[str]) -> None:
    for name in done:
        (directory / name).unlink(missing_ok=True)
        if (before / name).exists():
            (before / name).rename(directory / name)


def _umask() -> int:
    current = os.umask(0)
    os.umask(current)
    return current
