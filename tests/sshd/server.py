"""A real sshd on the loopback, with its own keys and configuration, and what a person at the other end does."""

import getpass
import os
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

SEPARATION = Path("/run/sshd")
"""The empty folder in which sshd locks up what it does before anybody has signed in."""

PATIENCE = 30.0
"""Seconds."""


def program(name: str) -> str:
    """Where a program of OpenSSH is; the test fails with what to do where it is not."""
    found = shutil.which(name, path=f"{os.environ.get('PATH', '')}:/usr/sbin:/sbin")
    if found is None:
        pytest.fail(f"needs OpenSSH's {name}: apt-get install openssh-server openssh-client, or leave out -m sshd")
    return found


def make_key(path: Path) -> Path:
    """A new key pair; answers the public half."""
    subprocess.run([program("ssh-keygen"), "-q", "-t", "ed25519", "-N", "", "-f", str(path)], check=True)
    return path.with_suffix(".pub")


@dataclass(frozen=True)
class Server:
    """A running sshd. ``authorized`` is its ``authorized_keys``."""

    port: int
    folder: Path

    @property
    def authorized(self) -> Path:
        return self.folder / "authorized_keys"

    def client(self, key: Path, *options: str) -> list[str]:
        """The command line that connects with a private key."""
        settings = {
            "UserKnownHostsFile": str(self.folder / "known_hosts"),
            "StrictHostKeyChecking": "accept-new",
            "IdentitiesOnly": "yes",
            "BatchMode": "yes",
            "LogLevel": "ERROR",
        }
        told = [part for name, value in settings.items() for part in ("-o", f"{name}={value}")]
        where = f"{getpass.getuser()}@127.0.0.1"
        return [program("ssh"), "-F", "none", "-i", str(key), "-p", str(self.port), *told, *options, where]


def free_port() -> int:
    with socket.socket() as asking:
        asking.bind(("127.0.0.1", 0))
        number: int = asking.getsockname()[1]
        return number


@contextmanager
def running(folder: Path) -> Iterator[Server]:
    """Start it, wait until it listens, and stop it at the end."""
    if os.geteuid() == 0:
        SEPARATION.mkdir(mode=0o755, exist_ok=True)
    make_key(folder / "host_key")
    server = Server(free_port(), folder)
    server.authorized.touch(0o600)
    lines = {
        "ListenAddress": f"127.0.0.1:{server.port}",
        "HostKey": folder / "host_key",
        "PidFile": "none",
        "AuthorizedKeysFile": server.authorized,
        "PermitRootLogin": "forced-commands-only",
        "PasswordAuthentication": "no",
        "KbdInteractiveAuthentication": "no",
        "UsePAM": "no",
        "StrictModes": "no",
        "Subsystem": "sftp internal-sftp",
    }
    configuration = folder / "sshd_config"
    configuration.write_text("".join(f"{name} {value}\n" for name, value in lines.items()))
    with (folder / "sshd.log").open("w") as log:
        process = subprocess.Popen([program("sshd"), "-D", "-e", "-f", str(configuration)], stderr=log, stdout=log)
    try:
        _wait(server, process)
        yield server
    finally:
        process.terminate()
        process.wait(PATIENCE)


def _wait(server: Server, process: "subprocess.Popen[bytes]") -> None:
    until = time.monotonic() + PATIENCE
    while process.poll() is None and time.monotonic() < until:
        with socket.socket() as asking:
            if asking.connect_ex(("127.0.0.1", server.port)) == 0:
                return
        time.sleep(0.05)
    pytest.fail(f"sshd does not listen:\n{(server.folder / 'sshd.log').read_text()}")
