#include "generator.h"

#include <fmt/format.h>

#include <fstream>
#include <numeric>
#include <stdexcept>

#include "layouts.h"
#include "table_output.h"

namespace tributary::generator {
namespace {

constexpr std::uint64_t kMostProjects = 4'000'000'000;

std::string json_text(std::string_view text) {
  std::string json = "\"";
  for (const char byte : text) {
    if (byte == '"' || byte == '\\') {
      json += '\\';
      json += byte;
    } else if (static_cast<unsigned char>(byte) < 0x20) {
      json += fmt::format("\\u{:04x}", static_cast<int>(byte));
    } else {
      json += byte;
    }
  }
  return json + "\"";
}

/// The numbers below `count`, each once, in an order that `random` gives, without keeping them.
/// REQUIRES: 0 < count <= kMostProjects, so that a product fits in 64 bits.
class Shuffled {
 public:
  Shuffled(std::uint64_t count, RandomStream random)
      : count_(count), offset_(random.next() % count) {
    do {
      step_ = 1 + random.below(count);
    } while (std::gcd(step_, count) != 1);
  }
  [[nodiscard]] std::uint64_t operator[](std::uint64_t at) const {
    return (at * step_ + offset_) % count_;
  }

 private:
  std::uint64_t count_;
  std::uint64_t offset_;
  std::uint64_t step_ = 1;
};

class Manifest {
 public:
  explicit Manifest(const Options& options) {
    if (!options.with_manifest) return;
    file_.open(options.folder / "manifest.jsonl", std::ios::binary);
    if (!file_) throw std::runtime_error("cannot write the manifest");
  }
  [[nodiscard]] bool is_open() const { return file_.is_open(); }
  void write(const std::string& line) {
    if (is_open()) file_ << line << '\n';
  }

 private:
  std::ofstream file_;
};

void write_table(const Options& options, const OfficialTable& table, Manifest& manifest) {
  const auto& shape = table.shape;
  const std::string file = shape.name + (options.file == FileKind::csv ? ".csv" : ".xlsx");
  const auto output =
      options.file == FileKind::workbook
          ? open_workbook(options.folder / file)
          : open_csv(options.folder / file,
                     options.layout == Layout::cordis ? CsvManner::cordis : CsvManner::erasmus);
  output->write(shape.header, Damage::none, TableShape::npos);
  const Shuffled order(options.projects, RandomStream{options.seed, 3, shape.number});
  for (std::uint64_t at = 0; at < options.projects; ++at) {
    const auto project =
        make_project(options.layout, options.seed, order[at], options.organisations);
    std::uint64_t number = 0;
    for (auto& cells : table.rows_of(project)) {
      const auto damage = choose_damage(options.seed, shape, options.file, project.index, number,
                                        options.damage_rate);
      std::string text_as_read;
      damage_cells(damage, shape, options.file,
                   RandomStream{options.seed, 4, shape.number, project.index, number}, cells,
                   text_as_read);
      ++number;
      auto line = output->write(cells, damage, shape.text_column);
      if (damage == Damage::duplicate) line = output->write(cells, damage, shape.text_column);
      if (damage == Damage::none) continue;
      const auto& kind = kind_of(damage);
      manifest.write(fmt::format(
          R"({{"type":"damage","file":{},"line":{},"kind":"{}","outcome":"{}","key":{}}})",
          json_text(file), line, kind.name, kind.is_rejected ? "rejected" : "recovered",
          json_text(project.key)));
    }
  }
  output->close();
}

/// Tells the truth of a project, with what becomes of each row that says it.
class Teller {
 public:
  explicit Teller(const Options& options) : options_(options), tables_(tables_of(options.layout)) {}

