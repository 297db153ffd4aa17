#include "cli/commands/commands.h"

namespace tributary::cli {

Result<app::DataDirectory> Common::data() const {
  if (database.empty()) return app::DataDirectory{data_dir};
  return app::DataDirectory{data_dir,
                            TRY(in_context("--database", store::Location::parse(database)))};
}

}  // namespace tributary::cli
