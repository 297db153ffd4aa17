#include "case_file.h"

#include <fmt/format.h>

#include <algorithm>
#include <sstream>

#include "search/query/integer_range.h"

namespace tributary::search_cases {
namespace {

using search::Column;
using search::ColumnKind;

std::string_view trimmed(std::string_view text) {
  const auto begin = text.find_first_not_of(' ');
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(' ') - begin + 1);
}

/// Takes the first word off the front of `text`.
std::string_view take_word(std::string_view& text) {
  text = trimmed(text);
  const auto word = text.substr(0, text.find(' '));
  text.remove_prefix(word.size());
  text = trimmed(text);
  return word;
}

std::unexpected<Error> wrong(std::string message) {
  return fail(ErrorCode::invalid_argument, std::move(message));
}

template <class List>
int place_in(const List& list, std::string_view name) {
  const auto found = std::ranges::find(list, name, [](const auto& each) { return each.name; });
  return found == list.end() ? -1 : static_cast<int>(found - list.begin());
}

Result<search::IntegerRange> read_range(const Column& column, std::string_view text) {
  auto range = search::read_integer_range(text, column.meaning);
  if (!range) return wrong(range.error());
  return *range;
}

class Reader {
 public:
  Result<> read(std::string_view line, std::size_t number) {
    const auto comment = line.find('#');
    if (comment == 0) return {};
    if (trimmed(line).empty()) return {};
    const bool is_indented = line.starts_with("  ");
    auto rest = trimmed(line);
    if (!is_indented) {
      const auto word = take_word(rest);
      in_documents_ = word == "documents";
      if (in_documents_) return {};
      if (word != "query" && word != "typing") {
        return wrong("expected `documents`, `query` or `typing`");
      }
      TRY(begin_query(rest, number));
      file_.queries.back().is_typing = word == "typing";
      return {};
    }
    if (in_documents_) return add_document(rest);
    if (file_.queries.empty()) return wrong("nothing stands above this line");
    const std::string word(take_word(rest));
    return add_line({.number = number, .word = word, .rest = std::string(rest)});
  }

  CaseFile take() { return std::move(file_); }

 private:
  Result<> begin_query(std::string_view text, std::size_t number) {
    Query query;
    query.line = number;
    const auto facets = text.rfind("facets ");
    const bool has_facets =
        facets != std::string_view::npos && (facets == 0 || text[facets - 1] == ' ');
    query.text = trimmed(has_facets ? text.substr(0, facets) : text);
    if (has_facets) {
      for (const auto& name : split(text.substr(facets + 7), ',')) {
        query.request.facets.push_back(TRY(facet_of(name)));
      }
    }
    file_.queries.push_back(std::move(query));
    return {};
  }

  /// A facet of labels or a histogram after the column's kind; without a column, one of buckets.
  Result<search::FacetRequest> facet_of(const std::string& name) const {
    search::FacetRequest facet;
    facet.name = name;
    facet.column = name;
    const auto place = place_in(schema_.columns, name);
    if (place < 0) {
      facet.kind = search::FacetKind::buckets;
    } else if (schema_.columns[static_cast<std::size_t>(place)].kind == ColumnKind::integer) {
      facet.kind = search::FacetKind::histogram;
    }
    return facet;
  }

  Result<> add_document(std::string_view line) {
    search::Document document;
    document.id = take_word(line);
    auto language = text::Language::en;
    while (!line.empty()) {
      const auto end = line.find("  ");
      auto part = trimmed(line.substr(0, end));
      line = end == std::string_view::npos ? std::string_view() : trimmed(line.substr(end));
      const auto colon = part.find(": ");
      if (colon == std::string_view::npos) return wrong("expected `name: value`");
      const auto name = part.substr(0, colon);
      const std::string value(trimmed(part.substr(colon + 2)));
      if (name == "lang") {
        const auto known = text::language_from_code(value);
        if (!known && value != "unknown") return wrong("there is no such language");
        language = known.value_or(text::Language::unknown);
        continue;
      }
      TRY(add_part(document, name, value, language));
    }
    file_.documents.push_back(std::move(document));
    return {};
  }

  Result<> add_part(search::Document& document, std::string_view name, const std::string& value,
                    text::Language language) const {
    if (const auto field = place_in(schema_.text_fields, name); field >= 0) {
      document.texts.push_back(
          {.field = static_cast<std::uint16_t>(field), .text = value, .language = language});
      return {};
    }
    const auto place = place_in(schema_.columns, name);
    if (place < 0) return wrong("there is no field or column of this name: " + std::string(name));
    const auto& column = schema_.columns[static_cast<std::size_t>(place)];
    const auto number = static_cast<std::uint16_t>(place);
    if (column.kind != ColumnKind::integer) {
      document.labels.push_back({.column = number, .value = value});
      return {};
    }
    document.integers.push_back(
        {.column = number, .value = TRY(read_range(column, value)).low.value_or(0)});
    return {};
  }

