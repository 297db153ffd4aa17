#include <fmt/format.h>

#include "cli/commands/commands.h"
#include "cli/exit_code.h"
#include "store/catalogue_store.h"

namespace tributary::cli {

Result<int> digest_command(const DigestOptions& options) {
  const auto data = TRY(options.common.data());
  auto store = TRY(store::CatalogueStore::open(data.database()));
  const auto digest = TRY(store.content_digest());
  if (options.common.json) {
    fmt::print("{{\"digest\":\"{}\"}}\n", digest);
  } else {
    fmt::print("{}\n", digest);
  }
  return kSuccess;
}

}  // namespace tributary::cli
