"""The programs that make parts of the docs, which lie beside the pages."""

from __future__ import annotations

import importlib.util
import sys
from types import ModuleType

from tests.shared import ROOT


def tool(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(f"docs_{name}", ROOT / "docs" / "tools" / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module
