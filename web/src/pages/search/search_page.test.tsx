// @vitest-environment jsdom
// The search page as a person meets it, against an API that is answered here.
import { QueryClientProvider } from "@tanstack/react-query";
import { createMemoryHistory, RouterProvider } from "@tanstack/react-router";
import { cleanup, configure, render, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { new_query_client } from "../../api/queries";
import type { Completion, Hit, SearchAnswer } from "../../api/types";
import { new_router } from "../../router";

function hit(title: string): Hit {
  return {
    id: `demo-${title}`, title, title_runs: [{ text: title, marked: false }], acronym: "",
    snippet: { runs: [], cut_before: false, cut_after: false }, programme: "Erasmus+", action: "", status: "finished",
    start: "2015-11-01", end: "2017-10-31", grant_eur: null, coordinator: { id: "1-a", name: "A", country: "IE" },
    partner_count: 9, countries: ["IE", "PT"], score: 1,
  };
}

const nothing_else = { prefix_cut: false, near_words: [], compounds: [], also_searched: [], did_you_mean: null };

function answer(change: Partial<SearchAnswer> & { asked?: string }): SearchAnswer {
  const { asked = "", ...rest } = change;
  return {
    total: 1, query: { text: asked, echo: asked, misreadings: [], words_required: 1, words_asked: 1, ...nothing_else },
    hits: [hit(`About ${asked}`)],
    facets: [{ name: "country", distinct: 2, values: [
      { value: "PT", label: "Portugal", count: 3, selected: false },
      { value: "unknown", label: "unknown", count: 1, selected: false },
    ] }],
    next_cursor: null, demonstration: false, generation: 1, ...rest,
  };
}

configure({ asyncUtilTimeout: 10_000 });

type Answering = (url: URL) => SearchAnswer | Promise<SearchAnswer>;
let answering: Answering;
let completions: Completion[] = [];
const asked: URL[] = [];

beforeEach(() => {
  asked.length = 0;
  completions = [];
  vi.stubGlobal("scrollTo", () => undefined);
  vi.stubGlobal("fetch", async (path: string) => {
    const url = new URL(path, "http://localhost");
    if (url.pathname === "/api/v1/completions") {
      return new Response(JSON.stringify({ completions }), { headers: { "content-type": "application/json" } });
    }
    asked.push(url);
    const found = await answering(url);
    return new Response(JSON.stringify(found), { headers: { "content-type": "application/json" } });
  });
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

function open(address: string) {
  const queries = new_query_client();
  const history = createMemoryHistory({ initialEntries: [address] });
  render(
    <QueryClientProvider client={queries}>
      <RouterProvider router={new_router(queries, history)} />
    </QueryClientProvider>,
  );
  return history;
}

describe("the search page", () => {
  it("shows the whole state of its address", async () => {
    answering = (url) => answer({ asked: url.searchParams.get("q") ?? "" });
    open("/?q=vet&filter[country]=PT&sort=-grant");
    expect(await screen.findByRole("link", { name: "About vet" })).toBeTruthy();
    expect(screen.getByRole<HTMLInputElement>("combobox", { name: "Search European projects" }).value).toBe("vet");
    expect(screen.getByRole("button", { name: "Remove filter Country of any organisation: Portugal" })).toBeTruthy();
    const request = asked.find((url) => url.searchParams.get("q") === "vet");
    expect(request?.searchParams.getAll("filter[country]")).toEqual(["PT"]);
    expect(request?.searchParams.get("sort")).toBe("-grant");
  });

  it("drops an answer that a newer search has overtaken", async () => {
    let release: (late: SearchAnswer) => void = () => undefined;
    answering = (url) =>
      url.searchParams.get("q") === "old"
        ? new Promise((resolve) => (release = resolve))
        : answer({ asked: url.searchParams.get("q") ?? "" });
    open("/?q=old");
    const box = await screen.findByRole("combobox", { name: "Search European projects" });
    await userEvent.clear(box);
    await userEvent.type(box, "new");
    expect(await screen.findByRole("link", { name: "About new" })).toBeTruthy();
    release(answer({ asked: "old" }));
    await waitFor(() => expect(screen.queryByRole("link", { name: "About old" })).toBeNull());
    expect(screen.getByRole("link", { name: "About new" })).toBeTruthy();
  });

  it("puts what is typed in one go into one step of the history", async () => {
    answering = (url) => answer({ asked: url.searchParams.get("q") ?? "" });
    const history = open("/?q=vet");
    const box = await screen.findByRole("combobox", { name: "Search European projects" });
    const steps = history.length;
    await userEvent.type(box, " and", { delay: 120 });
    await waitFor(() => expect(history.location.search).toBe("?q=vet+and"));
    expect(history.length).toBe(steps + 1);
  });

  it("filters by a ticked value and counts the unknown last", async () => {
    answering = (url) => answer({ asked: url.searchParams.get("q") ?? "" });
    const history = open("/?q=vet");
    const group = await screen.findByRole("group", { name: "Country of any organisation" });
    const boxes = within(group).getAllByRole("checkbox");
    expect(boxes).toHaveLength(2);
    expect(group.textContent).toBe("Portugal3unknown1");
    await userEvent.click(boxes[0] as HTMLElement);
    await waitFor(() => expect(history.location.search).toBe("?q=vet&filter[country]=PT"));
  });

  it("searches while one types for the beginning of a word, and after Enter for the word", async () => {
    answering = (url) => answer({ asked: url.searchParams.get("q") ?? "" });
    open("/?q=vet");
    const box = await screen.findByRole("combobox", { name: "Search European projects" });
    await userEvent.clear(box);
    await userEvent.type(box, "mento");
    await waitFor(() => expect(asked.at(-1)?.searchParams.get("q")).toBe("mento"));
    expect(asked.at(-1)?.searchParams.get("as_you_type")).toBe("true");
    await userEvent.type(box, "{Enter}");
    await waitFor(() => expect(asked.at(-1)?.searchParams.get("as_you_type")).toBeNull());
    expect(asked.at(-1)?.searchParams.get("q")).toBe("mento");
  });

  it("offers completions by kind, to be taken by keyboard or left", async () => {
    answering = (url) => answer({ asked: url.searchParams.get("q") ?? "" });
    completions = [
      { kind: "topic", text: "Mentoring", query: 'topic:"Mentoring"', project: null, projects: 12 },
      { kind: "organisation", text: "Mentors Ltd", query: 'organisation:"Mentors Ltd"', project: null, projects: 2 },
    ];
    const history = open("/?q=vet");
    const box = await screen.findByRole("combobox", { name: "Search European projects" });
    await userEvent.clear(box);
    await userEvent.type(box, "ment");
    const topics = await screen.findByRole("group", { name: "Topics" });
    expect(within(topics).getByRole("option", { name: "Mentoring" })).toBeTruthy();
    expect(box.getAttribute("aria-expanded")).toBe("true");
    await userEvent.type(box, "{ArrowDown}{ArrowDown}");
    const second = screen.getByRole("option", { name: "Mentors Ltd" });
    expect(box.getAttribute("aria-activedescendant")).toBe(second.id);
    expect(second.getAttribute("aria-selected")).toBe("true");
    await userEvent.type(box, "{Enter}");
    await waitFor(() => expect(history.location.search).toContain("organisation:%22Mentors+Ltd%22"));
    expect(screen.queryByRole("option")).toBeNull();
  });

  it("tells what was searched in place of an unknown word, and offers a better text", async () => {
    answering = () =>
      answer({ query: { text: "mentoirng", echo: "mentoirng", misreadings: [], words_required: 0, words_asked: 0,
        prefix_cut: false, near_words: [{ typed: "mentoirng", words: ["mentoring"], count: 1, cut: false }],
        compounds: [{ typed: "platz", words: ["ausbildungsplatz"], count: 1, cut: false }],
        also_searched: [{ typed: "VET", names: ["tvet"], country: null }],
        did_you_mean: { text: "mentoring", changed: [{ begin: 0, end: 9 }] } } });
    open("/?q=mentoirng");
    expect(await screen.findByText("No project has “mentoirng”; searched for mentoring")).toBeTruthy();
    expect(screen.getByText("“VET” is also searched as tvet")).toBeTruthy();
    expect(screen.getByText("“platz” is also searched as ausbildungsplatz")).toBeTruthy();
    expect(screen.getByRole("link", { name: "mentoring" }).getAttribute("href")).toBe("/?q=mentoring");
  });

  it("says when no project has all words", async () => {
    answering = () =>
      answer({ query: { text: "a b c d", echo: "a b c d", misreadings: [], words_required: 3, words_asked: 4, ...nothing_else } });
    open("/?q=a+b+c+d");
    expect(await screen.findByText("No project has all 4 words; these have 3 of them.")).toBeTruthy();
  });

  it("points at what it could not read", async () => {
    answering = () =>
      answer({ query: { text: 'è "vet', echo: "è AND vet", words_required: 2, words_asked: 2, ...nothing_else,
        misreadings: [{ begin: 3, end: 4, reason: "the quotation mark is never closed" }] } });
    open("/?q=%C3%A8+%22vet");
    expect(await screen.findByText(/never closed/)).toBeTruthy();
    expect(document.querySelector(".pointed-place")?.textContent).toBe('"');
  });

  it("suggests what to try where nothing is found", async () => {
    answering = () => answer({ total: 0, hits: [] });
    const history = open("/?q=vet&filter[country]=PT");
    await userEvent.click(
      await screen.findByRole("button", { name: "Search without Country of any organisation: Portugal" }),
    );
    await waitFor(() => expect(history.location.search).toBe("?q=vet"));
  });

  it("loads more and goes on from the first new result", async () => {
    answering = (url) =>
      url.searchParams.get("cursor") === "next"
        ? answer({ total: 2, hits: [hit("Second")] })
        : answer({ total: 2, hits: [hit("First")], next_cursor: "next" });
    open("/?q=vet");
    await userEvent.click(await screen.findByRole("button", { name: "Load more" }));
    const second = await screen.findByRole("link", { name: "Second" });
    await waitFor(() => expect(document.activeElement).toBe(second));
    expect(screen.getByText("2 of 2 shown")).toBeTruthy();
  });

  it("says what failed and tries again", async () => {
    let works = false;
    answering = () => {
      if (!works) throw new Error("offline");
      return answer({ asked: "vet" });
    };
    open("/?q=vet");
    const alert = await screen.findByRole("alert");
    expect(alert.textContent).toContain("The server does not answer");
    works = true;
    await userEvent.click(within(alert).getByRole("button", { name: "Try again" }));
    expect(await screen.findByRole("link", { name: "About vet" })).toBeTruthy();
  });
});
