// app/ecosystem/application_file.h
//
// One application with all that holds in it: what it says itself, and for a region what its state
// says where the region is silent.
//
// Thread rule: as the connection.
#pragma once

#include <map>

#include "store/application/applied_items.h"

namespace tributary::app {

struct ApplicationFile {
  store::Application application;
  store::StoredItems own;                                        ///< said by itself
  std::map<ecosystem::ItemKey, ecosystem::EffectiveItem> items;  ///< what holds
  store::Targets own_targets;                                    ///< set by itself
  store::Targets targets;                                        ///< what holds, likewise

  [[nodiscard]] ecosystem::AppliedItems items_in_force() const;
  /// Whether an item has to be assessed again, as the version before meant something else by it.
  [[nodiscard]] bool is_to_reassess(const ecosystem::ItemKey& key) const {
    return application.carried_from && !items.contains(key);
  }
};

Result<ApplicationFile> read_application_file(sql::Connection& connection,
                                              const store::Application& application);

}  // namespace tributary::app
