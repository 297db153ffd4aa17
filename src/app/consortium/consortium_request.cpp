#include "app/consortium/consortium_request.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <boost/json.hpp>
#include <charconv>
#include <cmath>
#include <map>

#include "app/consortium/rule_files.h"
#include "app/consortium/rule_parts.h"
#include "base/spreadsheet_text.h"
#include "catalogue/formats/table_file.h"

namespace tributary::app {
namespace {

using network::Member;

constexpr double kCentsOfEuro = 100;
constexpr std::size_t kMostNameBytes = 500;

/// A member as words, whichever file they stood in.
struct MemberWords {
  std::string organisation, name, country, type, role;
};

/// Errors: `invalid_argument` whose context is the word's field.
Result<Member> member_from(MemberWords words) {
  Member member;
  const auto refuse = [](std::string_view field, std::string reason) {
    return fail(ErrorCode::invalid_argument, std::move(reason), std::string(field));
  };
  if (words.organisation.empty() && words.name.empty()) {
    return refuse("name", "an organisation has a name, or its id in the catalogue as organisation");
  }
  if (words.name.size() > kMostNameBytes) {
    return refuse("name", fmt::format("a name has at most {} bytes", kMostNameBytes));
  }
  if (!words.country.empty() && !is_country_code(words.country)) {
    return refuse("country", fmt::format("\"{}\" is no country, like PT", words.country));
  }
  if (words.type == "unknown") words.type.clear();
  const auto types = organisation_types();
  if (!words.type.empty() && std::ranges::find(types, words.type) == types.end()) {
    return refuse("type", fmt::format("\"{}\" is none of {}", words.type, fmt::join(types, ", ")));
  }
  if (!words.role.empty()) {
    member.role = network::role_from(words.role);
    if (!member.role) {
      return refuse("role", fmt::format("\"{}\" is none of coordinator, partner, "
                                        "associated_partner",
                                        words.role));
    }
  }
  member.id = std::move(words.organisation);
  member.name = std::move(words.name);
  member.country = std::move(words.country);
  member.type = std::move(words.type);
  return member;
}

std::optional<Money> money_of(std::optional<double> euro) {
  if (!euro) return std::nullopt;
  return Money{std::llround(*euro * kCentsOfEuro)};
}

Result<Member> member_from(JsonFields& fields) {
  MemberWords words;
  words.organisation = TRY(fields.text_or_nothing("organisation"));
  words.name = TRY(fields.text_or_nothing("name"));
  words.country = TRY(fields.text_or_nothing("country"));
  words.type = TRY(fields.text_or_nothing("type"));
  words.role = TRY(fields.text_or_nothing("role"));
  const auto budget = money_of(TRY(fields.number("budget_eur", kMostEuro)));
  const auto newcomer = TRY(fields.flag("newcomer"));
  auto member = member_from(std::move(words));
  if (!member) return fields.refusal(member.error().context, member.error().message);
  member->budget = budget;
  member->newcomer = newcomer;
  return member;
}

Result<network::RuleSet> rules_field(JsonFields& fields) {
  const auto* value = fields.value("rules");
  if (value == nullptr) return fields.refusal("rules", "these are missing: a name, or a set");
  if (value->is_object()) return rules_from(TRY(JsonFields::of(*value, fields.path_of("rules"))));
  const auto name = TRY(fields.text("rules"));
  auto rules = shipped_rules(name);
  if (!rules && rules.error().code == ErrorCode::not_found) {
    return fields.refusal("rules", rules.error().message);
  }
  return rules;
}

// ---- Tables.

constexpr std::array<std::string_view, 8> kColumns{
    "organisation", "name", "country", "type", "role", "budget_eur", "newcomer", "score"};

/// The cells of a row by the names of their columns; what a table does not have is empty.
class Cells {
 public:
  static Result<Cells> of(const std::vector<std::string>& header, const Path& file) {
    for (const auto& name : header) {
      if (name.empty() || std::ranges::find(kColumns, name) != kColumns.end()) continue;
      return fail(ErrorCode::invalid_argument,
                  fmt::format("there is no column \"{}\" in a table of organisations; there are {}",
                              name, fmt::join(kColumns, ", ")),
                  file.string());
    }
    return Cells(header);
  }

