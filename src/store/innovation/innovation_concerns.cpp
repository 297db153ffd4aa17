#include "store/innovation/innovation_concerns.h"

namespace tributary::store {
namespace {

namespace eco = ecosystem;

/// Adds what a query finds.
class ConcernFinder {
 public:
  explicit ConcernFinder(sql::Connection& connection) : connection_(connection) {}

  template <class... Values>
  Result<> add(std::string_view condition, const Values&... values) {
    auto row = TRY(
        connection_.statement("SELECT i.id FROM innovations i WHERE i.standing = 'active' AND " +
                              std::string(condition)));
    TRY(row.bind(values...));
    while (TRY(row.step())) found_.insert({row.integer(0)});
    return {};
  }

  std::set<eco::InnovationId> take() { return std::move(found_); }

 private:
  sql::Connection& connection_;
  std::set<eco::InnovationId> found_;
};

}  // namespace

Result<std::set<eco::InnovationId>> innovations_concerning(sql::Connection& connection,
                                                           const Concern& concern) {
  ConcernFinder finder(connection);
  TRY(finder.add(
      "EXISTS (SELECT 1 FROM innovation_team t WHERE t.innovation = i.id AND t.person = ? "
      "AND t.kind = 'joined' AND NOT EXISTS (SELECT 1 FROM innovation_team later "
      "WHERE later.innovation = t.innovation AND later.person = t.person "
      "AND later.role = t.role AND later.number > t.number))",
      concern.person.value));
  for (const auto& panel : concern.panels) TRY(finder.add("i.panel = ?", panel));
  if (concern.convenes_a_panel) TRY(finder.add("i.panel = ''"));
  for (const auto& state : concern.decides_for) {
    TRY(finder.add("i.mainstreaming_state = ?", state.value));
    TRY(finder.add("i.stage = 'assessment'"));
  }
  for (const auto& state : concern.confirms_for) {
    TRY(
        finder.add("i.member_state = ? AND EXISTS (SELECT 1 FROM override_proposals o "
                   "WHERE o.innovation = i.id AND o.number + 1 = i.revision)",
                   state.value));
  }
  return finder.take();
}

}  // namespace tributary::store
