#include "sql/postgresql/postgresql_statement.h"

#include <algorithm>
#include <bit>
#include <charconv>
#include <cstdio>
#include <cstring>
#include <span>

#include "base/log.h"
#include "sql/engine_error.h"
#include "sql/postgresql/dialect.h"

namespace tributary::sql {
namespace {

constexpr int kPortionRows = 500;
constexpr int kAsText = 0, kInBinary = 1;

/// Types of columns that can be read: pg_type.dat of PostgreSQL, which never changes a number.
enum Type : Oid {
  kBool = 16,
  kBytea = 17,
  kName = 19,
  kInt8 = 20,
  kInt2 = 21,
  kInt4 = 23,
  kText = 25,
  kFloat4 = 700,
  kFloat8 = 701,
  kUnknown = 705,
  kVarchar = 1043,
};

constexpr bool can_be_read(Oid type) {
  switch (type) {
    case kBool:
    case kBytea:
    case kName:
    case kInt8:
    case kInt2:
    case kInt4:
    case kText:
    case kFloat4:
    case kFloat8:
    case kUnknown:
    case kVarchar:
      return true;
    default:
      return false;
  }
}

constexpr bool is_integer(Oid type) {
  return type == kInt8 || type == kInt4 || type == kInt2 || type == kBool;
}
constexpr bool is_real(Oid type) { return type == kFloat8 || type == kFloat4; }

/// Integers and the bits of reals come with the highest byte first.
std::uint64_t unsigned_of(std::string_view bytes) {
  std::uint64_t value = 0;
  for (const char byte : bytes) value = value << 8U | static_cast<unsigned char>(byte);
  return value;
}

std::int64_t integer_of(std::string_view bytes) {
  const auto value = unsigned_of(bytes);
  if (bytes.size() == 4) return static_cast<std::int32_t>(value);
  if (bytes.size() == 2) return static_cast<std::int16_t>(value);
  return static_cast<std::int64_t>(value);
}

double real_of(std::string_view bytes) {
  const auto value = unsigned_of(bytes);
  if (bytes.size() == 4) return std::bit_cast<float>(static_cast<std::uint32_t>(value));
  return std::bit_cast<double>(value);
}

template <class Number>
Number number_in(std::string_view text) {
  Number value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

/// 15 digits and always a point, as SQLite writes one: a digest of a catalogue is the same on both.
std::string_view written(double value, std::span<char> to) {
  const auto length = std::snprintf(to.data(), to.size(), "%.15g", value);
  const std::string digits(to.data(), static_cast<std::size_t>(length));
  if (digits.find_first_not_of("-0123456789e+") != std::string::npos) {
    return {to.data(), digits.size()};
  }
  auto with_point = digits;
  with_point.insert(std::min(digits.find('e'), digits.size()), ".0");
  std::memcpy(to.data(), with_point.data(), with_point.size());
  return {to.data(), with_point.size()};
}

}  // namespace

PostgresqlStatement::PostgresqlStatement(PostgresqlSession& session, std::string text,
                                         int parameters)
    : session_(&session), text_(std::move(text)) {
  const auto count = static_cast<std::size_t>(parameters);
  values_.resize(count);
  lengths_.resize(count);
  formats_.resize(count);
  digits_.resize(count);
}

Result<PostgresqlStatement> PostgresqlStatement::prepare(PostgresqlSession& session,
                                                         std::string_view text, Rows rows) {
  auto numbered = with_numbered_parameters(text);
  PostgresqlStatement made(session, std::move(numbered.text), numbered.parameters);
  if (rows == Rows::many) {
    made.cursor_ = "c" + std::to_string(++session.cursors);
    made.portion_ = kPortionRows;
    return made;
  }
  auto& known = session.prepared;
  if (const auto found = known.find(made.text_); found != known.end()) {
    made.name_ = found->second;
    return made;
  }
  made.name_ = "s" + std::to_string(known.size() + 1);
  TRY(session.accepted(
      PQprepare(session.connection, made.name_.c_str(), made.text_.c_str(), 0, nullptr), text));
  known.emplace(made.text_, made.name_);
  return made;
}

void PostgresqlStatement::reset() {
  result_.reset();
  row_ = rows_ = 0;
  if (!is_declared_) return;
  is_declared_ = false;
  // One that its transaction has ended with is closed already.
  if (PQtransactionStatus(session_->connection) != PQTRANS_INTRANS) return;
  if (auto closed = session_->run("CLOSE " + cursor_); !closed) log::debug(closed.error().text());
}

void PostgresqlStatement::forget_values() { std::ranges::fill(values_, nullptr); }

Result<bool> PostgresqlStatement::step() {
  if (result_ != nullptr) {
    if (row_ + 1 < rows_) return ++row_, true;
    if (rows_ < portion_) return false;
  }
  TRY(next_portion());
  return rows_ > 0;
}

Result<> PostgresqlStatement::next_portion() {
  result_.reset();
  row_ = rows_ = 0;
  if (!cursor_.empty() && !is_declared_) {
    TRY(session_->run("DECLARE " + cursor_ + " NO SCROLL CURSOR FOR " + text_));
    is_declared_ = true;
  }
  auto portion = TRY(execute());
  if (const std::string_view changed = PQcmdTuples(portion.get());
      PQresultStatus(portion.get()) == PGRES_COMMAND_OK && !changed.empty()) {
    session_->changed_rows = number_in<std::int64_t>(changed);
  }
  result_ = std::move(portion);
  rows_ = PQntuples(result_.get());
  return check_columns();
}

Result<PostgresqlResult> PostgresqlStatement::execute() {
  if (cursor_.empty()) {
    return session_->accepted(
        PQexecPrepared(session_->connection, name_.c_str(), parameter_count(), values_.data(),
                       lengths_.data(), formats_.data(), kInBinary),
        text_);
  }
  const auto fetch = "FETCH FORWARD " + std::to_string(kPortionRows) + " FROM " + cursor_;
  return session_->accepted(PQexecParams(session_->connection, fetch.c_str(), 0, nullptr, nullptr,
                                         nullptr, nullptr, kInBinary),
                            text_);
}

/// Better refused than read as zero.
Result<> PostgresqlStatement::check_columns() const {
  for (int column = 0; rows_ > 0 && column < column_count(); ++column) {
    const auto type = PQftype(result_.get(), column);
    if (can_be_read(type)) continue;
    return std::unexpected(engine_error("column " + std::to_string(column) + " has the type " +
                                            std::to_string(type) + ": CAST it in the statement",
                                        session_->location, text_));
  }
  return {};
}

std::string_view PostgresqlStatement::bytes(int column) const {
  return {PQgetvalue(result_.get(), row_, column),
          static_cast<std::size_t>(PQgetlength(result_.get(), row_, column))};
}

std::int64_t PostgresqlStatement::integer(int column) const {
  if (is_null(column)) return 0;
  const auto type = PQftype(result_.get(), column);
  if (is_integer(type)) return integer_of(bytes(column));
  if (is_real(type)) return static_cast<std::int64_t>(real_of(bytes(column)));
  return number_in<std::int64_t>(bytes(column));
}

double PostgresqlStatement::real(int column) const {
  if (is_null(column)) return 0;
  const auto type = PQftype(result_.get(), column);
  if (is_real(type)) return real_of(bytes(column));
  if (is_integer(type)) return static_cast<double>(integer_of(bytes(column)));
  return number_in<double>(bytes(column));
}

std::string_view PostgresqlStatement::text(int column) const {
  if (is_null(column)) return {};
  const auto type = PQftype(result_.get(), column);
  if (!is_integer(type) && !is_real(type)) return bytes(column);
  read_digits_.resize(static_cast<std::size_t>(column_count()));
  auto& digits = read_digits_[static_cast<std::size_t>(column)];
  if (is_real(type)) return written(real_of(bytes(column)), digits);
  const auto end =
      std::to_chars(digits.data(), digits.data() + digits.size(), integer_of(bytes(column)));
  return {digits.data(), end.ptr};
}

template <class Number>
bool PostgresqlStatement::bind_number(int parameter, Number value) {
  if (!has(parameter)) return false;
  const auto place = static_cast<std::size_t>(parameter - 1);
  auto& digits = digits_[place];
  *std::to_chars(digits.data(), digits.data() + digits.size() - 1, value).ptr = '\0';
  values_[place] = digits.data();
  formats_[place] = kAsText;
  return true;
}

bool PostgresqlStatement::bind_integer(int parameter, std::int64_t value) {
  return bind_number(parameter, value);
}

bool PostgresqlStatement::bind_real(int parameter, double value) {
  return bind_number(parameter, value);
}

// A null pointer would bind NULL, where an empty text is meant.
bool PostgresqlStatement::bind_text(int parameter, std::string_view value) {
  if (!has(parameter) || value.size() > std::numeric_limits<int>::max()) return false;
  const auto place = static_cast<std::size_t>(parameter - 1);
  values_[place] = value.empty() ? "" : value.data();
  lengths_[place] = static_cast<int>(value.size());
  formats_[place] = kInBinary;
  return true;
}

bool PostgresqlStatement::bind_null(int parameter) {
  if (!has(parameter)) return false;
  values_[static_cast<std::size_t>(parameter - 1)] = nullptr;
  return true;
}

}  // namespace tributary::sql
