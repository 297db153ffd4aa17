import { Button } from "react-aria-components/Button";
import { Dialog, DialogTrigger } from "react-aria-components/Dialog";
import { Heading } from "react-aria-components/Heading";
import { Modal, ModalOverlay } from "react-aria-components/Modal";
import { filter_count, type SearchState } from "../../address/search_address";
import type { Facet } from "../../api/types";
import { useMessages } from "../../messages/messages";
import { CloseIcon, FilterIcon } from "../../parts/icons";
import { FilterPanel } from "./filter_panel";
import type { Go } from "./search_page";

interface FilterSheetProps {
  state: SearchState;
  facets: Facet[];
  total: number;
  on_change: Go;
}

/** On a phone the filters are a sheet over the page; the chips stay on it. */
export function FilterSheet({ state, facets, total, on_change }: FilterSheetProps) {
  const t = useMessages();
  return (
    <DialogTrigger>
      <Button className="button filter-sheet-button">
        <FilterIcon />
        {t.search.filters_open(filter_count(state))}
      </Button>
      <ModalOverlay className="sheet-shade" isDismissable>
        <Modal className="sheet">
          <Dialog className="sheet-dialog">
            {({ close }) => (
              <>
                <div className="sheet-head">
                  <Heading slot="title" level={2}>
                    {t.search.filters}
                  </Heading>
                  <Button className="icon-button" aria-label={t.search.filters_close} onPress={close}>
                    <CloseIcon />
                  </Button>
                </div>
                <div className="sheet-body">
                  <FilterPanel state={state} facets={facets} on_change={on_change} />
                </div>
                <div className="sheet-foot">
                  <Button className="button button-strong" onPress={close}>
                    {t.search.filters_show(total)}
                  </Button>
                </div>
              </>
            )}
          </Dialog>
        </Modal>
      </ModalOverlay>
    </DialogTrigger>
  );
}
