import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { with_words } from "../address/search_address";
import { useMessages } from "../messages/messages";
import { SearchIcon } from "../parts/icons";

/** The small search box of the pages that are not the search page. */
export function HeaderSearch() {
  const t = useMessages();
  const navigate = useNavigate();
  const [text, set_text] = useState("");
  return (
    <form
      role="search"
      className="header-search"
      onSubmit={(event) => {
        event.preventDefault();
        void navigate({ to: "/", search: with_words({}, text.trim()) });
      }}
    >
      <input
        type="search"
        name="q"
        aria-label={t.frame.search_label}
        placeholder={t.frame.search_label}
        value={text}
        onChange={(event) => set_text(event.target.value)}
      />
      <button type="submit" aria-label={t.frame.search_button}>
        <SearchIcon />
      </button>
    </form>
  );
}
