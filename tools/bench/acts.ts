import { adminPage } from './acts/admin-page.ts';
import { alreadyKnown } from './acts/already-known.ts';
import { assignment } from './acts/assignment.ts';
import { completion } from './acts/completion.ts';
import { counts } from './acts/counts.ts';
import { audiences, search } from './acts/directory.ts';
import { dynamic } from './acts/dynamic.ts';
import { importing } from './acts/import.ts';
import { learningCentre } from './acts/learning-centre.ts';
import { learnerHome } from './acts/learner-home.ts';
import { latency, sockets } from './acts/live.ts';
import { migration } from './acts/migration.ts';
import { planEditor } from './acts/plan-editor.ts';
import { trainingProgress } from './acts/training-progress.ts';
import { versions } from './acts/versions.ts';
import type { Act } from './bench-context.ts';

/** What is measured, by the name that `--only` takes, in the order in which it disturbs the data. */
export const acts: Readonly<Record<string, Act>> = {
  home: learnerHome,
  page: adminPage,
  counts,
  versions,
  editor: planEditor,
  training: trainingProgress,
  search,
  audiences,
  centre: learningCentre,
  completion,
  latency,
  sockets,
  dynamic,
  assignment,
  known: alreadyKnown,
  migration,
  import: importing,
};
