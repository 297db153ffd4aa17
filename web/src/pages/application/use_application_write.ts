import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { Application } from "../../api/application_types";
import { APPLICATIONS_KEY } from "../../api/application_queries";
import { ApiError, type WriteMethod } from "../../api/client";
import { useSend } from "../../api/session";

interface Write {
  method?: WriteMethod;
  path: string;
  body: object;
}

/**
 * Sends a change of an application with the revision that it had when the form was opened. Where somebody else was
 * first, that is told and the page shows what they wrote; who then sends once more has seen it.
 */
export function useApplicationWrite(application: Application, on_done: () => void) {
  const send = useSend();
  const queries = useQueryClient();
  const [seen, set_seen] = useState<number | null>(application.revision);
  return useMutation({
    mutationFn: ({ method = "POST", path, body }: Write) =>
      send<Application>(method, `/api/v1/applications/${encodeURIComponent(application.code)}/${path}`, {
        version: application.version,
        revision: seen ?? application.revision,
        ...body,
      }),
    onSuccess: on_done,
    onError: (error) => {
      if (error instanceof ApiError && error.status === 409) set_seen(null);
    },
    onSettled: () => queries.invalidateQueries({ queryKey: APPLICATIONS_KEY }),
  });
}
