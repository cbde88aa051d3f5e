import { Button, Text, Title } from '@mantine/core';
import { useTranslation } from '../i18n/use-translation.tsx';
import { useFormat } from '../i18n/format.ts';
import classes from './operation-drawer.module.css';

export interface OperationPreview {
  /** Another one has to be confirmed anew. */
  readonly id: string;
  /** How many would be changed: the number that is repeated. */
  readonly affected: number;
  /** What would happen to how many, in the words of the act. */
  readonly counts: readonly { readonly id: string; readonly label: string; readonly count: number }[];
  /** The same for each thing that is given, where there are several. */
  readonly parts?: readonly { readonly id: string; readonly label: string; readonly counts: OperationPreview['counts'] }[];
  readonly sample: readonly { readonly id: string; readonly name: string; readonly note?: string }[];
  /** What needs attention, each in a sentence. */
  readonly conflicts: readonly { readonly id: string; readonly text: string; readonly action?: { readonly label: string; run(): void } }[];
  /** What it changes beside people: how it was, how it will be. */
  readonly facts?: readonly { readonly id: string; readonly label: string; readonly text: string }[];
  /** Given: it may be carried out though it concerns nobody, and this is said then. */
  readonly nobodyText?: string;
}

/** What a bulk act would do: counts, a sample, and what needs attention. */
export function OperationPreviewView({ preview }: { preview: OperationPreview }) {
  const { t } = useTranslation('work');
  const format = useFormat();
  const more = preview.affected - preview.sample.length;
  return (
    <>
      {preview.facts?.map((fact) => (
        <section key={fact.id}>
          <Title order={4}>{fact.label}</Title>
          <Text size="sm">{fact.text}</Text>
        </section>
      ))}
      <section>
        <Title order={4}>{t('operation.affected')}</Title>
        {preview.affected === 0 && <Text size="sm">{preview.nobodyText ?? t('operation.nothing')}</Text>}
        <dl className={classes.counts}>
          {preview.counts.map((count) => (
            <div key={count.id} className={classes.count}>
              <dt>{count.label}</dt>
              <dd>{format.number(count.count)}</dd>
            </div>
          ))}
        </dl>
        {preview.parts?.map((part) => (
          <section key={part.id} aria-label={part.label} className={classes.part}>
            <Text size="sm" fw={600}>
              {part.label}
            </Text>
            <Text size="sm" c="dimmed">
              {part.counts.map((count) => `${count.label}: ${format.number(count.count)}`).join(' · ')}
            </Text>
          </section>
        ))}
      </section>
      {preview.conflicts.length > 0 && (
        <section className={classes.conflicts}>
          <Title order={4} size="h5">
            {t('operation.conflicts')}
          </Title>
          <ul>
            {preview.conflicts.map((conflict) => (
              <li key={conflict.id}>
                {conflict.text}
                {conflict.action && (
                  <div>
                    <Button size="compact-sm" variant="default" mt={4} onClick={conflict.action.run}>
                      {conflict.action.label}
                    </Button>
                  </div>
                )}
              </li>
            ))}
          </ul>
        </section>
      )}
      {preview.sample.length > 0 && (
        <section>
          <Title order={4}>{t('operation.sample')}</Title>
          <ul className={classes.sample}>
            {preview.sample.map((row) => (
              <li key={row.id}>
                <span>{row.name}</span>
                {row.note && <span className={classes.note}>{row.note}</span>}
              </li>
            ))}
            {more > 0 && <li className={classes.note}>{t('operation.sampleMore', { count: more })}</li>}
          </ul>
        </section>
      )}
    </>
  );
}
