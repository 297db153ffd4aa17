// What counts, and how much: each move shows its effect at once.
import { useEffect, useId, useState } from "react";
import { can_count, USUAL_WEIGHTS, WEIGHT_NAMES, type PartnerState } from "../../address/partner_address";
import { useMessages } from "../../messages/messages";
import type { ChangePartners } from "./partners_page";

const USUAL_DAMPING = 0;
const USUAL_HALF_LIFE = 6;

export function PartnerWeighing({ state, on_change }: { state: PartnerState; on_change: ChangePartners }) {
  const t = useMessages();
  const weights = state.weigh ?? USUAL_WEIGHTS;
  const is_moved = state.weigh !== undefined || state.damping !== undefined || state.half_life !== undefined;
  const change = (changed: PartnerState) => {
    on_change(changed);
    return true;
  };
  const usual = () => {
    const { weigh: _weigh, damping: _damping, half_life: _half_life, ...others } = state;
    on_change(others);
  };
  return (
    <>
      {WEIGHT_NAMES.map((name) => (
        <Slider
          key={name}
          label={t.partners.weight[name] ?? name}
          value={weights[name]}
          highest={100}
          on_change={(value) => {
            const moved = { ...weights, [name]: value };
            // Where nothing counts there is no question: the last one stays.
            if (!can_count(state, moved)) return false;
            on_change({ ...state, weigh: moved });
            return true;
          }}
        />
      ))}
      <Slider label={t.partners.damping} value={state.damping ?? USUAL_DAMPING} highest={100} on_change={(damping) => change({ ...state, damping })} />
      <Slider label={t.partners.half_life} value={state.half_life ?? USUAL_HALF_LIFE} lowest={1} highest={20} on_change={(half_life) => change({ ...state, half_life })} />
      {is_moved && (
        <button type="button" className="link-button" onClick={usual}>
          {t.partners.usual}
        </button>
      )}
      <details className="partners-formula">
        <summary>{t.partners.formula}</summary>
        {t.partners.formula_text.map((paragraph) => (
          <p key={paragraph}>{paragraph}</p>
        ))}
      </details>
    </>
  );
}

interface SliderProps {
  label: string;
  value: number;
  lowest?: number;
  highest: number;
  /** False: the value is not taken. */
  on_change: (value: number) => boolean;
}

/** Moves at once, asks when it has come to rest; springs back where the value is not taken. */
function Slider({ label, value, lowest = 0, highest, on_change }: SliderProps) {
  const id = useId();
  const [moving, set_moving] = useState(value);
  useEffect(() => set_moving(value), [value]);
  const settle = () => {
    if (moving !== value && !on_change(moving)) set_moving(value);
  };
  return (
    <div className="partner-weight">
      <label htmlFor={id}>{label}</label>
      <output htmlFor={id}>{moving}</output>
      <input
        id={id}
        type="range"
        min={lowest}
        max={highest}
        value={moving}
        onChange={(event) => set_moving(Number(event.target.value))}
        onPointerUp={settle}
        onKeyUp={settle}
        onBlur={settle}
      />
    </div>
  );
}
