import { useEffect } from "react";
import { useMessages } from "../messages/messages";

/** Puts the page's name into the title of the tab; null for the start page, undefined while it is not known. */
export function usePageTitle(page: string | null | undefined): void {
  const t = useMessages();
  useEffect(() => {
    if (page !== undefined) document.title = page === null ? t.frame.home_title : t.frame.title(page);
  }, [page, t]);
}
