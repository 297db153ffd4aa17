#include "app/ecosystem/application_file.h"

namespace tributary::app {

ecosystem::AppliedItems ApplicationFile::items_in_force() const {
  ecosystem::AppliedItems in_force;
  for (const auto& [key, effective] : items) in_force.emplace(key, effective.item);
  return in_force;
}

Result<ApplicationFile> read_application_file(sql::Connection& connection,
                                              const store::Application& application) {
  ApplicationFile file{.application = application,
                       .own = TRY(store::applied_items(connection, application.id)),
                       .items = {},
                       .own_targets = TRY(store::application_targets(connection, application.id)),
                       .targets = {}};
  file.targets = file.own_targets;
  ecosystem::AppliedItems of_state;
  if (application.jurisdiction.is_region()) {
    const auto state = TRY(store::find_application(
        connection, {.state = application.jurisdiction.state}, application.version));
    if (state) {
      of_state = store::items_of(TRY(store::applied_items(connection, state->id)));
      file.targets.merge(TRY(store::application_targets(connection, state->id)));
    }
  }
  file.items = ecosystem::effective_items(of_state, store::items_of(file.own));
  return file;
}

}  // namespace tributary::app
