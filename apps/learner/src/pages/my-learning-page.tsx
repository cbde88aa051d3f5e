import { PageHeading } from '@milepost/web/ui/page-heading.tsx';
import { useTranslation } from '@milepost/web/i18n/use-translation.tsx';
import { useSearchParams } from 'react-router';
import { type LearningFilter, learningParts } from '../features/my-learning/filter-learning.ts';
import { MyLearningList } from '../features/my-learning/my-learning-list.tsx';
import { MyLearningLive } from '../features/my-learning/my-learning-live.tsx';

/** Everything that a person has, with a filter that lives in the address. */
export function MyLearningPage() {
  const { t } = useTranslation('learner');
  const [search, setSearch] = useSearchParams();
  const filter: LearningFilter = { show: learningParts.find((part) => part === search.get('show')) ?? 'ALL', text: search.get('q') ?? '' };
  const change = ({ show, text }: LearningFilter) =>
    setSearch({ ...(show === 'ALL' ? {} : { show }), ...(text === '' ? {} : { q: text }) }, { replace: true });
  return (
    <>
      <PageHeading title={t('nav.myLearning')} />
      <MyLearningLive />
      <MyLearningList filter={filter} onFilter={change} />
    </>
  );
}
