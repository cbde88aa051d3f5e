import './styles/work.css';
import { Tabs } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from '../i18n/use-translation.tsx';
import { useAddressParams } from './address-params.ts';
import { CopyableId } from './copyable-id.tsx';
import classes from './detail-page.module.css';
import { PageHeading } from './page-heading.tsx';

export interface DetailTab {
  /** As the address says it: `?tab=people`. The first tab needs no parameter. */
  readonly id: string;
  readonly label: string;
  readonly count?: string;
  /** Rendered only while it is chosen. */
  readonly content: () => ReactNode;
}

interface DetailPageProps {
  title: string;
  /** Where one came from: links, outermost first. */
  trail?: ReactNode;
  status?: ReactNode;
  id?: string;
  /** A line of facts under the title. */
  facts?: ReactNode;
  /** Next possible acts, from the API's answer. */
  actions?: ReactNode;
  /** Banners that concern the whole thing: paused, archived, changed elsewhere. */
  notice?: ReactNode;
  tabs: readonly DetailTab[];
  /** Activity, beside the content on a wide screen and under it on a narrow one. */
  side?: ReactNode;
}

/** The detail pattern: header with status, id and acts; tabs that live in the address; what happened lately at the side. */
export function DetailPage({ title, trail, status, id, facts, actions, notice, tabs, side }: DetailPageProps) {
  const { t } = useTranslation('work');
  const [params, change] = useAddressParams();
  const asked = params.get('tab');
  const current = tabs.find((tab) => tab.id === asked) ?? tabs[0];
  const choose = (next: string | null) => change((after) => (!next || next === tabs[0]?.id ? after.delete('tab') : after.set('tab', next)));
  return (
    <article>
      {trail && <nav className={classes.trail}>{trail}</nav>}
      <PageHeading
        title={title}
        action={actions}
        note={
          <span className={classes.facts}>
            {status}
            {facts}
            {id && <CopyableId value={id} />}
          </span>
        }
      />
      {notice}
      <div className={classes.columns} data-with-side={side ? true : undefined}>
        <div className={classes.main}>
          <Tabs value={current?.id ?? null} onChange={choose} keepMounted={false} activateTabWithKeyboard={false}>
            <Tabs.List className={classes.tabs} aria-label={t('tabs')}>
              {tabs.map((tab) => (
                <Tabs.Tab key={tab.id} value={tab.id}>
                  {tab.label}
                  {tab.count !== undefined && <span className={classes.count}> {tab.count}</span>}
                </Tabs.Tab>
              ))}
            </Tabs.List>
            {tabs.map((tab) => (
              <Tabs.Panel key={tab.id} value={tab.id} pt="md">
                {tab.id === current?.id && tab.content()}
              </Tabs.Panel>
            ))}
          </Tabs>
        </div>
        {side && (
          <aside className={classes.side} aria-label={t('aside')}>
            {side}
          </aside>
        )}
      </div>
    </article>
  );
}
