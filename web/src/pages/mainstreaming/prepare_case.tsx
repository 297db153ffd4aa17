import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useCaseWrite } from "../../api/mainstreaming_queries";
import { useMessages } from "../../messages/messages";
import { TextField } from "../../parts/form";
import { CaseForm, EMPTY_CASE } from "./case_form";

interface PrepareCaseProps {
  innovation: number;
  /** Two letters that stand there first. */
  first_state: string;
}

/** The form that prepares a case, and then leads to it. */
export function PrepareCase({ innovation, first_state }: PrepareCaseProps) {
  const t = useMessages();
  const navigate = useNavigate();
  const [member_state, set_member_state] = useState(first_state);
  const write = useCaseWrite((made) => {
    if (made) void navigate({ to: "/mainstreaming/$id", params: { id: String(made.id) } });
  });
  return (
    <>
      <p>{t.mainstreaming.prepare_why}</p>
      <CaseForm
        content={EMPTY_CASE}
        on_send={(content) => write.mutate({ path: "", body: { innovation, member_state: member_state.trim().toUpperCase(), ...content } })}
        error={write.error}
        button={t.mainstreaming.prepare}
        busy={write.isPending}
      >
        <TextField
          label={t.mainstreaming.column_member_state}
          hint={t.mainstreaming.state_hint}
          name="member_state"
          error={write.error}
          value={member_state}
          on_change={set_member_state}
          maxLength={2}
          required
        />
      </CaseForm>
    </>
  );
}
