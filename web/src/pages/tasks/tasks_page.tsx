// Everything that waits for the one who is signed in.
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { doubt_count_query } from "../../api/identity_queries";
import { account_query, holds } from "../../api/session";
import { tasks_query, type Task } from "../../api/task_queries";
import { useFormat } from "../../format/use_format";
import type { Messages } from "../../messages/en";
import { useMessages } from "../../messages/messages";
import { Failure } from "../../parts/failure";
import { PageSkeleton } from "../../parts/page_skeleton";
import { usePageTitle } from "../../parts/page_title";
import { SignInFirst } from "../../parts/sign_in_first";
import { CURATORS } from "../identity/curators";
import "./tasks.css";

export function TasksPage() {
  const t = useMessages();
  usePageTitle(t.tasks.heading);
  const { data, error, refetch } = useQuery(account_query);
  if (error) return <Failure error={error} on_retry={() => void refetch()} />;
  if (!data) return <PageSkeleton />;
  return (
    <div className="page-narrow">
      <h1>{t.tasks.heading}</h1>
      {holds(data.account, CURATORS) && <DoubtsWaiting />}
      {data.account ? <OwnTasks /> : <SignInFirst from="/tasks" />}
    </div>
  );
}

/** Who is who among organisations is asked of curators as a whole, not pair by pair. */
function DoubtsWaiting() {
  const t = useMessages();
  const { data: total } = useQuery(doubt_count_query);
  if (!total) return null;
  return (
    <p>
      <Link to="/organisation-doubts">{t.identity.waiting(total)}</Link>
    </p>
  );
}

function OwnTasks() {
  const t = useMessages();
  const { data, error, refetch } = useQuery(tasks_query);
  if (error) return <Failure error={error} on_retry={() => void refetch()} />;
  if (!data) return <PageSkeleton />;
  if (data.length === 0) return <NothingWaits />;
  return (
    <>
      <p>{t.tasks.intro}</p>
      <ul className="tasks">
        {data.map((task) => (
          <TaskLine key={[task.kind, task.page, task.about].join(" ")} task={task} />
        ))}
      </ul>
    </>
  );
}

function NothingWaits() {
  const t = useMessages();
  return (
    <>
      <p>
        <strong>{t.tasks.none}</strong> {t.tasks.none_why}
      </p>
      <div className="button-row">
        <Link to="/innovations" className="button">
          {t.tasks.none_innovations}
        </Link>
        <Link to="/account" className="button">
          {t.tasks.none_roles}
        </Link>
      </div>
    </>
  );
}

function TaskLine({ task }: { task: Task }) {
  const t = useMessages();
  const format = useFormat();
  const [path = "", hash] = task.page.split("#");
  const { acts, needs } = words_of(task, t);
  return (
    <li>
      <h2>
        <Link to={path} {...(hash !== undefined && { hash })}>
          {t.tasks.kind[task.kind](task.about)}
        </Link>
      </h2>
      <p className="tasks-since">{t.tasks.since(format.date(task.since.slice(0, 10)) ?? "")}</p>
      {task.missing.length > 0 && (
        <p>
          {t.tasks.missing} {task.missing.map((need) => needs[need] ?? need).join(", ")}
        </p>
      )}
      {task.acts.length > 1 && (
        <p>
          {t.tasks.choices} {task.acts.map((act) => acts[act] ?? act).join(", ")}
        </p>
      )}
    </li>
  );
}

interface TaskWords {
  acts: Record<string, string>;
  needs: Record<string, string>;
}

/** Each part of the ecosystem has names of its own for what is done and what is needed. */
function words_of({ kind }: Task, t: Messages): TaskWords {
  switch (kind) {
    case "move_version":
    case "take_position":
      return { acts: t.framework.act, needs: t.framework.need };
    case "settle_amendment":
      return { acts: t.framework.amendment_act, needs: t.framework.need };
    case "begin_application":
    case "explain_items":
    case "move_application":
      return { acts: t.application.act, needs: t.application.need };
    case "prepare_case":
    case "decide_case":
    case "review_case":
      return { acts: t.mainstreaming.act, needs: t.mainstreaming.need };
    case "register_protocol":
      return { acts: t.pilot.protocol_act, needs: t.pilot.need };
    case "run_pilot":
    case "enter_pilot_data":
    case "evaluate_pilot":
      return { acts: t.pilot.act, needs: t.pilot.need };
    default:
      return { acts: t.innovation.act, needs: t.innovation.need };
  }
}
