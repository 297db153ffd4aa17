// Whatever the files of an index hold behind right checksums: opening it is an error or searches it
// without leaving its bytes. The input is edits to the sections of a small index of two segments:
//
//   file u8, section u8, how u8 (Edit), place u16, length u8, then as many bytes as the edit takes
#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <fstream>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "search/index.h"
#include "search/index/manifest.h"
#include "search/index/section_file.h"

namespace {

using namespace tributary;
using namespace tributary::search;

void require(bool holds) {
  if (!holds) std::abort();
}

Schema schema() {
  Schema schema;
  schema.text_fields = {{.name = "title", .weight = 2.5F, .has_own_lists = true},
                        {.name = "text"},
                        {.name = "note", .weight = 0.0F}};
  schema.columns = {{.name = "country"},
                    {.name = "year", .kind = ColumnKind::integer},
                    {.name = "name", .kind = ColumnKind::text}};
  return schema;
}

Document document(int number) {
  const auto digits = std::to_string(number);
  Document made;
  made.id = "d" + digits;
  made.texts = {
      {.field = 0, .text = "work based learning " + digits, .language = {}},
      {.field = 1, .text = number % 3 == 0 ? "at work" : "away from work", .language = {}},
      {.field = 2, .text = "note " + digits, .language = {}},
      {.field = 1,
       .text = number % 2 != 0 ? "Ausbildungsplatz" : "Ausbildung, Platz (AP)",
       .language = text::Language::de}};
  if (number % 3 != 0) made.labels.push_back({.column = 0, .value = number % 2 ? "PT" : "RO"});
  if (number % 4 != 0) made.labels.push_back({.column = 2, .value = "Name " + digits});
  if (number % 5 != 0) made.integers.push_back({.column = 1, .value = 2000 + number});
  return made;
}

void write(const Path& folder, int first, int end, Commit how) {
  auto writer = IndexWriter::create(folder, schema());
  for (int number = first; number < end; ++number)
    require(writer->add(document(number)).has_value());
  require(writer->commit(how).has_value());
}

struct Section {
  std::uint32_t tag = 0, number = 0;
  std::string bytes;
};
using Sections = std::vector<Section>;

/// The table of a file that was just written (section_file.h).
Sections sections_of(const std::string& file) {
  const auto* bytes = as_bytes(file).data();
  Sections sections;
  const auto table = load<std::uint64_t>(bytes + 24);
  for (std::uint32_t at = 0; at < load<std::uint32_t>(bytes + 32); ++at) {
    const auto entry = load<SectionEntry>(bytes + table + at * sizeof(SectionEntry));
    sections.push_back({entry.tag, entry.number, file.substr(entry.offset, entry.size_bytes)});
  }
  return sections;
}

/// All files that a manifest names, masks among them, always in the same order.
std::vector<FileSummary*> files_of(Manifest& manifest) {
  std::vector<FileSummary*> files;
  for (auto& segment : manifest.segments) {
    for (auto& file : segment.files) files.push_back(&file);
    if (segment.deleted) files.push_back(&*segment.deleted);
  }
  return files;
}

/// The index that all inputs begin with: posting lists of every form, a mask, two segments.
struct Original {
  Original() {
    write(folder.path(), 0, 300, Commit::rebuild);
    write(folder.path(), 290, 320, Commit::extend);
    manifest = read_manifest(folder.path()).value();
    for (const auto* file : files_of(manifest)) {
      bytes.push_back(read_file(folder.path() / file->name).value());
    }
  }

  TemporaryFolder folder = TemporaryFolder::create().value();
  Manifest manifest;
  std::vector<std::string> bytes;  ///< by place in files_of(manifest)
};

class Input {
 public:
  explicit Input(std::string_view bytes) : rest_(bytes) {}
  [[nodiscard]] bool is_over() const { return rest_.empty(); }
  std::string_view take(std::size_t count) {
    const auto taken = rest_.substr(0, count);
    rest_.remove_prefix(taken.size());
    return taken;
  }
  std::size_t number(std::size_t bytes) {
    std::size_t value = 0;
    for (const char each : take(bytes)) value = value << 8 | static_cast<unsigned char>(each);
    return value;
  }

