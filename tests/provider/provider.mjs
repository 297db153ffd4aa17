// An OpenID Connect provider on 127.0.0.1: the package oidc-provider with one client and a page of its own that signs in
// whoever names a mail address. Prints its issuer once it answers, and ends with the process that started it.
//
// usage: node provider.mjs --return URI [--port N] [--algorithm RS256|ES256] [--claims-in-token]
//
//   --return           the redirect URI of the client "tributary", whose secret is CLIENT_SECRET below
//   --algorithm        that ID tokens are signed by; each start makes new keys
//   --claims-in-token  mail address and name stand in the ID token instead of the userinfo endpoint alone
//
// An address that begins with "unproven" is one that the provider does not confirm.
import { generateKeyPairSync, randomUUID } from "node:crypto";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";

const CLIENT_SECRET = "the secret of this client: 100% safe & sound";
const require = createRequire(new URL("../../web/package.json", import.meta.url));
const { default: Provider } = await import(pathToFileURL(require.resolve("oidc-provider")));
const { values: options } = parseArgs({
  options: {
    return: { type: "string" },
    port: { type: "string", default: "0" },
    algorithm: { type: "string", default: "RS256" },
    "claims-in-token": { type: "boolean", default: false },
  },
});

function new_key(algorithm) {
  const { privateKey } =
    algorithm === "ES256" ? generateKeyPairSync("ec", { namedCurve: "P-256" }) : generateKeyPairSync("rsa", { modulusLength: 2048 });
  return { ...privateKey.export({ format: "jwk" }), kid: randomUUID(), use: "sig", alg: algorithm };
}

function account_of(mail) {
  return {
    accountId: mail,
    claims: () => ({ sub: mail, email: mail, email_verified: !mail.startsWith("unproven"), name: `${mail.split("@")[0]} of the ministry` }),
  };
}

/** Everybody who signed in has agreed to tell mail address and name. */
async function grant_of(ctx) {
  const grant = new ctx.oidc.provider.Grant({ clientId: ctx.oidc.client.clientId, accountId: ctx.oidc.session.accountId });
  grant.addOIDCScope("openid email profile");
  await grant.save();
  return grant;
}

const server = createServer();
server.listen(Number(options.port), "127.0.0.1");
await new Promise((resolve) => server.once("listening", resolve));
const issuer = `http://127.0.0.1:${server.address().port}`;

const provider = new Provider(issuer, {
  clients: [{
    client_id: "tributary", client_secret: CLIENT_SECRET, redirect_uris: [options.return], response_types: ["code"],
    grant_types: ["authorization_code"], id_token_signed_response_alg: options.algorithm,
  }],
  jwks: { keys: [new_key(options.algorithm), ...(options.algorithm === "RS256" ? [] : [new_key("RS256")])] },
  claims: { email: ["email", "email_verified"], profile: ["name"] },
  conformIdTokenClaims: !options["claims-in-token"],
  cookies: { keys: [randomUUID()] },
  features: { devInteractions: { enabled: false } },
  pkce: { methods: ["S256"], required: () => true },
  findAccount: (_, id) => account_of(id),
  loadExistingGrant: grant_of,
  interactions: { url: (_, interaction) => `/interaction/${interaction.uid}` },
});

const PAGE = `<!doctype html><html lang="en"><title>Ministry</title><link rel="icon" href="data:,"><h1>The ministry's sign-in</h1>
<form method="post"><label>Mail address <input name="mail" type="email"></label><button>Let me in</button><button name="refuse" value="yes">Refuse</button></form>`;

async function body_of(request) {
  let text = "";
  for await (const piece of request) text += piece;
  return new URLSearchParams(text);
}

const handle = provider.callback();
server.on("request", async (request, response) => {
  if (!request.url.startsWith("/interaction/")) return handle(request, response);
  if (request.method === "GET") return response.setHeader("content-type", "text/html").end(PAGE);
  const form = await body_of(request);
  const result = form.has("refuse") ? { error: "access_denied" } : { login: { accountId: form.get("mail") } };
  await provider.interactionFinished(request, response, result).catch((error) => response.writeHead(400).end(String(error)));
});

process.stdin.resume().on("end", () => process.exit(0));
console.log(issuer);
