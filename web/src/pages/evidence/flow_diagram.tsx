import type { ArmFlow, Pilot } from "../../api/pilot_types";
import { useFormat } from "../../format/use_format";
import { useMessages } from "../../messages/messages";
import { useNarrow } from "../../parts/use_narrow";
import { FlowForm } from "./flow_form";
import { Picture } from "./picture";

const STEPS = ["assigned", "started", "measured", "analysed"] as const;
const WIDE = { width: 220, height: 44, gap: 28, indent: 12 };
const NARROW = { width: 156, height: 40, gap: 16, indent: 6 };
type Box = typeof WIDE;

/** How many learners of each group are still there at each step: a picture, and the same as a table. */
export function FlowDiagram({ pilot }: { pilot: Pilot }) {
  const t = useMessages();
  const format = useFormat();
  const { flow } = pilot;
  return (
    <section aria-labelledby="flow">
      <h2 id="flow">{t.pilot.flow}</h2>
      {flow.length === 0 ? (
        <p>{t.pilot.flow_none}</p>
      ) : (
        <>
          <FlowPicture flow={flow} />
          <details>
            <summary>{t.pilot.as_table}</summary>
            <div className="table-scroll" role="group" aria-labelledby="flow" tabIndex={0}>
              <table className="table">
                <thead>
                  <tr>
                    <th scope="col">{t.pilot.column_arm}</th>
                    {STEPS.map((step) => (
                      <th key={step} scope="col">
                        {t.pilot.flow_step[step]}
                      </th>
                    ))}
                    <th scope="col">{t.pilot.attrition}</th>
                  </tr>
                </thead>
                <tbody>
                  {flow.map((arm) => (
                    <tr key={arm.arm}>
                      <th scope="row">{t.pilot.arm[arm.arm]}</th>
                      {STEPS.map((step) => (
                        <td key={step}>{arm[step] === null ? t.pilot.left_out : format.number(arm[step])}</td>
                      ))}
                      <td>{arm.attrition === null ? t.pilot.left_out : format.percent(arm.attrition)}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
          </details>
        </>
      )}
      <FlowForm key={pilot.revision} pilot={pilot} />
    </section>
  );
}

/** Arm beside arm, step below step. */
export function FlowPicture({ flow }: { flow: ArmFlow[] }) {
  const t = useMessages();
  const format = useFormat();
  const shown = (learners: number | null) => (learners === null ? "–" : format.number(learners));
  const box = useNarrow() ? NARROW : WIDE;
  const width = flow.length * (box.width + box.gap) - box.gap;
  return (
    <Picture className="flow" label={t.pilot.flow} width={width} height={26 + STEPS.length * (box.height + box.gap) - box.gap}>
      {flow.map((arm, column) => (
        <FlowArm key={arm.arm} arm={arm} x={column * (box.width + box.gap)} box={box} shown={shown} />
      ))}
    </Picture>
  );
}

function FlowArm({ arm, x, box, shown }: { arm: ArmFlow; x: number; box: Box; shown: (learners: number | null) => string }) {
  const t = useMessages();
  return (
    <g>
      <text x={x} y={16} className="flow-arm">
        {t.pilot.arm[arm.arm]}
      </text>
      {STEPS.map((step, row) => {
        const y = 24 + row * (box.height + box.gap);
        return (
          <g key={step}>
            <rect className="flow-box" x={x + 1} y={y} width={box.width - 2} height={box.height} rx={4} />
            <text x={x + box.indent} y={y + box.height / 2 + 5}>
              {t.pilot.flow_step[step]}: {shown(arm[step])}
            </text>
            {row > 0 && <path className="flow-arrow" d={`M${x + box.width / 2} ${y - box.gap}V${y - 2}`} />}
          </g>
        );
      })}
    </g>
  );
}
