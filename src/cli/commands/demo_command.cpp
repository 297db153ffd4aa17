#include <fmt/format.h>

#include "app/build_index.h"
#include "app/demonstration/demonstration.h"
#include "cli/commands/commands.h"
#include "cli/exit_code.h"
#include "cli/terminal.h"

namespace tributary::cli {

Result<int> demo_command(const DemoOptions& options) {
  const SystemClock clock;
  const auto data = TRY(options.common.data());
  TRY(data.prepare());
  auto store = TRY(store::CatalogueStore::open(data.database()));
  const auto added = TRY(app::fill_demonstration(store, clock));
  if (!TRY(app::index_is_current(data, store))) TRY(app::build_index(data, store, {}));
  if (options.common.json) {
    fmt::print("{{\"new\":{}}}\n", added);
  } else if (added > 0) {
    fmt::print("{} demonstration projects; they leave when real data is imported.\n",
               grouped(added));
  } else {
    fmt::print("The catalogue is not empty: nothing was added.\n");
  }
  return kSuccess;
}

}  // namespace tributary::cli
