#include "catalogue/importers/project_builder.h"

#include <algorithm>
#include <boost/unordered/unordered_flat_set.hpp>
#include <tuple>

#include "catalogue/importers/field_labels.h"
#include "catalogue/record_codec.h"

namespace tributary::catalogue {
namespace {

/// A set of files makes a few; single-record files make one each.
constexpr std::size_t kRememberedFileLists = 1'000;

bool is_project_table(TableKind kind) {
  return kind == TableKind::cordis_project || kind == TableKind::erasmus_projects;
}

std::unexpected<Error> damaged() {
  return fail(ErrorCode::internal, "the external sort gave back a damaged row");
}

/// What makes two rows of different files the same participation.
auto identity_of(const Participation& participation) {
  const auto& organisation = participation.organisation;
  return std::tuple(participation.order.value_or(UINT32_MAX), participation.role,
                    std::string_view(organisation.pic), std::string_view(organisation.name));
}

std::string encoded(const Participation& participation) {
  std::string bytes;
  append_part(bytes, participation);
  return bytes;
}

template <class T>
void fill(T& field, T& from) {
  if (field == T{}) field = std::move(from);
}

/// What `project` leaves empty is taken from `other`.
void fill_head(SourceProject& project, SourceProject& other) {
  fill(project.acronym, other.acronym);
  fill(project.title, other.title);
  fill(project.summary, other.summary);
  fill(project.programme, other.programme);
  fill(project.action, other.action);
  fill(project.key_action, other.key_action);
  if (project.call.empty()) {
    project.call = std::move(other.call);
    fill(project.call_year, other.call_year);
  }
  fill(project.published_status, other.published_status);
  fill(project.start, other.start);
  fill(project.end, other.end);
  fill(project.signed_on, other.signed_on);
  fill(project.updated_on, other.updated_on);
  fill(project.grant, other.grant);
  fill(project.total_cost, other.total_cost);
  fill(project.website, other.website);
  fill(project.doi, other.doi);
  fill(project.rcn, other.rcn);
  fill(project.good_practice, other.good_practice);
  fill(project.success_story, other.success_story);
}

bool has_codes(TopicVocabulary vocabulary) {
  return vocabulary == TopicVocabulary::call_topic || vocabulary == TopicVocabulary::euro_sci_voc ||
         vocabulary == TopicVocabulary::legal_basis;
}

void assign_programme(SourceProject& project) {
  if (!project.programme.empty()) return;
  if (project.topics) {
    for (const auto& topic : *project.topics) {
      project.programme = programme_of_code(topic.code);
      if (!project.programme.empty()) return;
    }
  }
  project.programme = programme_of_code(project.call);
}

}  // namespace

Result<bool> ProjectBuilder::build(std::string_view key,
                                   const std::vector<std::string_view>& fragments,
                                   ImportRecord& record) {
  speakers_.clear();
  heads_.clear();
  participations_.clear();
  topics_.clear();
  links_.clear();
  hinted_acronym_.clear();
  hinted_title_.clear();
  TRY(read_all(fragments));
  if (speakers_.empty()) return false;

  auto& project = record.project;
  project = {};
  take_heads(project);
  project.source = source_;
  project.key = key;
  take_participations(project);
  take_topics(project);
  take_links(project);
  fill(project.acronym, hinted_acronym_);
  fill(project.title, hinted_title_);
  if (source_ == "cordis") assign_programme(project);

  record.files = files_that_spoke();
  return true;
}

SpeakingFiles ProjectBuilder::files_that_spoke() {
  if (const auto known = file_lists_.find(speakers_); known != file_lists_.end()) {
    return known->second;
  }
  std::vector<std::string> names;
  for (const auto file : speakers_) names.push_back(tallies_[file].file);
  if (file_lists_.size() >= kRememberedFileLists) file_lists_.clear();
  return file_lists_[speakers_] = speaking_files(std::move(names));
}

Result<> ProjectBuilder::read_all(const std::vector<std::string_view>& fragments) {
  std::string_view before;
  for (const auto bytes : fragments) {
    Fragment fragment;
    if (!read_fragment(bytes, fragment) || fragment.file >= tallies_.size()) return damaged();
    if (!tallies_[fragment.file].refused.empty()) continue;
    if (speakers_.empty() || speakers_.back() != fragment.file) speakers_.push_back(fragment.file);
    if (bytes == before) {  // the commonest repetition, told without reading
      ++tallies_[fragment.file].repeated;
      continue;
    }
    before = bytes;
    TRY(is_project_table(fragment.kind) ? read_project_row(fragment) : read_part_row(fragment));
  }
  return {};
}

Result<> ProjectBuilder::read_project_row(const Fragment& fragment) {
  auto& head = heads_.emplace_back();
  head.fragment = fragment;
  WireReader from(fragment.body);
  if (!read_head(from, head.project) || !read_parts(from, head.participations) ||
      !read_parts(from, head.topics) || !read_parts(from, head.links)) {
    return damaged();
  }
  return {};
}

Result<> ProjectBuilder::read_part_row(const Fragment& fragment) {
  WireReader from(fragment.body);
  const auto known_participations = participations_.size();
  read_topics_.clear();
  read_links_.clear();
  if (!read_head(from, hint_) ||
      !read_parts(from, participations_, &PlacedParticipation::participation) ||
      !read_parts(from, read_topics_) || !read_parts(from, read_links_)) {
    return damaged();
  }
  fill(hinted_acronym_, hint_.acronym);
  fill(hinted_title_, hint_.title);
  for (auto at = known_participations; at < participations_.size(); ++at) {
    participations_[at].file = fragment.file;
  }
  for (auto& topic : read_topics_) {
    topics_.push_back({std::move(topic), fragment.is_main_part, fragment.file});
  }
  for (auto& link : read_links_) links_.push_back({std::move(link), fragment.file});
  return {};
}

/// The wider file first, then the later update, then the later row.
bool ProjectBuilder::comes_before(const Head& left, const Head& right) const {
  const auto rank = [this](const Head& head) {
    return std::tuple(files_[head.fragment.file].width, head.project.updated_on,
                      head.fragment.file);
  };
  return rank(left) > rank(right);
}

void ProjectBuilder::take_heads(SourceProject& project) {
  if (heads_.empty()) return;
  // Later rows first, so that among equals the stable sort leaves the latest in front.
  std::ranges::reverse(heads_);
  std::ranges::stable_sort(
      heads_, [this](const Head& left, const Head& right) { return comes_before(left, right); });
  // One row of each file; the others were superseded or said the same.
  for (std::size_t at = 1; at < heads_.size();) {
    const auto file = heads_[at].fragment.file;
    const bool is_second =
        std::any_of(heads_.begin(), heads_.begin() + static_cast<std::ptrdiff_t>(at),
                    [file](const Head& earlier) { return earlier.fragment.file == file; });
    if (is_second) {
      ++tallies_[file].repeated;
      heads_.erase(heads_.begin() + static_cast<std::ptrdiff_t>(at));
    } else {
      ++at;
    }
  }
  project = std::move(heads_.front().project);
  for (auto& head : heads_) {
    if (&head != &heads_.front()) fill_head(project, head.project);
  }
}

void ProjectBuilder::take_participations(SourceProject& project) {
  if (participations_.empty()) {
    // No organisation table speaks: what the best project row says stands.
    for (auto& head : heads_) {
      if (!files_[head.fragment.file].states_participations) continue;
      if (!project.participations || project.participations->empty()) {
        project.participations = std::move(head.participations);
      }
    }
    return;
  }
  std::size_t widest = 0;
  for (const auto& placed : participations_) widest = std::max(widest, files_[placed.file].width);
  std::erase_if(participations_, [&](const PlacedParticipation& placed) {
    const bool is_narrower = files_[placed.file].width < widest;
    if (is_narrower) ++tallies_[placed.file].repeated;
    return is_narrower;
  });
  const auto identity = [](const PlacedParticipation& placed) {
    return identity_of(placed.participation);
  };
  // Most files have them in order; to look costs less than to move them all.
  if (!std::ranges::is_sorted(participations_, {}, identity)) {
    std::ranges::stable_sort(participations_, {}, identity);
  }
  auto& list = project.participations.emplace();
  list.reserve(participations_.size());
  // Rows of one file that name the same participation are both kept unless they say the same.
  boost::unordered_flat_set<std::string> said;
  std::uint32_t file_of_last = 0;
  for (auto& [participation, file] : participations_) {
    const bool is_named = !list.empty() && identity_of(list.back()) == identity_of(participation);
    if (is_named && file == file_of_last && said.empty()) said.insert(encoded(list.back()));
    if (!is_named) said.clear();
    if (is_named && (file != file_of_last || !said.insert(encoded(participation)).second)) {
      ++tallies_[file].repeated;
      continue;
    }
    list.push_back(std::move(participation));
    file_of_last = file;
  }
}

void ProjectBuilder::take_topics(SourceProject& project) {
  bool stated = !topics_.empty();
  for (auto& head : heads_) {
    if (!files_[head.fragment.file].states_topics) continue;
    stated = true;
    const bool is_first = &head == &heads_.front();
    for (auto& topic : head.topics) {
      // The narrower file's words are not mixed into the wider's; codes are the same everywhere.
      if (is_first || has_codes(topic.vocabulary)) {
        topics_.push_back({std::move(topic), false, std::nullopt});
      }
    }
  }
  if (!stated) return;

  // Codes in order, the one with a label before the one without; words as published.
  std::ranges::stable_sort(topics_, [](const PlacedTopic& left, const PlacedTopic& right) {
    if (left.topic.vocabulary != right.topic.vocabulary) {
      return left.topic.vocabulary < right.topic.vocabulary;
    }
    if (!has_codes(left.topic.vocabulary)) return false;
    return std::tuple(std::string_view(left.topic.code), left.topic.label.empty(),
                      !left.is_main_part, std::string_view(left.topic.label)) <
           std::tuple(std::string_view(right.topic.code), right.topic.label.empty(),
                      !right.is_main_part, std::string_view(right.topic.label));
  });
  boost::unordered_flat_set<std::string> words;
  std::erase_if(topics_, [&, last = std::optional<Topic>()](const PlacedTopic& placed) mutable {
    const auto& topic = placed.topic;
    bool is_known = false;
    if (has_codes(topic.vocabulary)) {
      const bool is_same_code =
          last && last->vocabulary == topic.vocabulary && last->code == topic.code;
      is_known = is_same_code && (!topic.code.empty() || last->label == topic.label);
      if (!is_known) last = topic;
    } else {
      is_known = !words.insert(topic.label).second;
    }
    if (is_known) count_repeated(placed.file);
    return is_known;
  });
  std::ranges::stable_sort(topics_, {}, [](const PlacedTopic& placed) {
    return std::pair(placed.topic.vocabulary, !placed.is_main_part);
  });
  auto& list = project.topics.emplace();
  list.reserve(topics_.size());
  for (auto& placed : topics_) list.push_back(std::move(placed.topic));
}

void ProjectBuilder::take_links(SourceProject& project) {
  bool stated = !links_.empty();
  for (auto& head : heads_) {
    stated = stated || files_[head.fragment.file].states_links;
    for (auto& link : head.links) links_.push_back({std::move(link), std::nullopt});
  }
  if (!stated) return;
  const auto order_of = [](const PlacedLink& placed) {
    const auto& [url, kind, title] = placed.link;
    return std::tuple(std::string_view(kind), std::string_view(url), title.empty(),
                      std::string_view(title));
  };
  std::ranges::stable_sort(links_, {}, order_of);
  auto& list = project.links.emplace();
  for (auto& [link, file] : links_) {
    const bool is_known = !list.empty() && list.back().url == link.url &&
                          list.back().kind == link.kind &&
                          (link.title.empty() || list.back().title == link.title);
    if (is_known) {
      count_repeated(file);
    } else {
      list.push_back(std::move(link));
    }
  }
}

}  // namespace tributary::catalogue
