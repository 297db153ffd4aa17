import type { ReactNode } from "react";
import { OutsideIcon } from "./icons";
import "./outside_link.css";

/** A link out of Tributary, as a source published it: only to http and https, else shown as text. */
export function OutsideLink({ url, children }: { url: string; children?: ReactNode }) {
  const address = safe_address(url);
  if (address === null) return <span>{children ?? url}</span>;
  return (
    <a href={address} rel="noopener noreferrer external" className="outside-link">
      {children ?? readable(url)}
      <OutsideIcon />
    </a>
  );
}

/** "www.example.org" is published too; other schemes (javascript:, data:) are refused. Null where it is no address. */
export function safe_address(url: string): string | null {
  const text = url.trim();
  if (/^https?:\/\/[^\s/]/i.test(text)) return text;
  return /^[\p{L}\p{N}-]+(\.[\p{L}\p{N}-]+)+(\/\S*)?$/u.test(text) ? `http://${text}` : null;
}

function readable(url: string): string {
  return url.trim().replace(/^https?:\/\//i, "").replace(/\/$/, "");
}
