"""A mail server on loopback that takes every mail and keeps it: what `tributary serve --smtp` talks to in tests."""
import socketserver
import threading
from email import message_from_bytes, policy


class _Exchange(socketserver.StreamRequestHandler):
    """One connection, as RFC 5321 has it."""

    def say(self, line):
        self.wfile.write(line.encode() + b"\r\n")

    def handle(self):
        self.say("220 sink")
        sender, recipients = "", []
        while line := self.rfile.readline():
            command = line.decode("utf-8", "replace").strip()
            verb = command[:4].upper()
            if verb == "MAIL":
                sender = command
            elif verb == "RCPT":
                recipients.append(command)
            elif verb == "DATA":
                self.say("354 go on")
                self.server.take(sender, recipients, self.message())
                sender, recipients = "", []
            elif verb == "QUIT":
                self.say("221 bye")
                return
            self.say("250 taken")

    def message(self):
        lines = []
        while (line := self.rfile.readline()) not in (b".\r\n", b""):
            lines.append(line[1:] if line.startswith(b"..") else line)
        return b"".join(lines)


class MailSink(socketserver.ThreadingTCPServer):
    allow_reuse_address = True
    daemon_threads = True

    def __init__(self):
        super().__init__(("127.0.0.1", 0), _Exchange)
        self._came = threading.Condition()
        self._mails = []
        threading.Thread(target=self.serve_forever, daemon=True).start()

    @property
    def address(self):
        return f"smtp://127.0.0.1:{self.server_address[1]}"

    def take(self, sender, recipients, data):
        mail = message_from_bytes(data, policy=policy.default)
        mail.envelope = (sender, recipients)
        mail.as_sent = data
        with self._came:
            self._mails.append(mail)
            self._came.notify_all()

    def mails(self, at_least=1, patience=10):
        """Those that came, oldest first; waits for so many."""
        with self._came:
            self._came.wait_for(lambda: len(self._mails) >= at_least, patience)
            return list(self._mails)
