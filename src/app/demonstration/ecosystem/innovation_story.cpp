#include "app/demonstration/ecosystem/innovation_story.h"

namespace tributary::app::demonstration {

void tell_innovations(Scene& scene) {
  tell_far_innovations(scene);
  tell_young_innovations(scene);
  tell_ended_innovations(scene);
}

}  // namespace tributary::app::demonstration