  Result<> add_line(Line line) {
    auto& query = file_.queries.back();
    auto& request = query.request;
    if (line.word == "limit") {
      request.limit = static_cast<std::uint32_t>(std::stoul(line.rest));
    } else if (line.word == "sort") {
      const bool descending = line.rest.starts_with('-');
      request.sort = {
          .column = line.rest.substr(descending ? 1 : 0),
          .direction = descending ? search::Direction::descending : search::Direction::ascending};
    } else if (line.word == "filter") {
      request.selections.push_back(TRY(selection_of(line.rest)));
    } else if (line.word == "interval") {
      std::string_view rest = line.rest;
      for (auto& facet : request.facets) {
        if (facet.name == take_word(rest)) facet.interval = std::stoll(std::string(rest));
      }
    } else if (line.word == "bucket") {
      return add_bucket(query, line.rest);
    } else if (line.word == "choose") {
      return choose(query, line.rest);
    } else {
      query.expectations.push_back(std::move(line));
    }
    return {};
  }

  Result<search::Selection> selection_of(std::string_view rest) const {
    const std::string name(take_word(rest));
    const auto place = place_in(schema_.columns, name);
    if (place < 0) return wrong("there is no column of this name: " + name);
    const auto& column = schema_.columns[static_cast<std::size_t>(place)];
    search::Selection selection;
    selection.facet = name;
    search::LabelFilter labels{.column = name, .values = {}, .unknown = false};
    for (const auto& value : split(rest, ',')) {
      if (value == "unknown" && column.kind == ColumnKind::integer) {
        // A range that nothing lies in, but what has no value.
        selection.ranges.push_back({.column = name, .low = 1, .high = 0, .unknown = true});
      } else if (value == "unknown") {
        labels.unknown = true;
      } else if (column.kind == ColumnKind::integer) {
        const auto range = TRY(read_range(column, value));
        selection.ranges.push_back(
            {.column = name, .low = range.low, .high = range.high, .unknown = false});
      } else {
        labels.values.push_back(value);
      }
    }
    if (column.kind != ColumnKind::integer) selection.labels.push_back(labels);
    return selection;
  }

  /// `status: old year ..2015 partners >3`
  Result<> add_bucket(Query& query, std::string_view rest) const {
    auto facet_name = take_word(rest);
    facet_name.remove_suffix(facet_name.ends_with(':') ? 1 : 0);
    search::FacetBucket bucket;
    bucket.label = take_word(rest);
    while (!rest.empty()) {
      const std::string name(take_word(rest));
      const auto place = place_in(schema_.columns, name);
      if (place < 0) return wrong("there is no column of this name: " + name);
      const auto text = take_word(rest);
      if (text == "unknown") {
        bucket.ranges.push_back({.column = name, .low = 1, .high = 0, .unknown = true});
        continue;
      }
      const auto range = TRY(read_range(schema_.columns[static_cast<std::size_t>(place)], text));
      bucket.ranges.push_back(
          {.column = name, .low = range.low, .high = range.high, .unknown = false});
    }
    for (auto& facet : query.request.facets) {
      if (facet.name == facet_name) facet.buckets.push_back(bucket);
    }
    return {};
  }

  static Result<> choose(Query& query, std::string_view rest) {
    auto facet_name = take_word(rest);
    facet_name.remove_suffix(facet_name.ends_with(':') ? 1 : 0);
    search::Selection selection;
    selection.facet = facet_name;
    const auto labels = split(rest, ',');
    for (const auto& facet : query.request.facets) {
      if (facet.name != facet_name) continue;
      for (const auto& bucket : facet.buckets) {
        if (std::ranges::find(labels, bucket.label) != labels.end()) {
          selection.buckets.push_back(bucket);
        }
      }
    }
    if (selection.buckets.size() != labels.size()) return wrong("there is no such bucket above");
    query.request.selections.push_back(std::move(selection));
    return {};
  }

  search::Schema schema_ = case_schema();
  CaseFile file_;
  bool in_documents_ = false;
};

}  // namespace

std::vector<std::string> split(std::string_view text, char separator) {
  std::vector<std::string> parts;
  while (!trimmed(text).empty()) {
    const auto end = text.find(separator);
    parts.emplace_back(trimmed(text.substr(0, end)));
    text = end == std::string_view::npos ? std::string_view() : text.substr(end + 1);
  }
  return parts;
}

search::Schema case_schema() {
  search::Schema schema;
  schema.text_fields = {{.name = "title", .weight = 2.5F, .length_normalisation = 0.5F},
                        {.name = "keywords", .weight = 2.0F},
                        {.name = "organisations"},
                        {.name = "text"}};
  schema.columns = {
      {.name = "country"},
      {.name = "programme"},
      {.name = "topic"},
      {.name = "year", .kind = ColumnKind::integer},
      {.name = "partners", .kind = ColumnKind::integer},
      {.name = "start", .kind = ColumnKind::integer, .meaning = search::IntegerMeaning::date},
      {.name = "budget",
       .kind = ColumnKind::integer,
       .meaning = search::IntegerMeaning::money_cents},
      {.name = "name", .kind = ColumnKind::text}};
  schema.aliases = {{.alias = "org", .name = "organisations"}, {.alias = "in", .name = "country"}};
  return schema;
}

Result<CaseFile> read_case_file(const Path& path) {
  std::istringstream lines(TRY(read_file(path)));
  Reader reader;
  std::string line;
  for (std::size_t number = 1; std::getline(lines, line); ++number) {
    TRY(in_context(fmt::format("{}:{}", path.filename().string(), number),
                   reader.read(line, number)));
  }
  return reader.take();
}

}  // namespace tributary::search_cases
