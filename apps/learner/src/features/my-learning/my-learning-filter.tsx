import { TextInput } from '@mantine/core';
import { useFormat } from '@milepost/web/i18n/format.ts';
import { IconSearch } from '@milepost/web/ui/icons.ts';
import { useTranslation } from '@milepost/web/i18n/use-translation.tsx';
import { type LearningFilter, type LearningPart, learningParts } from './filter-learning.ts';
import classes from './my-learning-filter.module.css';

interface MyLearningFilterProps {
  filter: LearningFilter;
  counts: Record<LearningPart, readonly unknown[]>;
  onFilter(next: LearningFilter): void;
}

/** Narrows what is listed: by part, by name. */
export function MyLearningFilter({ filter, counts, onFilter }: MyLearningFilterProps) {
  const { t } = useTranslation('learner');
  const format = useFormat();
  const all = learningParts.reduce((sum, part) => sum + counts[part].length, 0);
  return (
    <div className={classes.root} role="search" aria-label={t('myLearning.filter')}>
      <div className={classes.parts} role="group" aria-label={t('myLearning.show')}>
        {(['ALL', ...learningParts] as const).map((part) => (
          <button key={part} type="button" className={classes.part} aria-pressed={filter.show === part} onClick={() => onFilter({ ...filter, show: part })}>
            {t(`myLearning.part.${part}`)} <span className={classes.count}>{format.number(part === 'ALL' ? all : counts[part].length)}</span>
          </button>
        ))}
      </div>
      <TextInput
        type="search"
        className={classes.search}
        aria-label={t('myLearning.search')}
        placeholder={t('myLearning.search')}
        leftSection={<IconSearch size={16} aria-hidden />}
        value={filter.text}
        onChange={(event) => onFilter({ ...filter, text: event.currentTarget.value })}
      />
    </div>
  );
}
