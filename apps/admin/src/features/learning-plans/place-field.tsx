import { NumberInput } from '@mantine/core';
import { useState } from 'react';

interface PlaceFieldProps {
  label: string;
  /** From 1. */
  place: number;
  total: number;
  onMove(to: number): void;
}

/** The place of a row in its order; another number moves it there, on Enter or on leaving the field. */
export function PlaceField({ label, place, total, onMove }: PlaceFieldProps) {
  const [typed, setTyped] = useState<{ place: number; value: number | string }>({ place, value: place });
  const value = typed.place === place ? typed.value : place;
  const move = () => {
    const to = typeof value === 'number' ? Math.min(total, Math.max(1, value)) : place;
    setTyped({ place, value: place });
    if (to !== place) onMove(to - 1);
  };
  return (
    <NumberInput
      size="xs"
      w="3.5rem"
      hideControls
      allowDecimal={false}
      allowNegative={false}
      aria-label={label}
      value={value}
      onChange={(next) => setTyped({ place, value: next })}
      onBlur={move}
      onKeyDown={(event) => {
        if (event.key === 'Enter') move();
      }}
    />
  );
}
