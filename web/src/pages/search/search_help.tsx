import { Button } from "react-aria-components/Button";
import { Dialog, DialogTrigger } from "react-aria-components/Dialog";
import { Heading } from "react-aria-components/Heading";
import { Popover } from "react-aria-components/Popover";
import { useMessages } from "../../messages/messages";

/** The search language by examples, behind a small question mark. */
export function SearchHelp() {
  const t = useMessages();
  return (
    <DialogTrigger>
      <Button className="icon-button search-help-button" aria-label={t.search.help}>
        <span aria-hidden="true">?</span>
      </Button>
      <Popover className="popover" placement="bottom end">
        <Dialog className="search-help">
          <Heading slot="title" level={2}>
            {t.search.help}
          </Heading>
          <dl>
            {t.search.help_items.map(({ example, meaning }) => (
              <div key={example}>
                <dt>
                  <code>{example}</code>
                </dt>
                <dd>{meaning}</dd>
              </div>
            ))}
          </dl>
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
