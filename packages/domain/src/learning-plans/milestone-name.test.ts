import { describe, expect, test } from '@jest/globals';
import { explain } from '../standing/explain.ts';
import type { ExplanationNode } from '../standing/explanation.ts';
import { evaluate } from '../standing/evaluate.ts';
import { prepareDefinition } from '../standing/prepare-definition.ts';
import { sayStanding } from '../standing/standing-messages.ts';
import { at, contentsOf, creditMilestone, day, milestone, plan, situation } from '../standing/standing.testing.ts';
import { checkPlanForPublishing } from './check-plan-for-publishing.ts';
import { sayMilestone } from './milestone-name.ts';
import type { MilestoneDefinition, PlanVersionDefinition } from './plan-definition.ts';
import { sayPlanProblem } from './plan-problem-messages.ts';
import type { PublishSettings } from './publish-settings.ts';

const nameless = (definition: MilestoneDefinition): MilestoneDefinition => ({ ...definition, name: ' ' });

const linesOf = (node: ExplanationNode, language: 'en' | 'zh-CN'): string[] => [sayStanding(node.message, language), ...node.because.flatMap((each) => linesOf(each, language))];

function told(definition: PlanVersionDefinition, language: 'en' | 'zh-CN'): string[] {
  const prepared = prepareDefinition(definition, contentsOf(definition));
  const input = situation();
  const { sentence, milestones } = explain(prepared, input, evaluate(prepared, input));
  return [sayStanding(sentence, language), ...milestones.flatMap((node) => linesOf(node, language))];
}

const settings: PublishSettings = {
  ownerId: null, collaborationAllowed: false, visibleRange: null, displayOnFrontEnd: true, showAddToMyPlans: false, inCatalog: false, planTerm: null,
  firstVersion: true, now: at('2027-06-01'), zone: 'UTC',
};

describe('a milestone without a name is spoken of by its place', () => {
  test('standing alone', () => {
    expect([sayMilestone({ name: '', position: 1 }, 'en'), sayMilestone({ name: ' ', position: 1 }, 'zh-CN')]).toEqual(['Milestone 2', '里程碑 2']);
    expect(sayMilestone({ name: ' Basics ', position: 1 }, 'en')).toBe('Basics');
  });

  const steps = plan([nameless(milestone('M', 1, ['A'])), nameless(milestone('N', 1, ['B'])), { ...milestone('O', 1, ['C']), releaseRule: { kind: 'AFTER_PREVIOUS_COMPLETED', days: 3 } }], {
    milestoneOrderEnforced: true,
  });

  test('in what is next, in locks and in releases', () => {
    const english = told(steps, 'en');
    expect(english[0]).toContain('Next: “Course A” in Milestone 1.');
    expect(english).toEqual(expect.arrayContaining(['Milestone 1 can be started: 1 session', 'Milestone 2 is locked', 'Complete Milestone 1 first', 'It opens 3 days after Milestone 2']));
    const chinese = told(steps, 'zh-CN');
    expect(chinese).toEqual(expect.arrayContaining(['里程碑 1可以开始，共需1场', '请先完成里程碑 1', '在里程碑 2之后3天开放']));
    expect([...english, ...chinese].join('\n')).not.toMatch(/“\s*”/);
  });

  test('in the checks on publish', () => {
    const draft = plan([
      nameless(creditMilestone('M', '1', ['A'], { creditType: 'X' })),
      { ...nameless(milestone('N', 1, [])), units: null, dueRule: { kind: 'FIXED', date: day('2027-12-31') }, releaseRule: { kind: 'AFTER_PREVIOUS_COMPLETED', days: 1 } },
    ]);
    const problems = checkPlanForPublishing(draft, contentsOf(draft), settings);
    const said = problems.flatMap((problem) => [sayPlanProblem(problem, 'en'), sayPlanProblem(problem, 'zh-CN')]);
    expect(said).toContain('Say how much Milestone 2 requires.');
    expect(said).toContain('请填写里程碑 2的要求数量。');
    expect(said.join('\n')).not.toMatch(/“\s*”/);
  });
});
