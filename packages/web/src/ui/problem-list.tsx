import { Button, Text, Title } from '@mantine/core';
import { useTranslation } from '../i18n/use-translation.tsx';
import { IconAlertCircle, IconAlertTriangle, IconCircleCheck } from './icons.ts';
import classes from './problem-list.module.css';

export interface Problem {
  readonly id: string;
  readonly severity: 'PROBLEM' | 'WARNING';
  readonly text: string;
  /** Where it stands, in words: "Milestone 2". */
  readonly place: string;
  /** Brings the reader there and puts the focus on the cause. */
  readonly goTo?: () => void;
}

/** All that has to be resolved, each with the way to its cause; warnings do not block. */
export function ProblemList({ problems }: { problems: readonly Problem[] }) {
  const { t } = useTranslation('work');
  return (
    <section className={classes.root} aria-label={t('editor.problemsTitle')}>
      <Title order={2} size="h4">
        {problems.length === 0 ? t('editor.problemsTitle') : t('editor.problems', { count: problems.length })}
      </Title>
      {problems.length === 0 ? (
        <Text size="sm" className={classes.none}>
          <IconCircleCheck size={18} aria-hidden /> {t('editor.noProblems')}
        </Text>
      ) : (
        <ul className={classes.list}>
          {problems.map((problem) => (
            <li key={problem.id} className={classes.entry} data-severity={problem.severity}>
              {problem.severity === 'PROBLEM' ? <IconAlertCircle size={18} aria-hidden /> : <IconAlertTriangle size={18} aria-hidden />}
              <div>
                <Text size="sm">
                  <strong>{problem.severity === 'PROBLEM' ? t('editor.problem') : t('editor.warning')}: </strong>
                  {problem.text}
                </Text>
                {problem.goTo ? (
                  <Button variant="subtle" size="compact-sm" className={classes.go} onClick={problem.goTo}>
                    {t('editor.goTo', { place: problem.place })}
                  </Button>
                ) : (
                  <Text size="sm" c="dimmed">
                    {problem.place}
                  </Text>
                )}
              </div>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
