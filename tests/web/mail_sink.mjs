// A mail server on loopback that takes every mail and keeps it: what the program talks SMTP to on journeys with mail.
import { createServer } from "node:net";

export async function start_mail_sink() {
  const mails = [];
  const server = createServer((socket) => exchange(socket, mails));
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    address: `smtp://127.0.0.1:${server.address().port}`,
    /** Whole mails as they were sent, oldest first. */
    mails,
    stop: () => server.close(),
  };
}

/** One connection, as RFC 5321 has it. */
function exchange(socket, mails) {
  let rest = "";
  let data = null;   // lines of the mail that is coming
  const say = (line) => socket.write(`${line}\r\n`);
  socket.setEncoding("utf8");
  socket.on("error", () => socket.destroy());
  socket.on("data", (text) => {
    rest += text;
    for (let end = rest.indexOf("\r\n"); end >= 0; end = rest.indexOf("\r\n")) {
      const line = rest.slice(0, end);
      rest = rest.slice(end + 2);
      if (data && line === ".") {
        mails.push(data.join("\r\n"));
        data = null;
        say("250 taken");
      } else if (data) {
        data.push(line.startsWith("..") ? line.slice(1) : line);
      } else if (/^DATA/i.test(line)) {
        data = [];
        say("354 go on");
      } else if (/^QUIT/i.test(line)) {
        say("221 bye");
        socket.end();
      } else {
        say("250 taken");
      }
    }
  });
  say("220 sink");
}
