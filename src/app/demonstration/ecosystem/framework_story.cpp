#include <algorithm>

#include "app/demonstration/ecosystem/scene.h"
#include "ecosystem/framework/framework_version.h"

namespace tributary::app::demonstration {
namespace {

namespace eco = ecosystem;

constexpr eco::VersionNumber kAgreed{0, 1, 0}, kNext{0, 2, 0};

const std::string kWhoIsMissing =
    " Those who did not come, or left, are counted beside those who stayed.";
const std::string kCostOfMeasuring =
    " What is measured is worth the time that learners and trainers spend on it.";

void move_version(Scene& scene, int days_ago, eco::VersionNumber number, eco::VersionAct act) {
  scene.story.on(days_ago, [&scene, number, act]() -> Result<> {
    const auto seen = TRY(scene.framework.view(number)).version.summary.revision;
    return scene.framework.move(scene.cast.actor("steward"),
                                MoveVersion{.number = number, .seen = seen, .act = act});
  });
}

/// Changes the items of a draft.
template <class Change>
void edit_draft(Scene& scene, int days_ago, eco::VersionNumber number, Change change) {
  scene.story.on(days_ago, [&scene, number, change]() -> Result<> {
    const auto version = TRY(scene.framework.view(number)).version;
    EditVersion edit{.number = number,
                     .seen = version.summary.revision,
                     .title = version.text.title,
                     .items = version.text.items,
                     .change_map = {}};
    change(edit.items);
    return scene.framework.edit(scene.cast.actor("steward"), edit);
  });
}

/// To an item's text as it is, with `added` behind it.
void propose_addition(Scene& scene, int days_ago, eco::VersionNumber number, const std::string& who,
                      const std::string& item, const std::string& added,
                      const std::string& reason) {
  scene.story.on(days_ago, [&scene, number, who, item, added, reason]() -> Result<> {
    const auto version = TRY(scene.framework.view(number)).version;
    const auto& before = eco::find_item(version.text, {item})->text;
    TRY(scene.framework.propose(scene.cast.actor(who), {.number = number,
                                                        .item = {item},
                                                        .before = before,
                                                        .after = before + added,
                                                        .reason = reason}));
    return {};
  });
}

/// The amendment that was the `place`-th of its version.
Result<store::Amendment> amendment_at(Scene& scene, eco::VersionNumber number, std::size_t place) {
  return TRY(scene.framework.view(number)).amendments.at(place);
}

void support_amendment_by(Scene& scene, int days_ago, eco::VersionNumber number, std::size_t place,
                          const std::string& who) {
  scene.story.on(days_ago, [&scene, number, place, who]() -> Result<> {
    const auto id = TRY(amendment_at(scene, number, place)).id;
    return scene.framework.support(scene.cast.actor(who), id);
  });
}

void move_amendment(Scene& scene, int days_ago, eco::VersionNumber number, std::size_t place,
                    const std::string& who, eco::AmendmentAct act, const std::string& reasons,
                    std::optional<std::size_t> into = {}) {
  scene.story.on(days_ago, [&scene, number, place, who, act, reasons, into]() -> Result<> {
    const auto amendment = TRY(amendment_at(scene, number, place));
    MoveAmendment move{.id = amendment.id,
                       .seen = amendment.revision,
                       .act = act,
                       .reasons = reasons,
                       .merge_into = {}};
    if (into) move.merge_into = TRY(amendment_at(scene, number, *into)).id;
    return scene.framework.move(scene.cast.actor(who), move);
  });
}

void take_position(Scene& scene, int days_ago, eco::VersionNumber number, const std::string& who,
                   const std::string& state, eco::PositionKind kind, const std::string& text = {}) {
  scene.story.on(days_ago, [&scene, number, who, state, kind, text] {
    return scene.framework.take_position(
        scene.cast.actor(who), {.number = number, .state = {state}, .kind = kind, .text = text});
  });
}

void tell_first_amendments(Scene& scene) {
  using enum eco::AmendmentAct;
  propose_addition(scene, 580, kAgreed, "member", "E6", kCostOfMeasuring,
                   "Trainers report that forms take an hour a week which learners then lack.");
  propose_addition(scene, 578, kAgreed, "organisation", "P10",
                   " A provider may go on with it at its own cost.",
                   "A school that believes in its work should not be told to end it.");
  propose_addition(scene, 577, kAgreed, "innovator-fip", "E4",
                   " A fixed share of every budget is kept for it.",
                   "Without a share of its own, new work is what is cut first.");
  propose_addition(scene, 575, kAgreed, "innovator-euc", "E6",
                   " Nobody is asked twice for the same figure.",
                   "Figures that an authority has already need not be collected again.");
  support_amendment_by(scene, 574, kAgreed, 0, "innovator-lmetb");
  support_amendment_by(scene, 573, kAgreed, 0, "innovator-pitesti");
  move_amendment(scene, 570, kAgreed, 3, "steward", merge,
                 "Both ask that measuring costs less; they are discussed as one.", 0);
  move_amendment(scene, 568, kAgreed, 2, "innovator-fip", withdraw,
                 "A share belongs into national law; the debate showed that it differs too much.");
  move_amendment(scene, 565, kAgreed, 0, "steward", debate, "");
  move_amendment(scene, 565, kAgreed, 1, "steward", debate, "");
  move_amendment(
      scene, 550, kAgreed, 0, "steward", accept,
      "Nobody spoke against it. It enters with version 0.2.0, as the text is fixed now.");
  move_amendment(scene, 550, kAgreed, 1, "steward", reject,
                 "It would leave learners with what was found not to help them.");
}

void tell_agreement(Scene& scene) {
  using enum eco::PositionKind;
  take_position(scene, 530, kAgreed, "representative-ie", "IE", agree);
  take_position(scene, 527, kAgreed, "representative-ro", "RO", abstain);
  take_position(scene, 522, kAgreed, "representative-fi", "FI", agree);
  take_position(scene, 519, kAgreed, "representative-pt", "PT", agree);
  take_position(scene, 515, kAgreed, "representative-cy", "CY", agree_with_reservation,
                "Independent assessment (P6) needs panels across borders, as in a small system all "
                "know each other. We apply it once such panels exist.");
  take_position(scene, 511, kAgreed, "representative-ro", "RO", agree,
                "The ministry has consulted the counties since.");
  move_version(scene, 505, kAgreed, eco::VersionAct::agree);
}

eco::FrameworkItem learners_voice() {
  return {
      .key = {"E10"},
      .kind = eco::ItemKind::element,
      .name = "Learners' voice",
      .text =
          "Learners help to choose which problems are worked on, and hear what became of "
          "what they said.",
      .level_descriptors = {"Learners are not asked.",
                            "Some are asked, where a trainer thinks of it.",
                            "Each innovation asks its learners at its end.",
                            "Learners sit in teams and panels, with time and preparation.",
                            "Learners set problems, and are told each year what was done."},
      .evidence_types = {"minutes that name what learners asked for", "reports back to learners"}};
}

void tell_next_version(Scene& scene) {
  scene.story.on(90, [&scene] {
    return scene.framework.draft(scene.cast.actor("steward"),
                                 {.based_on = kAgreed,
                                  .number = kNext,
                                  .title = "Common elements and principles, with learners"});
  });
  edit_draft(scene, 82, kNext, [](std::vector<eco::FrameworkItem>& items) {
    for (auto& item : items) {
      if (item.key.value == "E6") item.text += kCostOfMeasuring;
    }
    const auto first_principle =
        std::ranges::find(items, eco::ItemKind::principle, &eco::FrameworkItem::kind);
    items.insert(first_principle, learners_voice());
  });
  move_version(scene, 45, kNext, eco::VersionAct::consult);
  propose_addition(scene, 38, kNext, "innovator-lousada", "E10", " Former learners count as well.",
                   "Who finished a year ago knows best what was missing.");
  support_amendment_by(scene, 36, kNext, 0, "member");
  support_amendment_by(scene, 33, kNext, 0, "organisation");
  propose_addition(scene, 30, kNext, "agency-fi", "P4",
                   " A small provider may share an evaluator with others.",
                   "Evidence is declared in advance only where somebody has the time for it.");
  move_amendment(scene, 24, kNext, 1, "steward", eco::AmendmentAct::debate, "");
  take_position(scene, 20, kNext, "representative-ie", "IE", eco::PositionKind::agree);
  take_position(scene, 12, kNext, "representative-fi", "FI", eco::PositionKind::object,
                "Learners under eighteen need the consent of their parents before they sit in a "
                "panel; the text is silent on it.");
}

}  // namespace

void tell_framework(Scene& scene) {
  scene.story.on(1249, [&scene] { return scene.framework.begin_with_starter(); });
  scene.story.on(612, [&scene] {
    // Populations in whole millions.
    return scene.framework.set_rule(scene.cast.actor("steward"),
                                    {.majority = eco::MajorityKind::qualified,
                                     .quorum_percent = 60,
                                     .states_percent = 55,
                                     .population_percent = 65},
                                    {{{"CY"}, 1'000'000},
                                     {{"FI"}, 6'000'000},
                                     {{"IE"}, 5'000'000},
                                     {{"PT"}, 11'000'000},
                                     {{"RO"}, 19'000'000}});
  });
  edit_draft(scene, 600, kAgreed, [](std::vector<eco::FrameworkItem>& items) {
    for (auto& item : items) {
      if (item.key.value == "E9") item.text += kWhoIsMissing;
    }
  });
  move_version(scene, 590, kAgreed, eco::VersionAct::consult);
  tell_first_amendments(scene);
  move_version(scene, 540, kAgreed, eco::VersionAct::propose);
  tell_agreement(scene);
  tell_next_version(scene);
}

}  // namespace tributary::app::demonstration
