// The program with a data directory (or the fixture server), started for the journeys and stopped after them.
import { execFileSync, spawn } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { start_mail_sink } from "./mail_sink.mjs";
import { write_catalogue } from "./partnership_catalogue.mjs";

const START_LIMIT_MS = 60_000;
const root = fileURLToPath(new URL("../../", import.meta.url));
const pages = join(root, "build/journey-web");

/**
 * With `ecosystem` on the data that the first start of ./run fills: catalogue, people, framework and innovations.
 * With `through_provider` people may sign in through the provider of tests/provider too, whose address is `provider`.
 * With `with_mail` on the catalogue of partnership_catalogue.mjs, and mails go by SMTP to a sink.
 */
export async function start_server({ fixture = false, ecosystem = false, through_provider = false, with_mail = false }) {
  const { command, parameters, clean, data, provider, sink } = fixture
    ? fixture_server()
    : through_provider ? await program_with_provider()
    : with_mail ? await program_with_mail()
    : ecosystem ? filled_program() : program();
  const process_ = spawn(command, parameters, { stdio: ["ignore", "pipe", "pipe"] });
  const said = [];
  process_.stderr.on("data", (text) => said.push(String(text)));
  const ended = new Promise((resolve) => process_.once("exit", resolve));
  try {
    const { address, first_link } = await announced(process_, ended, said, { with_link: data !== undefined && !ecosystem });
    return {
      address,
      first_link,
      provider,
      /** The newest link to `page` in a mail to `mail`, once it is in the outbox. */
      mailed_link: (mail, page) => mailed_link(() => (sink ? sink.mails : mails_in(join(data, "outbox"))), mail, page),
      /** All mails so far as readable text, by whom they went to; of a server with a sink. */
      mails_to: (mail) => sink.mails.filter((text) => text.includes(`To: <${mail}>`)).map((text) => `${text}\n${text_of(text)}`),
      /** A link that signs in, once, somebody new who holds these roles: [role, scope]. */
      link_of: (mail, name, ...roles) => link_of({ binary: command, data, address }, mail, name, roles),
      /** A link that signs in, once, somebody who is there. */
      link_for: (mail) => link_for({ binary: command, data, address }, mail),
      async stop() {
        process_.kill("SIGTERM");
        await ended;
        clean();
      },
    };
  } catch (error) {
    process_.kill("SIGKILL");
    clean();
    throw error;
  }
}

function link_of({ binary, data, address }, mail, name, roles) {
  const account = (...parameters) => execFileSync(binary, ["account", ...parameters, "--data-dir", data], { encoding: "utf8" });
  const { link } = JSON.parse(account("create", mail, "--name", name, "--public-url", address, "--json"));
  for (const [role, scope] of roles) account("grant", mail, role, ...(scope ? ["--scope", scope] : []));
  return link;
}

function link_for({ binary, data, address }, mail) {
  const said = execFileSync(binary, ["account", "link", mail, "--public-url", address, "--json", "--data-dir", data], { encoding: "utf8" });
  return JSON.parse(said).link;
}

function fixture_server() {
  return {
    command: process.execPath,
    parameters: [join(root, "tests/web/fixture/server.mjs"), "--pages", pages],
    clean: () => undefined,
  };
}

function binary_of_program() {
  const binary = process.env.TRIBUTARY_BINARY ?? join(root, "build/dev/bin/tributary");
  if (!existsSync(binary)) throw new Error(`there is no program at ${binary}: build it, or name it in TRIBUTARY_BINARY`);
  return binary;
}

function program() {
  const given = process.env.TRIBUTARY_JOURNEY_DATA;
  if (given !== undefined) return serving(binary_of_program(), given, () => undefined);
  return filled_program([]);
}

function filled_program(what = ["--ecosystem"]) {
  const binary = binary_of_program();
  const data = mkdtempSync(join(tmpdir(), "tributary-journeys-"));
  execFileSync(binary, ["demo", ...what, "--data-dir", data], { stdio: ["ignore", "ignore", "inherit"] });
  return serving(binary, data, () => rmSync(data, { recursive: true, force: true }));
}

