#include "app/demonstration/ecosystem/scene.h"
#include "ecosystem/panel/starter_rubric.h"

namespace tributary::app::demonstration {

void tell_rubrics(Scene& scene) {
  constexpr int kBeforeAll = 1249;
  scene.story.on(kBeforeAll, [&scene] { return scene.innovations.begin_with_default_rules(); });
  for (const auto stage : {ecosystem::Stage::identified, ecosystem::Stage::assessment}) {
    scene.story.on(kBeforeAll, [&scene, stage]() -> Result<> {
      const auto steward = scene.cast.actor("steward");
      const auto id = TRY(scene.rubrics.draft(steward, ecosystem::starter_rubric(stage)));
      return scene.rubrics.publish(steward, id, {1});
    });
  }
}

}  // namespace tributary::app::demonstration
