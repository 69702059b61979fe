"""From a release, however written, to statements and sentences whose every figure has its place."""
