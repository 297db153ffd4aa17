#include "ecosystem/innovation/innovation.h"

#include <algorithm>
#include <array>
#include <set>

#include "ecosystem/blank_text.h"
#include "ecosystem/house_rules.h"

namespace tributary::ecosystem {
namespace {

/// Collects what is wrong with a form.
class Form {
 public:
  void ask(bool is_right, std::string_view field, std::string_view message) {
    if (!is_right) problems_.push_back({std::string(field), std::string(message)});
  }
  void ask_for(const std::string& text, std::string_view field, std::string_view message) {
    ask(!is_blank(text), field, message);
  }
  std::vector<FieldProblem> take() { return std::move(problems_); }

 private:
  std::vector<FieldProblem> problems_;
};

bool are_eqf_levels(std::span<const int> levels) {
  return !levels.empty() && std::ranges::is_sorted(levels) &&
         std::ranges::adjacent_find(levels) == levels.end() && levels.front() >= kLowestEqfLevel &&
         levels.back() <= kHighestEqfLevel;
}

bool is_isced_field(std::string_view code) {
  return code.size() >= 2 && code.size() <= 4 &&
         std::ranges::all_of(code, [](char c) { return c >= '0' && c <= '9'; });
}

bool is_language(const std::string& code) {
  return code.size() == 2 && std::ranges::all_of(code, [](char c) { return c >= 'a' && c <= 'z'; });
}

/// Each a key, and none twice.
bool are_item_keys(std::span<const ItemKey> keys) {
  return !keys.empty() && std::ranges::all_of(keys, is_item_key) &&
         std::set<ItemKey>(keys.begin(), keys.end()).size() == keys.size();
}

}  // namespace

std::string_view name_of(Setting setting) {
  static constexpr auto kNames = std::to_array<std::string_view>({"school", "workplace", "both"});
  return kNames[static_cast<std::size_t>(setting)];
}

std::string_view name_of(OsloType type) {
  static constexpr auto kNames = std::to_array<std::string_view>(
      {"product", "pedagogy", "organisation", "external_relations"});
  return kNames[static_cast<std::size_t>(type)];
}

std::string_view name_of(NoveltyScope scope) {
  static constexpr auto kNames =
      std::to_array<std::string_view>({"provider", "region", "member_state", "eu"});
  return kNames[static_cast<std::size_t>(scope)];
}

std::string_view name_of(LineageKind kind) {
  static constexpr auto kNames =
      std::to_array<std::string_view>({"adapts", "reimagines", "merges"});
  return kNames[static_cast<std::size_t>(kind)];
}

std::vector<FieldProblem> problems_of(const InnovationText& text) {
  Form form;
  form.ask_for(text.title, "title", "Give it a title.");
  form.ask_for(text.problem, "problem", "Say which problem it answers.");
  form.ask_for(text.what_is_new, "what_is_new", "Say what is new about it.");
  form.ask_for(text.target_group, "target_group", "Say for whom it is.");
  form.ask(are_eqf_levels(text.eqf_levels), "eqf_levels",
           "Name the levels of the European Qualifications Framework, from 1 to 8, in order.");
  form.ask(is_isced_field(text.isced_field), "isced_field",
           "Name the ISCED-F field by its two to four digits.");
  form.ask(text.setting.has_value(), "setting", "Say whether it is for school, workplace or both.");
  form.ask(text.type.has_value(), "type", "Choose the type of innovation.");
  form.ask(text.novelty.has_value(), "novelty", "Say to whom it is new.");
  form.ask_for(text.novelty_justification, "novelty_justification", "Say why it is new to them.");
  form.ask_for(text.theory_of_change, "theory_of_change", "Say how it is to bring the change.");
  form.ask(!text.intended_outcomes.empty(), "intended_outcomes",
           "Name at least one outcome that you want to see.");
  form.ask_for(text.resources, "resources", "Say what it takes: people, time, money.");
  form.ask_for(text.licence, "licence", "Name the licence of what you share.");
  form.ask(!text.languages.empty() && std::ranges::all_of(text.languages, is_language), "languages",
           "Name the languages by their two letters.");
  form.ask(are_item_keys(text.framework_items), "framework_items",
           "Name the elements or principles of the framework that it addresses, each once.");
  return form.take();
}

Result<> check_lineage(std::span<const Lineage> known, const Lineage& added) {
  if (added.innovation == added.earlier) {
    return fail(ErrorCode::conflict, "an innovation does not come from itself", "lineage",
                house_rule(HouseRule::comes_from_itself));
  }
  std::set<InnovationId> ancestors{added.earlier};
  for (bool grows = true; grows;) {
    grows = false;
    for (const auto& line : known) {
      if (line.innovation == added.innovation && line.earlier == added.earlier) {
        return fail(ErrorCode::conflict, "this is known already", "lineage",
                    house_rule(HouseRule::lineage_known));
      }
      if (ancestors.contains(line.innovation)) {
        grows = ancestors.insert(line.earlier).second || grows;
      }
    }
  }
  if (!ancestors.contains(added.innovation)) return {};
  return fail(ErrorCode::conflict, "the earlier innovation comes from this one", "lineage",
              house_rule(HouseRule::lineage_circle));
}

}  // namespace tributary::ecosystem
