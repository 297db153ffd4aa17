// store/testing/test_database.h: tests on both engines (sql/testing/test_database.h) for the layers
// that see this one.
#pragma once

#include "sql/testing/test_database.h"

namespace tributary::store {

using sql::DatabaseTest;
using sql::TestDatabase;

}  // namespace tributary::store
