"""One connection that is kept alive: asks, and opens itself anew where the server is gone."""
import asyncio
import json


class Gone(Exception):
    """The connection broke before a whole answer came; whether the server did what was asked is not known."""


class Connection:
    def __init__(self, port, token):
        self.port, self.token = port, token
        self.reader = self.writer = None

    async def ask(self, method, path, body=None):
        """(status, JSON or None). Raises Gone."""
        try:
            return await asyncio.wait_for(self._ask(method, path, body), timeout=60)
        except (OSError, asyncio.IncompleteReadError, asyncio.TimeoutError, ValueError, IndexError) as reason:
            await self.close()
            raise Gone(repr(reason)) from reason

    async def close(self):
        if self.writer is not None:
            self.writer.close()
        self.reader = self.writer = None

    async def _ask(self, method, path, body):
        if self.writer is None:
            self.reader, self.writer = await asyncio.open_connection("127.0.0.1", self.port)
        sent = b"" if body is None else json.dumps(body).encode()
        head = f"{method} {path} HTTP/1.1\r\nHost: 127.0.0.1:{self.port}\r\nAuthorization: Bearer {self.token}\r\n"
        if body is not None:
            head += f"Content-Type: application/json\r\nContent-Length: {len(sent)}\r\n"
        self.writer.write(head.encode() + b"\r\n" + sent)
        await self.writer.drain()
        lines = (await self.reader.readuntil(b"\r\n\r\n")).decode().split("\r\n")
        status = int(lines[0].split(" ")[1])
        headers = {name.lower(): value.strip() for name, _, value in (line.partition(":") for line in lines[1:])}
        content = await self.reader.readexactly(int(headers.get("content-length", "0")))
        if headers.get("connection", "").lower() == "close":
            await self.close()
        return status, json.loads(content) if content else None
