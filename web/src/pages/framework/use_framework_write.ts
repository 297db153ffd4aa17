import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { WriteMethod } from "../../api/client";
import { useSend } from "../../api/session";

interface Write {
  method?: WriteMethod;
  path: string;
  body?: unknown;
}

/** Sends what changes the framework; all that is shown of it is read anew, also when the write was refused because somebody else was first. */
export function useFrameworkWrite<T = undefined>(on_done?: (answer: T) => void) {
  const send = useSend();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ method = "POST", path, body }: Write) => send<T>(method, `/api/v1/framework/${path}`, body),
    onSuccess: (answer) => on_done?.(answer),
    onSettled: () => queries.invalidateQueries({ queryKey: ["framework"] }),
  });
}
