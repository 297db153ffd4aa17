import { useState, type ReactNode } from "react";
import { useMessages } from "../../messages/messages";

/** A button behind which there is a form, made anew each time it is opened. */
export function Opened({ label, children }: { label: string; children: (close: () => void) => ReactNode }) {
  const t = useMessages();
  const [open, set_open] = useState(false);
  return (
    <>
      <p>
        <button type="button" className="button button-small" aria-expanded={open} onClick={() => set_open(!open)}>
          {open ? t.application.forms.cancel : label}
        </button>
      </p>
      {open && children(() => set_open(false))}
    </>
  );
}
