"""The OpenID Connect provider of tests/provider, and people with browsers who go there and come back."""
import http.client
import shutil
import socket
import subprocess
from http.cookies import SimpleCookie
from pathlib import Path
from urllib.parse import urlencode, urlsplit

ROOT = Path(__file__).resolve().parents[2]
PROGRAM = ROOT / "tests/provider/provider.mjs"
SECRET = "the secret of this client: 100% safe & sound"


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Provider:
    """One process; each start has keys of its own and forgets who was signed in."""

    def __init__(self, return_to, port=0, options=()):
        if shutil.which("node") is None or not (ROOT / "web/node_modules/oidc-provider").is_dir():
            raise RuntimeError("the provider needs node and the packages of scripts/fetch-web-packages")
        self.process = subprocess.Popen(["node", str(PROGRAM), "--return", return_to, "--port", str(port), *options],
                                        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        for line in self.process.stdout:
            if line.startswith("http://127.0.0.1:"):
                self.issuer = line.strip()
                break
        else:
            raise RuntimeError("the provider did not start")
        self.port = urlsplit(self.issuer).port

    def stop(self):
        self.process.stdin.close()
        self.process.wait(timeout=30)
        self.process.stdout.close()


class Browser:
    """Keeps cookies by host and port and follows no redirect by itself."""

    def __init__(self):
        self.cookies = {}

    def ask(self, address, method="GET", form=None, headers=None):
        """Status, headers and body."""
        parts = urlsplit(address)
        held = self.cookies.setdefault(parts.port, {})
        sent = {name: value for (name, path), value in held.items() if parts.path.startswith(path)}
        connection = http.client.HTTPConnection(parts.hostname, parts.port, timeout=60)
        try:
            target = parts.path + ("?" + parts.query if parts.query else "")
            body = None if form is None else urlencode(form)
            typed = {} if form is None else {"Content-Type": "application/x-www-form-urlencoded"}
            jar = {"Cookie": "; ".join(f"{name}={value}" for name, value in sent.items())} if sent else {}
            connection.request(method, target, body, {**typed, **jar, **(headers or {})})
            reply = connection.getresponse()
            content = reply.read()
        finally:
            connection.close()
        for line in reply.headers.get_all("Set-Cookie") or []:
            for name, morsel in SimpleCookie(line).items():
                key = (name, morsel["path"] or "/")
                if morsel["max-age"] == "0" or morsel.value == "":
                    held.pop(key, None)
                else:
                    held[key] = morsel.value
        return reply.status, reply.headers, content

    def location(self, address, **how):
        """Where a redirect leads."""
        status, headers, body = self.ask(address, **how)
        assert status in (302, 303), (address, status, body[:300])
        target = headers["Location"]
        parts = urlsplit(address)
        return target if "://" in target else f"{parts.scheme}://{parts.netloc}{target}"

    def sign_in_there(self, address, mail=None):
        """From the provider's address to the one that it sends back to; without a mail address it is refused."""
        page = self.location(address)
        if "/interaction/" not in page:  # who is signed in there already is sent straight back
            return page
        form = {"refuse": "yes"} if mail is None else {"mail": mail}
        return self.location(self.location(page, method="POST", form=form))
