import "@fontsource-variable/source-sans-3/wght.css";
import "./design/tokens.css";
import "./design/base.css";
import { QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { new_query_client } from "./api/queries";
import { load_messages, preferred_language } from "./messages/messages";
import { Tongues } from "./messages/tongues";
import { new_router } from "./router";

async function start(root: HTMLElement): Promise<void> {
  const queries = new_query_client();
  const router = new_router(queries);
  const language = preferred_language();
  // The server's own text stays on the page until the first real one can be drawn.
  const [messages] = await Promise.all([load_messages(language), router.load()]);
  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={queries}>
        <Tongues first={{ language, messages }}>
          <RouterProvider router={router} />
        </Tongues>
      </QueryClientProvider>
    </StrictMode>,
  );
}

const root = document.getElementById("root");
if (root) void start(root);
