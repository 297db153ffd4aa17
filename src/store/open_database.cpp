#include "store/open_database.h"

#include "sql/migration.h"
#include "store/schema.h"

namespace tributary::store {

Result<sql::Connection> open_database(const sql::Location& location) {
  auto connection = TRY(sql::Connection::open(location));
  TRY(sql::migrate(connection, migrations()));
  return connection;
}

}  // namespace tributary::store
