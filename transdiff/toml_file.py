"""Reading a TOML file that a user wrote: configuration, sets, suppressions, styles, pins."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import tomli

from transdiff.errors import ConfigError, os_reason


def load_toml(path: Path) -> dict[str, Any]:
    """Return the tables of the file at *path*; a byte-order mark is no part of them.

    Raises ConfigError where it cannot be read or is no TOML, one line that names the path and the
    place.
    """
    name = path.as_posix()
    try:
        return tomli.loads(path.read_bytes().decode("utf-8-sig"))
    except OSError as error:
        raise ConfigError(f"{name}: {os_reason(error)}") from None
    except UnicodeDecodeError:
        raise ConfigError(f"{name}: not UTF-8; save it as UTF-8") from None
    except tomli.TOMLDecodeError as error:
        raise ConfigError(f"{name}: not valid TOML: {error}") from None
