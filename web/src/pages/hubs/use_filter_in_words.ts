import { search_in } from "../../api/hub_queries";
import type { HubFilter } from "../../api/hub_types";
import { useMessages } from "../../messages/messages";
import { useFilterWords } from "../scouting/use_filter_words";

/** What a hub shows, in words. */
export function useFilterInWords(filter: HubFilter): string {
  const t = useMessages();
  const choices = useFilterWords(search_in(filter));
  const parts = [filter.query && t.hubs.words(filter.query), choices].filter(Boolean);
  return parts.length > 0 ? parts.join("; ") : t.hubs.everything;
}
