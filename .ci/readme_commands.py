"""Print the one of README's two commands that is asked for; fail unless there are exactly two.

python .ci/readme_commands.py main
python .ci/readme_commands.py tests
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

NAMES = ("main", "tests")
README = Path(__file__).resolve().parent.parent / "README.md"


def commands(readme: str) -> dict[str, str]:
    """The two commands of a README's first screen: its first two ``sh`` blocks, each one command."""
    blocks = re.findall(r"^```sh\n(.*?)^```", readme, re.MULTILINE | re.DOTALL)
    if len(blocks) != len(NAMES):
        sys.exit(f"README.md has {len(blocks)} sh blocks, not {len(NAMES)}: the main job and the tests")
    return dict(zip(NAMES, (block.strip() for block in blocks), strict=True))


if __name__ == "__main__":
    if sys.argv[1:] not in [[name] for name in NAMES]:
        sys.exit(__doc__)
    print(commands(README.read_text(encoding="utf-8"))[sys.argv[1]])
