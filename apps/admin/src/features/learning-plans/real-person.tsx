import { Skeleton, Text } from '@mantine/core';
import { dateIn, type Situation } from '@milepost/domain';
import { queryState } from '@milepost/web/apollo/list-state.ts';
import { useTranslation } from '@milepost/web/i18n/use-translation.tsx';
import { ErrorState } from '@milepost/web/ui/error-state.tsx';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { PersonSlot } from './person-slot.ts';
import { usePlanEditing } from './plan-editing.tsx';
import type { SimulatedPerson } from './simulate-plan.ts';
import { Simulation } from './simulation.tsx';
import { type SimulationQuery, useSimulationQuery } from './simulation.generated.ts';

type Answer = NonNullable<SimulationQuery['simulation']>;

/** A real person in the plan as it is written, from today on and back to the day on which they got it. */
export function RealPerson({ id, field, onChange }: { id: string | null; field: PersonSlot; onChange(next: string | null): void }) {
  const { t } = useTranslation('plans');
  const [known, setKnown] = useState<{ id: string; name: string } | null>(null);
  // Who stands in the address is named as soon as it is known who that is.
  const waits = id !== null && known === null;
  return (
    <>
      {!waits && field({ label: t('preview.who'), placeholder: t('preview.whoPlaceholder'), value: id, known, onChange })}
      {id !== null && <ReadPerson key={id} id={id} onTold={(name) => setKnown((before) => before ?? { id, name })} />}
    </>
  );
}

function ReadPerson({ id, onTold }: { id: string; onTold(name: string): void }) {
  const { t } = useTranslation('plans');
  const { plan, version } = usePlanEditing();
  const query = useSimulationQuery({ variables: { planId: plan.id, personId: id }, fetchPolicy: 'network-only' });
  const { refetch } = query;
  // What was linked since is asked about too.
  const linked = version.milestones.flatMap(({ items }) => items.map(({ learningObjectId }) => learningObjectId)).join();
  const asked = useRef(linked);
  useEffect(() => {
    if (asked.current === linked) return;
    asked.current = linked;
    void refetch().catch(() => {});
  }, [linked, refetch]);
  const told = query.data?.simulation;
  const tell = useRef(onTold);
  tell.current = onTold;
  const settled = query.data !== undefined || query.error !== undefined;
  useEffect(() => {
    if (settled) tell.current(told?.personName ?? '');
  }, [settled, told]);
  const state = queryState(query);
  if (state.is === 'loading') return <Skeleton h="8rem" aria-hidden />;
  if (state.is === 'failed') return <ErrorState failure={state.failure} onRetry={state.retry} order={3} />;
  if (!told) return <Text role="status">{t('preview.notForYou')}</Text>;
  return <Shown told={told} />;
}

function Shown({ told }: { told: Answer }) {
  const { t } = useTranslation('plans');
  const subject = useMemo(() => ({ situation: told.situation, contents: told.contents }) as SimulatedPerson, [told]);
  const situation: Situation = subject.situation;
  return (
    <>
      <Text size="sm">{t(told.enrollmentId ? 'preview.hasIt' : 'preview.hasItNot', { name: told.personName })}</Text>
      <Simulation subject={subject} from={dateIn(situation.now, situation.person.zone)} />
    </>
  );
}
