import { TextInput } from '@mantine/core';
import { PLAN_LIMITS } from '@milepost/domain';

interface PlanNameFieldProps {
  label: string;
  value: string;
  /** Why it was refused; gone when it is typed anew. */
  problem: string | undefined;
  onChange(value: string): void;
  autoFocus?: boolean;
}

/** The name of a plan to be. */
export function PlanNameField({ label, value, problem, onChange, autoFocus = false }: PlanNameFieldProps) {
  return (
    <TextInput
      label={label}
      required
      data-autofocus={autoFocus || undefined}
      maxLength={PLAN_LIMITS.name}
      value={value}
      error={problem}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
