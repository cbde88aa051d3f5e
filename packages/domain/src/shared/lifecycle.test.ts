import { describe, expect, test } from '@jest/globals';
import { defineLifecycle, mayBecome, nextTransitions, transition, type Lifecycle } from './lifecycle.ts';

type State = 'OPEN' | 'SHUT' | 'GONE';
type Event = 'shut' | 'open' | 'remove';
const door: Lifecycle<State, Event> = {
  name: 'door', states: ['OPEN', 'SHUT', 'GONE'], initial: ['OPEN'],
  transitions: [
    { from: 'OPEN', event: 'shut', to: 'SHUT' }, { from: 'SHUT', event: 'open', to: 'OPEN' },
    { from: 'SHUT', event: 'remove', to: 'GONE', when: 'unhinged' }, { from: 'SHUT', event: 'remove', to: 'OPEN', when: 'stuck' },
  ],
};

describe('a lifecycle', () => {
  const lifecycle = defineLifecycle(door);

  test('tells where an event leads', () => expect(transition(lifecycle, 'OPEN', 'shut')).toEqual({ ok: true, value: 'SHUT' }));

  test('refuses what the table does not hold, and says what is possible', () =>
    expect(transition(lifecycle, 'SHUT', 'shut')).toEqual({ ok: false, problem: { code: 'ILLEGAL_OPERATION', from: 'SHUT', event: 'shut', possible: ['open', 'remove'] } }));

  test('leaves a choice to the caller', () => expect(transition(lifecycle, 'SHUT', 'remove').ok).toBe(false));

  test('lists what can happen next', () => {
    expect(nextTransitions(lifecycle, 'OPEN')).toEqual([{ from: 'OPEN', event: 'shut', to: 'SHUT' }]);
    expect(nextTransitions(lifecycle, 'GONE')).toEqual([]);
  });

  test('knows which state may follow which', () => {
    expect(mayBecome(lifecycle, 'SHUT', 'GONE')).toBe(true);
    expect(mayBecome(lifecycle, 'OPEN', 'GONE')).toBe(false);
    expect(mayBecome(lifecycle, 'GONE', 'GONE')).toBe(false);
  });

  test.each<[string, Partial<Lifecycle<State, Event>>]>([
    ['a state is listed twice', { states: ['OPEN', 'OPEN', 'SHUT', 'GONE'] }],
    ['GONE —open→ OPEN names an unlisted state', { states: ['OPEN', 'SHUT'], transitions: [...door.transitions.slice(0, 2), { from: 'GONE', event: 'open', to: 'OPEN' }] }],
    ['OPEN —remove→ GONE names an unlisted state', { states: ['OPEN', 'SHUT'], transitions: [{ from: 'OPEN', event: 'remove', to: 'GONE' }] }],
    ['OPEN —shut→ SHUT stands twice', { transitions: [...door.transitions, door.transitions[0]] }],
    ['SHUT —remove→ GONE needs a condition', { transitions: door.transitions.map(({ from, event, to }) => ({ from, event, to })) }],
    ['nothing leads to GONE', { transitions: door.transitions.slice(0, 2) }],
    ['begins in the unlisted state GONE', { states: ['OPEN', 'SHUT'], initial: ['OPEN', 'GONE'], transitions: door.transitions.slice(0, 2) }],
  ])('is refused at load where %s', (fault, change) => expect(() => defineLifecycle({ ...door, ...change })).toThrow(`door: ${fault}`));
});
