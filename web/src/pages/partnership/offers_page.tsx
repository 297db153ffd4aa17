// All offers and requests that are shown today, as far as the filters leave them.
import { useInfiniteQuery } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import type { OfferFilter } from "../../address/offer_address";
import { OFFER_KINDS, PARTNER_ROLES } from "../../api/partnership_types";
import { offers_query } from "../../api/partnership_queries";
import { useMessages } from "../../messages/messages";
import { Failure } from "../../parts/failure";
import { Form, SelectField, TextField } from "../../parts/form";
import { PageSkeleton } from "../../parts/page_skeleton";
import { usePageTitle } from "../../parts/page_title";
import { offers_route } from "../../router";
import { OfferLines } from "./offer_line";
import "./partnership.css";

export function OffersPage() {
  const t = useMessages();
  const filter = offers_route.useSearch();
  usePageTitle(t.partnership.offers);
  return (
    <div className="partnership">
      <h1>{t.partnership.offers}</h1>
      <p className="partnership-intro">{t.partnership.offers_intro}</p>
      <p className="offer-acts">
        <Link to="/partnership-desk" className="button">
          {t.partnership.desk}
        </Link>
        <Link to="/messages" className="button">
          {t.partnership.messages}
        </Link>
      </p>
      <OfferFilters key={JSON.stringify(filter)} filter={filter} />
      <OfferResults filter={filter} />
    </div>
  );
}

function OfferResults({ filter }: { filter: OfferFilter }) {
  const t = useMessages();
  const { data, error, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = useInfiniteQuery(offers_query(filter));
  if (error) return <Failure error={error} on_retry={() => void refetch()} />;
  if (!data) return <PageSkeleton />;
  const offers = data.pages.flatMap((page) => page.offers);
  const total = data.pages.at(-1)?.total ?? 0;
  const is_filtered = Object.keys(filter).length > 0;
  if (total === 0) {
    return (
      <p role="status">
        {is_filtered ? t.partnership.none_here : t.partnership.none}{" "}
        {is_filtered && (
          <Link to="/offers" search={{}}>
            {t.partnership.show_all}
          </Link>
        )}
      </p>
    );
  }
  return (
    <>
      <p role="status">{t.partnership.shown_of(offers.length, total)}</p>
      <OfferLines offers={offers} />
      {hasNextPage && (
        <button type="button" className="button" aria-disabled={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {t.partnership.more}
        </button>
      )}
    </>
  );
}

/** What is asked for stands in the address, so that a list can be shared. */
function OfferFilters({ filter }: { filter: OfferFilter }) {
  const t = useMessages();
  const words = t.partnership;
  const navigate = useNavigate();
  const [typed, set_typed] = useState({
    about: filter.about ?? "",
    offer_kind: filter.offer_kind ?? "",
    offer_role: filter.offer_role ?? "",
    offer_country: filter.offer_country ?? "",
    offer_programme: filter.offer_programme ?? "",
    offer_until: filter.offer_until ?? "",
  });
  const set = (name: keyof typeof typed) => (value: string) => set_typed((before) => ({ ...before, [name]: value }));
  const show = () => {
    const asked = { ...typed, offer_country: typed.offer_country.trim().toUpperCase() };
    const search = Object.fromEntries(Object.entries(asked).filter(([, value]) => value.trim() !== "")) as OfferFilter;
    void navigate({ to: "/offers", search });
  };
  const any = { value: "", label: words.any };
  return (
    <Form on_submit={show} error={null} fields={[]} button={words.filter} busy={false}>
      <div className="filter-row">
        <TextField label={words.about} hint={words.about_hint} name="about" error={null} value={typed.about} on_change={set("about")} />
        <SelectField
          label={words.kind}
          name="kind"
          error={null}
          value={typed.offer_kind as string}
          options={[any, ...OFFER_KINDS.map((value) => ({ value: value as string, label: words.kind_name[value] }))]}
          on_change={set("offer_kind")}
        />
        <SelectField
          label={words.role}
          name="role"
          error={null}
          value={typed.offer_role as string}
          options={[any, ...PARTNER_ROLES.map((value) => ({ value: value as string, label: words.role_name[value] }))]}
          on_change={set("offer_role")}
        />
        <TextField
          label={words.country}
          hint={words.country_hint}
          name="country"
          error={null}
          value={typed.offer_country}
          on_change={set("offer_country")}
          maxLength={2}
        />
        <TextField label={words.programme} name="programme" error={null} value={typed.offer_programme} on_change={set("offer_programme")} />
        <TextField label={words.until} name="until" error={null} value={typed.offer_until} on_change={set("offer_until")} type="date" />
      </div>
    </Form>
  );
}