  [[nodiscard]] std::string of(const catalogue::Row& row, std::string_view column) const {
    const auto place = std::ranges::find(header_, column) - header_.begin();
    const auto cell = static_cast<std::size_t>(place);
    return cell < row.cells.size() ? std::string(row.cells[cell]) : std::string();
  }

 private:
  explicit Cells(std::vector<std::string> header) : header_(std::move(header)) {}
  std::vector<std::string> header_;
};

Result<std::optional<double>> number_cell(const std::string& cell, const char* column,
                                          double highest) {
  if (cell.empty()) return std::nullopt;
  double number = -1;
  const auto [end, failure] = std::from_chars(cell.data(), cell.data() + cell.size(), number);
  const bool is_read = failure == std::errc() && end == cell.data() + cell.size();
  if (!is_read || !(number >= 0 && number <= highest)) {
    return fail(ErrorCode::invalid_argument,
                fmt::format("\"{}\" is no number from 0 to {}, like 1250.50", cell, highest),
                column);
  }
  return number;
}

Result<Member> member_from(const catalogue::Row& row, const Cells& cells) {
  const std::string name(without_spreadsheet_mark(cells.of(row, "name")));
  auto member =
      TRY(member_from(MemberWords{cells.of(row, "organisation"), name, cells.of(row, "country"),
                                  cells.of(row, "type"), cells.of(row, "role")}));
  member.budget = money_of(TRY(number_cell(cells.of(row, "budget_eur"), "budget_eur", kMostEuro)));
  const auto newcomer = cells.of(row, "newcomer");
  if (!newcomer.empty() && newcomer != "yes" && newcomer != "no") {
    return fail(ErrorCode::invalid_argument, "this is yes, no or empty", "newcomer");
  }
  if (!newcomer.empty()) member.newcomer = newcomer == "yes";
  return member;
}

Result<> take_row(const catalogue::Row& row, const Cells& cells, ConsortiumRequest& request) {
  auto member = TRY(member_from(row, cells));
  const auto score = TRY(number_cell(cells.of(row, "score"), "score", 1));
  if (score) {
    request.candidates.push_back({.member = std::move(member), .score = *score});
  } else {
    request.members.push_back(std::move(member));
  }
  if (request.members.size() > kMostMembers) {
    return fail(ErrorCode::invalid_argument,
                fmt::format("a consortium has at most {} organisations", kMostMembers));
  }
  if (request.candidates.size() > kMostCandidates) {
    return fail(ErrorCode::invalid_argument,
                fmt::format("there are at most {} candidates", kMostCandidates));
  }
  return {};
}

Result<ConsortiumRequest> read_table(const Path& file) {
  const auto inputs = TRY(catalogue::list_inputs(file));
  if (inputs.size() != 1) {
    return fail(ErrorCode::invalid_argument, "name one table", file.string());
  }
  const auto table = TRY(catalogue::open_table(inputs.front()));
  const auto cells = TRY(Cells::of(table->header(), file));
  ConsortiumRequest request;
  catalogue::Row row;
  catalogue::DamagedRow damaged;
  for (auto step = TRY(table->next(row, damaged)); step != catalogue::TableReader::Step::end;
       step = TRY(table->next(row, damaged))) {
    if (step == catalogue::TableReader::Step::damaged) {
      return fail(ErrorCode::invalid_argument, damaged.reason,
                  fmt::format("{}: line {}", file.string(), damaged.line));
    }
    TRY(in_context(fmt::format("{}: line {}", file.string(), row.line),
                   take_row(row, cells, request)));
  }
  return request;
}

Result<> read_proposal_fields(JsonFields& fields, ConsortiumRequest& request) {
  for (auto& candidate : TRY(fields.objects("candidates", kMostCandidates))) {
    auto member = TRY(member_from(candidate));
    const auto score = TRY(candidate.number("score", 1));
    if (!score) return candidate.refusal("score", "this is missing: how much it is wanted, 0 to 1");
    TRY(candidate.refuse_others());
    request.candidates.push_back({.member = std::move(member), .score = *score});
  }
  const auto places = TRY(fields.whole_number("places", kMostMembers));
  if (places) request.places = static_cast<std::size_t>(*places);
  const auto alternatives = TRY(fields.whole_number("alternatives", kMostAlternatives));
  if (alternatives) request.alternatives = static_cast<std::size_t>(*alternatives);
  return {};
}

/// Organisations by the ids that a request has for them: each is read once.
using Known = std::map<std::string, store::StoredOrganisation>;

Result<> complete_member(Member& member, const std::string& path, Portal& portal, Known& known) {
  if (member.id.empty()) return {};
  auto found = known.find(member.id);
  if (found == known.end()) {
    auto read = portal.organisation_named(member.id);
    if (!read && read.error().code == ErrorCode::not_found) {
      return fail(ErrorCode::invalid_argument,
                  fmt::format("the catalogue has no organisation \"{}\"", member.id),
                  path + ".organisation");
    }
    found = known.emplace(member.id, TRY(std::move(read))).first;
  }
  const auto& organisation = found->second;
  const auto& named = organisation.named;
  member.id = std::to_string(organisation.id.value);
  if (member.name.empty()) member.name = named.name;
  if (member.country.empty() && is_country_code(named.country)) member.country = named.country;
  if (member.type.empty() && named.type != catalogue::OrganisationType::unknown) {
    member.type = name_of(named.type);
  }
  return {};
}

}  // namespace

Result<ConsortiumRequest> read_consortium(std::string_view json, Purpose purpose) {
  const auto value = TRY(parse_json(json));
  auto fields = TRY(JsonFields::of(value, ""));
  ConsortiumRequest request;
  request.rules = TRY(rules_field(fields));
  for (auto& member : TRY(fields.objects("organisations", kMostMembers))) {
    request.members.push_back(TRY(member_from(member)));
    TRY(member.refuse_others());
  }
  if (purpose == Purpose::proposal) TRY(read_proposal_fields(fields, request));
  TRY(fields.refuse_others());
  return request;
}

Result<ConsortiumRequest> read_consortium_file(const Path& file) {
  if (file.extension() != ".json") return read_table(file);
  const auto text = TRY(read_file(file));
  return in_context(file.string(), read_consortium(text, Purpose::proposal));
}

network::Proposal proposal_for(const ConsortiumRequest& request,
                               std::chrono::steady_clock::time_point deadline) {
  return network::propose({.rules = request.rules->rules,
                           .members = request.members,
                           .candidates = request.candidates,
                           .places = request.places,
                           .deadline = deadline,
                           .alternatives = request.alternatives});
}

std::vector<Member> proposed_members(const ConsortiumRequest& request,
                                     const network::Proposal& proposal) {
  auto members = request.members;
  for (const auto& choice : proposal.choices) {
    members.push_back(request.candidates[choice.candidate].member);
    members.back().role = choice.role;
  }
  return members;
}

bool asks_catalogue(const ConsortiumRequest& request) {
  const auto has_id = [](const Member& member) { return !member.id.empty(); };
  return std::ranges::any_of(request.members, has_id) ||
         std::ranges::any_of(request.candidates, has_id, &network::Candidate::member);
}

Result<> complete_from_catalogue(ConsortiumRequest& request, Portal& portal) {
  Known known;
  for (std::size_t place = 0; place < request.members.size(); ++place) {
    TRY(complete_member(request.members[place], fmt::format("organisations[{}]", place), portal,
                        known));
  }
  for (std::size_t place = 0; place < request.candidates.size(); ++place) {
    TRY(complete_member(request.candidates[place].member, fmt::format("candidates[{}]", place),
                        portal, known));
  }
  return {};
}

}  // namespace tributary::app
