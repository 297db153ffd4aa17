#include "sql/statement.h"

#include "sql/prepared_statement.h"

namespace tributary::sql {
namespace {

template <class Ask>
auto ask(PreparedStatement* prepared, Ask what) {
  return std::visit(what, prepared->engine);
}

}  // namespace

Statement& Statement::operator=(Statement&& other) noexcept {
  std::swap(prepared_, other.prepared_);
  return *this;
}

Statement::~Statement() {
  if (prepared_ == nullptr) return;
  ask(prepared_, [](auto& engine) {
    engine.reset();
    engine.forget_values();
  });
  prepared_->borrowed = false;
  if (!prepared_->kept) delete prepared_;
}

void Statement::reset() {
  ask(prepared_, [](auto& engine) { engine.reset(); });
}

Result<bool> Statement::step() {
  return ask(prepared_, [](auto& engine) { return engine.step(); });
}

int Statement::column_count() const {
  return ask(prepared_, [](auto& engine) { return engine.column_count(); });
}

std::int64_t Statement::integer(int column) const {
  return ask(prepared_, [column](auto& engine) { return engine.integer(column); });
}

double Statement::real(int column) const {
  return ask(prepared_, [column](auto& engine) { return engine.real(column); });
}

std::string_view Statement::text(int column) const {
  return ask(prepared_, [column](auto& engine) { return engine.text(column); });
}

Bytes Statement::blob(int column) const {
  return ask(prepared_, [column](auto& engine) { return engine.blob(column); });
}

bool Statement::is_null(int column) const {
  return ask(prepared_, [column](auto& engine) { return engine.is_null(column); });
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
  return ask(prepared_, [=](auto& engine) { return engine.bind_integer(parameter, value); });
}

bool Statement::bind_real(int parameter, double value) {
  return ask(prepared_, [=](auto& engine) { return engine.bind_real(parameter, value); });
}

bool Statement::bind_text(int parameter, std::string_view value) {
  return ask(prepared_, [=](auto& engine) { return engine.bind_text(parameter, value); });
}

bool Statement::bind_blob(int parameter, Bytes value) {
  return ask(prepared_, [=](auto& engine) { return engine.bind_blob(parameter, value); });
}

bool Statement::bind_null(int parameter) {
  return ask(prepared_, [=](auto& engine) { return engine.bind_null(parameter); });
}

int Statement::parameter_count() const {
  return ask(prepared_, [](auto& engine) { return engine.parameter_count(); });
}

Result<> Statement::check_bound(bool all_bound) {
  if (all_bound) return {};
  auto error = ask(prepared_, [](auto& engine) { return engine.error(); });
  error.message = "the parameters do not fit the statement (" + error.message + ")";
  return std::unexpected(std::move(error));
}

}  // namespace tributary::sql
