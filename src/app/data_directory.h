// app/data_directory.h
//
// Where everything that Tributary keeps is found: one folder, the database and the index
// generations.
#pragma once

#include "base/file.h"
#include "base/result.h"

namespace tributary::app {

struct DataDirectory {
  Path root;

  [[nodiscard]] Path database() const { return root / "tributary.db"; }
  [[nodiscard]] Path index() const { return root / "index"; }
  /// Names the catalogue state and the schema that the index was built from.
  [[nodiscard]] Path index_origin() const { return root / "index-origin"; }

  /// Makes the folder where it does not exist. Errors: `io` naming it.
  [[nodiscard]] Result<> prepare() const;
};

}  // namespace tributary::app
