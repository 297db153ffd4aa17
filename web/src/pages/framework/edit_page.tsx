// The text of a draft, changed item by item and kept as a whole.
import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { ApiError } from "../../api/client";
import { framework_query } from "../../api/queries";
import type { FrameworkItem, FrameworkVersion } from "../../api/types";
import { useMessages } from "../../messages/messages";
import { Failure } from "../../parts/failure";
import { Form, TextField } from "../../parts/form";
import { PageSkeleton } from "../../parts/page_skeleton";
import { usePageTitle } from "../../parts/page_title";
import { framework_edit_route } from "../../router";
import { NotFoundPage } from "../not_found";
import { EditItem } from "./edit_item";
import "./framework.css";
import { new_item } from "./new_item";
import { useFrameworkWrite } from "./use_framework_write";

export function EditPage() {
  const { number } = framework_edit_route.useParams();
  const { data, error, refetch } = useQuery(framework_query(number));
  const t = useMessages();
  usePageTitle(t.framework.edit(number));
  if (error instanceof ApiError && error.status === 404) return <NotFoundPage />;
  if (error) return <Failure error={error} on_retry={() => void refetch()} />;
  if (!data) return <PageSkeleton />;
  return data.state === "draft" ? <Editor version={data} /> : <NoDraft version={data} />;
}

function NoDraft({ version }: { version: FrameworkVersion }) {
  const t = useMessages();
  return (
    <div className="page-narrow">
      <h1>{t.framework.edit(version.number)}</h1>
      <p>{t.framework.no_draft}</p>
      <p>
        <Link to="/framework/$number" params={{ number: version.number }} className="button">
          {t.framework.version(version.number)}
        </Link>
      </p>
    </div>
  );
}

/** What was typed stays when the server refuses it, also when somebody else changed the draft meanwhile. */
function Editor({ version }: { version: FrameworkVersion }) {
  const t = useMessages();
  const navigate = useNavigate();
  const [revision] = useState(version.revision);
  const [title, set_title] = useState(version.title);
  const [items, set_items] = useState(version.items);
  const save = useFrameworkWrite<FrameworkVersion>(() => void navigate({ to: "/framework/$number", params: { number: version.number } }));
  const submit = () =>
    save.mutate({
      method: "PUT",
      path: `versions/${version.number}`,
      body: { revision, title, items: items.map((item) => ({ ...item, levels: item.levels.map(({ text }) => text) })) },
    });
  const replace = (at: number, item: FrameworkItem) => set_items(items.map((one, index) => (index === at ? item : one)));
  return (
    <article className="framework">
      <h1>{t.framework.edit(version.number)}</h1>
      <Form on_submit={submit} error={save.error} fields={["title"]} button={t.framework.save_draft} busy={save.isPending}>
        <TextField label={t.framework.column_title} name="title" required error={save.error} value={title} on_change={set_title} />
        {items.map((item, at) => (
          <EditItem
            key={at}
            item={item}
            path={`items[${at}]`}
            error={save.error}
            on_change={(changed) => replace(at, changed)}
            on_remove={() => set_items(items.filter((_, index) => index !== at))}
          />
        ))}
        <p className="button-row">
          {(["element", "principle"] as const).map((kind) => (
            <button key={kind} type="button" className="button" onClick={() => set_items([...items, new_item(kind, items)])}>
              {t.framework.add_item[kind]}
            </button>
          ))}
        </p>
      </Form>
    </article>
  );
}
