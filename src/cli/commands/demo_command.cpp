#include <fmt/format.h>

#include "app/build_index.h"
#include "app/demonstration/demonstration.h"
#include "app/demonstration/ecosystem/demonstration_ecosystem.h"
#include "cli/commands/commands.h"
#include "cli/exit_code.h"
#include "cli/terminal.h"

namespace tributary::cli {
namespace {

void print_catalogue(std::uint64_t added) {
  if (added > 0) {
    fmt::print("{} demonstration projects; they leave when real data is imported.\n",
               grouped(added));
  } else {
    fmt::print("The catalogue is not empty: nothing was added.\n");
  }
}

void print_ecosystem(const app::DemonstrationEcosystem& filled, const DemoOptions& options) {
  fmt::print("{}\n", filled.is_new
                         ? "A demonstration ecosystem, whose people are:"
                         : "The demonstration ecosystem is there already. Its people are:");
  for (const auto& member : filled.members) {
    fmt::print("  {:<44} {}\n", member.mail(), member.name);
  }
  const auto where = options.common.database.empty()
                         ? fmt::format("--data-dir {}", options.common.data_dir.string())
                         : std::string("with the same --data-dir and --database");
  fmt::print("To sign in as one of them, once and within a day: tributary account link MAIL {}\n",
             where);
}

}  // namespace

Result<int> demo_command(const DemoOptions& options) {
  const SystemClock clock;
  const auto data = TRY(options.common.data());
  TRY(data.prepare());
  auto store = TRY(store::CatalogueStore::open(data.database()));
  const auto added = TRY(app::fill_demonstration(store, clock));
  app::DemonstrationEcosystem filled;
  if (options.ecosystem) filled = TRY(app::fill_demonstration_ecosystem(data, clock));
  if (!TRY(app::index_is_current(data, store))) TRY(app::build_index(data, store, {}));
  if (options.common.json) {
    fmt::print("{{\"new\":{}}}\n", added);
    return kSuccess;
  }
  print_catalogue(added);
  if (options.ecosystem) print_ecosystem(filled, options);
  return kSuccess;
}

}  // namespace tributary::cli
