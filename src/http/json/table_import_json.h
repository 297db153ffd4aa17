// http/json/table_import_json.h
//
// What became of a table that was handed in, with the lines that were rejected; a column is null
// where it is the row as a whole.
#pragma once

#include <boost/json/object.hpp>

#include "app/ecosystem/table_import.h"

namespace tributary::http {

boost::json::object table_import_json(const app::TableImport& report);

}  // namespace tributary::http
