// What the one who is signed in was told, and how it comes.
import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { read } from "./client";

export type Shown = "unread" | "read";
export type MailRhythm = "each" | "daily" | "weekly" | "none";
export const NOTICE_GROUPS = ["innovations", "panels", "authorities", "framework", "roles", "partnerships"] as const;
export type NoticeGroup = (typeof NOTICE_GROUPS)[number];

export interface Notice {
  id: number;
  /** A sentence in the language that was asked for. */
  text: string;
  /** The path of the page that it leads to. */
  page: string;
  at: string;
  read_at: string | null;
}

interface NoticePage {
  notices: Notice[];
  unread: number;
  has_more: boolean;
}

export interface NoticePreferences {
  mail: MailRhythm;
  /** They are on the page and in the feed alone. */
  not_by_mail: NoticeGroup[];
  has_feed: boolean;
}

/** Below the account's key, so that signing in or out forgets all of it. */
export const notices_key = ["account", "notices"] as const;

export function notices_query(shown: Shown, language: string) {
  return infiniteQueryOptions({
    queryKey: [...notices_key, shown, language],
    queryFn: ({ pageParam, signal }) =>
      read<NoticePage>(`/api/v1/notices?shown=${shown}&language=${language}${pageParam === null ? "" : `&before=${pageParam}`}`, signal),
    initialPageParam: null as number | null,
    getNextPageParam: (last) => (last.has_more ? (last.notices.at(-1)?.id ?? null) : null),
    staleTime: 0,
  });
}

const BETWEEN_COUNTS_MS = 60_000;

/** Asked once a minute at most, and only while the page is seen. */
export const unread_query = queryOptions({
  queryKey: [...notices_key, "count"],
  queryFn: async ({ signal }) => (await read<NoticePage>("/api/v1/notices?limit=0", signal)).unread,
  staleTime: BETWEEN_COUNTS_MS,
  refetchInterval: BETWEEN_COUNTS_MS,
  refetchIntervalInBackground: false,
  refetchOnWindowFocus: true,
});

export const notice_preferences_query = queryOptions({
  queryKey: ["account", "notice-preferences"],
  queryFn: ({ signal }) => read<NoticePreferences>("/api/v1/notices/preferences", signal),
});
