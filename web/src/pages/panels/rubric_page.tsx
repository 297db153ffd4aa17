// One rubric: what each score means; while it is a draft its stewards change and publish it.
import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { ApiError } from "../../api/client";
import { rubric_query, useRubricWrite } from "../../api/panel_queries";
import type { Rubric } from "../../api/panel_types";
import { holds, useAccount } from "../../api/session";
import { useFormat } from "../../format/use_format";
import { useMessages } from "../../messages/messages";
import { Failure } from "../../parts/failure";
import { Refusal } from "../../parts/form";
import { PageSkeleton } from "../../parts/page_skeleton";
import { usePageTitle } from "../../parts/page_title";
import { rubric_route } from "../../router";
import { criterion_name } from "../innovations/criterion_name";
import { NotFoundPage } from "../not_found";
import "./panels.css";
import { RubricForm } from "./rubric_form";

export function RubricPage() {
  const { id } = rubric_route.useParams();
  const { data, error, refetch } = useQuery(rubric_query(id));
  usePageTitle(data?.title);
  if (error instanceof ApiError && error.status === 404) return <NotFoundPage />;
  if (error) return <Failure error={error} on_retry={() => void refetch()} />;
  return data ? <RubricDetails rubric={data} /> : <PageSkeleton />;
}

function RubricDetails({ rubric }: { rubric: Rubric }) {
  const t = useMessages();
  const format = useFormat();
  const account = useAccount();
  return (
    <article className="panels">
      <h1>{rubric.title}</h1>
      <p className="rubric-head">
        <span>{rubric.published === null ? t.panels.state.draft : t.panels.published_on(format.date(rubric.published.slice(0, 10)) ?? "")}</span>
        <span>{t.panels.round(t.innovation.stage[rubric.stage])}</span>
        <Link to="/rubrics">{t.panels.all_rubrics}</Link>
        {rubric.state === "published" && (
          <Link to="/rubrics/$id/ranking" params={{ id: String(rubric.id) }} search={{}}>
            {t.panels.ranking}
          </Link>
        )}
      </p>
      <p>{t.innovation.gate_asks(rubric.required_assessments, rubric.must_meet_score, rubric.threshold_hundredths / 100)}</p>
      <CriteriaTable rubric={rubric} />
      {holds(account, ["framework_steward"]) && <Stewardship key={rubric.revision} rubric={rubric} />}
    </article>
  );
}

function CriteriaTable({ rubric }: { rubric: Rubric }) {
  const t = useMessages();
  return (
    <section aria-labelledby="criteria">
      <h2 id="criteria">{t.panels.criteria_heading}</h2>
      <div className="table-scroll" role="group" aria-labelledby="criteria" tabIndex={0}>
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{t.panels.criterion}</th>
              <th scope="col">{t.innovation.weight}</th>
              {[0, 1, 2, 3, 4].map((score) => (
                <th scope="col" key={score}>
                  {score}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rubric.criteria.map((criterion) => (
              <tr key={criterion.name}>
                <th scope="row">
                  {criterion_name(criterion.name, t.innovation)}
                  <p className="field-hint">{criterion.question}</p>
                </th>
                <td>{criterion.must_be_met ? t.innovation.must_be_met : criterion.weight}</td>
                {criterion.anchors.map((anchor, score) => (
                  <td key={score}>{anchor || "–"}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function Stewardship({ rubric }: { rubric: Rubric }) {
  const t = useMessages();
  const navigate = useNavigate();
  const draft = useRubricWrite((made) => {
    if (made) void navigate({ to: "/rubrics/$id", params: { id: String(made.id) } });
  });
  const edit = useRubricWrite();
  const publish = useRubricWrite();
  if (rubric.state === "published") {
    return (
      <details className="act-form">
        <summary>{t.panels.new_version}</summary>
        <RubricForm content={rubric} on_send={(content) => draft.mutate({ path: "", body: content })} error={draft.error} button={t.panels.save} busy={draft.isPending} />
      </details>
    );
  }
  return (
    <>
      <details className="act-form">
        <summary>{t.panels.edit}</summary>
        <RubricForm
          content={rubric}
          on_send={(content) => edit.mutate({ method: "PUT", path: `/${rubric.id}`, body: { revision: rubric.revision, ...content } })}
          error={edit.error}
          button={t.panels.save}
          busy={edit.isPending}
        />
      </details>
      <p>{t.panels.publish_why}</p>
      <button
        type="button"
        className="button button-strong"
        onClick={() => publish.mutate({ path: `/${rubric.id}/publication`, body: { revision: rubric.revision } })}
      >
        {t.panels.publish}
      </button>
      <Refusal error={publish.error} />
    </>
  );
}
