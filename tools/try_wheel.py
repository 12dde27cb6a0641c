"""Install a wheel as a stranger would, and use it: `python -m tools.try_wheel WHEEL`.

pip puts it into a fresh environment, which borrows only the locked dependencies of the
one this runs in, never the source tree. What must travel inside is looked for first.
"""

import os
import signal
import subprocess
import sys
import sysconfig
import tempfile
import venv
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from http.cookiejar import CookieJar
from pathlib import Path
from urllib.request import HTTPCookieProcessor, build_opener

SOURCE = Path(__file__).resolve().parent.parent / "src"
STYLE = "/static/css/base.css"
PATIENCE_SECONDS = 60


def left_behind(wheel: Path) -> list[str]:
    """Name every file of the source tree that the wheel lacks."""
    with zipfile.ZipFile(wheel) as packed:
        inside = set(packed.namelist())
    present = (path for path in SOURCE.rglob("*") if path.is_file())
    wanted = {
        path.relative_to(SOURCE).as_posix()
        for path in present
        if "__pycache__" not in path.parts
    }
    return sorted(wanted - inside)


def installed(wheel: Path, place: Path) -> Path:
    """Install the wheel into a new environment and return its `onward` command."""
    venv.create(place, with_pip=True)
    programs = place / "bin"
    wanted = ("pip", "install", "--quiet", "--no-index", "--no-deps", wheel)
    subprocess.run([programs / "python", "-m", *wanted], check=True)
    # A path in a .pth file lends what lies there, but follows no .pth file inside it,
    # so the editable install of the source tree stays out.
    inside = f"lib/python{sysconfig.get_python_version()}/site-packages"
    (place / inside / "borrowed.pth").write_text(sysconfig.get_path("purelib"))
    return programs / "onward"


@contextmanager
def open_onward(command: Path, data: Path) -> Iterator[str]:
    """Start the installed Onward and lend the address it prints."""
    process = subprocess.Popen(
        [command, "--port", "0", "--no-open"],
        env=os.environ | {"ONWARD_DATA_DIR": str(data)},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        cwd=data.parent,
        text=True,
    )
    try:
        line = process.stdout.readline() if process.stdout else ""
        yield line.split()[-1] if line.strip() else ""
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(PATIENCE_SECONDS)


def answers(url: str) -> bool:
    """Whether the first page and its style come, with nothing but the token."""
    browser = build_opener(HTTPCookieProcessor(CookieJar()))
    origin = url.partition("/?")[0]
    pages = [
        browser.open(each, timeout=PATIENCE_SECONDS) for each in (url, origin + STYLE)
    ]
    return all(page.status == 200 and page.read() for page in pages)


def main(wheel: Path) -> str:
    """Try the wheel; return what is wrong with it in one line, or nothing."""
    if missing := left_behind(wheel):
        return f"The wheel lacks {', '.join(missing)}."
    with tempfile.TemporaryDirectory(prefix="onward-wheel-") as folder:
        command = installed(wheel.resolve(), Path(folder) / "venv")
        subprocess.run([command, "--help"], check=True, stdout=subprocess.DEVNULL)
        with open_onward(command, Path(folder) / "data") as url:
            if not (url and answers(url)):
                return "Onward from the wheel does not open its first page."
    print(f"{wheel.name} installs with pip, starts and shows its first page.")
    return ""


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])) or 0)