  [[nodiscard]] std::string tell(const TrueProject& of) const {
    const auto& main = tables_.front().shape;
    auto cells = tables_.front().rows_of(of).front();
    std::string summary;
    damage_cells(damage(main, of.index, 0), main, options_.file,
                 RandomStream{options_.seed, 4, main.number, of.index, 0}, cells, summary);
    std::string json = fmt::format(
        R"({{"type":"project","key":{},"row":"{}","acronym":{},"title":{},"summary":{},"action":{},)"
        R"("call":{},"call_year":{},"start":"{}","end":"{}","signed_on":"{}","grant_cents":{},)"
        R"("total_cost_cents":{},"rcn":"{}","doi":"{}","website":{},"good_practice":{},)"
        R"("success_story":{},"organisations":[)",
        json_text(of.key), outcome(main, of.index, 0), json_text(of.acronym), json_text(of.title),
        json_text(summary), json_text(of.action), json_text(of.call), of.call_year, of.start,
        of.end, of.signed_on, of.grant_cents, of.total_cost_cents, of.rcn, of.doi,
        json_text(of.website), of.is_good_practice, of.is_success_story);
    append_organisations(json, of);
    append_topics(json, of);
    json += "],\"links\":[";
    for (std::size_t at = 0; at < of.links.size(); ++at) {
      json += fmt::format(R"({}{{"row":"{}","url":{}}})", at > 0 ? "," : "",
                          outcome(table("webLink"), of.index, at), json_text(of.links[at]));
    }
    return json + "]}";
  }

 private:
  [[nodiscard]] const TableShape& table(std::string_view name) const {
    for (const auto& candidate : tables_) {
      if (candidate.shape.name == name) return candidate.shape;
    }
    return tables_.front().shape;  // Erasmus+: one row says it all
  }

  [[nodiscard]] Damage damage(const TableShape& shape, std::uint64_t project,
                              std::uint64_t row) const {
    return choose_damage(options_.seed, shape, options_.file, project, row, options_.damage_rate);
  }

  [[nodiscard]] const char* outcome(const TableShape& shape, std::uint64_t project,
                                    std::uint64_t row) const {
    const auto done = damage(shape, project, shape.name == "erasmus" ? 0 : row);
    return done != Damage::none && kind_of(done).is_rejected ? "rejected" : "read";
  }

  void append_organisations(std::string& json, const TrueProject& of) const {
    for (std::size_t at = 0; at < of.organisations.size(); ++at) {
      const auto& who = of.organisations[at];
      json += fmt::format(
          R"({}{{"row":"{}","name":{},"role":"{}","type":{},"city":{},"region":{},"country":"{}",)"
          R"("website":{})",
          at > 0 ? "," : "", outcome(table("organization"), of.index, at), json_text(who.name),
          who.role, json_text(who.type), json_text(who.city), json_text(who.region), who.country,
          json_text(who.website));
      if (options_.layout == Layout::cordis) {
        json += fmt::format(R"(,"pic":"{}","order":{},"sme":{},"contribution_cents":{})", who.pic,
                            at + 1, who.is_sme, who.contribution_cents);
      }
      json += '}';
    }
  }

  void append_topics(std::string& json, const TrueProject& of) const {
    json += "],\"topics\":[";
    for (std::size_t at = 0; at < of.topics.size(); ++at) {
      const auto& what = of.topics[at];
      const auto* from = what.vocabulary == "call_topic"     ? "topics"
                         : what.vocabulary == "legal_basis"  ? "legalBasis"
                         : what.vocabulary == "euro_sci_voc" ? "euroSciVoc"
                                                             : "erasmus";
      json += fmt::format(R"({}{{"row":"{}","vocabulary":"{}","code":{},"label":{}}})",
                          at > 0 ? "," : "", outcome(table(from), of.index, 0), what.vocabulary,
                          json_text(what.code), json_text(what.label));
    }
  }

  const Options& options_;
  std::vector<OfficialTable> tables_;
};

}  // namespace

void generate(const Options& options) {
  if (options.projects == 0 || options.projects > kMostProjects)
    throw std::runtime_error("there must be one to four thousand million projects");
  std::filesystem::create_directories(options.folder);
  Manifest manifest(options);
  for (const auto& table : tables_of(options.layout)) write_table(options, table, manifest);
  if (!manifest.is_open()) return;
  const Teller teller(options);
  for (std::uint64_t index = 0; index < options.projects; ++index)
    manifest.write(
        teller.tell(make_project(options.layout, options.seed, index, options.organisations)));
}

}  // namespace tributary::generator
