import { useState } from "react";
import { useMessages } from "../messages/messages";
import { Choice } from "../parts/choice";
import { ThemeIcon } from "../parts/icons";

type Theme = "system" | "light" | "dark";
const STORAGE_KEY = "tributary.theme"; // also read by public/theme.js, before the first paint

export function ThemeChoice() {
  const t = useMessages();
  const [theme, set_theme] = useState<Theme>(chosen_theme);
  return (
    <Choice<Theme>
      label={t.frame.theme}
      label_hidden
      face={<ThemeIcon />}
      value={theme}
      options={[
        { value: "system", label: t.frame.theme_system },
        { value: "light", label: t.frame.theme_light },
        { value: "dark", label: t.frame.theme_dark },
      ]}
      on_choose={(next) => {
        apply_theme(next);
        set_theme(next);
      }}
    />
  );
}

function chosen_theme(): Theme {
  const theme = document.documentElement.dataset["theme"];
  return theme === "light" || theme === "dark" ? theme : "system";
}

function apply_theme(theme: Theme): void {
  if (theme === "system") delete document.documentElement.dataset["theme"];
  else document.documentElement.dataset["theme"] = theme;
  try {
    if (theme === "system") localStorage.removeItem(STORAGE_KEY);
    else localStorage.setItem(STORAGE_KEY, theme);
  } catch {
    // Storage is switched off: the choice holds until the page is left.
  }
}
