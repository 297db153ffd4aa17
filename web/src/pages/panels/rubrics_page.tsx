// What panels score by: all rubrics, and for stewards the way to a new one.
import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { rubrics_query, useRubricWrite } from "../../api/panel_queries";
import type { Rubric } from "../../api/panel_types";
import { holds, useAccount } from "../../api/session";
import { useFormat } from "../../format/use_format";
import { useMessages } from "../../messages/messages";
import { Failure } from "../../parts/failure";
import { PageSkeleton } from "../../parts/page_skeleton";
import { usePageTitle } from "../../parts/page_title";
import "./panels.css";
import { EMPTY_RUBRIC, RubricForm } from "./rubric_form";

export function RubricsPage() {
  const t = useMessages();
  const account = useAccount();
  const { data, error, refetch } = useQuery(rubrics_query);
  usePageTitle(t.panels.rubrics);
  if (error) return <Failure error={error} on_retry={() => void refetch()} />;
  if (!data) return <PageSkeleton />;
  return (
    <div className="panels">
      <h1>{t.panels.rubrics}</h1>
      <p className="panels-intro">{t.panels.rubrics_intro}</p>
      {data.length === 0 ? <p>{t.panels.rubrics_none}</p> : <RubricTable rubrics={data} />}
      {holds(account, ["framework_steward"]) && <NewRubric />}
    </div>
  );
}

function RubricTable({ rubrics }: { rubrics: Rubric[] }) {
  const t = useMessages();
  const format = useFormat();
  return (
    <div className="table-scroll" role="group" aria-label={t.panels.rubrics} tabIndex={0}>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{t.panels.column_title}</th>
            <th scope="col">{t.panels.column_stage}</th>
            <th scope="col">{t.panels.column_state}</th>
            <th scope="col">{t.panels.column_criteria}</th>
          </tr>
        </thead>
        <tbody>
          {rubrics.map((rubric) => (
            <tr key={rubric.id}>
              <th scope="row">
                <Link to="/rubrics/$id" params={{ id: String(rubric.id) }}>
                  {rubric.title}
                </Link>
              </th>
              <td>{t.innovation.stage[rubric.stage]}</td>
              <td>{rubric.published === null ? t.panels.state.draft : t.panels.published_on(format.date(rubric.published.slice(0, 10)) ?? "")}</td>
              <td>{format.number(rubric.criteria.length)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function NewRubric() {
  const t = useMessages();
  const navigate = useNavigate();
  const write = useRubricWrite((made) => {
    if (made) void navigate({ to: "/rubrics/$id", params: { id: String(made.id) } });
  });
  return (
    <details className="act-form">
      <summary>{t.panels.new_rubric}</summary>
      <RubricForm
        content={EMPTY_RUBRIC}
        on_send={(content) => write.mutate({ path: "", body: content })}
        error={write.error}
        button={t.panels.save}
        busy={write.isPending}
      />
    </details>
  );
}
