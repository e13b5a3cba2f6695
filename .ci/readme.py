"""Runs a command of the README and fails unless it prints what the README shows below it.

`…` stands for anything: alone in a line for any lines, within one for any text. Durations and sizes
differ from run to run and are not compared.
"""

import re
import subprocess
import sys
from pathlib import Path

MEASURED = re.compile(r"\d+(?:\\?\.\d+)?\\? (ms|s|MB)\b")


def shown(command: str) -> list[str] | None:
    """The lines that the README shows below a command; None where it shows the command alone."""
    lines = Path("README.md").read_text(encoding="utf-8").splitlines()
    if f"$ {command}" not in lines:
        return None
    below = []
    for line in lines[lines.index(f"$ {command}") + 1 :]:
        if line.startswith(("```", "$ ")):
            break
        below.append(line.rstrip())
    return below


def pattern(line: str) -> re.Pattern[str]:
    text = re.escape(line).replace("…", ".*")
    return re.compile(MEASURED.sub(r"[\\d.]+ \1", text.replace(r"\ ", " ")))


def missing(expected: list[str], printed: list[str]) -> str | None:
    """The first line that is not printed behind those before it."""
    at = 0
    for line in expected:
        if line.strip() in ("", "…"):
            continue
        fits = pattern(line)
        found = next((i for i in range(at, len(printed)) if fits.fullmatch(printed[i])), None)
        if found is None:
            return line
        at = found + 1
    return None


def main() -> int:
    command = sys.argv[1]
    expected = shown(command)
    with subprocess.Popen(["bash", "-c", command], stdout=subprocess.PIPE, text=True) as process:
        printed = []
        for line in process.stdout:
            print(line, end="", flush=True)
            printed.append(line.rstrip())
    if process.returncode != 0:
        return process.returncode
    line = missing(expected, printed) if expected else None
    if line is not None:
        print(f"the README shows a line that is not printed: {line}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
