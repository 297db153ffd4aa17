// Only some of those who were found.
import type { PartnerState } from "../../address/partner_address";
import type { Facet } from "../../api/types";
import { useMessages } from "../../messages/messages";
import { FacetValues } from "../search/facet_values";
import type { ChangePartners } from "./partners_page";

const SIZES = [1, 2, 5, 10, 50] as const;

interface PartnerFiltersProps {
  state: PartnerState;
  facets: Facet[];
  on_change: ChangePartners;
}

export function PartnerFilters({ state, facets, on_change }: PartnerFiltersProps) {
  const t = useMessages();
  const choose = (field: "from_country" | "of_type", values: string[]) => {
    const { [field]: _before, ...others } = state;
    on_change(values.length > 0 ? { ...others, [field]: values } : others);
  };
  const { only_newcomers, at_most, ...without } = state;
  const sized = (highest: number | undefined, newcomers: boolean | undefined) =>
    on_change({ ...without, ...(newcomers && { only_newcomers: true }), ...(highest !== undefined && { at_most: highest }) });
  const groups = [
    { facet: facets.find(({ name }) => name === "country"), legend: t.partners.country, field: "from_country", name: "country" },
    { facet: facets.find(({ name }) => name === "organisation_type"), legend: t.partners.type, field: "of_type", name: "organisation_type" },
  ] as const;
  return (
    <>
      <label className="partner-choice">
        <input type="checkbox" checked={only_newcomers ?? false} onChange={(event) => sized(at_most, event.target.checked)} />
        {t.partners.newcomers}
      </label>
      <div className="field">
        <label htmlFor="at-most">{t.partners.at_most}</label>
        <select id="at-most" value={at_most ?? ""} onChange={({ target }) => sized(target.value === "" ? undefined : Number(target.value), only_newcomers)}>
          <option value="">{t.partners.any}</option>
          {[...new Set([...SIZES, ...(at_most === undefined ? [] : [at_most])])].map((size) => (
            <option key={size} value={size}>
              {size}
            </option>
          ))}
        </select>
      </div>
      {groups.map(
        ({ facet, legend, field, name }) =>
          facet && (
            <fieldset key={name}>
              <legend>{legend}</legend>
              <FacetValues name={name} facet={facet} chosen={state[field] ?? []} on_choose={(values) => choose(field, values)} />
            </fieldset>
          ),
      )}
    </>
  );
}
