import { CentreList } from '../features/learning-centre/centre-list.tsx';

/** What can be found without being assigned. */
export const LearningCentrePage = () => <CentreList />;