 private:
  std::string_view rest_;
};

enum class Edit : std::uint8_t { turn, overwrite, insert, erase, replace };

void edit(Section& section, Input& input) {
  auto& bytes = section.bytes;
  const auto how = static_cast<Edit>(input.number(1) % 5);
  const auto place = std::min(input.number(2), bytes.size());
  const auto length = input.number(1);
  switch (how) {
    case Edit::turn:
      if (place < bytes.size()) bytes[place] = static_cast<char>(bytes[place] ^ 1 << length % 8);
      break;
    case Edit::overwrite: {
      const auto with = input.take(length);
      bytes.replace(place, std::min(with.size(), bytes.size() - place), with);
      break;
    }
    case Edit::insert:
      bytes.insert(place, input.take(length));
      break;
    case Edit::erase:
      bytes.erase(place, length);
      break;
    case Edit::replace:
      bytes = input.take(length);
      break;
  }
}

QueryNode leaf(NodeKind kind, std::string text, std::string field = {}) {
  QueryNode node;
  node.kind = kind;
  node.text = std::move(text);
  node.field = std::move(field);
  return node;
}

/// Three pages of everything that can be asked for.
void search_all(const Snapshot& snapshot) {
  Request request;
  request.query.root.kind = NodeKind::any_of;
  request.query.root.children = {leaf(NodeKind::word, "work"),
                                 leaf(NodeKind::word, "work", "text"),
                                 leaf(NodeKind::phrase, "based learning"),
                                 leaf(NodeKind::phrase, "note 7", "note"),
                                 leaf(NodeKind::prefix, "l"),
                                 leaf(NodeKind::word, "Platz"),
                                 leaf(NodeKind::value, "pt", "country"),
                                 leaf(NodeKind::missing, "", "year")};
  for (auto& node : request.query.root.children) {
    node.has_compounds = node.kind == NodeKind::word && node.field.empty();
  }
  (void)snapshot.other_names("AP at the Ausbildungsplatz");
  request.facets = {{.name = "country", .column = "country"},
                    {.name = "year", .kind = FacetKind::histogram, .column = "year"}};
  for (const auto* column : {"", "country", "year", "name"}) {
    for (const auto ranking : {Ranking::pruned, Ranking::exhaustive}) {
      request.sort.column = column;
      request.ranking = ranking;
      request.after.clear();
      for (int page = 0; page < 3; ++page) {
        const auto answer = snapshot.search(request);
        if (!answer || answer->next.empty()) break;
        request.after = answer->next;
      }
    }
  }
  (void)snapshot.marked_terms(request.query);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const Original original;
  const auto& folder = original.folder.path();
  auto manifest = original.manifest;
  const auto files = files_of(manifest);
  Input input({reinterpret_cast<const char*>(data), size});
  std::map<std::size_t, Sections> changed;
  for (int edits = 0; edits < 8 && !input.is_over(); ++edits) {
    const auto file = input.number(1) % files.size();
    auto& sections = changed.try_emplace(file, sections_of(original.bytes[file])).first->second;
    edit(sections[input.number(1) % sections.size()], input);
  }
  for (const auto& [file, sections] : changed) {
    const auto kind = load<std::uint32_t>(as_bytes(original.bytes[file]).data() + 12);
    auto writer =
        SectionFileWriter::create(folder / files[file]->name, static_cast<FileKind>(kind));
    for (const auto& [tag, number, bytes] : sections) {
      require(writer->begin_section(static_cast<SectionTag>(tag), number).has_value());
      require(writer->append(bytes).has_value());
    }
    *files[file] = writer->finish().value();
  }
  require(write_manifest(folder, manifest).has_value());
  if (const auto index = Index::open(folder)) {
    search_all(*index->snapshot());
  } else {
    require(index.error().code == ErrorCode::corrupt);
  }
  for (const auto& [file, sections] : changed) {
    std::ofstream(folder / files[file]->name, std::ios::binary) << original.bytes[file];
  }
  return 0;
}
