#include "catalogue/formats/json_reader.h"

#include <simdjson.h>

#include <charconv>

namespace tributary::catalogue {
namespace {

static_assert(simdjson::SIMDJSON_PADDING <= ByteWindow::kPaddingBytes);

constexpr std::size_t kMaxDepth = 64;
constexpr std::size_t kHeaderRecords = 1000;
constexpr std::size_t kHeaderBytes = std::size_t{4} << 20U;

std::string shortest(double value) {
  char digits[400];
  const auto end = std::to_chars(digits, digits + sizeof digits, value, std::chars_format::fixed);
  return {digits, end.ptr};
}

std::string value_of(const simdjson::dom::element& element) {
  using simdjson::dom::element_type;
  switch (element.type()) {
    case element_type::STRING:
      return std::string(element.get_string().value_unsafe());
    case element_type::INT64:
      return std::to_string(element.get_int64().value_unsafe());
    case element_type::UINT64:
      return std::to_string(element.get_uint64().value_unsafe());
    case element_type::DOUBLE:
      return shortest(element.get_double().value_unsafe());
    case element_type::BOOL:
      return element.get_bool().value_unsafe() ? "true" : "false";
    case element_type::NULL_VALUE:
      return {};
    case element_type::ARRAY:
    case element_type::OBJECT:
      return simdjson::minify(element);
  }
  return {};
}

void append_fields(const simdjson::dom::object& object, const std::string& prefix,
                   std::vector<JsonField>& fields) {
  for (const auto& [key, element] : object) {
    std::string path = prefix + std::string(key);
    if (element.is_object()) {
      append_fields(element.get_object().value_unsafe(), path + ".", fields);
    } else {
      fields.push_back({.path = std::move(path), .value = value_of(element)});
    }
  }
}

}  // namespace

struct JsonRecordReader::Parser {
  simdjson::dom::parser parser{JsonSplitter::kMaxObjectBytes};
  std::size_t room_bytes = 0;
};

JsonRecordReader::JsonRecordReader(ByteWindow window)
    : splitter_(std::move(window)), parser_(std::make_unique<Parser>()) {}

JsonRecordReader::~JsonRecordReader() = default;

Result<TableReader::Step> JsonRecordReader::next(JsonRecord& record, DamagedRow& damaged) {
  JsonSplitter::Object object;
  const auto step = TRY(splitter_.next(object, damaged));
  if (step != TableReader::Step::row) return step;

  if (object.text.size() > parser_->room_bytes) {
    const auto room = std::max<std::size_t>(2 * object.text.size(), 64 * 1024);
    if (parser_->parser.allocate(room, kMaxDepth) != simdjson::SUCCESS) throw std::bad_alloc();
    parser_->room_bytes = room;
  }
  simdjson::dom::object parsed;
  const auto error =
      parser_->parser.parse(object.text.data(), object.text.size(), false).get_object().get(parsed);
  if (error != simdjson::SUCCESS) {
    damaged = {.line = object.line,
               .column = 0,
               .reason = std::string("the object is no JSON: ") + simdjson::error_message(error),
               .raw = std::string(object.text.substr(0, JsonSplitter::kMaxRawBytes))};
    return TableReader::Step::damaged;
  }
  record.line = object.line;
  record.raw.assign(object.text);
  record.fields.clear();
  append_fields(parsed, "", record.fields);
  return TableReader::Step::row;
}

Result<std::unique_ptr<JsonTableReader>> JsonTableReader::open(ByteWindow window,
                                                               const std::string& name) {
  std::unique_ptr<JsonTableReader> reader(new JsonTableReader(std::move(window)));
  std::size_t size_bytes = 0;
  while (reader->waiting_.size() < kHeaderRecords && size_bytes < kHeaderBytes) {
    Waiting next;
    auto step = reader->records_.next(next.record, next.damaged);
    if (!step && reader->waiting_.empty()) return std::unexpected(std::move(step).error());
    // A source that fails fails again after what was read before it.
    if (!step || *step == Step::end) break;
    next.step = *step;
    size_bytes += next.record.raw.size() + next.damaged.raw.size();
    reader->learn_columns(next.record);
    reader->waiting_.push_back(std::move(next));
  }
  if (reader->header_.empty()) {
    return fail(ErrorCode::unrecognised, "there is no JSON object with fields in the file", name);
  }
  return reader;
}

void JsonTableReader::learn_columns(const JsonRecord& record) {
  for (const auto& field : record.fields) {
    if (columns_.try_emplace(field.path, header_.size()).second) header_.push_back(field.path);
  }
}

Result<TableReader::Step> JsonTableReader::next(Row& row, DamagedRow& damaged) {
  Step step = Step::end;
  if (waiting_.empty()) {
    step = TRY(records_.next(record_, damaged));
    if (step == Step::row) learn_columns(record_);
  } else {
    step = waiting_.front().step;
    record_ = std::move(waiting_.front().record);
    damaged = std::move(waiting_.front().damaged);
    waiting_.pop_front();
  }
  if (step != Step::row) return step;
  row.line = record_.line;
  row.raw = record_.raw;
  row.cells.assign(header_.size(), {});
  for (const auto& field : record_.fields) row.cells[columns_.at(field.path)] = field.value;
  return step;
}

}  // namespace tributary::catalogue
