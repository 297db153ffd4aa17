// app/data_directory.h
//
// Where everything that Tributary keeps is found: one folder with the database and the index
// generations. The database may be elsewhere, with a PostgreSQL server that several such folders
// share; the index never is.
#pragma once

#include <optional>

#include "base/file.h"
#include "base/result.h"
#include "store/catalogue_store.h"

namespace tributary::app {

struct DataDirectory {
  Path root;
  std::optional<store::Location> elsewhere = {};  ///< the database, where it is not in the folder

  [[nodiscard]] store::Location database() const {
    return elsewhere ? *elsewhere : store::Location(root / "tributary.db");
  }
  /// Whether there is a database, as far as can be told without asking a server.
  [[nodiscard]] bool has_database() const;
  [[nodiscard]] Path index() const { return root / "index"; }
  /// Names the catalogue state and the schema that the index was built from.
  [[nodiscard]] Path index_origin() const { return root / "index-origin"; }

  /// Makes the folder where it does not exist. Errors: `io` naming it.
  [[nodiscard]] Result<> prepare() const;
};

}  // namespace tributary::app
