#include "app/ecosystem/ecosystem.h"

namespace tributary::app {

Result<std::unique_ptr<Ecosystem>> Ecosystem::open(const DataDirectory& data, const Clock& clock) {
  TRY(data.prepare());
  auto ecosystem = std::unique_ptr<Ecosystem>(new Ecosystem(data.database(), clock));
  TRY(ecosystem->framework().begin_with_starter());
  TRY(ecosystem->innovations().begin_with_default_rules());
  return ecosystem;
}

}  // namespace tributary::app
