#include "app/ecosystem/ecosystem.h"

#include "app/data_directory.h"

namespace tributary::app {

Result<std::unique_ptr<Ecosystem>> Ecosystem::open(const Path& data_dir, const Clock& clock) {
  const DataDirectory data{data_dir};
  TRY(data.prepare());
  auto ecosystem = std::unique_ptr<Ecosystem>(new Ecosystem(data.database(), clock));
  TRY(ecosystem->framework().begin_with_starter());
  return ecosystem;
}

}  // namespace tributary::app
