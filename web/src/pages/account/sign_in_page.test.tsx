// @vitest-environment jsdom
// The page to sign in, with and without another organisation to sign in through, against an API that is answered here.
import { QueryClientProvider } from "@tanstack/react-query";
import { createMemoryHistory, RouterProvider } from "@tanstack/react-router";
import { cleanup, configure, render, screen } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { new_query_client } from "../../api/queries";
import { account as german } from "../../messages/account/de";
import { account as greek } from "../../messages/account/el";
import { account as english } from "../../messages/account/en";
import { new_router } from "../../router";

configure({ asyncUtilTimeout: 10_000 });

let provider: { name: string | null; is_connected: boolean };

/** `from`: where somebody came from who was asked to sign in. */
function open(address: string, from?: string) {
  const queries = new_query_client();
  const router = new_router(queries, createMemoryHistory({ initialEntries: [from === undefined ? address : "/about"] }));
  render(
    <QueryClientProvider client={queries}>
      <RouterProvider router={router} />
    </QueryClientProvider>,
  );
  if (from !== undefined) void router.navigate({ to: address, state: { from } });
}

beforeEach(() => {
  provider = { name: "Ministry login", is_connected: false };
  vi.stubGlobal("scrollTo", () => undefined);
  vi.stubGlobal("fetch", async (path: string) => {
    const answers: Record<string, unknown> = {
      "/api/v1/account": { account: null, csrf_token: null },
      "/api/v1/account/provider": provider,
      "/api/v1/ecosystem": { demonstration: false },
    };
    return new Response(JSON.stringify(answers[path] ?? { title: "Not found" }), { status: path in answers ? 200 : 404 });
  });
});

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

describe("signing in", () => {
  it("leads to the other organisation and says where to go on", async () => {
    open("/sign-in");
    const way = await screen.findByRole("link", { name: "Sign in with Ministry login" });
    expect(way.getAttribute("href")).toBe("/api/v1/account/provider/sign-in?next=%2Faccount&language=en");
    expect(screen.queryByRole("alert")).toBeNull();
  });

  it("leads back to where somebody came from", async () => {
    open("/sign-in", "/organisations/7-escola-técnica?a=b c");
    const way = await screen.findByRole("link", { name: "Sign in with Ministry login" });
    const asked = new URL(way.getAttribute("href") ?? "", "http://localhost").searchParams;
    expect(asked.get("next")).toBe("/organisations/7-escola-t%C3%A9cnica?a=b%20c");
  });

  it("offers mail address and password alone where there is no other organisation", async () => {
    provider = { name: null, is_connected: false };
    open("/sign-in?refusal=refused");
    await screen.findByRole("link", { name: english.forgotten });
    expect(screen.queryByRole("link", { name: /Sign in with/ })).toBeNull();
    expect(screen.queryByRole("alert")).toBeNull();
  });

  it("says why it led nowhere", async () => {
    open("/sign-in?refusal=mail_taken");
    expect((await screen.findByRole("alert")).textContent).toContain("Your mail address has an account here already.");
  });

  it("says nothing of what no server would say", async () => {
    open("/sign-in?refusal=constructor");
    await screen.findByRole("link", { name: "Sign in with Ministry login" });
    expect(screen.queryByRole("alert")).toBeNull();
  });

  it("has words for the same refusals in every language", () => {
    const kinds = Object.keys(english.provider_refusal);
    expect(kinds).toHaveLength(8);
    for (const words of [german, greek]) expect(Object.keys(words.provider_refusal)).toEqual(kinds);
  });
});
