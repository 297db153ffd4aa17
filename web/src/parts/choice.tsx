// A drop-down menu of which one option holds, on React Aria's Select.
import { Button } from "react-aria-components/Button";
import { Label } from "react-aria-components/Label";
import { ListBox, ListBoxItem } from "react-aria-components/ListBox";
import { Popover } from "react-aria-components/Popover";
import { Select, SelectValue } from "react-aria-components/Select";
import type { ReactNode } from "react";
import "./choice.css";
import { CheckIcon, ChevronIcon } from "./icons";

interface ChoiceProps<Value extends string> {
  label: string;
  /** Only screen readers meet the label. */
  label_hidden?: boolean;
  /** What the button shows in place of the chosen option, which screen readers still meet. */
  face?: ReactNode;
  value: Value;
  options: readonly { value: Value; label: string }[];
  on_choose: (value: Value) => void;
}

export function Choice<Value extends string>({ label, label_hidden, face, value, options, on_choose }: ChoiceProps<Value>) {
  return (
    <Select
      className="choice"
      value={value}
      onChange={(key) => {
        const chosen = options.find((option) => option.value === key);
        if (chosen && chosen.value !== value) on_choose(chosen.value);
      }}
    >
      <Label className={label_hidden ? "only-read" : "choice-label"}>{label}</Label>
      <Button className="choice-button">
        {face && <span aria-hidden="true">{face}</span>}
        <SelectValue className={face ? "only-read" : "choice-value"} />
        <ChevronIcon />
      </Button>
      <Popover className="choice-popover" offset={4}>
        <ListBox className="choice-list">
          {options.map((option) => (
            <ListBoxItem key={option.value} id={option.value} textValue={option.label} className="choice-item">
              {({ isSelected }) => (
                <>
                  <span className="choice-check">{isSelected && <CheckIcon />}</span>
                  {option.label}
                </>
              )}
            </ListBoxItem>
          ))}
        </ListBox>
      </Popover>
    </Select>
  );
}
