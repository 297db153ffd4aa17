import { useState, type ReactNode } from "react";
import type { FacetName } from "../../address/search_address";
import { useMessages } from "../../messages/messages";
import { ChevronIcon } from "../../parts/icons";

interface FilterGroupProps {
  name: FacetName;
  chosen: number;
  open: boolean;
  children: ReactNode;
}

/** A facet that can be folded away. */
export function FilterGroup({ name, chosen, open: open_first, children }: FilterGroupProps) {
  const t = useMessages();
  const [open, set_open] = useState(open_first);
  return (
    <details
      className="filter-group"
      open={open}
      onToggle={(event) => set_open(event.currentTarget.open)}
    >
      <summary>
        <span className="filter-name">{t.facet[name]}</span>
        {chosen > 0 && (
          <span className="filter-chosen">
            {chosen}
            <span className="only-read"> {t.count.filters(chosen)}</span>
          </span>
        )}
        <ChevronIcon />
      </summary>
      {open && children}
    </details>
  );
}
