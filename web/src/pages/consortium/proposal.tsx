import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { propose, type Entry } from "../../api/consortium_queries";
import type { Alternative, ConsortiumProposal, RuleSet } from "../../api/consortium_types";
import { useFormat } from "../../format/use_format";
import { useMessages } from "../../messages/messages";
import { Form, TextField } from "../../parts/form";
import { useTexts } from "./check_list";
import type { Consortium } from "./use_consortium";

interface ProposalSectionProps {
  consortium: Consortium;
  rules: RuleSet | undefined;
  /** Called when some are taken in, with words for it; `on_gone` where the proposal goes away with that. */
  on_taken: (what: string) => void;
  on_gone: (what: string) => void;
}

/** Whom of the candidates to ask, and who could step in. */
export function ProposalSection({ consortium, rules, on_taken, on_gone }: ProposalSectionProps) {
  const t = useMessages();
  const [places, set_places] = useState("");
  const { members, candidates } = consortium;
  const { mutate, data, error, isPending, reset } = useMutation({
    // The answer names candidates by their places in what was asked.
    mutationFn: async () => ({ asked: candidates, proposal: await propose(consortium.rules, members, candidates, places === "" ? null : Number(places)) }),
  });
  const take = (asked: Entry[], chosen: Alternative) => {
    const entry = asked[chosen.candidate];
    if (entry) consortium.edit(entry.key, { score: null, role: chosen.organisation.role ?? "partner" });
  };
  const take_one = (asked: Entry[], chosen: Alternative) => {
    const is_last = candidates.length === 1 && candidates[0]!.key === asked[chosen.candidate]?.key;
    take(asked, chosen);
    (is_last ? on_gone : on_taken)(t.consortium.taken_in(chosen.organisation.name));
  };
  const take_all = (asked: Entry[], chosen: Alternative[]) => {
    for (const one of chosen) take(asked, one);
    reset();
    on_gone(t.consortium.taken_in(chosen.map(({ organisation }) => organisation.name).join(", ")));
  };
  return (
    <section aria-labelledby="consortium-propose" aria-busy={isPending}>
      <h2 id="consortium-propose">{t.consortium.propose}</h2>
      <p className="consortium-intro">{t.consortium.propose_intro}</p>
      <Form on_submit={() => mutate()} error={error} fields={["places"]} button={t.consortium.do_propose} busy={isPending}>
        <TextField label={t.consortium.places} hint={t.consortium.places_hint} name="places" error={error} type="number" min={0} max={100} value={places} on_change={set_places} />
      </Form>
      {data && (
        <Proposed
          proposal={data.proposal}
          rules={rules}
          on_take={(chosen) => take_one(data.asked, chosen)}
          on_take_all={() => take_all(data.asked, data.proposal.places)}
        />
      )}
    </section>
  );
}

interface ProposedProps {
  proposal: ConsortiumProposal;
  rules: RuleSet | undefined;
  on_take: (chosen: Alternative) => void;
  on_take_all: () => void;
}

function Proposed({ proposal, rules, on_take, on_take_all }: ProposedProps) {
  const t = useMessages();
  const format = useFormat();
  const text = useTexts();
  const { state, score, bound, places, in_the_way } = proposal;
  if (state === "unknown") return <p role="status">{t.consortium.no_time}</p>;
  if (state === "impossible") {
    const in_words = in_the_way.map((id) => rules?.rules.find(({ rule }) => rule === id)).filter((rule) => rule !== undefined);
    return (
      <div role="status">
        <p>{t.consortium.impossible}</p>
        {in_words.length > 0 && <p>{t.consortium.in_the_way}</p>}
        <ul>
          {in_words.map((rule) => (
            <li key={rule.rule}>{text(rule.text)}</li>
          ))}
        </ul>
      </div>
    );
  }
  if (places.length === 0) return <p role="status">{t.consortium.nobody_needed}</p>;
  return (
    <>
      <p role="status">
        {t.consortium.proposed(places.length, format.decimal(score ?? 0, 2))}{" "}
        {state === "optimal" ? t.consortium.is_best : t.consortium.could_be_better(format.decimal(bound ?? 0, 2))}
      </p>
      <ol className="consortium-places">
        {places.map((place) => (
          <li key={place.candidate}>
            <Chosen chosen={place} on_take={on_take} />
            {place.alternatives.length > 0 ? (
              <>
                <p className="consortium-reason">{t.consortium.or_instead}</p>
                <ul>
                  {place.alternatives.map((other) => (
                    <li key={other.candidate}>
                      <Chosen chosen={{ ...other, organisation: { ...other.organisation, role: place.organisation.role } }} on_take={on_take} />
                    </li>
                  ))}
                </ul>
              </>
            ) : (
              <p className="consortium-reason">{state === "optimal" ? t.consortium.nobody_instead : t.consortium.instead_unknown}</p>
            )}
          </li>
        ))}
      </ol>
      <p>
        <button type="button" className="button button-strong" onClick={on_take_all}>
          {t.consortium.take_all}
        </button>
      </p>
    </>
  );
}

function Chosen({ chosen, on_take }: { chosen: Alternative; on_take: (chosen: Alternative) => void }) {
  const t = useMessages();
  const format = useFormat();
  const { name, country, role } = chosen.organisation;
  const facts = [country && format.country(country), role && t.role[role], format.decimal(chosen.score, 2)].filter(Boolean).join(" · ");
  return (
    <span>
      <strong>{name}</strong> <span className="missing">{facts}</span>{" "}
      <button type="button" className="button button-small" aria-label={t.consortium.take_in(name)} onClick={() => on_take(chosen)}>
        {t.consortium.take_in_short}
      </button>
    </span>
  );
}
