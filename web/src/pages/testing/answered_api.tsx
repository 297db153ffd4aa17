// A page as the browser opens it, against an API that a test answers.
//
//   const api = answered_api(() => ({ "/api/v1/innovations/7": mentors }));   // anew before each test
//   it("…", async () => { open_page("/innovations/7"); … expect(api.written).toEqual([…]) });
import { QueryClientProvider } from "@tanstack/react-query";
import { createMemoryHistory, RouterProvider } from "@tanstack/react-router";
import { cleanup, configure, render } from "@testing-library/react";
import { afterEach, beforeEach, vi } from "vitest";
import { new_query_client } from "../../api/queries";
import type { RefusalReason } from "../../api/types";
import { en } from "../../messages/en";
import { Tongues, type Tongue } from "../../messages/tongues";
import { new_router } from "../../router";

export interface AnsweredApi {
  /** By path with its query; a visitor asks unless "/api/v1/account" is here. What is not here is 404. */
  answers: Record<string, unknown>;
  /** Of writes that answer something, by "POST /path": what is said to a body. */
  replies: Record<string, (body: unknown) => unknown>;
  /** What the page sent, oldest first. */
  written: { method: string; path: string; body: unknown; csrf: string | null }[];
  /** Of the next writes; without one they succeed. */
  refusal: { status: number; detail: string; reason?: RefusalReason } | null;
}

export function answered_api(first_answers: () => Record<string, unknown>): AnsweredApi {
  configure({ asyncUtilTimeout: 20_000 });
  const api: AnsweredApi = { answers: {}, replies: {}, written: [], refusal: null };
  beforeEach(() => {
    api.answers = { "/api/v1/account": { account: null, csrf_token: null }, ...first_answers() };
    api.replies = {};
    api.written = [];
    api.refusal = null;
    vi.stubGlobal("scrollTo", () => undefined);
    Element.prototype.scrollIntoView = () => undefined; // jsdom has none
    vi.stubGlobal("fetch", async (path: string, request?: RequestInit) => {
      if (request?.method === "POST" || request?.method === "PUT") {
        const csrf = new Headers(request.headers).get("x-csrf-token");
        const body: unknown = request.body instanceof Blob ? request.body : JSON.parse(String(request.body));
        api.written.push({ method: request.method, path, body, csrf });
        const reply = api.replies[`${request.method} ${path}`];
        if (reply && !api.refusal) return json(reply(body));
        return api.refusal ? json({ title: "Refused", ...api.refusal }, api.refusal.status) : new Response(null, { status: 204 });
      }
      const found = api.answers[path];
      return found === undefined ? json({ title: "Not Found", status: 404 }, 404) : json(found);
    });
  });
  afterEach(() => {
    cleanup();
    vi.unstubAllGlobals();
  });
  return api;
}

const ENGLISH: Tongue = { language: "en", messages: en };

export function open_page(address: string, tongue: Tongue = ENGLISH): void {
  const history = createMemoryHistory({ initialEntries: [address] });
  const queries = new_query_client();
  render(
    <QueryClientProvider client={queries}>
      <Tongues first={tongue}>
        <RouterProvider router={new_router(queries, history)} />
      </Tongues>
    </QueryClientProvider>,
  );
}

function json(body: unknown, status = 200): Response {
  return new Response(JSON.stringify(body), { status, headers: { "content-type": "application/json" } });
}
