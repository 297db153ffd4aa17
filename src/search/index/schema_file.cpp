#include "search/index/schema_file.h"

#include <algorithm>
#include <optional>
#include <set>

#include "search/index/run_codec.h"
#include "search/postings/varint.h"

namespace tributary::search {
namespace {

// The section, in this order; str = length varint + bytes, f32 and u64 fixed, the rest varints:
//
//   documents
//   latent dimensions, fewest documents
//   k1 f32, stemming, fold accents (0 or 1), stop words: count, str each
//   averaged documents
//   text fields: count, each: name str, label str, weight f32, b f32, own lists (0 or 1),
//                topical (0 or 1), words u64, average length f32
//   columns: count, each: name str, label str, kind, meaning
//   aliases: count, each: alias str, name str
//   languages: count, each: ISO 639-1 code str

void append_float(std::string& to, float value) { append(to, std::bit_cast<std::uint32_t>(value)); }

void append_count(std::string& to, std::size_t count) {
  append_varint(to, static_cast<std::uint32_t>(count));
}

float read_float(ByteReader& from) { return std::bit_cast<float>(from.fixed<std::uint32_t>()); }

template <class Enum>
bool read_enum(ByteReader& from, Enum& value, Enum last) {
  const auto number = from.varint();
  if (number > static_cast<std::uint32_t>(last)) return false;
  value = static_cast<Enum>(number);
  return true;
}

constexpr std::size_t kMaximumColumns = 1'000;
constexpr float kMaximumWeight = 1e6F;

/// Lengths are whole and not negative, so a mean is zero or at least one over the documents.
bool is_mean_length(float value) { return value == 0.0F || (value >= 1e-10F && value <= 1e10F); }

bool is_name(std::string_view name) {
  return !name.empty() && std::ranges::all_of(name, [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
  });
}

}  // namespace

std::string encode(const IndexFacts& facts) {
  const auto& schema = facts.schema;
  std::string bytes;
  append_varint(bytes, facts.documents);
  append_varint(bytes, schema.latent.dimensions);
  append_varint(bytes, schema.latent.fewest_documents);
  append_float(bytes, schema.k1);
  append_varint(bytes, static_cast<std::uint32_t>(schema.analysis.stemming));
  append_varint(bytes, schema.analysis.fold_accents ? 1 : 0);
  append_count(bytes, schema.analysis.stop_words.size());
  for (const auto& word : schema.analysis.stop_words) append_string(bytes, word);
  append_varint(bytes, facts.averaged_documents);
  append_count(bytes, schema.text_fields.size());
  for (std::size_t field = 0; field < schema.text_fields.size(); ++field) {
    append_string(bytes, schema.text_fields[field].name);
    append_string(bytes, schema.text_fields[field].label);
    append_float(bytes, schema.text_fields[field].weight);
    append_float(bytes, schema.text_fields[field].length_normalisation);
    append_varint(bytes, schema.text_fields[field].has_own_lists ? 1 : 0);
    append_varint(bytes, schema.text_fields[field].is_topical ? 1 : 0);
    append(bytes, facts.field_words[field]);
    append_float(bytes, facts.average_lengths[field]);
  }
  append_count(bytes, schema.columns.size());
  for (const auto& column : schema.columns) {
    append_string(bytes, column.name);
    append_string(bytes, column.label);
    append_varint(bytes, static_cast<std::uint32_t>(column.kind));
    append_varint(bytes, static_cast<std::uint32_t>(column.meaning));
  }
  append_count(bytes, schema.aliases.size());
  for (const auto& alias : schema.aliases) {
    append_string(bytes, alias.alias);
    append_string(bytes, alias.name);
  }
  append_count(bytes, facts.languages.size());
  for (const auto language : facts.languages) append_string(bytes, text::code_of(language));
  return bytes;
}

std::optional<IndexFacts> decode_facts(std::span<const std::byte> bytes) {
  ByteReader from(bytes);
  // A count is at most the bytes that are left, so a damaged one cannot make us loop for long.
  const auto read_count = [&from] {
    const auto count = from.varint();
    return count <= from.remaining() ? count : 0U;
  };
  IndexFacts facts;
  auto& schema = facts.schema;
  facts.documents = from.varint();
  schema.latent.dimensions = from.varint();
  schema.latent.fewest_documents = from.varint();
  schema.k1 = read_float(from);
  if (!read_enum(from, schema.analysis.stemming, text::Stemming::by_language)) return std::nullopt;
  schema.analysis.fold_accents = from.varint() != 0;
  for (auto left = read_count(); left > 0; --left) {
    schema.analysis.stop_words.emplace_back(from.string());
  }
  facts.averaged_documents = from.varint();
  for (auto left = read_count(); left > 0; --left) {
    TextField field;
    field.name = from.string();
    field.label = from.string();
    field.weight = read_float(from);
    field.length_normalisation = read_float(from);
    field.has_own_lists = from.varint() != 0;
    field.is_topical = from.varint() != 0;
    schema.text_fields.push_back(std::move(field));
    facts.field_words.push_back(from.fixed<std::uint64_t>());
    facts.average_lengths.push_back(read_float(from));
    if (!is_mean_length(facts.average_lengths.back())) return std::nullopt;
  }
  for (auto left = read_count(); left > 0; --left) {
    Column column;
    column.name = from.string();
    column.label = from.string();
    if (!read_enum(from, column.kind, ColumnKind::text) ||
        !read_enum(from, column.meaning, IntegerMeaning::money_cents)) {
      return std::nullopt;
    }
    schema.columns.push_back(std::move(column));
  }
  for (auto left = read_count(); left > 0; --left) {
    std::string alias(from.string());
    schema.aliases.push_back({.alias = std::move(alias), .name = std::string(from.string())});
  }
  for (auto left = read_count(); left > 0; --left) {
    const auto language = text::language_from_code(from.string());
    if (!language) return std::nullopt;
    facts.languages.push_back(*language);
  }
  if (from.broken() || !from.at_end() || !check(schema)) return std::nullopt;
  return facts;
}

bool is_same(const Schema& one, const Schema& other) {
  const auto bytes = [](const Schema& schema) {
    IndexFacts facts{.schema = schema};
    facts.field_words.resize(schema.text_fields.size());
    facts.average_lengths.resize(schema.text_fields.size());
    return encode(facts);
  };
  return bytes(one) == bytes(other);
}

Result<> check(const Schema& schema) {
  if (schema.text_fields.size() > kMaximumTextFields) {
    return fail(ErrorCode::invalid_argument, "a schema has at most 32 text fields");
  }
  if (schema.columns.size() > kMaximumColumns) {
    return fail(ErrorCode::invalid_argument, "a schema has at most 1,000 columns");
  }
  if (!(schema.k1 >= 0.0F && schema.k1 <= kMaximumWeight)) {
    return fail(ErrorCode::invalid_argument, "k1 is out of range");
  }
  std::set<std::string_view> targets, names;
  const auto add_name = [&names](const std::string& name) -> Result<> {
    if (!is_name(name)) {
      return fail(ErrorCode::invalid_argument, "a name is a-z, 0-9 and _ only", name);
    }
    if (!names.insert(name).second) {
      return fail(ErrorCode::invalid_argument, "the name is given twice", name);
    }
    return {};
  };
  for (const auto& field : schema.text_fields) {
    TRY(add_name(field.name));
    targets.insert(field.name);
    const bool weights = field.weight >= 0.0F && field.weight <= kMaximumWeight &&
                         field.length_normalisation >= 0.0F && field.length_normalisation <= 1.0F;
    if (!weights) {
      return fail(ErrorCode::invalid_argument, "weight or length normalisation out of range",
                  field.name);
    }
    if (!field.is_topical && !has_own_lists(field)) {
      return fail(ErrorCode::invalid_argument, "a field that is not topical has lists of its own",
                  field.name);
    }
  }
  for (const auto& column : schema.columns) {
    TRY(add_name(column.name));
    targets.insert(column.name);
  }
  for (const auto& alias : schema.aliases) {
    TRY(add_name(alias.alias));
    if (!targets.contains(alias.name)) {
      return fail(ErrorCode::invalid_argument, "the alias stands for nothing", alias.alias);
    }
  }
  return {};
}

}  // namespace tributary::search
