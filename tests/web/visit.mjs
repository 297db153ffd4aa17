// One visitor's browser window. Watches for what may never happen on any journey: a request to another host, an error
// in the console (a violation of the content policy is one), an exception.
import assert from "node:assert/strict";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export const screenshots = fileURLToPath(new URL("../../build/screenshots/", import.meta.url));
const PATIENCE_MS = 45_000;  // says nothing of speed: other suites compile beside the journeys

export async function open_visit(browser, address, visitor = {}) {
  const context = await browser.newContext({
    baseURL: address,
    viewport: { width: 1440, height: 900 },
    locale: "en-GB",
    reducedMotion: "reduce",
    ...visitor,
  });
  context.setDefaultTimeout(PATIENCE_MS);
  const page = await context.newPage();
  const troubles = [];
  const expected = [];
  const hosts = [address];
  context.on("request", (request) => {
    const { origin } = new URL(request.url());
    if (!hosts.includes(origin)) troubles.push(`request to another host: ${request.url()}`);
  });
  page.on("pageerror", (error) => troubles.push(`exception: ${error.message}`));
  page.on("console", (message) => {
    if (message.type() === "error" && !expected.some((text) => message.text().includes(text))) {
      troubles.push(`console: ${message.text()} (${message.location().url})`);
    }
  });

  return {
    page,
    context,
    address,
    /** An error in the console that the journey brings about itself. */
    expect_console: (text) => expected.push(text),
    /** Another server that the journey leads to. */
    expect_host: (origin) => hosts.push(origin),
    assert_quiet: () => assert.deepEqual(troubles, []),
    /** What the API says to the same question. */
    async api(path) {
      const response = await context.request.get(`/api/v1${path}`);
      assert.equal(response.status(), 200, path);
      return response.json();
    },
    async keep_evidence(name) {
      mkdirSync(screenshots, { recursive: true });
      await page.screenshot({ path: join(screenshots, `failed-${name.replace(/\W+/g, "-")}.png`) }).catch(() => undefined);
    },
    close: () => context.close(),
  };
}

export const search_box = (page) => page.getByRole("combobox", { name: "Search European projects" });
export const results = (page) => page.locator(".search-results:not([data-stale]) .result");
export const first_link = (page) => page.locator(".search-results:not([data-stale]) .result-link").first();

/** Waits until the total on the page is the one of the answer to its own address. */
export async function settled(page, visit) {
  const asked = new URL(page.url()).searchParams;
  asked.delete("view");   // how the page shows the answer is not the API's business
  const answer = await visit.api(`/projects?${asked}`);
  const total = new Intl.NumberFormat("en-IE").format(answer.total);
  await page.locator(".reading-total", { hasText: new RegExp(`^${total} project`) }).waitFor();
  await page.locator(".search-results[aria-busy=false]").waitFor();
  return answer;
}

/** Signs in by a link of server.link_of(). */
export async function sign_in(page, link) {
  await page.goto(link);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.getByRole("link", { name: "Your account" }).waitFor();
}

/** Waits until `check` holds, and throws what it last threw; a page may still be putting its parts together. */
export async function eventually(check) {
  const end = Date.now() + PATIENCE_MS;
  for (;;) {
    try {
      return await check();
    } catch (refusal) {
      if (Date.now() > end) throw refusal;
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** Waits until the locator finds just so many. */
export const finds = (locator, number, what) => eventually(async () => assert.equal(await locator.count(), number, what));
