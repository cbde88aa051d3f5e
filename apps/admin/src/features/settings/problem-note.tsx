import { Alert } from '@mantine/core';

/** Why something was not done, read out at once; nothing while there is no reason. */
export function ProblemNote({ text }: { text: string | undefined }) {
  if (!text) return null;
  return (
    <Alert color="red" role="alert">
      {text}
    </Alert>
  );
}