function serving(binary, data, clean, port = 0) {
  return {
    command: binary,
    parameters: ["serve", "--data-dir", data, "--port", String(port), "--web-root", pages],
    data,
    clean,
  };
}

/** The provider has to know the address of the program before that begins. */
async function program_with_provider() {
  const port = await free_port();
  const address = `http://127.0.0.1:${port}`;
  const provider = spawn(process.execPath, [join(root, "tests/provider/provider.mjs"), "--return", `${address}/api/v1/account/provider/return`], {
    stdio: ["pipe", "pipe", "ignore"],
  });
  const issuer = await new Promise((resolve, reject) => {
    createInterface({ input: provider.stdout }).on("line", (line) => line.startsWith("http://") && resolve(line));
    provider.once("exit", (code) => reject(new Error(`the provider ended with ${code} before it began`)));
  });
  const data = mkdtempSync(join(tmpdir(), "tributary-journeys-"));
  const secret = join(data, "secret-of-client");
  writeFileSync(secret, "the secret of this client: 100% safe & sound\n");
  const clean = () => {
    provider.stdin.end();
    rmSync(data, { recursive: true, force: true });
  };
  const { command, parameters } = serving(binary_of_program(), data, clean, port);
  const told = ["--public-url", address, "--oidc-issuer", issuer, "--oidc-client-id", "tributary", "--oidc-client-secret-file", secret, "--oidc-name", "Ministry login"];
  return { command, parameters: [...parameters, ...told], data, clean, provider: issuer };
}

async function program_with_mail() {
  const sink = await start_mail_sink();
  const binary = binary_of_program();
  const data = mkdtempSync(join(tmpdir(), "tributary-journeys-"));
  const files = mkdtempSync(join(tmpdir(), "tributary-files-"));
  write_catalogue(files);
  execFileSync(binary, ["import", files, "--resolve", "--data-dir", data], { stdio: ["ignore", "ignore", "inherit"] });
  rmSync(files, { recursive: true, force: true });
  const clean = () => {
    sink.stop();
    rmSync(data, { recursive: true, force: true });
  };
  const { command, parameters } = serving(binary, data, clean);
  return { command, parameters: [...parameters, "--smtp", sink.address], data, clean, sink };
}

async function free_port() {
  const probe = createServer();
  await new Promise((resolve) => probe.listen(0, "127.0.0.1", resolve));
  const { port } = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  return port;
}

/** What the server says when it begins: where it is and, in a data directory without an administrator, how the first one signs in. */
async function announced(process_, ended, said, { with_link }) {
  const lines = createInterface({ input: process_.stdout });
  const found = new Promise((resolve) => {
    let address;
    lines.on("line", (line) => {
      address ??= /Tributary is at (http:\S+?)\/?$/.exec(line)?.[1];
      const first_link = /\/sign-in-link#\S+/.exec(line)?.[0];
      if (address && (first_link || !with_link)) resolve({ address, first_link });
    });
  });
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`the server did not say its address within ${START_LIMIT_MS} ms`)), START_LIMIT_MS);
  });
  const gone = ended.then((code) => {
    throw new Error(`the server ended with ${code} before it began\n${said.join("")}`);
  });
  try {
    return await Promise.race([found, late, gone]);
  } finally {
    clearTimeout(timer);
    gone.catch(() => undefined);
  }
}

function mails_in(outbox) {
  const files = existsSync(outbox) ? readdirSync(outbox).filter((name) => name.endsWith(".eml")).sort() : [];
  return files.map((name) => readFileSync(join(outbox, name), "utf8"));
}

async function mailed_link(all_mails, mail, page) {
  const end = Date.now() + START_LIMIT_MS;
  while (Date.now() < end) {
    const mails = all_mails().filter((text) => text.includes(`To: <${mail}>`));
    const link = mails.map((text) => new RegExp(`/${page}#\\S+`).exec(text_of(text))?.[0]).filter(Boolean).at(-1);
    if (link) return link;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`no mail with a link to ${page} came to ${mail}`);
}

/** The body, which the program sends as base64. */
function text_of(mail) {
  return Buffer.from(mail.slice(mail.indexOf("\r\n\r\n")), "base64").toString("utf8");
}
