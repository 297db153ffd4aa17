#include <cstdlib>

#include "cli/commands/commands.h"

namespace tributary::cli {

Result<app::DataDirectory> Common::data() const {
  if (database.empty()) return app::DataDirectory{data_dir};
  return app::DataDirectory{data_dir,
                            TRY(in_context("--database", store::Location::parse(database)))};
}

Result<std::string> token_in(const std::string& file) {
  if (file.empty()) {
    const char* const named = std::getenv("TRIBUTARY_TOKEN");
    return named != nullptr ? std::string(named) : std::string();
  }
  auto token = TRY(read_file(file));
  while (token.ends_with('\n') || token.ends_with('\r')) token.pop_back();
  return token;
}

}  // namespace tributary::cli
