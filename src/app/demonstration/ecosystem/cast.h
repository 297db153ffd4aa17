// app/demonstration/ecosystem/cast.h
//
// The people of the demonstration: one account a role at least, under names that say so and
// addresses that no mail can reach (RFC 2606).
//
// Thread rule: one thread.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "app/accounts/account_desk.h"
#include "app/demonstration/ecosystem/story.h"
#include "store/catalogue_store.h"

namespace tributary::app::demonstration {

inline constexpr std::string_view kPanel = "demonstration";
inline constexpr std::string_view kHub = "demonstration";

struct CastMember {
  std::string key;   ///< also of the mail address: "chair", "representative-pt"
  std::string name;  ///< "Demo chair of the panel"
  std::vector<ecosystem::Grant> grants;
  [[nodiscard]] std::string mail() const { return key + "@demonstration.example"; }
};

class Cast {
 public:
  /// The ten organisations of InEcVET are those of the catalogue. Errors: `unmet` where it has not
  /// got them.
  static Result<Cast> of(store::CatalogueStore& catalogue);

  /// Everybody gets an account and its roles on this day.
  void sign_up(int days_ago, Story& story, AccountDesk& desk);

  [[nodiscard]] const std::vector<CastMember>& members() const { return members_; }
  /// REQUIRES: there is such a member, and the day of sign_up() was played.
  [[nodiscard]] ecosystem::Actor actor(std::string_view key) const;
  /// The id of an organisation by its short key, such as "cardet". REQUIRES: there is one.
  [[nodiscard]] const std::string& organisation(std::string_view key) const;

 private:
  void add(std::string key, std::string name, std::vector<ecosystem::Grant> grants = {});

  std::map<std::string, std::string, std::less<>> organisations_;
  std::vector<CastMember> members_;
  std::map<std::string, ecosystem::PersonId, std::less<>> persons_;
};

}  // namespace tributary::app::demonstration
