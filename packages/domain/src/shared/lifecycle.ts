import { refuse, succeed, type Result } from './result.ts';

/** One row of a transition table: in state `from`, `event` leads to `to`. */
export interface Transition<State extends string, Event extends string> {
  readonly from: State;
  readonly event: Event;
  readonly to: State;
  /** What else must hold. Needed where one event leads to several states; the caller judges it. */
  readonly when?: string;
}

/** The states that a thing can be in and how it gets from one to another, as data. */
export interface Lifecycle<State extends string, Event extends string> {
  readonly name: string;
  readonly states: readonly State[];
  readonly initial: readonly State[];
  readonly transitions: readonly Transition<State, Event>[];
}

/** Why an event was refused. */
export interface IllegalTransition<State extends string, Event extends string> {
  readonly code: 'ILLEGAL_OPERATION';
  readonly from: State;
  readonly event: Event;
  readonly possible: readonly Event[];
}

/**
 * Takes a table into use. Throws where it is not well-formed: a state that is not listed or listed twice, a row
 * given twice, an event with several outcomes and no conditions, a state that nothing leads to.
 */
export function defineLifecycle<State extends string, Event extends string>(
  lifecycle: Lifecycle<State, Event>,
): Lifecycle<State, Event> {
  const { name, states, initial, transitions } = lifecycle;
  const known = new Set<State>(states);
  if (known.size !== states.length) throw new Error(`${name}: a state is listed twice`);
  const reached = new Set<State>(initial);
  const rows = new Set<string>();
  for (const { from, event, to, when } of transitions) {
    if (!known.has(from) || !known.has(to)) throw new Error(`${name}: ${from} —${event}→ ${to} names an unlisted state`);
    if (rows.has(`${from} ${event} ${to}`)) throw new Error(`${name}: ${from} —${event}→ ${to} stands twice`);
    const rival = transitions.some((other) => other.from === from && other.event === event && other.to !== to);
    if (rival && when === undefined) throw new Error(`${name}: ${from} —${event}→ ${to} needs a condition`);
    rows.add(`${from} ${event} ${to}`);
    reached.add(to);
  }
  for (const state of states) if (!reached.has(state)) throw new Error(`${name}: nothing leads to ${state}`);
  for (const state of initial) if (!known.has(state)) throw new Error(`${name}: begins in the unlisted state ${state}`);
  return lifecycle;
}

/** The events that are possible in a state and where they lead: what the API offers and the apps draw as buttons. */
export function nextTransitions<State extends string, Event extends string>(
  lifecycle: Lifecycle<State, Event>,
  from: State,
): readonly Transition<State, Event>[] {
  return lifecycle.transitions.filter((transition) => transition.from === from);
}

/** Where an event leads; refused where the table has no such row, or several of which only the caller can choose. */
export function transition<State extends string, Event extends string>(
  lifecycle: Lifecycle<State, Event>,
  from: State,
  event: Event,
): Result<State, IllegalTransition<State, Event>> {
  const possible = nextTransitions(lifecycle, from);
  const [only, another] = possible.filter((row) => row.event === event);
  if (only && !another) return succeed(only.to);
  return refuse({ code: 'ILLEGAL_OPERATION', from, event, possible: [...new Set(possible.map((row) => row.event))] });
}

/** Whether some event leads from one state to another. */
export function mayBecome<State extends string, Event extends string>(
  lifecycle: Lifecycle<State, Event>,
  from: State,
  to: State,
): boolean {
  return lifecycle.transitions.some((row) => row.from === from && row.to === to);
}
