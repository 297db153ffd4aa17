#include "sql/statement.h"

#include "sql/prepared_statement.h"

namespace tributary::sql {

Statement& Statement::operator=(Statement&& other) noexcept {
  std::swap(prepared_, other.prepared_);
  return *this;
}

Statement::~Statement() {
  if (prepared_ == nullptr) return;
  reset();
  sqlite3_clear_bindings(prepared_->statement);
  prepared_->borrowed = false;
  if (prepared_->kept) return;
  sqlite3_finalize(prepared_->statement);
  delete prepared_;
}

void Statement::reset() { sqlite3_reset(prepared_->statement); }

Result<bool> Statement::step() {
  const int outcome = sqlite3_step(prepared_->statement);
  if (outcome == SQLITE_ROW) return true;
  if (outcome == SQLITE_DONE) return false;
  auto error = database_error(prepared_->database, *prepared_->file, prepared_->text);
  sqlite3_reset(prepared_->statement);
  return std::unexpected(std::move(error));
}

int Statement::column_count() const { return sqlite3_column_count(prepared_->statement); }

std::int64_t Statement::integer(int column) const {
  return sqlite3_column_int64(prepared_->statement, column);
}

double Statement::real(int column) const {
  return sqlite3_column_double(prepared_->statement, column);
}

std::string_view Statement::text(int column) const {
  const auto* begin = sqlite3_column_text(prepared_->statement, column);
  if (begin == nullptr) return {};
  return {reinterpret_cast<const char*>(begin),
          static_cast<std::size_t>(sqlite3_column_bytes(prepared_->statement, column))};
}

Bytes Statement::blob(int column) const {
  const void* begin = sqlite3_column_blob(prepared_->statement, column);
  if (begin == nullptr) return {};
  return {static_cast<const char*>(begin),
          static_cast<std::size_t>(sqlite3_column_bytes(prepared_->statement, column))};
}

bool Statement::is_null(int column) const {
  return sqlite3_column_type(prepared_->statement, column) == SQLITE_NULL;
}

std::optional<std::int64_t> Statement::optional_integer(int column) const {
  if (is_null(column)) return std::nullopt;
  return integer(column);
}

std::optional<double> Statement::optional_real(int column) const {
  if (is_null(column)) return std::nullopt;
  return real(column);
}

bool Statement::bind_integer(int parameter, std::int64_t value) {
  return sqlite3_bind_int64(prepared_->statement, parameter, value) == SQLITE_OK;
}

bool Statement::bind_real(int parameter, double value) {
  return sqlite3_bind_double(prepared_->statement, parameter, value) == SQLITE_OK;
}

// A null pointer would bind NULL, where an empty text is meant.
bool Statement::bind_text(int parameter, std::string_view value) {
  return sqlite3_bind_text64(prepared_->statement, parameter, value.empty() ? "" : value.data(),
                             value.size(), SQLITE_STATIC, SQLITE_UTF8) == SQLITE_OK;
}

bool Statement::bind_blob(int parameter, Bytes value) {
  return sqlite3_bind_blob64(prepared_->statement, parameter, value.empty() ? "" : value.data(),
                             value.size(), SQLITE_STATIC) == SQLITE_OK;
}

bool Statement::bind_null(int parameter) {
  return sqlite3_bind_null(prepared_->statement, parameter) == SQLITE_OK;
}

int Statement::parameter_count() const {
  return sqlite3_bind_parameter_count(prepared_->statement);
}

Result<> Statement::check_bound(bool all_bound) {
  if (all_bound) return {};
  auto error = database_error(prepared_->database, *prepared_->file, prepared_->text);
  error.message = "the parameters do not fit the statement (" + error.message + ")";
  return std::unexpected(std::move(error));
}

}  // namespace tributary::sql
