import { ToggleButton } from "react-aria-components/ToggleButton";
import { ToggleButtonGroup } from "react-aria-components/ToggleButtonGroup";
import { SORTS, sort_of, VIEWS, with_sort, with_view, type SearchState } from "../../address/search_address";
import { useMessages } from "../../messages/messages";
import { Choice } from "../../parts/choice";
import type { Go } from "./search_page";

/** How the results are ordered and shown. */
export function ResultBar({ state, on_change }: { state: SearchState; on_change: Go }) {
  const t = useMessages();
  const view = state.view ?? "list";
  const sorts = SORTS.filter((sort) => (sort !== "relevance" && sort !== "related") || state.q);
  return (
    <div className="result-bar">
      <Choice
        label={t.search.sort}
        value={sort_of(state)}
        options={sorts.map((sort) => ({ value: sort, label: t.search.sort_by[sort] }))}
        on_choose={(sort) => on_change(with_sort(state, sort))}
      />
      <ToggleButtonGroup
        className="view-choice"
        aria-label={t.search.view}
        selectionMode="single"
        disallowEmptySelection
        selectedKeys={[view]}
        onSelectionChange={(keys) => {
          const next = VIEWS.find((candidate) => keys.has(candidate));
          if (next) on_change(with_view(state, next));
        }}
      >
        <ToggleButton id="list">{t.search.view_list}</ToggleButton>
        <ToggleButton id="table">{t.search.view_table}</ToggleButton>
        <ToggleButton id="network">{t.search.view_network}</ToggleButton>
      </ToggleButtonGroup>
    </div>
  );
}
