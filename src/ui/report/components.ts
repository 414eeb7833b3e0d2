import Asks from './Asks.astro';
import Changes from './Changes.astro';
import Channels from './Channels.astro';
import Chart from './Chart.astro';
import Cover from './Cover.astro';
import DataAppendix from './DataAppendix.astro';
import Glossary from './Glossary.astro';
import Initiatives from './Initiatives.astro';
import Keep from './Keep.astro';
import Kpis from './Kpis.astro';
import MediaPlan from './MediaPlan.astro';
import Note from './Note.astro';
import PageBreak from './PageBreak.astro';
import Plan from './Plan.astro';
import Summary from './Summary.astro';
import TopTable from './TopTable.astro';
import Work from './Work.astro';

/** What a report template may use, by name; the names alone are in `names.ts`. */
export const components = {
  Asks,
  Changes,
  Channels,
  Chart,
  Cover,
  DataAppendix,
  Glossary,
  Initiatives,
  Keep,
  Kpis,
  MediaPlan,
  Note,
  PageBreak,
  Plan,
  Summary,
  TopTable,
  Work,
};
