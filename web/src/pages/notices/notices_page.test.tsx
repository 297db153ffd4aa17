// @vitest-environment jsdom
// What somebody was told, as they meet it, against an API that is answered here.
import { fireEvent, screen, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import type { Notice } from "../../api/notice_queries";
import { answered_api, open_page } from "../testing/answered_api";

const decided: Notice = { id: 12, text: "Decision on “Mentors”: Go on", page: "/innovations/7", at: "2026-05-01T10:00:00Z", read_at: null };
const amended: Notice = { id: 9, text: "Your amendment: Accepted", page: "/framework/0.2.0#amendment-4", at: "2026-04-01T10:00:00Z", read_at: "2026-04-02T10:00:00Z" };
const account = { person: 3, name: "Ada", mail: "ada@example.org", language: "en", state: "active", grants: [], created_at: "2026-01-01T10:00:00Z" };
const page_of = (...notices: Notice[]) => ({ notices, unread: 1, has_more: false });
const UNREAD = "/api/v1/notices?shown=unread&language=en";
const READ = "/api/v1/notices?shown=read&language=en";

const api = answered_api(() => ({
  "/api/v1/account": { account, csrf_token: "t" },
  "/api/v1/notices?limit=0": { notices: [], unread: 3, has_more: true },
  [UNREAD]: page_of(decided),
  [READ]: page_of(amended),
}));

describe("notices", () => {
  it("shows the unread first, each leading to its page, and how many wait in the head", async () => {
    open_page("/notices");
    const unread = await screen.findByRole("region", { name: "Unread" });
    expect(within(unread).getByRole("link", { name: decided.text }).getAttribute("href")).toBe("/innovations/7");
    const read = screen.getByRole("region", { name: "Read" });
    expect(within(read).getByRole("link", { name: amended.text }).getAttribute("href")).toBe("/framework/0.2.0#amendment-4");
    expect(unread.compareDocumentPosition(read)).toBe(Node.DOCUMENT_POSITION_FOLLOWING);
    const head = within(screen.getByRole("banner"));
    expect(await head.findByRole("link", { name: "Your notices, 3 unread notices" })).toBeTruthy();
    expect(head.getByRole("status").textContent).toBe("3 unread notices");
  });

  it("marks one as read, or all up to the newest that is shown", async () => {
    open_page("/notices");
    fireEvent.click(await screen.findByRole("button", { name: `Mark as read: ${decided.text}` }));
    await expect.poll(() => api.written).toEqual([{ method: "POST", path: "/api/v1/notices/12/read", body: null, csrf: "t" }]);
    fireEvent.click(screen.getByRole("button", { name: "Mark all as read" }));
    await expect.poll(() => api.written.at(-1)).toEqual({ method: "POST", path: "/api/v1/notices/read", body: { newest: 12 }, csrf: "t" });
  });

  it("is filtered", async () => {
    open_page("/notices");
    fireEvent.change(await screen.findByLabelText("Show"), { target: { value: "read" } });
    expect(screen.queryByRole("region", { name: "Unread" })).toBeNull();
    expect(screen.getByRole("region", { name: "Read" })).toBeTruthy();
  });

  it("says so where nobody was told anything, and why one would be", async () => {
    api.answers[UNREAD] = api.answers[READ] = page_of();
    open_page("/notices");
    expect(await screen.findByText("Nobody has told you anything yet.")).toBeTruthy();
  });

  it("ends the mails by the link of a mail only once the button is pressed, without signing in", async () => {
    api.answers["/api/v1/account"] = { account: null, csrf_token: null };
    open_page("/unsubscribe/secret");
    const button = await screen.findByRole("button", { name: "End these mails" });
    expect(api.written).toEqual([]);
    fireEvent.click(button);
    expect(await screen.findByText("No more mails with notices will come.")).toBeTruthy();
    expect(api.written).toEqual([{ method: "POST", path: "/unsubscribe/secret", body: null, csrf: null }]);
  });
});
