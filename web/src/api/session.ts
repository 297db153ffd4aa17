// Who is signed in, and how what they write is sent.
import { queryOptions, useQuery, useQueryClient } from "@tanstack/react-query";
import { useCallback } from "react";
import type { OwnAccount, Session, Token, Account } from "./account_types";
import { read, send, type WriteMethod } from "./client";

export const account_query = queryOptions({
  queryKey: ["account"],
  queryFn: ({ signal }) => read<OwnAccount>("/api/v1/account", signal),
});

export const sessions_query = queryOptions({
  queryKey: ["account", "sessions"],
  queryFn: async ({ signal }) => (await read<{ sessions: Session[] }>("/api/v1/account/sessions", signal)).sessions,
});

export const tokens_query = queryOptions({
  queryKey: ["account", "tokens"],
  queryFn: async ({ signal }) => (await read<{ tokens: Token[] }>("/api/v1/account/tokens", signal)).tokens,
});

export const people_query = queryOptions({
  queryKey: ["people"],
  queryFn: async ({ signal }) => (await read<{ accounts: Account[] }>("/api/v1/accounts?limit=1000", signal)).accounts,
});

/** The account of who is signed in: null for a visitor, undefined until that is known. */
export function useAccount(): Account | null | undefined {
  return useQuery(account_query).data?.account;
}

/** Whether the account has one of these roles, where it matters in this scope. The server decides; this only spares people forms that would be refused. */
export function holds(account: Account | null | undefined, roles: readonly string[], scope?: string): boolean {
  if (!account) return false;
  if (roles.includes("member")) return true;
  return account.grants.some((grant) => roles.includes(grant.role) && (scope === undefined || grant.scope === scope));
}

/** Sends what somebody writes, in their session. */
export function useSend() {
  const queries = useQueryClient();
  return useCallback(
    async <T = undefined>(method: WriteMethod, path: string, body?: unknown): Promise<T> => {
      const own = await queries.ensureQueryData(account_query);
      return send<T>(method, path, body, own.csrf_token);
    },
    [queries],
  );
}

/** For after signing in or out: everything may read differently now. */
export function useSignedInAs() {
  const queries = useQueryClient();
  return useCallback(
    (own: OwnAccount) => {
      queries.clear();
      queries.setQueryData(account_query.queryKey, own);
    },
    [queries],
  );
}

export const VISITOR: OwnAccount = { account: null, csrf_token: null };
