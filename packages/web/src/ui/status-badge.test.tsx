import { expect, test } from '@jest/globals';
import { screen } from '@testing-library/react';
import { axeFindings } from '../testing/axe.ts';
import { renderApp } from '../testing/render-app.tsx';
import { MilestoneBadge, milestoneLooks } from './milestone-badge.tsx';
import { PlanBadge, planLooks } from './plan-badge.tsx';
import { EnrollmentBadge, enrollmentLooks } from './status-badge.tsx';

const keysOf = <T extends object>(looks: T) => Object.keys(looks) as (keyof T)[];
const everyStatus = (
  <>
    {keysOf(enrollmentLooks).map((status) => (
      <EnrollmentBadge key={status} status={status} />
    ))}
    {keysOf(planLooks).map((lifecycle) => (
      <PlanBadge key={lifecycle} lifecycle={lifecycle} />
    ))}
    {keysOf(milestoneLooks).map((state) => (
      <MilestoneBadge key={state} state={state} />
    ))}
  </>
);

test.each(['en', 'zh-CN'] as const)('every status has a word and an icon beside its colour (%s) [WCAG 1.4.1]', async (language) => {
  const { container } = await renderApp(everyStatus, { language });
  const badges = [...container.querySelectorAll('.badge')];
  expect(badges).toHaveLength(17);
  for (const badge of badges) {
    expect(badge.textContent).toMatch(/\S/);
    expect(badge.textContent).not.toMatch(/[A-Z]+_|\./);
    expect(badge.querySelector('svg')).not.toBeNull();
  }
  expect(await axeFindings(container)).toEqual([]);
});

test('overdue is a flag beside the status, never instead of it [domain 2.2]', async () => {
  await renderApp(<EnrollmentBadge status="IN_PROGRESS" overdue />);
  expect(screen.getByText('In progress')).toBeInTheDocument();
  expect(screen.getByText('Overdue')).toBeInTheDocument();
});
