// catalogue/importers/project_builder.h
//
// One complete record from everything that the files of a set say of one project. The rules are in
// docs/decisions/0004-import-sets.md.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "catalogue/import_stream.h"
#include "catalogue/importers/fragment.h"

namespace tributary::catalogue {

/// A table that takes part in a set, as the builder needs to know it.
struct SetFile {
  std::size_t width = 0;  ///< recognised columns
  bool states_participations = false, states_topics = false, states_links = false;
};

/// Not thread-safe.
class ProjectBuilder {
 public:
  /// Both outlive the builder, and are numbered alike. Rows that said nothing new are counted in
  /// `tallies`; the rows of files that are `refused` there are left out.
  ProjectBuilder(std::string source, const std::vector<SetFile>& files,
                 std::vector<FileTally>& tallies)
      : source_(std::move(source)), files_(files), tallies_(tallies) {}

  /// Fills `record` from the fragments of `key`, given in order of file and row. False where no
  /// file that is not refused speaks of it. Errors: `internal` for bytes that are no fragment.
  Result<bool> build(std::string_view key, const std::vector<std::string_view>& fragments,
                     ImportRecord& record);

 private:
  struct Head {
    Fragment fragment;
    SourceProject project;
    std::vector<Participation> participations;
    std::vector<Topic> topics;
    std::vector<Link> links;
  };
  struct PlacedParticipation {
    Participation participation;
    std::uint32_t file = 0;
  };
  /// `file` is nothing for what came along with a project's row.
  struct PlacedTopic {
    Topic topic;
    bool is_main_part;
    std::optional<std::uint32_t> file;
  };
  struct PlacedLink {
    Link link;
    std::optional<std::uint32_t> file;
  };

  SpeakingFiles files_that_spoke();
  Result<> read_all(const std::vector<std::string_view>& fragments);
  Result<> read_project_row(const Fragment& fragment);
  Result<> read_part_row(const Fragment& fragment);
  void count_repeated(std::optional<std::uint32_t> file) {
    if (file) ++tallies_[*file].repeated;
  }
  void take_heads(SourceProject& project);
  void take_participations(SourceProject& project);
  void take_topics(SourceProject& project);
  void take_links(SourceProject& project);
  [[nodiscard]] bool comes_before(const Head& left, const Head& right) const;

  std::string source_;
  const std::vector<SetFile>& files_;
  std::vector<FileTally>& tallies_;
  std::map<std::vector<std::uint32_t>, SpeakingFiles> file_lists_;  ///< by numbers of files

  // Of the project being built.
  std::vector<std::uint32_t> speakers_;
  std::vector<Head> heads_;
  std::vector<PlacedParticipation> participations_;
  std::vector<PlacedTopic> topics_;
  std::vector<PlacedLink> links_;
  std::vector<Topic> read_topics_;
  std::vector<Link> read_links_;
  SourceProject hint_;
  std::string hinted_acronym_, hinted_title_;
};

}  // namespace tributary::catalogue
