#include "app/archive/manifest.h"

#include <fmt/format.h>

#include <array>
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <boost/json/value_to.hpp>
#include <exception>
#include <utility>

namespace tributary::app {
namespace {

namespace json = boost::json;

constexpr std::string_view kFormat = "tributary archive";
constexpr std::int64_t kFormatVersion = 1;

constexpr std::array kTypeNames{
    std::pair(store::ColumnType::integer, "integer"), std::pair(store::ColumnType::real, "real"),
    std::pair(store::ColumnType::text, "text"), std::pair(store::ColumnType::blob, "blob")};

json::value column_json(const store::MadeColumn& column) {
  json::object made{{"name", column.name}};
  for (const auto& [type, name] : kTypeNames) {
    if (type == column.type) made["type"] = name;
  }
  if (column.may_be_null) made["null"] = true;
  return made;
}

json::value table_json(const ArchivedTable& table) {
  json::array columns;
  for (const auto& column : table.columns) columns.push_back(column_json(column));
  return {{"name", table.name},   {"file", table.file()},   {"rows", table.rows},
          {"bytes", table.bytes}, {"sha256", table.sha256}, {"columns", std::move(columns)}};
}

json::value left_out_json(const LeftOut& left_out) {
  json::object made{{"table", left_out.table}};
  if (!left_out.column.empty()) made["column"] = left_out.column;
  return made;
}

// The functions that read throw what Boost.JSON throws; parse_manifest() turns it into a Result.

std::string text_of(const json::object& from, std::string_view name) {
  return json::value_to<std::string>(from.at(name));
}

store::MadeColumn column_of(const json::object& from) {
  store::MadeColumn column{.name = text_of(from, "name")};
  const auto named = text_of(from, "type");
  bool is_known = false;
  for (const auto& [type, name] : kTypeNames) {
    if (named != name) continue;
    column.type = type;
    is_known = true;
  }
  if (!is_known) throw std::invalid_argument("no type: " + named);
  column.may_be_null = from.contains("null") && from.at("null").as_bool();
  return column;
}

ArchivedTable table_of(const json::object& from) {
  ArchivedTable table{.name = text_of(from, "name"),
                      .rows = from.at("rows").to_number<std::uint64_t>(),
                      .bytes = from.at("bytes").to_number<std::uint64_t>(),
                      .sha256 = text_of(from, "sha256")};
  for (const auto& column : from.at("columns").as_array()) {
    table.columns.push_back(column_of(column.as_object()));
  }
  return table;
}

Manifest manifest_of(const json::object& from) {
  Manifest manifest{.schema_number = from.at("schema_version").to_number<std::int64_t>()};
  for (const auto& left_out : from.at("left_out").as_array()) {
    const auto& one = left_out.as_object();
    manifest.left_out.push_back(
        {.table = text_of(one, "table"),
         .column = one.contains("column") ? text_of(one, "column") : std::string()});
  }
  for (const auto& table : from.at("tables").as_array()) {
    manifest.tables.push_back(table_of(table.as_object()));
  }
  return manifest;
}

}  // namespace

std::uint64_t Manifest::rows() const {
  std::uint64_t sum = 0;
  for (const auto& table : tables) sum += table.rows;
  return sum;
}

std::string to_json(const Manifest& manifest) {
  json::array left_out;
  for (const auto& one : manifest.left_out) left_out.push_back(left_out_json(one));
  auto text = fmt::format(
      "{{\"format\":\"{}\",\"format_version\":{},\"schema_version\":{},\n\"left_out\":{},\n"
      "\"tables\":[",
      kFormat, kFormatVersion, manifest.schema_number, json::serialize(left_out));
  for (const auto& table : manifest.tables) {
    text += &table == &manifest.tables.front() ? "\n" : ",\n";
    text += json::serialize(table_json(table));
  }
  return text + "\n]}\n";
}

Result<Manifest> parse_manifest(std::string_view text, const std::string& name) {
  boost::system::error_code failure;
  const auto parsed = json::parse(text, failure);
  const auto* document = failure ? nullptr : parsed.if_object();
  if (document == nullptr) return fail(ErrorCode::corrupt, "it is no JSON object", name);
  const auto* format = document->if_contains("format");
  if (format == nullptr || !format->is_string() || format->get_string() != kFormat) {
    return fail(ErrorCode::unrecognised, "it is no manifest of an archive of Tributary", name);
  }
  try {
    const auto version = document->at("format_version").to_number<std::int64_t>();
    if (version != kFormatVersion) {
      return fail(ErrorCode::unsupported,
                  fmt::format("the archive has format {}; this program reads format {}", version,
                              kFormatVersion),
                  name);
    }
    return manifest_of(*document);
  } catch (const std::exception& error) {
    return fail(ErrorCode::corrupt, fmt::format("a part is missing or wrong ({})", error.what()),
                name);
  }
}

}  // namespace tributary::app
