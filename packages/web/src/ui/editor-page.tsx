import { Button, Group, Tabs, Title } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from '../i18n/use-translation.tsx';
import { useAddressParams } from './address-params.ts';
import classes from './editor-page.module.css';
import { IconAlertCircle, IconCheck } from './icons.ts';
import { PageHeading } from './page-heading.tsx';
import { type Problem, ProblemList } from './problem-list.tsx';
import { type SaveState, SaveStateNote } from './save-state.tsx';

export interface EditorSection {
  /** As the address says it: `?step=basics`. */
  readonly id: string;
  readonly label: string;
  /** Marks the step in the list; undefined while nothing can be said. */
  readonly state?: 'COMPLETE' | 'PROBLEM';
  readonly content: () => ReactNode;
  /** The step lists the problems itself. */
  readonly listsProblems?: boolean;
}

/** What the reader will see, live; made only while it is looked at, which the address says: `?preview=1`. */
interface EditorPreview {
  /** Words of the button that opens and closes it, where there is room for it beside what is edited. */
  readonly show: string;
  readonly hide: string;
  readonly content: () => ReactNode;
}

interface EditorPageProps {
  title: string;
  trail?: ReactNode;
  status?: ReactNode;
  actions?: ReactNode;
  save: SaveState;
  onRetrySave(): void;
  sections: readonly EditorSection[];
  problems: readonly Problem[];
  preview?: EditorPreview;
}

/**
 * The editor pattern: steps that live in the address and save as one goes, with the problems beside. Any step can be opened at any time.
 * The preview stands beside what is edited; on a phone the two are tabs.
 */
export function EditorPage({ title, trail, status, actions, save, onRetrySave, sections, problems, preview }: EditorPageProps) {
  const { t } = useTranslation(['ui', 'work']);
  const [params, change] = useAddressParams();
  const index = Math.max(0, sections.findIndex((section) => section.id === params.get('step')));
  const current = sections[index];
  const heading = useRef<HTMLHeadingElement>(null);
  const shown = useRef(current?.id);
  useEffect(() => {
    if (shown.current === current?.id) return;
    shown.current = current?.id;
    heading.current?.focus();
  }, [current?.id]);
  // On a phone the steps stand in one row that scrolls.
  const steps = useRef<HTMLElement>(null);
  useEffect(() => {
    // Newer browsers answer with a promise, which must not pass for the effect's end.
    steps.current?.querySelector('[aria-current]')?.scrollIntoView?.({ block: 'nearest', inline: 'center' });
  }, [current?.id]);
  const open = (section: EditorSection | undefined) => {
    if (section) change((next) => next.set('step', section.id), { preventScrollReset: false });
  };
  useWarnBeforeLeaving(save !== 'SAVED');
  const phone = useMediaQuery('(max-width: 61.99em)', false, { getInitialValueInEffect: false });
  const previewed = params.get('preview') === '1';
  const look = (at: boolean) => change((next) => (at ? next.set('preview', '1') : next.delete('preview')));
  const editing = (
    <div className={classes.columns}>
      <nav aria-label={t('work:editor.sections')} className={classes.steps} ref={steps}>
        <ol>
          {sections.map((section, number) => (
            <li key={section.id}>
              <button type="button" className={classes.step} aria-current={section.id === current?.id ? 'step' : undefined} onClick={() => open(section)}>
                <span className={classes.mark} data-state={section.state}>
                  {section.state === 'COMPLETE' && <IconCheck size={14} aria-hidden />}
                  {section.state === 'PROBLEM' && <IconAlertCircle size={14} aria-hidden />}
                  {!section.state && number + 1}
                </span>
                <span>
                  {section.label}
                  {section.state === 'PROBLEM' && <span className={classes.spoken}> · {t('work:editor.problem')}</span>}
                </span>
              </button>
            </li>
          ))}
        </ol>
      </nav>
      <div className={classes.main}>
        <Title order={2} ref={heading} tabIndex={-1} className={classes.heading} aria-label={t('work:editor.step', { number: index + 1, total: sections.length, name: current?.label ?? '' })}>
          {current?.label}
        </Title>
        {current?.content()}
        <Group justify="space-between" mt="lg">
          <Button variant="default" disabled={index === 0} onClick={() => open(sections[index - 1])}>
            {t('action.back')}
          </Button>
          {index < sections.length - 1 && <Button onClick={() => open(sections[index + 1])}>{t('action.next')}</Button>}
        </Group>
      </div>
      <div className={classes.side}>
        {!current?.listsProblems && <ProblemList problems={problems} />}
        {preview && !phone && (
          <>
            <Button variant="default" aria-expanded={previewed} onClick={() => look(!previewed)}>
              {previewed ? preview.hide : preview.show}
            </Button>
            {previewed && preview.content()}
          </>
        )}
      </div>
    </div>
  );

  return (
    <article>
      {trail}
      <PageHeading
        title={title}
        note={
          <Group gap="sm" mt={4}>
            {status}
            <SaveStateNote state={save} onRetry={onRetrySave} />
          </Group>
        }
        action={actions}
      />
      {preview && phone ? (
        <Tabs value={previewed ? 'preview' : 'edit'} onChange={(tab) => look(tab === 'preview')} activateTabWithKeyboard={false} keepMountedMode="display-none">
          <Tabs.List grow mb="md" aria-label={t('work:editor.views')}>
            <Tabs.Tab value="edit">{t('work:editor.edit')}</Tabs.Tab>
            <Tabs.Tab value="preview">{t('work:editor.preview')}</Tabs.Tab>
          </Tabs.List>
          <Tabs.Panel value="edit">{editing}</Tabs.Panel>
          <Tabs.Panel value="preview">
            <h2 className={classes.spoken}>{t('work:editor.preview')}</h2>
            {previewed && preview.content()}
          </Tabs.Panel>
        </Tabs>
      ) : (
        editing
      )}
    </article>
  );
}

function useWarnBeforeLeaving(unsaved: boolean): void {
  useEffect(() => {
    if (!unsaved) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [unsaved]);
}
