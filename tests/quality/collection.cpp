#include "collection.h"

#include <simdjson.h>

#include <sstream>

namespace tributary::quality {
namespace {

Result<std::vector<CollectionDocument>> read_documents(const Path& path) {
  simdjson::dom::parser parser;
  simdjson::dom::document_stream lines;
  const simdjson::padded_string bytes(TRY(read_file(path)));
  if (parser.parse_many(bytes).get(lines) != simdjson::SUCCESS) {
    return fail(ErrorCode::corrupt, "not a file of JSON lines", path.string());
  }
  std::vector<CollectionDocument> documents;
  for (auto line : lines) {
    simdjson::dom::object object;
    std::string_view id, title, text;
    if (line.get(object) != simdjson::SUCCESS || object["id"].get(id) != simdjson::SUCCESS ||
        object["title"].get(title) != simdjson::SUCCESS ||
        object["text"].get(text) != simdjson::SUCCESS) {
      return fail(ErrorCode::corrupt, "a document lacks id, title or text", path.string());
    }
    documents.push_back(
        {.id = std::string(id), .title = std::string(title), .text = std::string(text)});
    // What only some collections have belongs to the text: CACM's queries ask for authors.
    for (const auto* name : {"authors", "keywords"}) {
      std::string_view more;
      if (object[name].get(more) == simdjson::SUCCESS) {
        documents.back().text.append(" ").append(more);
      }
    }
  }
  return documents;
}

}  // namespace

Result<Collection> read_collection(const Path& folder) {
  Collection collection;
  collection.documents = TRY(read_documents(folder / "docs.jsonl"));
  std::istringstream queries(TRY(read_file(folder / "queries.tsv")));
  for (std::string line; std::getline(queries, line);) {
    const auto tab = line.find('\t');
    if (tab != std::string::npos) {
      collection.queries.push_back({.id = line.substr(0, tab), .text = line.substr(tab + 1)});
    }
  }
  std::istringstream judgements(TRY(read_file(folder / "qrels.txt")));
  std::string query, iteration, document;
  for (int gain = 0; judgements >> query >> iteration >> document >> gain;) {
    if (gain > 0) collection.relevant[query].insert(document);
  }
  return collection;
}

}  // namespace tributary::quality
