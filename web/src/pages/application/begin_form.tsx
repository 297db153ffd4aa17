import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import type { Application, ApplicationType } from "../../api/application_types";
import { APPLICATIONS_KEY } from "../../api/application_queries";
import { useSend } from "../../api/session";
import { useMessages } from "../../messages/messages";
import { Form, SelectField, TextField } from "../../parts/form";

const TYPES: readonly ApplicationType[] = ["strategy", "regulation", "practical_measure"];

interface BeginFormProps {
  version: string;
  /** Where it begins; whoever speaks for several states or for a region changes it. */
  code: string;
  type?: ApplicationType;
  /** The version whose application is continued. */
  carry_from?: string;
}

/** Begins an application, and goes to it. */
export function BeginForm({ version, code, type = "strategy", carry_from }: BeginFormProps) {
  const t = useMessages();
  const words = t.application.forms;
  const send = useSend();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const [place, set_place] = useState(code);
  const [kind, set_kind] = useState(type);
  const begin = useMutation({
    mutationFn: () =>
      send<Application>("POST", "/api/v1/applications", { code: place.trim().toUpperCase(), version, type: kind, ...(carry_from && { carry_from }) }),
    onSuccess: async (begun) => {
      await queries.invalidateQueries({ queryKey: APPLICATIONS_KEY });
      await navigate({ to: "/applications/$code/$number", params: { code: begun.code, number: begun.version } });
    },
  });
  return (
    <Form on_submit={() => begin.mutate()} error={begin.error} fields={["code", "type"]} button={words.begin} busy={begin.isPending}>
      {carry_from ? (
        <p>{words.begin_newer_why}</p>
      ) : (
        <TextField label={words.code} hint={words.begin_why} name="code" required error={begin.error} value={place} on_change={set_place} />
      )}
      <SelectField label={t.application.type_label} name="type" error={begin.error} value={kind} options={TYPES.map((value) => ({ value, label: t.application.type[value] }))} on_change={set_kind} />
    </Form>
  );
}
