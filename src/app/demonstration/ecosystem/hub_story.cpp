// The hub of the demonstration: the page of a southern region that is invented, as are its news and
// its call; see scene.h.
#include <functional>
#include <string>
#include <utility>

#include "app/demonstration/demonstration.h"
#include "app/demonstration/ecosystem/scene.h"

namespace tributary::app::demonstration {
namespace {

namespace eco = ecosystem;

eco::HubContent southern_region() {
  return {.texts = {{"en", "Demonstration: a southern region",
                     "Training projects with partners in the south of Europe. This page is made up "
                     "to show what a hub is: the region, its news and its call do not exist."},
                    {"el", "Επίδειξη: μια νότια περιοχή",
                     "Έργα κατάρτισης με εταίρους στον νότο της Ευρώπης. Η σελίδα αυτή είναι "
                     "επινοημένη για να δείξει τι είναι ένας κόμβος: η περιοχή, τα νέα και η "
                     "πρόσκλησή της δεν υπάρχουν."},
                    {"fr", "Démonstration : une région du sud",
                     "Projets de formation avec des partenaires du sud de l'Europe. Cette page est "
                     "inventée pour montrer ce qu'est un hub : la région, ses nouvelles et son "
                     "appel n'existent pas."}},
          .query = "",
          .choices = {{"country", "PT"},
                      {"country", "ES"},
                      {"country", "IT"},
                      {"country", "GR"},
                      {"country", "CY"}}};
}

/// What the hub's manager does with it as it is then.
using Keep = std::function<Result<>(const eco::Actor& manager, const SeenHub& hub)>;

void keeps(Scene& scene, int ago, Keep keep) {
  scene.story.on(ago, [&scene, keep = std::move(keep)]() -> Result<> {
    const auto manager = scene.cast.actor("hub");
    const std::string slug(kHub);
    const auto view = TRY(scene.hubs.view(manager, slug));
    return keep(manager, {.slug = slug, .seen = view.stored.revision});
  });
}

void publishes(Scene& scene, int ago, std::string language, std::string title, std::string body) {
  const eco::HubNews news{.language = std::move(language),
                          .title = std::move(title),
                          .body = std::move(body),
                          .day = scene.story.day(ago)};
  keeps(scene, ago, [&scene, news](const eco::Actor& manager, const SeenHub& hub) -> Result<> {
    TRY(scene.hubs.publish(manager, hub, news));
    return {};
  });
}

}  // namespace

void tell_hub(Scene& scene) {
  scene.story.on(120, [&scene] {
    return scene.hubs.create(scene.cast.actor("administrator"),
                             {.slug = std::string(kHub), .content = southern_region()},
                             scene.portal);
  });
  keeps(scene, 119, [&scene](const eco::Actor& manager, const SeenHub& hub) {
    return scene.hubs.move(manager, {.slug = hub.slug, .seen = hub.seen, .act = eco::HubAct::open});
  });
  publishes(scene, 118, "en", "The hub is open",
            "Invented news: this page now gathers training projects of the region, and the calls "
            "that its organisations may answer.");
  publishes(scene, 60, "el", "Συνάντηση σχολείων και εργοδοτών",
            "Επινοημένο νέο: σχολεία και εργοδότες της περιοχής συναντήθηκαν για τις θέσεις "
            "πρακτικής του επόμενου έτους.");
  publishes(scene, 20, "fr", "Un atelier sur le mentorat",
            "Nouvelle inventée : un atelier a réuni des mentors d'apprentis de petites "
            "entreprises.");
  const eco::HubCall call{.call = "DEMO-SOUTH-2027",
                          .language = "en",
                          .note = "Invented call: small partnerships of schools and firms.",
                          .deadline = scene.story.day(-90),
                          .link = "https://demonstration.example/call"};
  keeps(scene, 19, [&scene, call](const eco::Actor& manager, const SeenHub& hub) -> Result<> {
    TRY(scene.hubs.add_call(manager, hub, call));
    return {};
  });
  const eco::HubHighlight project{
      .project = store::project_slug(inecvet_project()),
      .language = "en",
      .reason =
          "Four of its ten partners are in Cyprus and Portugal, and it asked how ideas become "
          "everyday practice."};
  keeps(scene, 18, [&scene, project](const eco::Actor& manager, const SeenHub& hub) -> Result<> {
    TRY(scene.hubs.highlight(manager, hub, project, scene.portal));
    return {};
  });
}

}  // namespace tributary::app::demonstration
