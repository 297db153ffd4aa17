import { useSyncExternalStore } from "react";

/** Where a picture drawn for a wide page would be shown with letters too small to read. */
const NARROW = "(max-width: 640px)";

function watch(changed: () => void): () => void {
  const query = window.matchMedia?.(NARROW);
  query?.addEventListener("change", changed);
  return () => query?.removeEventListener("change", changed);
}

/** Whether the page is as narrow as on a phone, so that pictures are laid out for it. */
export function useNarrow(): boolean {
  return useSyncExternalStore(watch, () => window.matchMedia?.(NARROW).matches ?? false);
}
