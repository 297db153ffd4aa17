// The program with a data directory (or the fixture server), started for the journeys and stopped after them.
import { execFileSync, spawn } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

const START_LIMIT_MS = 60_000;
const root = fileURLToPath(new URL("../../", import.meta.url));
const pages = join(root, "build/journey-web");

export async function start_server({ fixture }) {
  const { command, parameters, clean } = fixture ? fixture_server() : program();
  const process_ = spawn(command, parameters, { stdio: ["ignore", "pipe", "pipe"] });
  const said = [];
  process_.stderr.on("data", (text) => said.push(String(text)));
  const ended = new Promise((resolve) => process_.once("exit", resolve));
  try {
    const address = await address_of(process_, ended, said);
    return {
      address,
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

function fixture_server() {
  return {
    command: process.execPath,
    parameters: [join(root, "tests/web/fixture/server.mjs"), "--pages", pages],
    clean: () => undefined,
  };
}

function program() {
  const binary = process.env.TRIBUTARY_BINARY ?? join(root, "build/dev/bin/tributary");
  if (!existsSync(binary)) throw new Error(`there is no program at ${binary}: build it, or name it in TRIBUTARY_BINARY`);
  const given = process.env.TRIBUTARY_JOURNEY_DATA;
  const data = given ?? mkdtempSync(join(tmpdir(), "tributary-journeys-"));
  if (given === undefined) execFileSync(binary, ["demo", "--data-dir", data], { stdio: ["ignore", "ignore", "inherit"] });
  return {
    command: binary,
    parameters: ["serve", "--data-dir", data, "--port", "0", "--web-root", pages],
    clean: () => given === undefined && rmSync(data, { recursive: true, force: true }),
  };
}

/** The address from the line that says where it is. */
async function address_of(process_, ended, said) {
  const lines = createInterface({ input: process_.stdout });
  const found = new Promise((resolve) => {
    lines.on("line", (line) => {
      const address = /Tributary is at (http:\S+?)\/?$/.exec(line)?.[1];
      if (address) resolve(address);
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
