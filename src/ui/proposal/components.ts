import Acceptance from './Acceptance.astro';
import Approach from './Approach.astro';
import Brief from './Brief.astro';
import Cover from './Cover.astro';
import Estimate from './Estimate.astro';
import Goals from './Goals.astro';
import Packages from './Packages.astro';
import Payments from './Payments.astro';
import References from './References.astro';
import Team from './Team.astro';
import Terms from './Terms.astro';
import Timeline from './Timeline.astro';

/** What a proposal may use, by name; the names alone are in `names.ts`. */
export const components = {
  Acceptance,
  Approach,
  Brief,
  Cover,
  Estimate,
  Goals,
  Packages,
  Payments,
  References,
  Team,
  Terms,
  Timeline,
};
