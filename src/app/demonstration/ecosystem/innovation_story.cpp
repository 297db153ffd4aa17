#include "app/demonstration/ecosystem/innovation_story.h"

namespace tributary::app::demonstration {

void tell_innovations(Scene& scene) {
  scene.story.on(1249, [&scene] { return scene.innovations.begin_with_default_rules(); });
  tell_far_innovations(scene);
  tell_young_innovations(scene);
  tell_ended_innovations(scene);
}

}  // namespace tributary::app::demonstration
