import { useState } from 'react';

/** What is typed in a field: starts as what the server has, and again when `revision` goes up. */
export function useTyped<Value>(stored: Value, revision: number): [Value, (next: Value) => void] {
  const [typed, setTyped] = useState({ value: stored, revision });
  if (typed.revision !== revision) setTyped({ value: stored, revision });
  return [typed.revision === revision ? typed.value : stored, (value) => setTyped({ value, revision })];
}
