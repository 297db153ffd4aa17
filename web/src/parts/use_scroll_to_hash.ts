import { useRouterState } from "@tanstack/react-router";
import { useEffect } from "react";

/** Shows the part of the page that the address names, once the page has its content: call it where that is there. */
export function useScrollToHash(): void {
  const hash = useRouterState({ select: (state) => state.location.hash });
  useEffect(() => {
    if (hash !== "") document.getElementById(hash)?.scrollIntoView();
  }, [hash]);
}
