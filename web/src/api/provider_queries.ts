// Signing in through another organisation.
import { queryOptions } from "@tanstack/react-query";
import { read } from "./client";

export interface SignInProvider {
  /** As people know it; null: everybody signs in here. */
  name: string | null;
  /** Whether the one who is signed in can come in through it. */
  is_connected: boolean;
}

/** Below the account's key, so that signing in or out forgets it. */
export const provider_query = queryOptions({
  queryKey: ["account", "provider"],
  queryFn: ({ signal }) => read<SignInProvider>("/api/v1/account/provider", signal),
});

/** An address that leads to the provider and, from there, back to the page `next`. */
export function provider_sign_in(next: string, language: string): string {
  const { pathname, search, hash } = new URL(next, window.location.href); // percent-encodes what the server takes no other way
  return `/api/v1/account/provider/sign-in?${new URLSearchParams({ next: pathname + search + hash, language })}`;
}
