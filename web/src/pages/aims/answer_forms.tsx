// What a provider answers about what it does anew, and how many providers a state has.
import { useState } from "react";
import { useAimsWrite } from "../../api/aims_queries";
import { NOVELTY_SCOPES, OSLO_TYPES, type ImplementedInnovation, type ProviderAnswer } from "../../api/aims_types";
import { holds, useAccount } from "../../api/session";
import { useFormat } from "../../format/use_format";
import { useMessages } from "../../messages/messages";
import { Form, SelectField, TextField } from "../../parts/form";
import { SPEAKERS_OF_STATE, useMayAnswer } from "./may_answer";

export function AnswerForms({ state }: { state: string }) {
  const t = useMessages();
  const account = useAccount();
  const providers = useMayAnswer(state);
  const speaks_for_state = holds(account, SPEAKERS_OF_STATE, state);
  return (
    <>
      {providers.length > 0 && <NewAnswer providers={providers} />}
      {speaks_for_state && providers.length === 0 && <p>{t.aims.no_provider_yet}</p>}
      {speaks_for_state && <ScopeForm state={state} />}
    </>
  );
}

interface Filled {
  answered: string;
  learners: string;
  learners_reached: string;
  innovations: ImplementedInnovation[];
  source: string;
}

const EMPTY: Filled = { answered: "", learners: "", learners_reached: "", innovations: [], source: "" };
const number_or_null = (text: string) => (text === "" ? null : Number(text));

function body_of({ learners, learners_reached, ...filled }: Filled) {
  return { ...filled, learners: number_or_null(learners), learners_reached: number_or_null(learners_reached) };
}

function NewAnswer({ providers }: { providers: { id: number; name: string }[] }) {
  const t = useMessages();
  const [provider, set_provider] = useState(String(providers[0]!.id));
  const [filled, fill] = useState(EMPTY);
  const write = useAimsWrite(() => fill(EMPTY));
  const send = () => write.mutate({ path: `/providers/${provider}/answers`, body: body_of(filled) });
  return (
    <details className="act-form">
      <summary>{t.aims.record}</summary>
      <Form on_submit={send} error={write.error} fields={FIELDS} button={t.aims.do_record} busy={write.isPending}>
        <SelectField
          label={t.aims.provider}
          name="provider"
          error={write.error}
          value={provider}
          options={providers.map(({ id, name }) => ({ value: String(id), label: name }))}
          on_change={set_provider}
        />
        <TextField
          label={t.aims.answered}
          name="answered"
          error={write.error}
          value={filled.answered}
          on_change={(answered) => fill({ ...filled, answered })}
          type="date"
          required
        />
        <AnswerFields filled={filled} fill={fill} error={write.error} />
      </Form>
    </details>
  );
}

/** The answer of this day, as it was read. */
export function CorrectAnswer({ answer }: { answer: ProviderAnswer }) {
  const t = useMessages();
  const format = useFormat();
  const { provider, answered, innovations, source, revision } = answer;
  const [filled, fill] = useState<Filled>({
    answered,
    innovations,
    source,
    learners: answer.learners?.toString() ?? "",
    learners_reached: answer.learners_reached?.toString() ?? "",
  });
  const write = useAimsWrite();
  const send = () => write.mutate({ path: `/providers/${provider.id}/answers`, body: { ...body_of(filled), revision } });
  return (
    <details className="act-form">
      <summary>{t.aims.correct(provider.name, format.date(answered) ?? answered)}</summary>
      <Form on_submit={send} error={write.error} fields={FIELDS} button={t.aims.save} busy={write.isPending}>
        <AnswerFields filled={filled} fill={fill} error={write.error} />
      </Form>
    </details>
  );
}

const FIELDS = ["answered", "learners", "learners_reached", "source"];

function AnswerFields({ filled, fill, error }: { filled: Filled; fill: (filled: Filled) => void; error: unknown }) {
  const t = useMessages();
  const { innovations } = filled;
  const set_innovations = (changed: ImplementedInnovation[]) => fill({ ...filled, innovations: changed });
  return (
    <>
      {innovations.map((innovation, index) => (
        <InnovationFields
          key={index}
          number={index + 1}
          innovation={innovation}
          change={(changed) => set_innovations(innovations.map((one, at) => (at === index ? changed : one)))}
          remove={() => set_innovations(innovations.filter((_, at) => at !== index))}
        />
      ))}
      <p>
        {innovations.length === 0 && t.aims.without_innovation}{" "}
        <button
          type="button"
          className="button button-small"
          onClick={() => set_innovations([...innovations, { implemented: "", type: "product", novelty: "provider" }])}
        >
          {t.aims.add_innovation}
        </button>
      </p>
      <TextField
        label={t.aims.learners}
        hint={t.aims.learners_hint}
        name="learners"
        error={error}
        value={filled.learners}
        on_change={(learners) => fill({ ...filled, learners })}
        type="number"
        min={0}
      />
      <TextField
        label={t.aims.learners_reached}
        hint={t.aims.learners_hint}
        name="learners_reached"
        error={error}
        value={filled.learners_reached}
        on_change={(learners_reached) => fill({ ...filled, learners_reached })}
        type="number"
        min={0}
      />
      <TextField
        label={t.aims.known_from}
        name="source"
        error={error}
        value={filled.source}
        on_change={(source) => fill({ ...filled, source })}
        required
      />
    </>
  );
}

interface InnovationFieldsProps {
  number: number;
  innovation: ImplementedInnovation;
  change: (innovation: ImplementedInnovation) => void;
  remove: () => void;
}

function InnovationFields({ number, innovation, change, remove }: InnovationFieldsProps) {
  const t = useMessages();
  return (
    <fieldset>
      <legend>{t.aims.innovation_number(number)}</legend>
      <TextField
        label={t.aims.implemented}
        name="implemented"
        error={null}
        value={innovation.implemented}
        on_change={(implemented) => change({ ...innovation, implemented })}
        type="date"
        required
      />
      <SelectField
        label={t.aims.type}
        name="type"
        error={null}
        value={innovation.type}
        options={OSLO_TYPES.map((value) => ({ value, label: t.innovation.type[value] }))}
        on_change={(type) => change({ ...innovation, type })}
      />
      <SelectField
        label={t.aims.novelty}
        name="novelty"
        error={null}
        value={innovation.novelty}
        options={NOVELTY_SCOPES.map((value) => ({ value, label: t.innovation.novelty[value] }))}
        on_change={(novelty) => change({ ...innovation, novelty })}
      />
      <button type="button" className="button button-small" onClick={remove}>
        {t.aims.remove_innovation(number)}
      </button>
    </fieldset>
  );
}

function ScopeForm({ state }: { state: string }) {
  const t = useMessages();
  const [providers, set_providers] = useState("");
  const [day, set_day] = useState("");
  const [source, set_source] = useState("");
  const write = useAimsWrite();
  const { error } = write;
  const send = () => write.mutate({ path: `/aims/${state}/scope`, body: { providers: Number(providers), day, source } });
  return (
    <details className="act-form">
      <summary>{t.aims.say_scope}</summary>
      <Form on_submit={send} error={error} fields={["providers", "day", "source"]} button={t.aims.do_record} busy={write.isPending}>
        <TextField
          label={t.aims.providers_in_state}
          name="providers"
          error={error}
          value={providers}
          on_change={set_providers}
          type="number"
          min={0}
          required
        />
        <TextField label={t.aims.counted_on} name="day" error={error} value={day} on_change={set_day} type="date" required />
        <TextField label={t.aims.known_from} name="source" error={error} value={source} on_change={set_source} required />
      </Form>
    </details>
  );
}
