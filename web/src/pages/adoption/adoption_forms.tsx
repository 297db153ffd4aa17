// What the officer of a state's national agency writes down, and representatives for their own organisation.
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { providers_query, useAdoptionWrite } from "../../api/adoption_queries";
import { FIDELITIES, type AdoptionRecord, type Fidelity, type Provider } from "../../api/adoption_types";
import { useAccount } from "../../api/session";
import { useMessages } from "../../messages/messages";
import { Form, SelectField, TextField } from "../../parts/form";

export function AdoptionForms({ innovation }: { innovation: number }) {
  const account = useAccount();
  const { data: list } = useQuery(providers_query);
  const scopes = (role: string) => account?.grants.filter((grant) => grant.role === role).map(({ scope }) => scope) ?? [];
  const states = scopes("national_agency_officer");
  const organisations = scopes("organisation_representative");
  const mine = (list?.providers ?? []).filter(
    ({ member_state, organisation }) => states.includes(member_state) || organisations.some((id) => organisation?.startsWith(`${id}-`)),
  );
  return (
    <>
      {mine.length > 0 && <RecordForm innovation={innovation} providers={mine} />}
      {mine.length > 0 && <ReplyForm innovation={innovation} providers={mine} />}
      {states.length > 0 && <ProviderForm states={states} />}
    </>
  );
}

interface OfProviders {
  innovation: number;
  /** For which the reader may write, at least one. */
  providers: Provider[];
}

const named = (providers: Provider[]) =>
  providers.map(({ id, name, member_state }) => ({ value: String(id), label: `${name} (${member_state})` }));

function useFidelityOptions() {
  const t = useMessages();
  return [
    { value: "" as Fidelity | "", label: t.adoption.not_looked },
    ...FIDELITIES.map((value) => ({ value, label: t.adoption.fidelity[value] })),
  ];
}

function RecordForm({ innovation, providers }: OfProviders) {
  const t = useMessages();
  const fidelities = useFidelityOptions();
  const [provider, set_provider] = useState(String(providers[0]!.id));
  const [adopted, set_adopted] = useState("");
  const [fidelity, set_fidelity] = useState<Fidelity | "">("");
  const [source, set_source] = useState("");
  const write = useAdoptionWrite();
  const { error } = write;
  const send = () =>
    write.mutate({
      path: `/innovations/${innovation}/adoption`,
      body: { provider: Number(provider), adopted, fidelity: fidelity || null, source },
    });
  return (
    <details className="act-form">
      <summary>{t.adoption.record}</summary>
      <Form on_submit={send} error={error} fields={["adopted", "source"]} button={t.adoption.do_record} busy={write.isPending}>
        <SelectField label={t.adoption.provider} name="provider" error={error} value={provider} options={named(providers)} on_change={set_provider} />
        <TextField label={t.adoption.since} name="adopted" error={error} value={adopted} on_change={set_adopted} type="date" required />
        <SelectField label={t.adoption.column_fidelity} name="fidelity" error={error} value={fidelity} options={fidelities} on_change={set_fidelity} />
        <TextField label={t.adoption.known_from} name="source" error={error} value={source} on_change={set_source} required />
      </Form>
    </details>
  );
}

function ReplyForm({ innovation, providers }: OfProviders) {
  const t = useMessages();
  const [provider, set_provider] = useState(String(providers[0]!.id));
  const [day, set_day] = useState("");
  const [source, set_source] = useState("");
  const write = useAdoptionWrite();
  const { error } = write;
  const send = () =>
    write.mutate({ path: `/innovations/${innovation}/adoption/replies`, body: { provider: Number(provider), day, source } });
  return (
    <details className="act-form">
      <summary>{t.adoption.reply}</summary>
      <Form on_submit={send} error={error} fields={["day", "source"]} button={t.adoption.do_record} busy={write.isPending}>
        <SelectField label={t.adoption.provider} name="provider" error={error} value={provider} options={named(providers)} on_change={set_provider} />
        <TextField label={t.adoption.asked_on} name="day" error={error} value={day} on_change={set_day} type="date" required />
        <TextField label={t.adoption.known_from} name="source" error={error} value={source} on_change={set_source} required />
      </Form>
    </details>
  );
}

function ProviderForm({ states }: { states: string[] }) {
  const t = useMessages();
  const [name, set_name] = useState("");
  const [member_state, set_member_state] = useState(states[0]!);
  const [learners, set_learners] = useState("");
  const write = useAdoptionWrite(() => set_name(""));
  const { error } = write;
  const send = () =>
    write.mutate({ path: "/providers", body: { name, member_state, learners: learners === "" ? null : Number(learners) } });
  return (
    <details className="act-form">
      <summary>{t.adoption.add_provider}</summary>
      <Form on_submit={send} error={error} fields={["name", "learners"]} button={t.adoption.do_add} busy={write.isPending}>
        <TextField label={t.adoption.provider_name} name="name" error={error} value={name} on_change={set_name} required />
        <SelectField
          label={t.adoption.column_state}
          name="member_state"
          error={error}
          value={member_state}
          options={states.map((value) => ({ value, label: value }))}
          on_change={set_member_state}
        />
        <TextField
          label={t.adoption.learners}
          hint={t.adoption.learners_hint}
          name="learners"
          error={error}
          value={learners}
          on_change={set_learners}
          type="number"
          min={0}
        />
      </Form>
    </details>
  );
}

/** Whether it is still used, how closely, and where that is known from. */
export function CorrectForm({ record }: { record: AdoptionRecord }) {
  const t = useMessages();
  const fidelities = useFidelityOptions();
  const [stopped, set_stopped] = useState(record.stopped ?? "");
  const [fidelity, set_fidelity] = useState<Fidelity | "">(record.fidelity ?? "");
  const [source, set_source] = useState(record.source);
  const write = useAdoptionWrite();
  const { error } = write;
  const send = () =>
    write.mutate({
      method: "PUT",
      path: `/adoption/${record.id}`,
      body: { revision: record.revision, stopped: stopped || null, fidelity: fidelity || null, source },
    });
  return (
    <details className="act-form">
      <summary>{t.adoption.correct(record.provider.name)}</summary>
      <Form on_submit={send} error={error} fields={["source"]} button={t.adoption.save} busy={write.isPending}>
        <TextField
          label={t.adoption.stopped}
          hint={t.adoption.stopped_hint}
          name="stopped"
          error={error}
          value={stopped}
          on_change={set_stopped}
          type="date"
        />
        <SelectField label={t.adoption.column_fidelity} name="fidelity" error={error} value={fidelity} options={fidelities} on_change={set_fidelity} />
        <TextField label={t.adoption.known_from} name="source" error={error} value={source} on_change={set_source} required />
      </Form>
    </details>
  );
}
