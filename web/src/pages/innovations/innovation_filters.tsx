import { Link, useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import type { InnovationFilter } from "../../address/innovation_address";
import { PIPELINE_ACTS, STAGES, STANDINGS } from "../../api/innovation_types";
import { useMessages } from "../../messages/messages";
import { Form, SelectField, TextField } from "../../parts/form";

/** What is asked for stands in the address, so that a list can be shared. */
export function InnovationFilters({ filter }: { filter: InnovationFilter }) {
  const t = useMessages();
  const navigate = useNavigate();
  const show = (changed: Partial<Record<keyof InnovationFilter, string>>) => void navigate({ to: "/innovations", search: without_empty({ ...filter, ...changed }), hash: "list" });
  const options = <Value extends string>(values: readonly Value[], names: Record<Value, string>) => [
    { value: "" as Value | "", label: t.innovation.all },
    ...values.map((value) => ({ value, label: names[value] })),
  ];
  return (
    <div className="filter-row">
      <SelectField
        label={t.innovation.filter_stage}
        name="stage"
        error={null}
        value={filter.stage ?? ""}
        options={options(STAGES, t.innovation.stage)}
        on_change={(stage) => show({ stage })}
      />
      <SelectField
        label={t.innovation.filter_standing}
        name="standing"
        error={null}
        value={filter.standing ?? ""}
        options={options(STANDINGS, t.innovation.standing)}
        on_change={(standing) => show({ standing })}
      />
      <SelectField
        label={t.innovation.filter_decided}
        name="decided"
        error={null}
        value={filter.decided ?? ""}
        options={options(PIPELINE_ACTS, t.innovation.act)}
        on_change={(decided) => show({ decided })}
      />
      <Words key={[filter.words, filter.state, filter.item].join()} filter={filter} show={show} />
      {Object.keys(filter).length > 0 && (
        <Link to="/innovations" search={{}} hash="list">
          {t.innovation.show_all}
        </Link>
      )}
    </div>
  );
}

function Words({ filter, show }: { filter: InnovationFilter; show: (changed: Partial<Record<keyof InnovationFilter, string>>) => void }) {
  const t = useMessages();
  const [words, set_words] = useState(filter.words ?? "");
  const [state, set_state] = useState(filter.state ?? "");
  const [item, set_item] = useState(filter.item ?? "");
  return (
    <Form on_submit={() => show({ words, state: state.toUpperCase(), item: item.toUpperCase() })} error={null} fields={[]} button={t.innovation.show} busy={false}>
      <TextField label={t.innovation.filter_words} name="words" error={null} value={words} on_change={set_words} />
      <TextField label={t.innovation.filter_state} hint={t.innovation.state_hint} name="state" error={null} value={state} on_change={set_state} maxLength={2} />
      <TextField label={t.innovation.filter_item} hint={t.innovation.item_hint} name="item" error={null} value={item} on_change={set_item} maxLength={4} />
    </Form>
  );
}

function without_empty(filter: Record<string, string>): InnovationFilter {
  return Object.fromEntries(Object.entries(filter).filter(([, value]) => value)) as InnovationFilter;
}
