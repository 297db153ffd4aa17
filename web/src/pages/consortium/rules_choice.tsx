import type { ConsortiumRules, RuleSet } from "../../api/consortium_types";
import { useMessages } from "../../messages/messages";
import { SelectField } from "../../parts/form";
import { OutsideLink } from "../../parts/outside_link";
import { useTexts } from "./check_list";

interface RulesChoiceProps {
  all: ConsortiumRules;
  chosen: RuleSet | undefined;
  on_choose: (name: string) => void;
}

/** Which call's rules hold, and where they stand. */
export function RulesChoice({ all, chosen, on_choose }: RulesChoiceProps) {
  const t = useMessages();
  const text = useTexts();
  const options = all.rule_sets.map(({ name, programme, title }) => ({ value: name, label: `${programme}: ${text(title)}` }));
  if (!chosen) options.unshift({ value: "", label: t.consortium.choose_rules });
  return (
    <section aria-labelledby="consortium-rules">
      <h2 id="consortium-rules">{t.consortium.rules}</h2>
      <SelectField label={t.consortium.call} name="rules" error={null} value={chosen?.name ?? ""} options={options} on_change={on_choose} />
      {chosen && (
        <p className="consortium-reason">
          {t.consortium.source}{" "}
          {chosen.sources.map(({ document, year, part, address }, place) => (
            <span key={document}>
              {place > 0 && "; "}
              {address ? <OutsideLink url={address}>{document}</OutsideLink> : document} {year}, {part}
            </span>
          ))}
        </p>
      )}
    </section>
  );
}
